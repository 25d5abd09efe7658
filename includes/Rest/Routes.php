<?php
/**
 * All routes.
 *
 * @package Carnet
 */

namespace Carnet\Rest;

use Carnet\Dashboard\Dashboard_Controller;
use Carnet\Entity\Entities;
use Carnet\Settings\Config_Controller;
use Carnet\Settings\Settings_Controller;
use Carnet\Store\Unit_Of_Work;
use Carnet\Tags\Tags_Controller;
use WP_Error;
use WP_REST_Request;
use WP_REST_Server;

defined( 'ABSPATH' ) || exit;

/**
 * Registers the routes of carnet/v1 and refuses bodies that WordPress would stumble over.
 */
final class Routes {

	/**
	 * Takes all nouns.
	 *
	 * @param Entities $entities All nouns.
	 */
	public function __construct( private readonly Entities $entities ) {}

	/**
	 * Registers everything; on `rest_api_init`.
	 */
	public function register(): void {
		$work = new Unit_Of_Work( $this->entities );
		foreach ( $this->entities->records() as $entity ) {
			( new Records_Controller( $work, $entity, $this->entities ) )->register_routes();
			( new Bulk_Controller( $work, $entity, $this->entities ) )->register_routes();
		}
		( new Counts_Controller( $work, $this->entities ) )->register_routes();
		( new History_Controller( $work, $this->entities ) )->register_routes();
		( new Tags_Controller( $work, $this->entities ) )->register_routes();
		( new Config_Controller( $work ) )->register_routes();
		( new Settings_Controller( $work ) )->register_routes();
		( new Dashboard_Controller( $work ) )->register_routes();
		( new Check_Controller( $work, $this->entities ) )->register_routes();
		add_filter( 'rest_pre_dispatch', array( self::class, 'refuse_scalar_body' ), 10, 3 );
	}

	/**
	 * Answers 400 to a JSON body that is not an object. WordPress itself fails on a bare number or text.
	 *
	 * @param mixed           $result  Answer so far.
	 * @param WP_REST_Server  $server  The server.
	 * @param WP_REST_Request $request The request.
	 * @return mixed
	 */
	public static function refuse_scalar_body( $result, $server, $request ) {
		if ( null !== $result || ! str_starts_with( $request->get_route(), '/carnet/v1' ) || ! $request->is_json_content_type() ) {
			return $result;
		}
		$body = trim( $request->get_body() );
		if ( '' === $body || '{' === $body[0] ) {
			return $result;
		}
		return new WP_Error( 'rest_invalid_json', __( 'The body must be a JSON object.', 'carnet-crm' ), array( 'status' => 400 ) );
	}
}
