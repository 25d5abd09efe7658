<?php
/**
 * The money of a quote.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Quotes;

use Carnet\Entity\Rule_Error;
use Carnet\Quotes\Quote_Totals;
use Carnet\Tests\Builders;
use Carnet\Tests\Test_Case;

/**
 * Tables of cases, and ten thousand random quotes against decimals worked out another way: on strings of digits.
 */
final class Quote_TotalsTest extends Test_Case {

	use Builders;

	/**
	 * Lines as quantity, price, discount, rate; then net, tax, total.
	 *
	 * @return array<string, array{list<array{string, int, string, string}>, array{int, int, int}}>
	 */
	public static function quotes(): array {
		return array(
			'3 x 3.33 at 20 % is 2.00 of tax'       => array( array( array( '3', 333, '0', '20' ) ), array( 999, 200, 1199 ) ),
			'three lines of it too: once per rate'  => array( array_fill( 0, 3, array( '1', 333, '0', '20' ) ), array( 999, 200, 1199 ) ),
			'100 x 1.49 at 5.5 %'                   => array( array( array( '100', 149, '0', '5.5' ) ), array( 14900, 820, 15720 ) ),
			'half a cent goes up'                   => array( array( array( '0.5', 1, '0', '0' ) ), array( 1, 0, 1 ) ),
			'and down when negative'                => array( array( array( '0.5', -1, '0', '0' ) ), array( -1, 0, -1 ) ),
			'tax of a negative base'                => array( array( array( '1', -250, '0', '1' ) ), array( -250, -3, -253 ) ),
			'a line and its credit are nothing'     => array( array( array( '3', 333, '0', '20' ), array( '3', -333, '0', '20' ) ), array( 0, 0, 0 ) ),
			'a discount is rounded with its line'   => array( array( array( '1', 999, '33.33', '0' ) ), array( 666, 0, 666 ) ),
			'all of it discounted'                  => array( array( array( '7', 999, '100', '20' ) ), array( 0, 0, 0 ) ),
			'two rates, each on its own'            => array( array( array( '1', 1003, '0', '20' ), array( '1', 1003, '0', '5.5' ) ), array( 2006, 256, 2262 ) ),
			'thousandths of a quantity'             => array( array( array( '0.001', 1500, '0', '0' ) ), array( 2, 0, 2 ) ),
			'as large as can be'                    => array( array( array( '1', 999999999999999, '0', '0' ) ), array( 999999999999999, 0, 999999999999999 ) ),
			'large on the way, discounted'          => array( array( array( '999999999', 999999999, '99.99', '0' ) ), array( 99999999800000, 0, 99999999800000 ) ),
		);
	}

	/**
	 * One of them.
	 *
	 * @dataProvider quotes
	 *
	 * @param list<array{string, int, string, string}> $lines    Lines.
	 * @param array{int, int, int}                     $expected Net, tax, total.
	 */
	public function test_a_quote_is_added_up( array $lines, array $expected ): void {
		$totals = Quote_Totals::of( self::lines( $lines ) );
		self::assertSame( $expected, array( $totals['net_total'], $totals['tax_total'], $totals['total'] ) );
	}

	/**
	 * Lines that are too large.
	 *
	 * @return array<string, array{list<array{string, int, string, string}>}>
	 */
	public static function too_large(): array {
		return array(
			'one line'           => array( array( array( '2', 999999999999999, '0', '0' ) ) ),
			'far beyond'         => array( array( array( '999999999', 999999999999999, '0', '0' ) ) ),
			'two lines'          => array( array( array( '1', 999999999999999, '0', '0' ), array( '1', 1, '0', '0' ) ) ),
			'two rates'          => array( array( array( '1', 999999999999999, '0', '0' ), array( '1', 1, '0', '5' ) ) ),
			'with its tax'       => array( array( array( '1', 999999999999999, '0', '20' ) ) ),
			'as much below zero' => array( array( array( '2', -999999999999999, '0', '0' ) ) ),
		);
	}

	/**
	 * One of them.
	 *
	 * @dataProvider too_large
	 *
	 * @param list<array{string, int, string, string}> $lines Lines.
	 */
	public function test_amounts_that_are_too_large_are_refused( array $lines ): void {
		$this->expectException( Rule_Error::class );
		Quote_Totals::of( self::lines( $lines ) );
	}

	public function test_ten_thousand_random_quotes_are_right_to_the_minor_unit(): void {
		mt_srand( 20261122 );
		$met = array_fill_keys( array( 'negative', 'large', 'discounted', 'thousandths', 'rates' ), 0 );
		for ( $i = 0; $i < 10000; $i++ ) {
			// Every tenth quote is as large as totals may be.
			$large = 0 === $i % 10;
			$lines = array();
			for ( $n = mt_rand( 1, $large ? 3 : 6 ); $n > 0; $n-- ) {
				$price   = $large ? mt_rand( -20000000000000, 30000000000000 ) : mt_rand( -1, 9 ) * mt_rand( 0, 10 ** mt_rand( 1, 6 ) );
				$lines[] = array( self::decimal( mt_rand( 1, $large ? 9999 : 10 ** mt_rand( 1, 7 ) ), $large ? 3 : mt_rand( 0, 3 ) ), $price, mt_rand( 0, 2 ) ? '0' : self::decimal( mt_rand( 0, 10000 ), 2 ), array( '20', '10', '5.5', '2.1', '0', '19.6', self::decimal( mt_rand( 0, 10000 ), 2 ) )[ mt_rand( 0, 6 ) ] );
			}
			$totals = Quote_Totals::of( Quote_Totals::lines( self::lines( $lines ), '20' ) );
			self::assertSame( self::by_hand( $lines ), array( (string) $totals['net_total'], (string) $totals['tax_total'], (string) $totals['total'] ), (string) wp_json_encode( $lines ) );
			$met['negative']    += (int) ( $totals['net_total'] < 0 );
			$met['large']       += (int) ( abs( $totals['total'] ) > 10 ** 14 );
			$met['discounted']  += (int) ( count( array_diff( array_column( $lines, 2 ), array( '0' ) ) ) > 0 );
			$met['thousandths'] += count( preg_grep( '/\.\d\d[1-9]$/', array_column( $lines, 0 ) ) );
			$met['rates']       += (int) ( count( $totals['taxes'] ) > 2 );
		}
		foreach ( $met as $what => $times ) {
			self::assertGreaterThan( 100, $times, "Too few are $what." );
		}
	}

	/**
	 * Orders of the same lines.
	 */
	public function test_the_order_of_lines_changes_no_total(): void {
		$lines = array( array( '3', 333, '0', '20' ), array( '0.333', 999, '12.5', '5.5' ), array( '1', -50, '0', '20' ), array( '7.7', 1, '0', '2.1' ) );
		self::assertSame( Quote_Totals::of( self::lines( $lines ) ), Quote_Totals::of( self::lines( array_reverse( $lines ) ) ) );
	}

	/**
	 * Lines from short rows.
	 *
	 * @param list<array{string, int, string, string}> $lines Rows.
	 * @return list<array<string, mixed>>
	 */
	private static function lines( array $lines ): array {
		return array_map( static fn( array $line ): array => self::line( array_combine( array( 'quantity', 'unit_price', 'discount_percent', 'tax_rate' ), $line ) ), $lines );
	}

	/**
	 * An integer as a decimal text.
	 *
	 * @param int $number Not negative.
	 * @param int $places Decimals.
	 */
	private static function decimal( int $number, int $places ): string {
		$digits = str_pad( (string) $number, $places + 1, '0', STR_PAD_LEFT );
		return 0 === $places ? $digits : substr( $digits, 0, -$places ) . '.' . substr( $digits, -$places );
	}

	/**
	 * Net, tax and total, worked out on digits.
	 *
	 * @param list<array{string, int, string, string}> $lines Rows.
	 * @return array{string, string, string}
	 */
	private static function by_hand( array $lines ): array {
		$bases = array();
		foreach ( $lines as list( $quantity, $price, $discount, $rate ) ) {
			list( $of_quantity, $q ) = self::digits( $quantity );
			list( $of_discount, $d ) = self::digits( $discount );
			$kept                    = (string) ( 100 * 10 ** $d - (int) $of_discount );
			$net                     = self::round( self::product( self::product( (string) abs( $price ), $of_quantity ), $kept ), $q + $d + 2 );
			list( $of_rate, $r )     = self::digits( $rate );
			$key                     = str_pad( $of_rate, strlen( $of_rate ) + 2 - $r, '0' );
			$bases[ (int) $key ]     = ( $bases[ (int) $key ] ?? 0 ) + ( $price < 0 ? -1 : 1 ) * (int) $net;
		}
		$tax = 0;
		foreach ( $bases as $rate => $base ) {
			$tax += ( $base < 0 ? -1 : 1 ) * (int) self::round( self::product( (string) abs( $base ), (string) $rate ), 4 );
		}
		$net = array_sum( $bases );
		return array( (string) $net, (string) $tax, (string) ( $net + $tax ) );
	}

	/**
	 * A decimal text as digits and the number of its decimals.
	 *
	 * @param string $decimal The text.
	 * @return array{string, int}
	 */
	private static function digits( string $decimal ): array {
		$point = strpos( $decimal, '.' );
		return array( str_replace( '.', '', $decimal ), false === $point ? 0 : strlen( $decimal ) - $point - 1 );
	}

	/**
	 * The product of two texts of digits, as learned at school.
	 *
	 * @param string $a Digits.
	 * @param string $b Digits.
	 */
	private static function product( string $a, string $b ): string {
		$sum = array_fill( 0, strlen( $a ) + strlen( $b ), 0 );
		foreach ( array_reverse( str_split( $a ) ) as $i => $x ) {
			foreach ( array_reverse( str_split( $b ) ) as $j => $y ) {
				$sum[ $i + $j ] += (int) $x * (int) $y;
			}
		}
		$last = count( $sum ) - 1;
		for ( $i = 0; $i < $last; $i++ ) {
			$sum[ $i + 1 ] += intdiv( $sum[ $i ], 10 );
			$sum[ $i ]     %= 10;
		}
		return implode( '', array_reverse( $sum ) );
	}

	/**
	 * Digits without their last places, rounded half up.
	 *
	 * @param string $digits Digits.
	 * @param int    $places How many go.
	 */
	private static function round( string $digits, int $places ): string {
		$digits = str_pad( $digits, $places + 1, '0', STR_PAD_LEFT );
		return (string) ( (int) substr( $digits, 0, -$places ) + ( (int) substr( $digits, -$places, 1 ) >= 5 ? 1 : 0 ) );
	}
}
