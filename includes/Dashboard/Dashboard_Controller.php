<?php
/**
 * The dashboard over REST.
 *
 * @package Carnet
 */

namespace Carnet\Dashboard;

use Carnet\Entity\Problem;
use Carnet\Rest\Controller;
use Carnet\Store\Access;
use WP_REST_Request;
use WP_REST_Response;

defined( 'ABSPATH' ) || exit;

/**
 * All widgets in one answer, scoped to what the reader may see. Nothing is counted: figures come from the maintained totals.
 */
final class Dashboard_Controller extends Controller {

	private const WIDGETS = array( 'contacts_overview', 'lead_conversion' );

	/**
	 * Registers the route.
	 */
	public function register_routes(): void {
		$day = array(
			'type'              => 'string',
			'validate_callback' => static fn( $value, $request, $param ) => is_string( $value ) && 1 === preg_match( '/^(\d{4})-(\d\d)-(\d\d)$/D', $value, $parts ) && checkdate( (int) $parts[2], (int) $parts[3], (int) $parts[1] )
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
								'enum' => self::WIDGETS,
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
		$usual  = Period::usual();
		$period = new Period( $request['from'] ?? $usual->from, $request['to'] ?? $usual->to );
		if ( ! $period->is_valid() ) {
			throw Problem::invalid( 'to', __( 'The end must be after the beginning, at most ten years.', 'carnet-crm' ) );
		}
		$owner    = Access::scope( get_current_user_id() );
		$contacts = new Contact_Widgets( $period, $owner );
		$widgets  = array();
		foreach ( $request['widgets'] ?? self::WIDGETS as $name ) {
			$widgets[ $name ] = 'contacts_overview' === $name ? $contacts->overview() : $contacts->conversion();
		}
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
				'widgets'   => (object) $widgets,
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
