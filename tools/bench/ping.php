<?php
/**
 * A must-use plugin of the benchmark's site: the yardsticks, and what each request cost.
 *
 * @package Carnet
 */

use Carnet\Plugin;
use Carnet\Store\Change_Set;
use Carnet\Store\Transaction;
use Carnet\Store\Unit_Of_Work;

// A REST route that only asks who is there; and a thousand contacts by the write path.
add_action(
	'rest_api_init',
	static function (): void {
		$routes = array(
			'/ping'     => static fn() => array( 'pong' => true ),
			'/contacts' => static function ( WP_REST_Request $request ): array {
				( new Unit_Of_Work( Plugin::entities() ) )->run(
					new Change_Set( get_current_user_id(), 'import' ),
					static function ( Transaction $transaction ) use ( $request ): void {
						$transaction->create_all(
							'contact',
							array_map(
								static fn( int $i ): array => array(
									'first_name' => 'Ève',
									'last_name'  => "Morquist $i",
									'email'      => "eve.{$request['run']}.$i@example.org",
									'phone'      => "+33 6 11 22 33 $i",
									'type'       => 'lead',
									'status'     => 'new',
									'account_id' => 1 + $i % 100,
									'tags'       => array( 1, 2 ),
								),
								range( 0, 999 )
							)
						);
					}
				);
				return array( 'made' => 1000 );
			},
		);
		foreach ( $routes as $route => $callback ) {
			register_rest_route(
				'bench/v1',
				$route,
				array(
					'methods'             => 'GET, POST',
					'callback'            => $callback,
					'permission_callback' => static fn() => current_user_can( 'read' ),
				)
			);
		}
	}
);

// A screen with nothing on it.
add_action( 'admin_menu', static fn() => add_menu_page( 'Blank', 'Blank', 'read', 'bench-blank', '__return_null' ) );

// The same site without the plugin.
if ( isset( $_SERVER['HTTP_X_BENCH_WITHOUT'] ) ) {
	add_filter( 'option_active_plugins', '__return_empty_array' );
}

// Which statements, by whom, and how long.
if ( isset( $_SERVER['HTTP_X_BENCH_PROFILE'] ) ) {
	define( 'SAVEQUERIES', true );
}

// In a file, since an answer that is streamed has its headers before it has its costs.
register_shutdown_function(
	static fn() => file_put_contents(
		BENCH_REPORT,
		wp_json_encode(
			array(
				'queries' => $GLOBALS['wpdb']->num_queries,
				'memory'  => memory_get_peak_usage(),
				'profile' => array_map(
					static fn( array $query ): array => array(
						'sql'  => $query[0],
						'ms'   => $query[1] * 1000,
						'ours' => str_contains( $query[2], 'Carnet\\' ),
					),
					(array) $GLOBALS['wpdb']->queries
				),
			)
		)
	)
);
