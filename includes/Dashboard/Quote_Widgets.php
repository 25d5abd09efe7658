<?php
/**
 * What the dashboard says of sales.
 *
 * @package Carnet
 */

namespace Carnet\Dashboard;

use Carnet\Entity\Money;

defined( 'ABSPATH' ) || exit;

/**
 * Revenue and the average sale, from the totals that Quotes\Quote_Figures keeps. An accepted quote is a sale.
 */
final class Quote_Widgets {

	/**
	 * Takes the figures.
	 *
	 * @param Kept_Figures $kept Figures.
	 */
	public function __construct( private readonly Kept_Figures $kept ) {}

	/**
	 * Revenue by currency.
	 *
	 * @return array<string, mixed>
	 */
	public function revenue(): array {
		return $this->figure(
			fn( Period $period ): array => array_intersect_key( $this->kept->by_currency( 'quotes.revenue_on', $period ), $this->sales( $period ) ),
			__( 'Sum of the net totals of the quotes accepted in the period, by currency. Quotes in the trash are left out.', 'carnet-crm' )
		);
	}

	/**
	 * The average sale by currency, rounded half away from zero.
	 *
	 * @return array<string, mixed>
	 */
	public function average(): array {
		$average = function ( Period $period ): array {
			$sums     = $this->kept->by_currency( 'quotes.revenue_on', $period );
			$averages = array();
			foreach ( $this->sales( $period ) as $currency => $number ) {
				$averages[ $currency ] = Money::divide( $sums[ $currency ] ?? 0, $number );
			}
			return $averages;
		};
		return $this->figure( $average, __( 'Total revenue divided by the number of quotes accepted in the period, by currency.', 'carnet-crm' ) );
	}

	/**
	 * The number of sales by currency; a currency without any is left out.
	 *
	 * @param Period $period A period.
	 * @return array<string, int>
	 */
	private function sales( Period $period ): array {
		return array_filter( $this->kept->by_currency( 'quotes.accepted_on', $period ) );
	}

	/**
	 * A money figure with its past.
	 *
	 * @param \Closure( Period ): array<string, int> $of      Its value in a period.
	 * @param string                                 $formula In words.
	 * @return array<string, mixed>
	 */
	private function figure( \Closure $of, string $formula ): array {
		$period   = $this->kept->period;
		$current  = $of( $period );
		$previous = $of( $period->previous() );
		$change   = array();
		foreach ( array_keys( $current + $previous ) as $currency ) {
			$change[ $currency ] = Change::of( $current[ $currency ] ?? 0, $previous[ $currency ] ?? 0 );
		}
		return array(
			'current'  => (object) $current,
			'previous' => (object) $previous,
			'change'   => (object) $change,
			'formula'  => $formula,
			'rows'     => "admin.php?page=carnet-quotes&status=accepted&accepted_at_after={$period->from}&accepted_at_before={$period->to}",
		);
	}
}
