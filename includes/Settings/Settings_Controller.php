<?php
/**
 * The settings over REST.
 *
 * @package Carnet
 */

namespace Carnet\Settings;

use Carnet\Rest\Controller;
use Carnet\Store\Transaction;
use WP_REST_Request;
use WP_REST_Response;

defined( 'ABSPATH' ) || exit;

/**
 * GET and PUT of the settings, for who may manage.
 */
final class Settings_Controller extends Controller {

	/**
	 * Registers the route.
	 */
	public function register_routes(): void {
		$this->route(
			'/settings',
			array(
				$this->endpoint( 'GET', 'manage', static fn() => new WP_REST_Response( Settings::with_roles() ) ),
				$this->endpoint( 'PUT', 'manage', array( $this, 'put' ), $this->args() ),
				'schema' => array( $this, 'get_public_item_schema' ),
			)
		);
	}

	/**
	 * PUT: replaces what is sent.
	 *
	 * @param WP_REST_Request $request The request.
	 */
	public function put( WP_REST_Request $request ): WP_REST_Response {
		$sent         = array_intersect_key( $request->get_params(), Settings_Schema::properties() );
		$replacements = (array) ( $request['replacements'] ?? array() );
		return $this->written( $this->work->run( self::change_set( $request ), static fn( Transaction $transaction ): array => Settings_Changes::save( $transaction, $sent, $replacements ) ) );
	}

	/**
	 * The arguments of PUT.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	private function args(): array {
		$is_map = static function ( $value, $request, $param ) {
			$valid = self::is_map( $value, $request, $param );
			return true === $valid ? rest_validate_request_arg( $value, $request, $param ) : $valid;
		};
		$args   = array_map( static fn( array $property ): array => $property + ( 'object' === $property['type'] ? array( 'validate_callback' => $is_map ) : array() ), Settings_Schema::properties() );
		return $args + array(
			'replacements' => array(
				'description'          => __( 'By list: the key that records get instead of a removed one.', 'carnet-crm' ),
				'type'                 => 'object',
				'additionalProperties' => array(
					'type'                 => 'object',
					'additionalProperties' => array( 'type' => 'string' ),
				),
			),
		);
	}

	/**
	 * The schema of the settings.
	 *
	 * @return array<string, mixed>
	 */
	public function get_item_schema(): array {
		return array(
			'$schema'    => 'http://json-schema.org/draft-04/schema#',
			'title'      => 'carnet-settings',
			'type'       => 'object',
			'properties' => array_map( static fn( array $property ): array => $property + array( 'context' => array( 'view', 'edit' ) ), Settings_Schema::properties() ),
		);
	}
}
