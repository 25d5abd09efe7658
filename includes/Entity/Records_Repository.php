<?php
/**
 * Reading records.
 *
 * @package Carnet
 */

namespace Carnet\Entity;

use Carnet\Store\Access;
use Carnet\Store\Database;
use Carnet\Store\Id_Ranges;
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
	 * What a long reading takes at once: rows, but never more values than that, since they fill the memory; and how many rows first, so
	 * that something is there soon.
	 */
	private const BATCH        = 1000;
	private const BATCH_VALUES = 8000;
	private const FIRST_BATCH  = 100;

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
		$from = $this->by_index( $query, self::behind( $query, $cursor ), $per_page + 1, null === $cursor ? ( $page - 1 ) * $per_page : 0 );
		return self::cut( $this->records( $from, $query->order()->sql( 'r' ), $query->order()->column(), $only ), $query->order(), $per_page );
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
			$records = $this->records( $this->by_index( $query, $behind, $limit, $offset, ! $by_id ), $order->sql( 'r' ), $order->column(), $only, array( '_total' => $number ) );
			return self::cut( $records, $order, $per_page ) + ( $records ? self::number( (int) $records[0]['_total'], null !== $kept ) : $this->count( $query ) );
		}
		$number = null === $kept ? null : $this->count( $query );
		$ids    = null === $number || $number['total'] <= self::LISTED ? $this->found( $query ) : array();
		$number = $number ?? self::number( count( $ids ) );
		if ( $ids && $by_id && null === $cursor && $number['exact'] ) {
			$ids    = array_slice( $order->of_ids( $ids ), $offset, $limit );
			$offset = 0;
		}
		if ( ! $ids && ( null === $kept || 0 === $number['total'] ) ) {
			return self::cut( array(), $order, $per_page ) + $number;
		}
		$few  = $ids && count( $ids ) <= self::LISTED;
		$from = $few ? $this->by_ids( $query, $ids, $behind, $limit, $offset ) : $this->by_index( $query, $behind, $limit, $offset, true );
		return self::cut( $this->records( $from, $order->sql( 'r' ), $order->column(), $only ), $order, $per_page ) + $number;
	}

	/**
	 * The ids of a list, one more than COUNTED at most, in no order.
	 *
	 * @param List_Query $query The list.
	 * @return list<int>
	 */
	private function found( List_Query $query ): array {
		return array_map( 'intval', array_column( Database::many_rows( $query->ids( self::COUNTED + 1 ) ), 'id' ) );
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
	 * FROM for some records of a list: an index finds and orders them, and only then are their rows read.
	 *
	 * @param List_Query $query  The list.
	 * @param string     $behind Condition of the order; empty from its beginning.
	 * @param int        $limit  Most records.
	 * @param int        $offset How many are left out first.
	 * @param bool       $dense  Whether it is known that there are many, so that they are soon met in their order.
	 */
	private function by_index( List_Query $query, string $behind, int $limit, int $offset = 0, bool $dense = false ): string {
		if ( $offset >= Id_Ranges::SIZE && $query->is_in_id_ranges() ) {
			list( $behind, $offset ) = Id_Ranges::passed( $query, $offset );

			// A range has many; MySQL would sort them.
			$dense = true;
		}
		$from = $dense ? $query->from_where_in_order( $behind ) : $query->from_where( $behind );
		return "FROM (SELECT r.id $from {$query->order()->sql( 'r' )} LIMIT $limit OFFSET $offset) p JOIN {$this->entity->table()} r ON r.id = p.id";
	}

	/**
	 * The same for a list of few records, which are known. Left to itself, MySQL may go through all records in their order in search of
	 * a handful.
	 *
	 * @param List_Query $query  The list.
	 * @param list<int>  $ids    Its records.
	 * @param string     $behind Condition of the order; empty from its beginning.
	 * @param int        $limit  Most records.
	 * @param int        $offset How many are left out first.
	 */
	private function by_ids( List_Query $query, array $ids, string $behind, int $limit, int $offset ): string {
		$table  = $this->entity->table();
		$order  = $query->order();
		$column = 'id' === $order->column() ? '' : ", r.{$order->column()}";
		$where  = 'r.id IN (' . List_Query::integers( $ids ) . ')' . ( '' === $behind ? '' : " AND $behind" );
		return "FROM (SELECT r.id FROM (SELECT r.id$column FROM $table r FORCE INDEX (PRIMARY) WHERE $where LIMIT " . count( $ids ) . ") r {$order->sql( 'r' )} LIMIT $limit OFFSET $offset) p JOIN $table r ON r.id = p.id";
	}

	/**
	 * What is made of all rows of a list in its order, a batch at a time; each batch is read when it is asked for.
	 *
	 * @template T
	 * @param List_Query   $query The list.
	 * @param list<string> $only  Names of the values, in order.
	 * @param callable( list<array<string, mixed>> ): T $write Makes something of a batch of rows, whose values are as in Row_Reader.
	 * @return \Generator<T>
	 */
	public function batches( List_Query $query, array $only, callable $write ): \Generator {
		$order  = $query->order();
		$reader = new Row_Reader( $this->entity, $this->entities, $this->user, $order->column(), $only );
		$batch  = min( self::BATCH, intdiv( self::BATCH_VALUES, count( $only ) ) );
		$rows   = $reader->read( ...$this->some( $query, '', self::FIRST_BATCH ) );
		/** Batches that were written. @var \SplQueue<T> $made */
		$made = new \SplQueue();
		$make = static function () use ( $made, &$rows, $write ): void {
			$made->enqueue( $write( $rows ) );
			$rows = array();
		};
		for ( $limit = self::FIRST_BATCH; $rows; $limit = $batch ) {
			$last = count( $rows ) === $limit ? end( $rows ) : null;
			foreach ( $rows as &$row ) {
				unset( $row['_id'], $row['_sort'] );
			}
			unset( $row );
			// The first are there at once.
			if ( ! $last || self::FIRST_BATCH === $limit ) {
				$make();
				yield $made->dequeue();
			}
			if ( $last ) {
				// The server finds the next while these are written; nor are these in memory when the next are.
				list( $from, $rest ) = $this->some( $query, (string) $order->behind( $order->cursor( $last ) ), $batch );

				$next = $reader->read( $from, $rest, self::FIRST_BATCH === $limit ? null : $make );
				if ( ! $made->isEmpty() ) {
					yield $made->dequeue();
				}
				$rows = $next;
				unset( $next );
			}
		}//end for
	}

	/**
	 * FROM, and WHERE and ORDER BY, for a batch of a list.
	 *
	 * @param List_Query $query  The list.
	 * @param string     $behind Condition of the order; empty from its beginning.
	 * @param int        $limit  Most rows.
	 * @return array{string, string}
	 */
	private function some( List_Query $query, string $behind, int $limit ): array {
		$order = $query->order()->sql( 'r' );
		if ( ! $query->is_whole_table() ) {
			return array( $this->by_index( $query, $behind, $limit ), $order );
		}
		// Read as it lies, in a third of the time. Left to itself, MySQL takes another index and goes through all of it for each batch.
		return array( "FROM {$this->entity->table()} r FORCE INDEX (PRIMARY)", "{$query->conditions( $behind )} $order LIMIT $limit" );
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
