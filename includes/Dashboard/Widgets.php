<?php
/**
 * The widgets.
 *
 * @package Carnet
 */

namespace Carnet\Dashboard;

use Carnet\Entity\Entities;
use Carnet\Entity\Instant;

defined( 'ABSPATH' ) || exit;

/**
 * Every widget of the answer by name, and the noun it tells of. What is asked for is made together: the kept figures are read once.
 */
final class Widgets {

	/**
	 * Name to noun, in the order of the answer.
	 */
	public const NOUNS = array(
		'contacts_overview'         => 'contact',
		'total_revenue'             => 'quote',
		'average_transaction_value' => 'quote',
		'lead_conversion'           => 'contact',
		'recent_transactions'       => 'quote',
		'upcoming_tasks'            => 'task',
		'pipeline'                  => 'deal',
		'recent_actions'            => 'action',
		'win_rate'                  => 'deal',
	);

	/**
	 * What a person sees in one place, in the usual order: name to the widgets of the answer that it shows.
	 */
	public const PLACES = array(
		'contacts_overview'   => array( 'contacts_overview' ),
		'key_figures'         => array( 'total_revenue', 'average_transaction_value', 'lead_conversion' ),
		'recent_transactions' => array( 'recent_transactions' ),
		'upcoming_tasks'      => array( 'upcoming_tasks' ),
		'pipeline'            => array( 'pipeline' ),
		'recent_actions'      => array( 'recent_actions' ),
		'win_rate'            => array( 'win_rate' ),
	);

	/**
	 * The widgets of the nouns that are in use.
	 *
	 * @param Entities $entities Nouns in use.
	 * @return list<string>
	 */
	public static function names( Entities $entities ): array {
		return array_keys( array_filter( self::NOUNS, array( $entities, 'has' ) ) );
	}

	/**
	 * The places that have something to show.
	 *
	 * @param Entities $entities Nouns in use.
	 * @return list<string>
	 */
	public static function places( Entities $entities ): array {
		return array_keys( array_filter( self::PLACES, static fn( array $shown ): bool => array() !== array_intersect( $shown, self::names( $entities ) ) ) );
	}

	/**
	 * Takes who reads, and when.
	 *
	 * @param Entities $entities Nouns in use.
	 * @param Period   $period   The period.
	 * @param int      $user     Who reads.
	 * @param int|null $owner    The only owner whose records this person counts, or null for all.
	 * @param string   $now      UTC, as in the API.
	 */
	public function __construct( private readonly Entities $entities, private readonly Period $period, private readonly int $user, private readonly ?int $owner, private readonly string $now ) {}

	/**
	 * Some widgets.
	 *
	 * @param list<string> $names Their names.
	 * @return array<string, array<string, mixed>>
	 */
	public function of( array $names ): array {
		$kept     = new Kept_Figures( array_values( array_intersect_key( self::NOUNS, array_flip( $names ) ) ), $this->period, $this->owner, Instant::site_day( $this->now ) );
		$contacts = new Contact_Widgets( $kept );
		$quotes   = new Quote_Widgets( $kept );
		$deals    = new Deal_Widgets( $kept );
		$lists    = new List_Widgets( $this->entities, $this->user, $this->now );
		$make     = array(
			'contacts_overview'         => $contacts->overview( ... ),
			'total_revenue'             => $quotes->revenue( ... ),
			'average_transaction_value' => $quotes->average( ... ),
			'lead_conversion'           => $contacts->conversion( ... ),
			'recent_transactions'       => $lists->recent_transactions( ... ),
			'upcoming_tasks'            => static fn(): array => $lists->upcoming_tasks( $kept ),
			'pipeline'                  => $deals->pipeline( ... ),
			'recent_actions'            => $lists->recent_actions( ... ),
			'win_rate'                  => $deals->win_rate( ... ),
		);
		return array_map( static fn( \Closure $widget ): array => $widget(), array_intersect_key( $make, array_flip( $names ) ) );
	}
}
