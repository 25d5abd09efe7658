<?php
/**
 * Amounts of money.
 *
 * @package Carnet
 */

namespace Carnet\Entity;

defined( 'ABSPATH' ) || exit;

/**
 * Integer arithmetic on minor units. Every rounding is half away from zero; there is no float anywhere.
 */
final class Money {

	/**
	 * Amounts stay below: their products with percents and quantities fit into 64 bits.
	 */
	public const LIMIT = 1000000000000000;

	/**
	 * Limbs of long multiplication: two of them multiply within 64 bits.
	 */
	private const BASE = 10000000;

	/**
	 * A fraction of two integers, rounded half away from zero.
	 *
	 * @param int $number Above the line.
	 * @param int $by     Below the line, positive.
	 */
	public static function divide( int $number, int $by ): int {
		$whole = intdiv( $number, $by );
		$rest  = abs( $number % $by );
		// Twice the rest could overflow; the rest against what is left of the divisor cannot.
		return $rest >= $by - $rest ? $whole + ( $number < 0 ? -1 : 1 ) : $whole;
	}

	/**
	 * The product of integers divided by ten million, rounded half away from zero, exact however large the product is on the way.
	 *
	 * @param int ...$factors Factors.
	 * @return int|null Null where the result is not below LIMIT.
	 */
	public static function ten_millionth( int ...$factors ): ?int {
		$limbs    = array( 1 );
		$negative = false;
		foreach ( $factors as $factor ) {
			$negative = ( $factor < 0 ) !== $negative;
			$limbs    = self::times( $limbs, abs( $factor ) );
		}
		// The lowest limb is what ten million divides away.
		$result = $limbs[0] * 2 >= self::BASE ? 1 : 0;
		foreach ( array_slice( $limbs, 1 ) as $place => $limb ) {
			if ( $place > 2 && $limb > 0 ) {
				return null;
			}
			$result += $limb * self::BASE ** min( 2, $place );
		}
		return $result >= self::LIMIT ? null : ( $negative ? -$result : $result );
	}

	/**
	 * Long multiplication.
	 *
	 * @param list<int> $limbs  Number in base ten million, lowest first.
	 * @param int       $factor Not negative.
	 * @return list<int>
	 */
	private static function times( array $limbs, int $factor ): array {
		$product = array();
		for ( $shift = 0; $factor > 0 || 0 === $shift; $shift++ ) {
			foreach ( $limbs as $place => $limb ) {
				$product[ $place + $shift ] = ( $product[ $place + $shift ] ?? 0 ) + $limb * ( $factor % self::BASE );
			}
			$factor = intdiv( $factor, self::BASE );
		}
		for ( $place = 0; isset( $product[ $place ] ); $place++ ) {
			$carry              = intdiv( $product[ $place ], self::BASE );
			$product[ $place ] -= $carry * self::BASE;
			if ( $carry > 0 ) {
				$product[ $place + 1 ] = ( $product[ $place + 1 ] ?? 0 ) + $carry;
			}
		}
		ksort( $product );
		return array_values( $product );
	}

	/**
	 * A decimal text as an integer of its smallest place: "5.5" with 2 places is 550.
	 *
	 * @param string $decimal Digits, a point, at most that many decimals.
	 * @param int    $places  Decimal places.
	 */
	public static function scaled( string $decimal, int $places ): int {
		list( $whole, $decimals ) = explode( '.', $decimal . '.' );
		return (int) ( $whole . str_pad( $decimals, $places, '0' ) );
	}

	/**
	 * A decimal text without zeros that say nothing: "5.50" is "5.5".
	 *
	 * @param string $decimal Digits, a point, decimals.
	 */
	public static function plain( string $decimal ): string {
		$plain = str_contains( $decimal, '.' ) ? rtrim( rtrim( $decimal, '0' ), '.' ) : $decimal;
		$plain = ltrim( $plain, '0' );
		return '' === $plain || '.' === $plain[0] ? "0$plain" : $plain;
	}

	/**
	 * Minor units as a decimal text: 1234 with two digits is "12.34".
	 *
	 * @param int $minor    Minor units.
	 * @param int $exponent Digits of the minor unit.
	 */
	public static function decimal( int $minor, int $exponent ): string {
		$digits = str_pad( (string) abs( $minor ), $exponent + 1, '0', STR_PAD_LEFT );
		$whole  = substr( $digits, 0, strlen( $digits ) - $exponent );
		return ( $minor < 0 ? '-' : '' ) . $whole . ( $exponent ? '.' . substr( $digits, -$exponent ) : '' );
	}

	/**
	 * A whole number of per cent of an amount.
	 *
	 * @param int|null $amount  Minor units, or null where there is none.
	 * @param int      $percent 0 to 100.
	 */
	public static function percent_of( ?int $amount, int $percent ): ?int {
		return null === $amount ? null : self::divide( $amount * $percent, 100 );
	}
}
