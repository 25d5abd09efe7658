<?php
/**
 * The dashboard over REST.
 *
 * @package Carnet
 */

namespace Carnet\Dashboard;

use Carnet\Entity\Entities;
use Carnet\Entity\Instant;
use Carnet\Entity\Problem;
use Carnet\Rest\Controller;
use Carnet\Store\Access;
use Carnet\Store\Unit_Of_Work;
use WP_REST_Request;
use WP_REST_Response;

defined( 'ABSPATH' ) || exit;

/**
 * All widgets in one answer, scoped to what the reader may see: figures from the maintained totals, short lists by index.
 */
final class Dashboard_Controller extends Controller {

	/**
	 * Takes all nouns.
	 *
	 * @param Unit_Of_Work $work     The write path.
	 * @param Entities     $entities All nouns.
	 */
	public function __construct( Unit_Of_Work $work, private readonly Entities $entities ) {
		parent::__construct( $work );
	}

	/**
	 * Registers the route.
	 */
	public function register_routes(): void {
		$day = array(
			'type'              => 'string',
			'validate_callback' => static fn( $value, $request, $param ) => is_string( $value ) && Instant::is_day( $value )
				/* translators: %s: parameter name. */
				? true : new \WP_Error( 'rest_invalid_param', sprintf( __( '%s must be a day such as 2026-11-22.', 'carnet-crm' ), $param ) ),
		);
		$this->route(
			'/dashboard',
			array(
				$this->endpoint(
					'GET',
					'view',
					array( $this, 'get' ),
					array(
						'from'    => array( 'description' => __( 'First day, in the site’s time zone. The usual period is the last 30 days.', 'carnet-crm' ) ) + $day,
						'to'      => array( 'description' => __( 'The day after the last.', 'carnet-crm' ) ) + $day,
						'widgets' => array(
							'description' => __( 'Only these widgets.', 'carnet-crm' ),
							'type'        => 'array',
							'items'       => array(
								'type' => 'string',
								'enum' => Widgets::names( $this->entities ),
							),
						),
					)
				),
				'schema' => array( $this, 'get_public_item_schema' ),
			)
		);
	}

	/**
	 * GET all widgets.
	 *
	 * @param WP_REST_Request $request The request.
	 */
	public function get( WP_REST_Request $request ): WP_REST_Response {
		$to     = $request['to'] ?? Period::tomorrow();
		$period = new Period( $request['from'] ?? Period::usual( $to )->from, $to );
		if ( ! $period->is_valid() ) {
			throw Problem::invalid( 'to', __( 'The end must be after the beginning, at most ten years.', 'carnet-crm' ) );
		}
		$user    = get_current_user_id();
		$owner   = Access::scope( $user );
		$widgets = new Widgets( $this->entities, $period, $user, $owner, Instant::now() );
		return new WP_REST_Response(
			array(
				'from'      => $period->from,
				'to'        => $period->to,
				'previous'  => array(
					'from' => $period->previous()->from,
					'to'   => $period->previous()->to,
				),
				'time_zone' => wp_timezone_string(),
				'scope'     => null === $owner ? 'all' : 'own',
				'widgets'   => (object) $widgets->of( $request['widgets'] ?? Widgets::names( $this->entities ) ),
			)
		);
	}

	/**
	 * The schema of the answer.
	 *
	 * @return array<string, mixed>
	 */
	public function get_item_schema(): array {
		return Dashboard_Schema::answer();
	}
}
