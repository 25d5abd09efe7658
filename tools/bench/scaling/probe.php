<?php
/**
 * A must-use plugin of the scaling check: mails are written down, the sweep can be asked for, settings can be refused at the last moment.
 *
 * @package Carnet
 */

defined( 'ABSPATH' ) || exit;

// A mail takes a while, so that sweeps do meet.
add_filter(
	'pre_wp_mail',
	static function ( $sent, array $mail ): bool {
		usleep( 200000 );
		file_put_contents( CARNET_SCALING_MAILS, $mail['message'] . "\n", FILE_APPEND );
		return true;
	},
	10,
	2
);

// The transaction is undone after WordPress has saved the option and told the cache.
if ( isset( $_SERVER['HTTP_X_SCALING_REFUSE'] ) ) {
	add_action(
		'update_option_carnet_settings',
		static function (): never {
			usleep( 300000 );
			throw new Carnet\Entity\Problem( 'scaling_refused', 409, 'Refused.' );
		}
	);
}

add_action(
	'rest_api_init',
	static function (): void {
		$routes = array(
			'/sweep' => static fn() => do_action( 'carnet_sweep' ),
			// What a plugin does that knows nothing of replicas.
			'/naive' => static function (): void {
				global $wpdb;
				$wpdb->suppress_errors();
				$wpdb->query( 'START TRANSACTION' );
				$wpdb->get_results( "SELECT ID FROM $wpdb->posts WHERE ID = 1 FOR UPDATE" );
				$wpdb->query( 'ROLLBACK' );
			},
		);
		foreach ( $routes as $route => $callback ) {
			register_rest_route(
				'scaling/v1',
				$route,
				array(
					'methods'             => 'POST',
					'callback'            => $callback,
					'permission_callback' => static fn() => current_user_can( 'manage_options' ),
				)
			);
		}
	}
);
