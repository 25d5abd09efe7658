<?php
/**
 * WordPress's own routes.
 *
 * @package Carnet
 */

namespace Carnet\Rest;

use WP_REST_Request;

defined( 'ABSPATH' ) || exit;

/**
 * Keeps WordPress from making its two hundred routes for a request that is for one of ours: that would cost more than most of our
 * answers. They are made once something asks for another route, such as a record with its embedded owner.
 */
final class Core_Routes {

	private const MAKER = array( 'rest_api_init', 'create_initial_rest_routes', 99 );

	/**
	 * Holds them back for a request for a route of ours. On `rest_api_init`, before they are made.
	 */
	public static function wait(): void {
		if ( defined( 'REST_REQUEST' ) && REST_REQUEST && str_starts_with( (string) ( $GLOBALS['wp']->query_vars['rest_route'] ?? '' ), '/carnet/v1/' ) && self::hold() ) {
			add_filter( 'rest_pre_dispatch', array( self::class, 'make' ), 1, 3 );
		}
	}

	/**
	 * Makes them for a request that may want them. On `rest_pre_dispatch`, which requests made by PHP pass as well.
	 *
	 * @param mixed           $result  Answer so far.
	 * @param \WP_REST_Server $server  The server.
	 * @param WP_REST_Request $request The request.
	 * @return mixed
	 */
	public static function make( $result, $server, WP_REST_Request $request ) {
		if ( ! str_starts_with( $request->get_route(), '/carnet/v1/' ) ) {
			remove_filter( 'rest_pre_dispatch', array( self::class, 'make' ), 1 );
			self::let_go();
			create_initial_rest_routes();
		}
		return $result;
	}

	/**
	 * A server that is made from now on has none of them; false where that was so already.
	 */
	public static function hold(): bool {
		return remove_action( ...self::MAKER );
	}

	/**
	 * A server that is made from now on has them again.
	 */
	public static function let_go(): void {
		add_action( ...self::MAKER );
	}
}
