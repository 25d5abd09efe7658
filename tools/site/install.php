<?php
/**
 * Installs WordPress into an empty database. `--network` makes it a multisite network.
 *
 * @package Carnet
 */

require_once ABSPATH . 'wp-admin/includes/upgrade.php';

// The mail about the new site goes nowhere here.
add_filter( 'pre_wp_mail', '__return_true' );

if ( ! is_blog_installed() ) {
	wp_install( 'Carnet', 'admin', 'admin@example.test', false, '', 'admin' );
	update_option( 'permalink_structure', '/%postname%/' );
	update_option( 'default_pingback_flag', 0 );
	update_option( 'show_avatars', 0 );
	// Screens that ask to confirm the address would stand in the way of tests.
	update_option( 'admin_email_lifespan', time() + 10 * YEAR_IN_SECONDS );
}

if ( in_array( '--network', $args, true ) ) {
	foreach ( $wpdb->tables( 'ms_global' ) as $carnet_name => $carnet_table ) {
		$wpdb->$carnet_name = $carnet_table;
	}
	install_network();
	populate_network( 1, (string) wp_parse_url( get_option( 'siteurl' ), PHP_URL_HOST ), 'admin@example.test', 'Carnet', '/', false );
}
