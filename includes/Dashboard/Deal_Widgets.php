<?php
/**
 * What the dashboard says of deals.
 *
 * @package Carnet
 */

namespace Carnet\Dashboard;

use Carnet\Settings\Settings;

defined( 'ABSPATH' ) || exit;

/**
 * The pipeline and the win rate, from the totals that Deals\Deal_Figures keeps.
 */
final class Deal_Widgets {

	/**
	 * Takes the figures.
	 *
	 * @param Kept_Figures $kept Figures.
	 */
	public function __construct( private readonly Kept_Figures $kept ) {}

	/**
	 * Open deals by stage, in the order of the settings, with their amounts by currency.
	 *
	 * @return array<string, mixed>
	 */
	public function pipeline(): array {
		$stages   = array();
		$weighted = array();
		foreach ( array_column( Settings::all()['lists']['deal_stage'], 'key' ) as $stage ) {
			$of_stage = $this->by_currency( 'deals.open.weighted', $stage );
			$stages[] = array(
				'stage'    => $stage,
				'count'    => $this->kept->of( 'deals.open' )[ $stage ] ?? 0,
				'unvalued' => $this->kept->of( 'deals.open.unvalued' )[ $stage ] ?? 0,
				'amount'   => (object) $this->by_currency( 'deals.open.amount', $stage ),
				'weighted' => (object) $of_stage,
				'rows'     => "admin.php?page=carnet-deals&status=open&stage=$stage",
			);
			foreach ( $of_stage as $currency => $amount ) {
				$weighted[ $currency ] = ( $weighted[ $currency ] ?? 0 ) + $amount;
			}
		}
		ksort( $weighted );
		return array(
			'stages'   => $stages,
			'weighted' => (object) $weighted,
			'formula'  => __( 'Open deals by stage. Weighted: forecast amount times probability, rounded for each deal, then added up by currency. Deals without an amount are counted apart.', 'carnet-crm' ),
			'rows'     => 'admin.php?page=carnet-deals&status=open',
		);
	}

	/**
	 * Of the deals won or lost in the period: those won.
	 *
	 * @return array<string, mixed>
	 */
	public function win_rate(): array {
		$period   = $this->kept->period;
		$closed   = fn( Period $of ): array => array(
			'won'  => $this->kept->sum( 'deals.won_on', $of ),
			'lost' => $this->kept->sum( 'deals.lost_on', $of ),
		);
		$current  = $closed( $period );
		$previous = $closed( $period->previous() );
		return array(
			'current'  => $current,
			'previous' => $previous,
			'change'   => Change::of_ratios( $current['won'], array_sum( $current ), $previous['won'], array_sum( $previous ) ),
			'formula'  => __( 'Deals won, divided by deals won or lost, both closed in the period. Open and abandoned deals do not count.', 'carnet-crm' ),
			'rows'     => "admin.php?page=carnet-deals&status[]=won&status[]=lost&closed_at_after={$period->from}&closed_at_before={$period->to}",
		);
	}

	/**
	 * What is kept of a stage, by currency.
	 *
	 * @param string $metric Kept by stage and currency: proposal|EUR.
	 * @param string $stage  Stage.
	 * @return array<string, int>
	 */
	private function by_currency( string $metric, string $stage ): array {
		$sums = array();
		foreach ( $this->kept->of( $metric ) as $bucket => $amount ) {
			if ( str_starts_with( $bucket, "$stage|" ) && 0 !== $amount ) {
				$sums[ substr( $bucket, strlen( $stage ) + 1 ) ] = $amount;
			}
		}
		ksort( $sums );
		return $sums;
	}
}
