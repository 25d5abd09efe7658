<?php
/**
 * Activates the plugin and makes one user for each role; the password is the login.
 *
 * @package Carnet
 */

require_once ABSPATH . 'wp-admin/includes/plugin.php';

$carnet_result = activate_plugin( 'carnet-crm/plugin.php' );
if ( is_wp_error( $carnet_result ) ) {
	fwrite( STDERR, $carnet_result->get_error_message() . "\n" );
	exit( 1 );
}

$carnet_users = array(
	'editor'  => array( 'editor', 'Edith Editor' ),
	'manager' => array( 'carnet_manager', 'Martin Manager' ),
	'agent'   => array( 'carnet_agent', 'Agathe Agent' ),
	'viewer'  => array( 'carnet_viewer', 'Victor Viewer' ),
);
foreach ( $carnet_users as $carnet_login => list( $carnet_role, $carnet_name ) ) {
	if ( username_exists( $carnet_login ) ) {
		continue;
	}
	wp_insert_user(
		array(
			'user_login'   => $carnet_login,
			'user_pass'    => $carnet_login,
			'user_email'   => "$carnet_login@example.test",
			'display_name' => $carnet_name,
			'role'         => $carnet_role,
		)
	);
}
