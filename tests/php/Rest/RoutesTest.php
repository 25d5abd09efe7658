<?php
/**
 * Which routes a request has to do with.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Rest;

use Carnet\Plugin;
use Carnet\Rest\Routes;
use WP_REST_Server;

/**
 * A request makes the routes that begin like its own, and finds all it would have found among all of them.
 */
final class RoutesTest extends Rest_Case {

	public function test_every_route_is_there_for_a_request_for_it(): void {
		$all = self::routes_for( '/' );
		self::assertGreaterThan( 50, count( $all ) );
		foreach ( array_keys( $all ) as $route ) {
			if ( '/carnet/v1' !== $route ) {
				$asked = str_replace( '(?P<id>\d+)', '7', $route );
				self::assertContains( $route, array_keys( self::routes_for( $asked ) ), "For $asked." );
			}
		}
	}

	public function test_a_route_is_found_in_either_case_as_in_wordpress(): void {
		self::assertSame( array_keys( self::routes_for( '/carnet/v1/contacts/7' ) ), array_keys( self::routes_for( '/carnet/v1/cOntacts/7' ) ) );
	}

	public function test_a_request_makes_few_and_none_twice(): void {
		self::assertLessThan( 15, count( self::routes_for( '/carnet/v1/contacts' ) ) );
		$twice = self::routes_for( '/carnet/v1/contacts', '/carnet/v1/contacts/7', '' );
		self::assertSame( array_map( 'count', self::routes_for( '' ) ), array_map( 'count', array_replace( self::routes_for( '' ), $twice ) ) );
	}

	/**
	 * The routes of ours on a new server after some requests.
	 *
	 * @param string ...$asked Their routes.
	 * @return array<string, list<array<string, mixed>>>
	 */
	private static function routes_for( string ...$asked ): array {
		$before                    = $GLOBALS['wp_rest_server'] ?? null;
		$GLOBALS['wp_rest_server'] = new WP_REST_Server(); // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- put back.
		foreach ( $asked as $route ) {
			( new Routes( Plugin::active(), Plugin::entities() ) )->register( $GLOBALS['wp_rest_server'], $route );
		}
		$routes                    = $GLOBALS['wp_rest_server']->get_routes( 'carnet/v1' );
		$GLOBALS['wp_rest_server'] = $before; // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- as it was.
		return $routes;
	}
}
