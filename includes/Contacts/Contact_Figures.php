<?php
/**
 * What a contact adds to the dashboard.
 *
 * @package Carnet
 */

namespace Carnet\Contacts;

use Carnet\Entity\Figures;
use Carnet\Entity\Instant;

defined( 'ABSPATH' ) || exit;

/**
 * Growth and conversion by the site's calendar day (buckets: 2026-11-22).
 *
 * - `contacts.created_on`: made that day, those trashed since included;
 * - `contacts.trashed_on`: in the trash since that day;
 * - `contacts.lead_on`: live, became a lead that day;
 * - `contacts.converted_on`: live, became a lead that day and a customer after.
 */
final class Contact_Figures implements Figures {

	/**
	 * What one contact adds.
	 *
	 * @param array<string, mixed> $record A contact as in the API.
	 * @return array<string, int>
	 */
	public function contributions( array $record ): array {
		$adds = array( 'contacts.created_on|' . Instant::site_day( $record['created_at'] ) => 1 );
		if ( null !== $record['trashed_at'] ) {
			return $adds + array( 'contacts.trashed_on|' . Instant::site_day( $record['trashed_at'] ) => 1 );
		}
		if ( null !== $record['lead_since'] ) {
			$day                             = Instant::site_day( $record['lead_since'] );
			$adds[ "contacts.lead_on|$day" ] = 1;
			if ( null !== $record['customer_since'] && $record['customer_since'] >= $record['lead_since'] ) {
				$adds[ "contacts.converted_on|$day" ] = 1;
			}
		}
		return $adds;
	}
}
