<?php
/**
 * From one period to the next.
 *
 * @package Carnet
 */

namespace Carnet\Dashboard;

use Carnet\Entity\Money;

defined( 'ABSPATH' ) || exit;

/**
 * Changes in per cent, as decimal texts with one place, rounded half away from zero, in integers throughout.
 */
final class Change {

	/**
	 * The change from one amount to another: null where the earlier one is zero.
	 *
	 * @param int $now    Amount now.
	 * @param int $before Amount before.
	 */
	public static function of( int $now, int $before ): ?string {
		if ( 0 === $before ) {
			return null;
		}
		// Of sums so large that a thousandfold would overflow, the last digits make no difference to a tenth of a per cent.
		while ( max( abs( $now ), abs( $before ) ) > Money::LIMIT * 4 ) {
			$now    = intdiv( $now, 10 );
			$before = intdiv( $before, 10 );
		}
		return self::in_words( Money::divide( ( $now - $before ) * 1000, abs( $before ) ) );
	}

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
		return self::in_words( Money::divide( $number, $before ) );
	}

	/**
	 * Tenths as a decimal text.
	 *
	 * @param int $tenths Tenths of a per cent.
	 */
	private static function in_words( int $tenths ): string {
		return ( $tenths < 0 ? '-' : '' ) . intdiv( abs( $tenths ), 10 ) . '.' . abs( $tenths ) % 10;
	}
}
