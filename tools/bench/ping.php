<?php
/**
 * The yardstick: a REST route that only asks who is there. A must-use plugin of the benchmark's site.
 *
 * @package Carnet
 */

add_action(
	'rest_api_init',
	static function (): void {
		register_rest_route(
			'bench/v1',
			'/ping',
			array(
				'methods'             => 'GET, POST',
				'callback'            => static fn() => array( 'pong' => true ),
				'permission_callback' => static fn() => current_user_can( 'read' ),
			)
		);
	}
);

// What a request cost, told to the benchmark.
add_filter(
	'rest_post_dispatch',
	static function ( $response ) {
		$response->header( 'X-Bench-Queries', (string) $GLOBALS['wpdb']->num_queries );
		$response->header( 'X-Bench-Memory', (string) memory_get_peak_usage() );
		return $response;
	}
);
