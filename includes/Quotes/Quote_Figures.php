<?php
/**
 * What one quote adds to the maintained figures.
 *
 * @package Carnet
 */

namespace Carnet\Quotes;

use Carnet\Entity\Figures;
use Carnet\Entity\Instant;

defined( 'ABSPATH' ) || exit;

/**
 * Revenue by the site's day of acceptance and currency (bucket: 2026-11-22|EUR): `quotes.revenue_on`, the sum of net totals in minor
 * units, and `quotes.accepted_on`, their number.
 */
final class Quote_Figures implements Figures {

	/**
	 * What one quote adds.
	 *
	 * @param array<string, mixed> $record A quote as in the API.
	 * @return array<string, int>
	 */
	public function contributions( array $record ): array {
		if ( null !== $record['trashed_at'] || 'accepted' !== $record['status'] || null === $record['accepted_at'] ) {
			return array();
		}
		$at = Instant::site_day( $record['accepted_at'] ) . "|{$record['currency']}";
		return array(
			"quotes.revenue_on|$at"  => $record['net_total'] ?? 0,
			"quotes.accepted_on|$at" => 1,
		);
	}
}
