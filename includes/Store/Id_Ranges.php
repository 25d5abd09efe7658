<?php
/**
 * Far into a list without going there.
 *
 * @package Carnet
 */

namespace Carnet\Store;

use Carnet\Entity\List_Query;

defined( 'ABSPATH' ) || exit;

/**
 * How many live records there are among each few thousand ids in a row is kept like every figure. So a page by its number, in id order,
 * begins in the right range of ids, and only what is left of its offset is passed over.
 *
 * Metric: `contacts.id_range` (bucket: the number of the range, ten digits, so that they are in order).
 */
final class Id_Ranges {

	/**
	 * Ids a range.
	 */
	public const SIZE = 5000;

	/**
	 * The metric of a noun.
	 *
	 * @param string $plural Its plural.
	 */
	public static function metric( string $plural ): string {
		return "$plural.id_range";
	}

	/**
	 * The bucket of a record.
	 *
	 * @param int $id Its id.
	 */
	public static function bucket( int $id ): string {
		return sprintf( '%010d', intdiv( $id, self::SIZE ) );
	}

	/**
	 * Where the record stands that has so many before it in a list of all that is live, or all that one owner has.
	 *
	 * @param List_Query $query  The list, in id order, narrowed by nothing but an owner.
	 * @param int        $offset How many.
	 * @return array{string, int} A condition on r.id that leaves out most of them, and how many it does not.
	 */
	public static function passed( List_Query $query, int $offset ): array {
		list( , $owner ) = $query->apart_from_owner();
		$ascending       = $query->order()->is_ascending();
		$metric          = self::metric( $query->entity->plural );
		// As many ranges as are enough where most are half full; else all.
		$some = 2 + intdiv( 2 * $offset, self::SIZE );
		foreach ( array( $some, PHP_INT_MAX ) as $most ) {
			$left = $offset;
			foreach ( Totals::in_order( $metric, $owner, $ascending, $most ) as $bucket => $amount ) {
				$first = self::SIZE * (int) $bucket;
				if ( $left < $amount ) {
					return array( $ascending ? "r.id >= $first" : 'r.id < ' . ( $first + self::SIZE ), $left );
				}
				$left -= $amount;
			}
		}
		// Behind the end.
		return array( '0 = 1', 0 );
	}
}
