<?php
/**
 * Adding up a quote.
 *
 * @package Carnet
 */

namespace Carnet\Quotes;

use Carnet\Entity\Money;
use Carnet\Entity\Rule_Error;

defined( 'ABSPATH' ) || exit;

/**
 * The money of a quote, as EN 16931 has it: the net of each line rounded to the minor unit, rounded nets summed by tax rate, tax
 * computed once for each rate. Every rounding is half away from zero. Integers throughout.
 */
final class Quote_Totals {

	/**
	 * Lines completed by their defaults, in plain decimals.
	 *
	 * @param list<array<string, mixed>> $lines Valid by Quote_Fields::lines.
	 * @param string                     $rate  Tax rate of a line that names none.
	 * @return list<array{description: string, quantity: string, unit_price: int, discount_percent: string, tax_rate: string}>
	 */
	public static function lines( array $lines, string $rate ): array {
		return array_map(
			static fn( array $line ): array => array(
				'description'      => $line['description'],
				'quantity'         => Money::plain( $line['quantity'] ?? '1' ),
				'unit_price'       => (int) ( $line['unit_price'] ?? 0 ),
				'discount_percent' => Money::plain( $line['discount_percent'] ?? '0' ),
				'tax_rate'         => Money::plain( $line['tax_rate'] ?? $rate ),
			),
			$lines
		);
	}

	/**
	 * The totals of completed lines.
	 *
	 * @param list<array{description: string, quantity: string, unit_price: int, discount_percent: string, tax_rate: string}> $lines Lines.
	 * @return array{net_total: int, tax_total: int, total: int, taxes: list<array{rate: string, base: int, tax: int}>}
	 * @throws Rule_Error Where an amount is too large.
	 */
	public static function of( array $lines ): array {
		$bases = array();
		foreach ( $lines as $line ) {
			$rate           = Money::scaled( $line['tax_rate'], 2 );
			$bases[ $rate ] = self::bounded( ( $bases[ $rate ] ?? 0 ) + self::net( $line ) );
		}
		ksort( $bases );
		$taxes = array();
		foreach ( $bases as $rate => $base ) {
			$taxes[] = array(
				'rate' => Money::plain( intdiv( $rate, 100 ) . '.' . str_pad( (string) ( $rate % 100 ), 2, '0', STR_PAD_LEFT ) ),
				'base' => $base,
				// A rate in hundredths of a per cent is a ten-thousandth.
				'tax'  => self::bounded( Money::ten_millionth( $base, $rate, 1000 ) ),
			);
		}
		$net = self::bounded( array_sum( array_column( $taxes, 'base' ) ) );
		$tax = self::bounded( array_sum( array_column( $taxes, 'tax' ) ) );
		return array(
			'net_total' => $net,
			'tax_total' => $tax,
			'total'     => self::bounded( $net + $tax ),
			'taxes'     => $taxes,
		);
	}

	/**
	 * The net of a line: quantity (in thousandths) times price less discount (in ten-thousandths), rounded once.
	 *
	 * @param array{quantity: string, unit_price: int, discount_percent: string} $line A line.
	 */
	public static function net( array $line ): int {
		return self::bounded( Money::ten_millionth( $line['unit_price'], Money::scaled( $line['quantity'], 3 ), 10000 - Money::scaled( $line['discount_percent'], 2 ) ) );
	}

	/**
	 * An amount that is not too large.
	 *
	 * @param int|null $amount Minor units; null for one far beyond.
	 * @throws Rule_Error Where it is.
	 */
	private static function bounded( ?int $amount ): int {
		if ( null === $amount || abs( $amount ) >= Money::LIMIT ) {
			throw new Rule_Error( 'lines', __( 'The amounts are too large to be added up.', 'carnet-crm' ) );
		}
		return $amount;
	}
}
