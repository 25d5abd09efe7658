<?php
/**
 * What the dashboard says of contacts.
 *
 * @package Carnet
 */

namespace Carnet\Dashboard;

use Carnet\Store\Totals;

defined( 'ABSPATH' ) || exit;

/**
 * The overview of contacts with their growth, and the conversion of leads, from the totals that Contacts\Contact_Figures keeps.
 */
final class Contact_Widgets {

	/**
	 * Live contacts of this scope, in total and by type.
	 *
	 * @var array<string, array<string, int>>
	 */
	private array $now;

	/**
	 * Contributions by day, from the start of the previous period until today.
	 *
	 * @var array<string, array<string, int>>
	 */
	private array $days;

	/**
	 * Reads the figures, in two statements.
	 *
	 * @param Period   $period The period asked for.
	 * @param int|null $owner  The only owner whose contacts count, or null for all.
	 */
	public function __construct( private readonly Period $period, ?int $owner ) {
		$this->now  = Totals::of( array( 'contacts', 'contacts.type' ), null, $owner );
		$this->days = Totals::between( array( 'contacts.created_on', 'contacts.trashed_on', 'contacts.lead_on', 'contacts.converted_on' ), $period->previous()->from, '9999-12-31', $owner );
	}

	/**
	 * Live contacts by type and in total, and their growth.
	 *
	 * @return array<string, mixed>
	 */
	public function overview(): array {
		$by_type = array();
		foreach ( array( 'lead', 'prospect', 'customer' ) as $type ) {
			$by_type[ $type ] = $this->now['contacts.type'][ $type ] ?? 0;
		}
		return array(
			'total'   => $this->now['contacts'][''] ?? 0,
			'by_type' => $by_type,
			'growth'  => array_map( array( $this, 'growth' ), $this->period->parts() ),
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
		$created = $this->days['contacts.created_on'] ?? array();
		$trashed = $this->days['contacts.trashed_on'] ?? array();
		$since   = new Period( $part->to, '9999-12-31' );
		return array(
			'from'    => $part->from,
			'created' => $part->sum( $created ),
			'trashed' => $part->sum( $trashed ),
			'total'   => ( $this->now['contacts'][''] ?? 0 ) - $since->sum( $created ) + $since->sum( $trashed ),
		);
	}

	/**
	 * Of the contacts that became leads in the period: those that became customers after, of all.
	 *
	 * @return array<string, mixed>
	 */
	public function conversion(): array {
		$current  = $this->converted( $this->period );
		$previous = $this->converted( $this->period->previous() );
		return array(
			'current'  => $current,
			'previous' => $previous,
			'change'   => Change::of_ratios( $current['customers'], $current['leads'], $previous['customers'], $previous['leads'] ),
			'formula'  => __( 'Of the contacts that became a lead in the period and are not in the trash: those that became a customer after that, divided by all.', 'carnet-crm' ),
			'rows'     => "admin.php?page=carnet-contacts&lead_since_after={$this->period->from}&lead_since_before={$this->period->to}",
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
			'customers' => $period->sum( $this->days['contacts.converted_on'] ?? array() ),
			'leads'     => $period->sum( $this->days['contacts.lead_on'] ?? array() ),
		);
	}
}
