<?php
/**
 * Makes an installed WordPress ready to work in: settings, the plugin active, one user for each role (the password is the login).
 * Running it again changes nothing. `--locale=fr_FR` sets the language of the site.
 *
 * @package Carnet
 */

require_once ABSPATH . 'wp-admin/includes/plugin.php';

update_option( 'permalink_structure', '/%postname%/' );
// Pictures of people would come from another server.
update_option( 'show_avatars', 0 );
// Else each first visit tries out compression with requests of its own.
update_site_option( 'can_compress_scripts', 0 );
// The screen that asks to confirm the address would stand in the way of tests.
update_option( 'admin_email_lifespan', time() + 10 * YEAR_IN_SECONDS );

foreach ( $args as $carnet_argument ) {
	if ( str_starts_with( $carnet_argument, '--locale=' ) ) {
		update_option( 'WPLANG', substr( $carnet_argument, 9 ) );
	}
}

if ( is_file( WP_PLUGIN_DIR . '/carnet-crm/plugin.php' ) ) {
	$carnet_result = activate_plugin( 'carnet-crm/plugin.php' );
	if ( is_wp_error( $carnet_result ) ) {
		fwrite( STDERR, $carnet_result->get_error_message() . "\n" );
		exit( 1 );
	}
}

// Playground's administrator has a password of its own. A new one ends all sessions, so only where it differs.
$carnet_admin = get_user_by( 'login', 'admin' );
if ( ! wp_check_password( 'admin', $carnet_admin->user_pass, $carnet_admin->ID ) ) {
	wp_set_password( 'admin', $carnet_admin->ID );
}

$carnet_users = array(
	'editor'  => array( 'editor', 'Edith Editor' ),
	'manager' => array( 'carnet_manager', 'Martin Manager' ),
	'agent'   => array( 'carnet_agent', 'Agathe Agent' ),
	'viewer'  => array( 'carnet_viewer', 'Victor Viewer' ),
);
foreach ( $carnet_users as $carnet_login => list( $carnet_role, $carnet_name ) ) {
	if ( username_exists( $carnet_login ) || ! wp_roles()->is_role( $carnet_role ) ) {
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
