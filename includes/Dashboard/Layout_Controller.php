<?php
/**
 * Which widgets a person has, and in which order.
 *
 * @package Carnet
 */

namespace Carnet\Dashboard;

use Carnet\Rest\Controller;
use WP_REST_Request;
use WP_REST_Response;

defined( 'ABSPATH' ) || exit;

/**
 * My dashboard: read, arranged, and put back to what is usual. Kept with the user, on each site of a network for itself.
 */
final class Layout_Controller extends Controller {

	private const OPTION = 'carnet_dashboard';

	/**
	 * Registers the routes.
	 */
	public function register_routes(): void {
		$widgets = array(
			'widgets' => array(
				'description' => __( 'The widgets in their order, each once.', 'carnet-crm' ),
				'type'        => 'array',
				'required'    => true,
				'uniqueItems' => true,
				'items'       => array(
					'type' => 'string',
					'enum' => array_keys( Widgets::PLACES ),
				),
			),
		);
		$this->route(
			'/dashboard/layout',
			array(
				$this->endpoint( 'GET', 'view', static fn(): WP_REST_Response => self::layout() ),
				$this->endpoint( 'PUT', 'view', array( $this, 'put' ), $widgets ),
				$this->endpoint( 'DELETE', 'view', array( $this, 'reset' ) ),
				'schema' => array( $this, 'get_public_item_schema' ),
			)
		);
	}

	/**
	 * PUT: arranges.
	 *
	 * @param WP_REST_Request $request The request.
	 */
	public function put( WP_REST_Request $request ): WP_REST_Response {
		update_user_option( get_current_user_id(), self::OPTION, array_values( $request['widgets'] ) );
		return self::layout();
	}

	/**
	 * DELETE: back to what is usual.
	 */
	public function reset(): WP_REST_Response {
		delete_user_option( get_current_user_id(), self::OPTION );
		return self::layout();
	}

	/**
	 * The answer. Widgets that are no more are left out.
	 */
	private static function layout(): WP_REST_Response {
		$known = array_keys( Widgets::PLACES );
		$saved = get_user_option( self::OPTION );
		return new WP_REST_Response(
			array(
				'widgets'   => is_array( $saved ) ? array_values( array_intersect( $saved, $known ) ) : $known,
				'available' => $known,
			)
		);
	}

	/**
	 * The schema of the answer.
	 *
	 * @return array<string, mixed>
	 */
	public function get_item_schema(): array {
		$list = static fn( string $description, bool $readonly ): array => array(
			'description' => $description,
			'type'        => 'array',
			'items'       => array(
				'type' => 'string',
				'enum' => array_keys( Widgets::PLACES ),
			),
			'context'     => array( 'view', 'edit' ),
			'readonly'    => $readonly,
		);
		return array(
			'$schema'    => 'http://json-schema.org/draft-04/schema#',
			'title'      => 'carnet-dashboard-layout',
			'type'       => 'object',
			'properties' => array(
				'widgets'   => $list( __( 'My widgets in their order.', 'carnet-crm' ), false ),
				'available' => $list( __( 'Every widget there is, in the usual order.', 'carnet-crm' ), true ),
			),
		);
	}
}
