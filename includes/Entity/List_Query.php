<?php
/**
 * Which records a list means.
 *
 * @package Carnet
 */

namespace Carnet\Entity;

use Carnet\Store\Database;
use Carnet\Store\List_Figures;
use Carnet\Store\Search;

defined( 'ABSPATH' ) || exit;

/**
 * Turns the validated parameters of a list, and the reader's scope, into the FROM, WHERE and ORDER BY of a query over ids, `r.id`.
 * `r` is the noun's table, unless nothing but the id of what a search finds is needed.
 */
final class List_Query {

	/**
	 * Records made after a period that are rather passed over than the first id of the period asked for.
	 */
	private const PASSED = 20000;

	/**
	 * Its filters.
	 */
	private readonly List_Filters $filters;

	/**
	 * The id of after_id().
	 */
	private ?int $after = null;

	/**
	 * The filters that narrow the list, by kind: what Totals may know the answer to.
	 *
	 * @var array<string, mixed>
	 */
	public readonly array $narrowing;

	/**
	 * What is searched for.
	 */
	private readonly ?Search $search;

	/**
	 * Whether the list is what the search finds by its keys: they say it all, and nothing else but an owner, who stands beside them,
	 * narrows it.
	 */
	private readonly bool $is_told;

	/**
	 * Reads the parameters.
	 *
	 * @param Entity               $entity   The noun.
	 * @param Entities             $entities All nouns.
	 * @param array<string, mixed> $params   As validated by Collection_Params.
	 * @param int|null             $owner    The only owner whose records the reader may see, or null for all.
	 */
	public function __construct( public readonly Entity $entity, private readonly Entities $entities, private readonly array $params, public readonly ?int $owner ) {
		$this->filters     = new List_Filters( $entity, $params, $owner );
		$search            = (string) ( $params['search'] ?? '' );
		$this->narrowing   = $this->filters->narrowing() + ( '' === trim( $search ) ? array() : array( 'search' => $search ) );
		list( $rest, $of ) = $this->apart_from_owner();
		$this->search      = isset( $this->narrowing['search'] ) ? new Search( $entity, $search, $this->trashed(), $of, $this->parents_are_mine() ) : null;
		$this->is_told     = array( 'search' ) === array_keys( $rest ) && $this->search?->is_told();
	}

	/**
	 * The condition under which a reader who sees only their own sees the searchable parents of `r` too: all of them are theirs.
	 */
	private function parents_are_mine(): string {
		$conditions = array();
		foreach ( null === $this->owner ? array() : $this->entity->links() as $field => $noun ) {
			if ( ! empty( $this->entity->fields()->get( $field )['searchable'] ) ) {
				$table        = $this->entities->get( $noun )->table();
				$conditions[] = "(r.$field IS NULL OR r.$field IN (SELECT id FROM $table WHERE owner_id = {$this->owner}))";
			}
		}
		return implode( ' AND ', $conditions );
	}

	/**
	 * The filters but that for one owner, and this owner: the reader who sees no others', or who is asked for; null for everybody.
	 *
	 * @return array{array<string, mixed>, int|null}
	 */
	public function apart_from_owner(): array {
		$asked = array_map( 'intval', $this->narrowing['owner_id'] ?? array() );
		if ( 1 !== count( $asked ) || ( null !== $this->owner && array( $this->owner ) !== $asked ) ) {
			return array( $this->narrowing, $this->owner );
		}
		return array( array_diff_key( $this->narrowing, array( 'owner_id' => true ) ), $asked[0] );
	}

	/**
	 * Whether the trash is meant.
	 */
	public function trashed(): bool {
		return ! empty( $this->params['trashed'] );
	}

	/**
	 * Narrows the list to records after a position in id order: how long jobs go on where they stopped.
	 *
	 * @param int $id The last id that was seen.
	 */
	public function after_id( int $id ): self {
		$query        = clone $this;
		$query->after = $id;
		return $query;
	}

	/**
	 * The ids of the list, in whatever order, for who takes all of them.
	 *
	 * @param int|null $limit Most ids.
	 */
	public function ids( ?int $limit = null ): string {
		if ( ! $this->search || ! $this->is_told ) {
			$ids = "SELECT r.id {$this->from( '' )}";
		} else {
			$ids = 'SELECT ' . ( $this->search->is_distinct() ? '' : 'DISTINCT ' ) . "k.record_id AS id {$this->search->found()}" . ( null === $this->after ? '' : " AND k.record_id > {$this->after}" );
		}
		return $ids . ( null === $limit ? '' : " LIMIT $limit" );
	}

	/**
	 * FROM and WHERE, for who takes some in the list's order.
	 *
	 * @param string $more A further, prepared condition.
	 */
	public function from_where( string $more = '' ): string {
		if ( $this->is_by_key() ) {
			return $this->from_key( $more );
		}
		$day     = $this->is_agenda() ? array( "{$this->params['orderby']}_after", "{$this->params['orderby']}_before" ) : array();
		$unknown = array_filter( array_diff( array_keys( $this->apart_from_owner()[0] ), $day ), fn( string $name ): bool => ! List_Figures::is_kept_in_pairs( $this->entity, $name ) );
		// What somebody has of a kind, in its order: MySQL would go through everybody's, or sort all of theirs.
		return $this->from( $unknown ? '' : $this->own_key(), $more );
	}

	/**
	 * The same for a list of which it is known that it is long: the table is gone through in the list's order. MySQL would rather find
	 * and sort all of it. For a period of the past the database is asked where it begins.
	 *
	 * @param string $more A further, prepared condition.
	 */
	public function from_where_in_order( string $more ): string {
		if ( $this->is_by_key() ) {
			return $this->from_key( $more );
		}
		$own = $this->own_key();
		return $this->from( '' !== $own ? $own : ( $this->is_by_id() ? 'live' : Table_Sql::order_key( $this->params['orderby'] ) ), '' === $more ? $this->from_period_on() : $more, true );
	}

	/**
	 * The condition that a list in the order of ids begins where that of the records made in a period does: what was made later has a higher
	 * id, more or less, and would all be gone through first. '' where that is little, or there is no period.
	 */
	private function from_period_on(): string {
		list( $bound, $beyond, $within, $outmost ) = 'asc' === ( $this->params['order'] ?? 'desc' ) ? array( 'created_at_after', 'created_at_before', '>=', 'MIN' ) : array( 'created_at_before', 'created_at_after', '<=', 'MAX' );

		$at = $this->is_by_id() ? $this->params[ $bound ] ?? null : null;
		if ( null === $at || (int) Database::value( 'SELECT COUNT(*) FROM (' . $this->made( array( $beyond => $at ) ) . ' LIMIT ' . self::PASSED . ') p' ) < self::PASSED ) {
			return '';
		}
		$period = array_intersect_key( $this->params, array_flip( array( $bound, $beyond ) ) );
		return "r.id $within " . (int) Database::value( "SELECT $outmost(p.id) FROM (" . $this->made( $period ) . ') p' );
	}

	/**
	 * The ids of records, of the list's owner and in the trash or not, by when they were made: as a key has them.
	 *
	 * @param array<string, string> $when created_at_after, created_at_before.
	 */
	private function made( array $when ): string {
		$owner = $this->apart_from_owner()[1];
		$key   = null === $owner ? Table_Sql::order_key( 'created_at' ) : Table_Sql::own_order_key( 'created_at' );
		$where = ( new List_Filters( $this->entity, $when + array_intersect_key( $this->params, array( 'trashed' => true ) ), null ) )->conditions();
		return "SELECT r.id FROM {$this->entity->table()} r FORCE INDEX ($key) WHERE " . implode( ' AND ', $where ) . ( null === $owner ? '' : " AND r.owner_id = $owner" );
	}

	/**
	 * The key in which what one owner has lies in the list's order; '' where it is of all owners or there is no such key.
	 */
	private function own_key(): string {
		if ( null === $this->apart_from_owner()[1] ) {
			return '';
		}
		return $this->is_by_id() ? 'owner_id' : ( $this->is_agenda() ? Table_Sql::own_order_key( $this->params['orderby'] ) : '' );
	}

	/**
	 * Whether it is in the order of the day by which people look at what is theirs.
	 */
	private function is_agenda(): bool {
		return isset( $this->entity->fields()->having( 'agenda' )[ $this->params['orderby'] ?? 'id' ] );
	}

	/**
	 * Whether the list is one key of a search, whose records are in id order.
	 */
	public function is_by_key(): bool {
		return $this->is_by_id() && $this->is_told && $this->search?->is_one_key();
	}

	/**
	 * FROM and WHERE of such a list.
	 *
	 * @param string $more A further, prepared condition on the id.
	 */
	private function from_key( string $more ): string {
		return "FROM ({$this->ids()}) r" . ( '' === $more ? '' : " WHERE $more" );
	}

	/**
	 * FROM and WHERE over the noun's table.
	 *
	 * @param string $index   The only key by which it is to be read; '' for any.
	 * @param string $more    A further, prepared condition.
	 * @param bool   $by_text Whether what is searched for is looked for in the text of each record, instead of led to.
	 */
	private function from( string $index, string $more = '', bool $by_text = false ): string {
		$joins = array_merge( $this->filters->joins(), $by_text || ! $this->search ? array() : $this->search->joins() );
		return 'FROM ' . $this->entity->table() . ' r ' . ( '' === $index ? '' : "FORCE INDEX ($index) " ) . implode( ' ', $joins ) . ' ' . $this->conditions( $more, $by_text );
	}

	/**
	 * WHERE alone, for who reads the table in a way of their own.
	 *
	 * @param string $more    A further, prepared condition.
	 * @param bool   $by_text Whether what is searched for is looked for in the text of each record.
	 */
	public function conditions( string $more = '', bool $by_text = true ): string {
		$search = $by_text ? $this->search?->conditions() : $this->search?->open();
		return 'WHERE ' . implode( ' AND ', array_filter( array( ...$this->filters->conditions(), ...( $search ?? array() ), null === $this->after ? '' : "r.id > {$this->after}", $more ) ) );
	}

	/**
	 * Whether it is in the order of ids.
	 */
	private function is_by_id(): bool {
		return 'id' === ( $this->params['orderby'] ?? 'id' );
	}

	/**
	 * Whether it is all that is live, in the order in which it lies in the table.
	 */
	public function is_whole_table(): bool {
		return array() === $this->narrowing && null === $this->owner && ! $this->trashed() && $this->is_by_id();
	}

	/**
	 * Whether Id_Ranges knows where a place in it is.
	 */
	public function is_in_id_ranges(): bool {
		return array() === $this->apart_from_owner()[0] && ! $this->trashed() && $this->is_by_id();
	}

	/**
	 * The order asked for.
	 */
	public function order(): List_Order {
		return new List_Order( $this->entity, $this->params['orderby'] ?? 'id', $this->params['order'] ?? 'desc' );
	}
}
