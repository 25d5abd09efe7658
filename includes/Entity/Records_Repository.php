<?php
/**
 * Reading records.
 *
 * @package Carnet
 */

namespace Carnet\Entity;

use Carnet\Store\Access;
use Carnet\Store\Database;
use Carnet\Store\Tag_Links;
use Carnet\Store\Totals;

defined( 'ABSPATH' ) || exit;

/**
 * Reads the records of one noun as a person may see them: a page of a list in one statement with the names of parents and owners,
 * its tags in a second, its number in a third. Writing is for Store\Unit_Of_Work.
 */
final class Records_Repository {

	/**
	 * Hits of a search or a combination of filters that are counted at most.
	 */
	public const COUNTED = 10000;

	/**
	 * Records that a long reading takes at once, and how many first, so that something is there soon.
	 */
	private const BATCH       = 1000;
	private const FIRST_BATCH = 100;

	/**
	 * Whether this person sees the records of an owner, as far as it was asked: a batch has many rows and few owners.
	 *
	 * @var array<int, bool>
	 */
	private array $sees = array();

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
	 * @return array<string, mixed>|null
	 */
	public function find( int $id, bool $trashed = false ): ?array {
		$scope = $this->scope();
		$where = "r.id = $id" . ( $trashed ? '' : ' AND r.trashed_at IS NULL' ) . ( null === $scope ? '' : " AND r.owner_id = $scope" );
		return $this->records( "FROM {$this->entity->table()} r", "WHERE $where" )[0] ?? null;
	}

	/**
	 * A page of a list.
	 *
	 * @param List_Query  $query    The list.
	 * @param int         $page     From 1; ignored with a cursor.
	 * @param int         $per_page Records a page.
	 * @param string|null $cursor   Where the page begins.
	 * @param list<string>|null $only Values that are needed, id apart; null for all.
	 * @return array{records: list<array<string, mixed>>, next: string|null} Next: the cursor behind the page, null at the end.
	 * @throws Problem Where the cursor is none.
	 */
	public function page( List_Query $query, int $page, int $per_page, ?string $cursor, ?array $only = null ): array {
		$order  = $query->order();
		$behind = null === $cursor ? '' : $order->behind( $cursor );
		if ( null === $behind ) {
			throw Problem::invalid( 'cursor', __( 'Take the cursor from the last answer’s X-Carnet-Next-Cursor header, with the same orderby and order.', 'carnet-crm' ) );
		}
		$offset  = null === $cursor ? ( $page - 1 ) * $per_page : 0;
		$ids     = "SELECT r.id {$query->from_where( $behind )} {$order->sql( 'r' )} LIMIT " . ( $per_page + 1 ) . " OFFSET $offset";
		$records = $this->records( "FROM ($ids) p JOIN {$this->entity->table()} r ON r.id = p.id", $order->sql( 'r' ), $order->column(), $only );
		$more    = count( $records ) > $per_page;
		$records = array_slice( $records, 0, $per_page );
		$next    = $more ? $order->cursor( $records[ $per_page - 1 ]['_sort'] ) : null;
		return array(
			'records' => array_map( static fn( array $record ): array => array_diff_key( $record, array( '_sort' => true ) ), $records ),
			'next'    => $next,
		);
	}

	/**
	 * All records of a list in its order, a batch at a time; each batch is read when it is asked for.
	 *
	 * @param List_Query   $query The list.
	 * @param list<string> $only  Values that are needed, id apart.
	 * @return \Generator<list<array<string, mixed>>>
	 */
	public function batches( List_Query $query, array $only ): \Generator {
		$page = $this->page( $query, 1, self::FIRST_BATCH, null, $only );
		yield $page['records'];
		while ( null !== $page['next'] ) {
			$page = $this->page( $query, 1, self::BATCH, $page['next'], $only );
			yield $page['records'];
		}
	}

	/**
	 * How many records a list has: exact where it is kept or below COUNTED, else COUNTED.
	 *
	 * @param List_Query $query The list.
	 * @return array{total: int, exact: bool}
	 */
	public function count( List_Query $query ): array {
		$total = Totals::of_list( $query );
		if ( null !== $total ) {
			return array(
				'total' => $total,
				'exact' => true,
			);
		}
		$total = (int) Database::value( "SELECT COUNT(*) FROM (SELECT r.id {$query->from_where()} LIMIT " . ( self::COUNTED + 1 ) . ') p' );
		return array(
			'total' => min( $total, self::COUNTED ),
			'exact' => $total <= self::COUNTED,
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
		return (int) Database::value( "SELECT COUNT(*) {$query->from_where()}" );
	}

	/**
	 * The live, visible children of a record, by noun in the plural.
	 *
	 * @param int $id Record.
	 * @return array<string, int>
	 */
	public function counts_of( int $id ): array {
		$metrics = array();
		foreach ( $this->entities->children( $this->entity->name ) as $child => $field ) {
			$metrics[ $this->entities->get( $child )->plural ] = $this->entities->get( $child )->plural . ".$field";
		}
		$sums = $metrics ? Totals::of( array_values( $metrics ), array( (string) $id ), Access::scope( $this->user ) ) : array();
		return array_map( static fn( string $metric ): int => $sums[ $metric ][ (string) $id ] ?? 0, $metrics );
	}

	/**
	 * Selects records with what is shown of their parents and owner, and their tags.
	 *
	 * @param string            $from FROM, with the noun's table as r.
	 * @param string            $rest WHERE and ORDER BY.
	 * @param string|null       $sort A sort column to bring along under `_sort`.
	 * @param list<string>|null $only Values that are needed, id apart; null for all.
	 * @return list<array<string, mixed>>
	 */
	private function records( string $from, string $rest, ?string $sort = null, ?array $only = null ): array {
		global $wpdb;
		$needs   = static fn( string $name ): bool => null === $only || in_array( $name, $only, true );
		$columns = array();
		$joins   = array();
		foreach ( $this->entity->fields()->stored() as $name => $field ) {
			if ( 'id' === $name || $needs( $name ) ) {
				$columns[] = 'r.' . Field_List::column( $name, $field );
			}
		}
		if ( $needs( 'owner_name' ) ) {
			$columns[] = 'u.display_name AS owner_name';
			$joins[]   = "LEFT JOIN {$wpdb->users} u ON u.ID = r.owner_id";
		}
		if ( null !== $sort ) {
			$columns[] = "r.$sort AS sort_value";
		}
		$links = array_filter( $this->entity->links(), static fn( string $field ): bool => $needs( substr( $field, 0, -3 ) . '_name' ), ARRAY_FILTER_USE_KEY );
		foreach ( $links as $field => $noun ) {
			$parent = $this->entities->get( $noun );
			$alias  = substr( $field, 0, -3 );
			foreach ( array( 'owner_id', 'trashed_at', ...$parent->name_columns(), ...( $this->entity->borrowed[ $field ] ?? array() ) ) as $column ) {
				$columns[] = "$alias.$column AS {$alias}__$column";
			}
			$joins[] = "LEFT JOIN {$parent->table()} $alias ON $alias.id = r.$field";
		}
		$rows = Database::rows( 'SELECT ' . implode( ',', $columns ) . " $from " . implode( ' ', $joins ) . " $rest" );
		$tags = $this->entity->has_tags() && $needs( 'tags' ) ? Tag_Links::of( $this->entity->name, array_map( 'intval', array_column( $rows, 'id' ) ) ) : null;
		return array_map( fn( array $row ): array => $this->record( $row, $tags, $links, $sort ), $rows );
	}

	/**
	 * One record from its row.
	 *
	 * @param array<string, string|null>  $row   Row of records().
	 * @param array<int, list<int>>|null  $tags  Tags by record; null where there are none to be.
	 * @param array<string, string>       $links Links whose names were read: field => noun.
	 * @param string|null                 $sort  Sort column.
	 * @return array<string, mixed>
	 */
	private function record( array $row, ?array $tags, array $links, ?string $sort ): array {
		$record = Row_Format::to_record( $this->entity, $row );
		if ( null !== $tags ) {
			$record['tags'] = $tags[ $record['id'] ] ?? array();
		}
		if ( array_key_exists( 'owner_name', $row ) ) {
			$record['owner_name'] = $row['owner_name'];
		}
		foreach ( $links as $field => $noun ) {
			$alias   = substr( $field, 0, -3 );
			$visible = null !== $row[ "{$alias}__owner_id" ] && $this->sees( (int) $row[ "{$alias}__owner_id" ] );
			$columns = array();
			foreach ( $this->entities->get( $noun )->name_columns() as $column ) {
				$columns[ $column ] = $row[ "{$alias}__$column" ];
			}
			$record[ "{$alias}_name" ]    = $visible ? $this->entities->get( $noun )->name_of( $columns ) : null;
			$record[ "{$alias}_trashed" ] = $visible && null !== $row[ "{$alias}__trashed_at" ];
			foreach ( $this->entity->borrowed[ $field ] ?? array() as $column ) {
				$record[ "{$alias}_$column" ] = $visible ? $row[ "{$alias}__$column" ] : null;
			}
		}
		return null === $sort ? $record : $record + array(
			'_sort' => array(
				'id'  => $row['id'],
				$sort => $row['sort_value'],
			),
		);
	}

	/**
	 * Whether this person sees the records of an owner.
	 *
	 * @param int $owner Owner.
	 */
	private function sees( int $owner ): bool {
		$this->sees[ $owner ] ??= Access::can( $this->user, 'view', $owner );
		return $this->sees[ $owner ];
	}
}
