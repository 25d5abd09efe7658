<?php
/**
 * What the demo's company sells.
 *
 * @package Carnet
 */

namespace Carnet\Demo;

use Carnet\Quotes\Quote_Totals;

/**
 * Makes offers out of data/sales.json: a title, lines and a currency, in the language and for the country of who gets them.
 */
final class Demo_Offers {

	/**
	 * Takes what they are made of.
	 *
	 * @param Random               $random Chance.
	 * @param array<string, mixed> $data   data/sales.json.
	 */
	public function __construct( private readonly Random $random, private readonly array $data ) {}

	/**
	 * An offer for someone.
	 *
	 * @param array<string, mixed> $person As Demo_Contacts gave them.
	 * @param bool                 $again  Whether they have bought before.
	 * @return array{title: string, currency: string, lines: list<array<string, mixed>>, net: int}
	 */
	public function offer( array $person, bool $again = false ): array {
		$kind  = $this->random->one( $this->data[ $again ? 'again' : 'kinds' ] );
		$lines = array();
		foreach ( $kind['items'] as $key ) {
			// What is smaller may be left out.
			if ( ! $lines || $this->random->happens( 85 ) ) {
				$lines[] = $this->line( $this->data['items'][ $key ], $person );
			}
		}
		return array(
			'title'    => $kind[ $person['speaks'] ],
			'currency' => $this->currency( $person ),
			'lines'    => $lines,
			'net'      => self::net( $lines ),
		);
	}

	/**
	 * The same offer, dearer: as it was before the discount.
	 *
	 * @param array{title: string, currency: string, lines: list<array<string, mixed>>, net: int} $offer An offer.
	 * @return array{title: string, currency: string, lines: list<array<string, mixed>>, net: int}
	 */
	public function dearer( array $offer ): array {
		foreach ( $offer['lines'] as $i => $line ) {
			$offer['lines'][ $i ] = array_merge(
				$line,
				array(
					'unit_price'       => intdiv( $line['unit_price'] * 23, 20 ),
					'discount_percent' => '0',
				)
			);
		}
		return array( 'net' => self::net( $offer['lines'] ) ) + $offer;
	}

	/**
	 * A note on a deal, or the terms of a quote; mostly none.
	 *
	 * @param string               $kind   notes or terms.
	 * @param array<string, mixed> $person Who gets it.
	 */
	public function note( string $kind, array $person ): string {
		return $this->random->happens( 'terms' === $kind ? 60 : 30 ) ? $this->random->one( $this->data[ $kind ][ $person['speaks'] ] ) : '';
	}

	/**
	 * The currency of someone's country. Some exporters count in dollars.
	 *
	 * @param array<string, mixed> $person As Demo_Contacts gave them.
	 */
	public function currency( array $person ): string {
		return $this->data['currencies'][ $person['country'] ] ?? ( $this->random->happens( 5 ) ? 'USD' : 'EUR' );
	}

	/**
	 * A line. Only who buys in France pays the tax.
	 *
	 * @param array<string, mixed> $item   From the file.
	 * @param array<string, mixed> $person Who gets it.
	 * @return array<string, mixed>
	 */
	private function line( array $item, array $person ): array {
		$quantity = (string) $this->random->between( $item['from'], $item['to'] );
		return array(
			'description'      => $item[ $person['speaks'] ],
			'quantity'         => $quantity . ( ! empty( $item['half'] ) && $this->random->happens( 30 ) ? '.5' : '' ),
			'unit_price'       => $item['price'],
			'discount_percent' => $this->random->happens( 80 ) ? '0' : $this->random->one( array( '5', '7.5', '10' ) ),
			'tax_rate'         => 'FR' === $person['country'] ? $item['tax'] ?? '20' : '0',
		);
	}

	/**
	 * What lines come to.
	 *
	 * @param list<array<string, mixed>> $lines Lines.
	 */
	private static function net( array $lines ): int {
		return Quote_Totals::of( Quote_Totals::lines( $lines, '0' ) )['net_total'];
	}
}
