<?php
/**
 * Reading records.
 *
 * @package Carnet
 */

namespace Carnet\Entity;

use Carnet\Store\Access;
use Carnet\Store\Database;
use Carnet\Store\Totals;

defined( 'ABSPATH' ) || exit;

/**
 * Reads the records of one noun as a person may see them: a page of a list in one statement with the names of parents and owners,
 * its tags and, where that is kept, its number. Writing is for Store\Unit_Of_Work.
 */
final class Records_Repository {

	/**
	 * Hits of a search or a combination of filters that are counted at most.
	 */
	public const COUNTED = 10000;

	/**
	 * Most records that a statement takes by their ids. Of more, a page is soon met in the order of the list.
	 */
	private const LISTED = 1000;

	/**
	 * Where a record stands in its list: no value of its own.
	 */
	private const PLACE = array(
		'_id'    => true,
		'_sort'  => true,
		'_total' => true,
	);

	/**
	 * Reads for one person.
	 *
	 * @param Entity   $entity   The noun.
	 * @param Entities $entities All nouns.
	 * @param int      $user     Who reads.
	 */
	public function __construct( private readonly Entity $entity, private readonly Entities $entities, private readonly int $user ) {}

	/**
	 * The list that some parameters mean for this person.
	 *
	 * @param array<string, mixed> $params As validated by Collection_Params.
	 */
	public function query( array $params ): List_Query {
		return new List_Query( $this->entity, $this->entities, $params, $this->scope() );
	}

	/**
	 * Whose records this person sees: null for everybody's. What has no trash (a tag) is shared by all.
	 */
	private function scope(): ?int {
		return $this->entity->trashable ? Access::scope( $this->user ) : null;
	}

	/**
	 * One record, or null where there is none that this person may see.
	 *
	 * @param int  $id      Its id.
	 * @param bool $trashed Whether one in the trash will do.
	 * @param bool $counted Whether its live, visible children are to be counted: `counts`, by noun in the plural.
	 * @return array<string, mixed>|null
	 */
	public function find( int $id, bool $trashed = false, bool $counted = false ): ?array {
		$scope  = $this->scope();
		$where  = "r.id = $id" . ( $trashed ? '' : ' AND r.trashed_at IS NULL' ) . ( null === $scope ? '' : " AND r.owner_id = $scope" );
		$counts = array();
		foreach ( $counted ? $this->entities->children( $this->entity->name ) : array() as $child => $field ) {
			$plural            = $this->entities->get( $child )->plural;
			$counts[ $plural ] = Totals::amount( "$plural.$field", (string) $id, Access::scope( $this->user ) );
		}
		$record = $this->records( "FROM {$this->entity->table()} r", "WHERE $where", 'id', null, $counts )[0] ?? null;
		if ( null === $record || ! $counts ) {
			return null === $record ? null : array_diff_key( $record, self::PLACE );
		}
		return array_diff_key( $record, self::PLACE, $counts ) + array( 'counts' => array_map( 'intval', array_intersect_key( $record, $counts ) ) );
	}

	/**
	 * A page of a list.
	 *
	 * @param List_Query  $query    The list.
	 * @param int         $page     From 1; ignored with a cursor.
	 * @param int         $per_page Records a page.
	 * @param string|null $cursor   Where the page begins.
	 * @param list<string>|null $only Names of the values that are needed; null for all.
	 * @return array{records: list<array<string, mixed>>, next: string|null} Next: the cursor behind the page, null at the end.
	 * @throws Problem Where the cursor is none.
	 */
	public function page( List_Query $query, int $page, int $per_page, ?string $cursor, ?array $only = null ): array {
		$from = List_Slice::by_index( $query, self::behind( $query, $cursor ), $per_page + 1, null === $cursor ? ( $page - 1 ) * $per_page : 0 );
		return self::cut( $this->records( $from, $query->order()->sql( 'p' ), $query->order()->column(), $only ), $query->order(), $per_page );
	}

	/**
	 * A page of a list, and how many records the list has: exact where it is kept or up to COUNTED, else COUNTED.
	 *
	 * @param List_Query  $query    The list.
	 * @param int         $page     From 1; ignored with a cursor.
	 * @param int         $per_page Records a page.
	 * @param string|null $cursor   Where the page begins.
	 * @param list<string>|null $only Names of the values that are needed; null for all.
	 * @return array{records: list<array<string, mixed>>, next: string|null, total: int, exact: bool} Next: the cursor behind the page, null at
	 *         the end.
	 */
	public function counted_page( List_Query $query, int $page, int $per_page, ?string $cursor, ?array $only = null ): array {
		$order  = $query->order();
		$behind = self::behind( $query, $cursor );
		$limit  = $per_page + 1;
		$offset = null === $cursor ? ( $page - 1 ) * $per_page : 0;
		$by_id  = 'id' === $order->column();
		$kept   = Totals::of_list( $query );
		$number = $kept ?? ( $query->is_by_key() ? '(' . self::counted( $query ) . ')' : null );
		if ( null !== $number && ( $by_id || ! $query->narrowing ) ) {
			// A key leads to the page, and the number comes with its rows.
			$records = $this->records( List_Slice::by_index( $query, $behind, $limit, $offset, ! $by_id ), $order->sql( 'p' ), $order->column(), $only, array( '_total' => $number ) );
			$total   = $records[0]['_total'] ?? ( 0 === $offset && null === $cursor ? 0 : null );
			return self::cut( $records, $order, $per_page ) + ( null === $total ? $this->count( $query ) : self::number( (int) $total, null !== $kept ) );
		}
		// Else it is found first, unless it is known that there are many.
		$number = null === $kept ? null : $this->count( $query );
		$most   = $by_id ? self::COUNTED : self::LISTED;
		$ids    = null === $number || $number['total'] <= self::LISTED ? $this->found( $query, $most + 1 ) : array();
		$number = $number ?? ( $by_id || count( $ids ) <= $most ? self::number( count( $ids ) ) : $this->count( $query ) );
		if ( $ids && $by_id && null === $cursor && $number['exact'] ) {
			$ids    = array_slice( $order->of_ids( $ids ), $offset, $limit );
			$offset = 0;
		}
		if ( ! $ids && ( null === $kept || 0 === $number['total'] ) ) {
			return self::cut( array(), $order, $per_page ) + $number;
		}
		$few  = $ids && count( $ids ) <= self::LISTED;
		$from = $few ? List_Slice::by_ids( $query, $ids, $behind, $limit, $offset ) : List_Slice::by_index( $query, $behind, $limit, $offset, true );
		return self::cut( $this->records( $from, $order->sql( 'p' ), $order->column(), $only ), $order, $per_page ) + $number;
	}

	/**
	 * Ids of a list, in no order.
	 *
	 * @param List_Query $query The list.
	 * @param int        $most  Most ids.
	 * @return list<int>
	 */
	private function found( List_Query $query, int $most ): array {
		return array_map( 'intval', array_column( Database::many_rows( $query->ids( $most ) ), 'id' ) );
	}

	/**
	 * The condition of a cursor.
	 *
	 * @param List_Query  $query  The list.
	 * @param string|null $cursor As the client sent it.
	 * @throws Problem Where the cursor is none.
	 */
	private static function behind( List_Query $query, ?string $cursor ): string {
		return null === $cursor ? '' : $query->order()->behind( $cursor )
			?? throw Problem::invalid( 'cursor', __( 'Take the cursor from the last answer’s X-Carnet-Next-Cursor header, with the same orderby and order.', 'carnet-crm' ) );
	}

	/**
	 * A page of what was read: one record more than the page has.
	 *
	 * @param list<array<string, mixed>> $records  With their place.
	 * @param List_Order                 $order    The order.
	 * @param int                        $per_page Records a page.
	 * @return array{records: list<array<string, mixed>>, next: string|null}
	 */
	private static function cut( array $records, List_Order $order, int $per_page ): array {
		$more    = count( $records ) > $per_page;
		$records = array_slice( $records, 0, $per_page );
		$next    = $more ? $order->cursor( $records[ $per_page - 1 ] ) : null;
		return array(
			'records' => array_map( static fn( array $record ): array => array_diff_key( $record, self::PLACE ), $records ),
			'next'    => $next,
		);
	}

	/**
	 * How many records a list has: exact where it is kept or below COUNTED, else COUNTED.
	 *
	 * @param List_Query $query The list.
	 * @return array{total: int, exact: bool}
	 */
	public function count( List_Query $query ): array {
		$kept = Totals::of_list( $query );
		return self::number( (int) Database::value( null === $kept ? self::counted( $query ) : "SELECT $kept" ), null !== $kept );
	}

	/**
	 * The statement that counts a list, one more than COUNTED at most.
	 *
	 * @param List_Query $query The list.
	 */
	private static function counted( List_Query $query ): string {
		return 'SELECT COUNT(*) FROM (' . $query->ids( self::COUNTED + 1 ) . ') c';
	}

	/**
	 * The number of a list, from what was kept or counted.
	 *
	 * @param int  $total Kept, or counted up to one more than COUNTED.
	 * @param bool $kept  Which of them.
	 * @return array{total: int, exact: bool}
	 */
	private static function number( int $total, bool $kept = false ): array {
		$exact = $kept || $total <= self::COUNTED;
		return array(
			'total' => $exact ? $total : self::COUNTED,
			'exact' => $exact,
		);
	}

	/**
	 * Ids of a list in id order, for long jobs.
	 *
	 * @param List_Query $query The list.
	 * @param int        $limit Most ids.
	 * @return list<int>
	 */
	public function ids( List_Query $query, int $limit ): array {
		return array_map( 'intval', Database::column( "SELECT r.id {$query->from_where()} ORDER BY r.id LIMIT $limit" ) );
	}

	/**
	 * How many records of a list there are, however many.
	 *
	 * @param List_Query $query The list.
	 */
	public function exact_count( List_Query $query ): int {
		return (int) Database::value( "SELECT COUNT(*) FROM ({$query->ids()}) c" );
	}

	/**
	 * Selects records, a page of them at most, `_id` and `_sort` of Row_Reader included.
	 *
	 * @param string                $from FROM, with the noun's table as r.
	 * @param string                $rest WHERE and ORDER BY.
	 * @param string                $sort The column that orders.
	 * @param list<string>|null     $only Names of the values that are needed; null for all.
	 * @param array<string, string> $more Further values of each row: SQL by name.
	 * @return list<array<string, mixed>>
	 */
	private function records( string $from, string $rest, string $sort = 'id', ?array $only = null, array $more = array() ): array {
		$stored  = $this->entity->fields()->stored();
		$typed   = Row_Format::typed_fields( null === $only ? $stored : array_intersect_key( $stored, array_flip( $only ) ) );
		$flags   = array_map( static fn( string $field ): string => substr( $field, 0, -3 ) . '_trashed', array_keys( $this->entity->links() ) );
		$flags   = null === $only ? $flags : array_intersect( $flags, $only );
		$records = array();
		foreach ( ( new Row_Reader( $this->entity, $this->entities, $this->user, $sort, $only, true, $more ) )->read( $from, $rest ) as $row ) {
			foreach ( $flags as $name ) {
				$row[ $name ] = (bool) $row[ $name ];
			}
			$records[] = Row_Format::with_types( $typed, $row );
		}
		return $records;
	}
}
