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
}

if ( in_array( '--network', $args, true ) ) {
	foreach ( $wpdb->tables( 'ms_global' ) as $carnet_name => $carnet_table ) {
		$wpdb->$carnet_name = $carnet_table;
	}
	install_network();
	populate_network( 1, (string) wp_parse_url( get_option( 'siteurl' ), PHP_URL_HOST ), 'admin@example.test', 'Carnet', '/', false );
}
