<?php
/**
 * From one period to the next.
 *
 * @package Carnet
 */

namespace Carnet\Dashboard;

defined( 'ABSPATH' ) || exit;

/**
 * Changes in per cent, as decimal texts with one place, rounded half away from zero, in integers throughout.
 */
final class Change {

	/**
	 * The change from one ratio to another: null where the earlier one is zero or there is none.
	 *
	 * @param int $part        Part now.
	 * @param int $whole       Whole now.
	 * @param int $was_part    Part before.
	 * @param int $was_whole   Whole before.
	 */
	public static function of_ratios( int $part, int $whole, int $was_part, int $was_whole ): ?string {
		if ( 0 === $whole || 0 === $was_whole || 0 === $was_part ) {
			return null;
		}
		$before = $was_part * $whole;
		$number = ( $part * $was_whole - $before ) * 1000;
		$tenths = intdiv( 2 * abs( $number ) + $before, 2 * $before ) * ( $number < 0 ? -1 : 1 );
		return ( $tenths < 0 ? '-' : '' ) . intdiv( abs( $tenths ), 10 ) . '.' . abs( $tenths ) % 10;
	}
}
