<?php
/**
 * What the dashboard says of contacts.
 *
 * @package Carnet
 */

namespace Carnet\Dashboard;

defined( 'ABSPATH' ) || exit;

/**
 * The overview of contacts with their growth, and the conversion of leads, from the totals that Contacts\Contact_Figures keeps.
 */
final class Contact_Widgets {

	/**
	 * Takes the figures.
	 *
	 * @param Kept_Figures $kept Figures.
	 */
	public function __construct( private readonly Kept_Figures $kept ) {}

	/**
	 * Live contacts by type and in total, and their growth.
	 *
	 * @return array<string, mixed>
	 */
	public function overview(): array {
		$by_type = array();
		foreach ( array( 'lead', 'prospect', 'customer' ) as $type ) {
			$by_type[ $type ] = $this->kept->of( 'contacts.type' )[ $type ] ?? 0;
		}
		return array(
			'total'   => $this->total(),
			'by_type' => $by_type,
			'growth'  => array_map( array( $this, 'growth' ), $this->kept->period->parts() ),
			'formula' => __( 'Contacts that are not in the trash, by type. Growth: created in each part of the period (those trashed since included), trashed in it, and the number at its end.', 'carnet-crm' ),
			'rows'    => 'admin.php?page=carnet-contacts',
		);
	}

	/**
	 * One part of the growth. The number at its end is today's, less what came since, plus what went since.
	 *
	 * @param Period $part The part.
	 * @return array{from: string, created: int, trashed: int, total: int}
	 */
	private function growth( Period $part ): array {
		$since = new Period( $part->to, '9999-12-31' );
		return array(
			'from'    => $part->from,
			'created' => $this->kept->sum( 'contacts.created_on', $part ),
			'trashed' => $this->kept->sum( 'contacts.trashed_on', $part ),
			'total'   => $this->total() - $this->kept->sum( 'contacts.created_on', $since ) + $this->kept->sum( 'contacts.trashed_on', $since ),
		);
	}

	/**
	 * Live contacts now.
	 */
	private function total(): int {
		return $this->kept->of( 'contacts' )[''] ?? 0;
	}

	/**
	 * Of the contacts that became leads in the period: those that became customers after, of all.
	 *
	 * @return array<string, mixed>
	 */
	public function conversion(): array {
		$period   = $this->kept->period;
		$current  = $this->converted( $period );
		$previous = $this->converted( $period->previous() );
		return array(
			'current'  => $current,
			'previous' => $previous,
			'change'   => Change::of_ratios( $current['customers'], $current['leads'], $previous['customers'], $previous['leads'] ),
			'formula'  => __( 'Of the contacts that became a lead in the period and are not in the trash: those that became a customer after that, divided by all.', 'carnet-crm' ),
			'rows'     => "admin.php?page=carnet-contacts&lead_since_after={$period->from}&lead_since_before={$period->to}",
		);
	}

	/**
	 * Both numbers of the conversion.
	 *
	 * @param Period $period A period.
	 * @return array{customers: int, leads: int}
	 */
	private function converted( Period $period ): array {
		return array(
			'customers' => $this->kept->sum( 'contacts.converted_on', $period ),
			'leads'     => $this->kept->sum( 'contacts.lead_on', $period ),
		);
	}
}
