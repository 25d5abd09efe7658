<?php
/**
 * What one deal adds to the maintained figures.
 *
 * @package Carnet
 */

namespace Carnet\Deals;

use Carnet\Entity\Figures;
use Carnet\Entity\Instant;

defined( 'ABSPATH' ) || exit;

/**
 * The pipeline of open deals and the win rate.
 *
 * - `deals.open` (bucket: stage), `deals.open.unvalued` (stage): open deals, and those of them without an amount;
 * - `deals.open.amount`, `deals.open.weighted` (stage|currency): sums of minor units;
 * - `deals.won_on`, `deals.lost_on` (the site's day): closed that day.
 */
final class Deal_Figures implements Figures {

	/**
	 * What one deal adds.
	 *
	 * @param array<string, mixed> $record A deal as in the API.
	 * @return array<string, int>
	 */
	public function contributions( array $record ): array {
		if ( null !== $record['trashed_at'] ) {
			return array();
		}
		if ( 'open' !== $record['status'] ) {
			$day = null === $record['closed_at'] ? '' : Instant::site_day( $record['closed_at'] );
			return in_array( $record['status'], array( 'won', 'lost' ), true ) ? array( "deals.{$record['status']}_on|$day" => 1 ) : array();
		}
		$at = "{$record['stage']}|{$record['currency']}";
		return array(
			"deals.open|{$record['stage']}"          => 1,
			"deals.open.unvalued|{$record['stage']}" => null === $record['amount'] ? 1 : 0,
			"deals.open.amount|$at"                  => $record['amount'] ?? 0,
			"deals.open.weighted|$at"                => $record['weighted_amount'] ?? 0,
		);
	}
}
