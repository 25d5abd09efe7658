<?php
/**
 * Which widgets a person has, and in which order.
 *
 * @package Carnet
 */

namespace Carnet\Dashboard;

use Carnet\Entity\Entities;
use Carnet\Rest\Controller;
use Carnet\Store\Unit_Of_Work;
use WP_REST_Request;
use WP_REST_Response;

defined( 'ABSPATH' ) || exit;

/**
 * My dashboard: read, arranged, and put back to what is usual. Kept with the user, on each site of a network for itself.
 */
final class Layout_Controller extends Controller {

	private const OPTION = 'carnet_dashboard';

	/**
	 * Takes the nouns in use.
	 *
	 * @param Unit_Of_Work $work     The write path.
	 * @param Entities     $entities Nouns in use.
	 */
	public function __construct( Unit_Of_Work $work, private readonly Entities $entities ) {
		parent::__construct( $work );
	}

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
					'enum' => Widgets::places( $this->entities ),
				),
			),
		);
		$this->route(
			'/dashboard/layout',
			array(
				$this->endpoint( 'GET', 'view', fn(): WP_REST_Response => $this->layout() ),
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
		return $this->layout();
	}

	/**
	 * DELETE: back to what is usual.
	 */
	public function reset(): WP_REST_Response {
		delete_user_option( get_current_user_id(), self::OPTION );
		return $this->layout();
	}

	/**
	 * The answer. Widgets that are no more are left out.
	 */
	private function layout(): WP_REST_Response {
		$known = Widgets::places( $this->entities );
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
		$list = fn( string $description, bool $readonly ): array => array(
			'description' => $description,
			'type'        => 'array',
			'items'       => array(
				'type' => 'string',
				'enum' => Widgets::places( $this->entities ),
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
