<?php
/**
 * Some records of a list.
 *
 * @package Carnet
 */

namespace Carnet\Entity;

use Carnet\Store\Literal;
use Carnet\Store\Id_Ranges;

defined( 'ABSPATH' ) || exit;

/**
 * The FROM of a statement that reads a slice of a list, with the noun's table as `r`: their ids are found and put in order first, and
 * only then are their rows read. The order is that of `p`, which has what it needs: by `r`, which is as wide as a record, MySQL would
 * write all of it to a temporary table first.
 */
final class List_Slice {

	/**
	 * FROM for some records of a list: an index finds and orders them, and only then are their rows read.
	 *
	 * @param List_Query $query  The list.
	 * @param string     $behind Condition of the order; empty from its beginning.
	 * @param int        $limit  Most records.
	 * @param int        $offset How many are left out first.
	 * @param bool       $dense  Whether it is known that there are many, so that they are soon met in their order.
	 */
	public static function by_index( List_Query $query, string $behind, int $limit, int $offset = 0, bool $dense = false ): string {
		if ( $offset >= Id_Ranges::SIZE && $query->is_in_id_ranges() ) {
			list( $behind, $offset ) = Id_Ranges::passed( $query, $offset );

			// A range has many; MySQL would sort them.
			$dense = true;
		}
		$from = $dense ? $query->from_where_in_order( $behind ) : $query->from_where( $behind );
		return "FROM (SELECT {$query->order()->columns( 'r' )} $from {$query->order()->sql( 'r' )} LIMIT $limit OFFSET $offset) p JOIN {$query->entity->table()} r ON r.id = p.id";
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
	public static function by_ids( List_Query $query, array $ids, string $behind, int $limit, int $offset ): string {
		$table = $query->entity->table();
		$order = $query->order();
		$where = 'r.id IN (' . Literal::integers( $ids ) . ')' . ( '' === $behind ? '' : " AND $behind" );
		return "FROM (SELECT {$order->columns( 'r' )} FROM (SELECT {$order->columns( 'r' )} FROM $table r FORCE INDEX (PRIMARY) WHERE $where LIMIT " . count( $ids ) . ") r {$order->sql( 'r' )} LIMIT $limit OFFSET $offset) p JOIN $table r ON r.id = p.id";
	}
}
