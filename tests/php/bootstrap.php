<?php
/**
 * Boots the WordPress site that tools/test-php.mjs made for this run; the plugin is active in it.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

$carnet_site = (string) getenv( 'CARNET_SITE' );
if ( '' === $carnet_site || ! is_file( $carnet_site . '/wordpress/wp-load.php' ) ) {
	fwrite( STDERR, "The tests need a WordPress site: run `npm run test:php`.\n" );
	exit( 1 );
}

// PHPUnit includes this file inside a function; core expects its variables to be global.
// phpcs:ignore Squiz.PHP.GlobalKeyword.NotAllowed
global $wpdb, $wp, $wp_query, $wp_the_query, $wp_rewrite, $wp_roles, $wp_filter, $wp_actions, $wp_locale, $wp_locale_switcher,
	$wp_object_cache, $wp_plugin_paths, $wp_embed, $wp_version, $wp_db_version, $table_prefix, $shortcode_tags, $current_user,
	$current_site, $current_blog, $phpmailer, $pagenow, $timestart, $wp_theme_directories, $wp_meta_keys, $blog_id;

$_SERVER['HTTP_HOST']       = 'example.test';
$_SERVER['SERVER_NAME']     = 'example.test';
$_SERVER['REQUEST_URI']     = '/';
$_SERVER['REQUEST_METHOD']  = 'GET';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
$_SERVER['REMOTE_ADDR']     = '127.0.0.1';

require_once dirname( __DIR__, 2 ) . '/vendor/autoload.php';
require_once $carnet_site . '/wordpress/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/admin.php';

// No test sends mail.
add_filter( 'pre_wp_mail', '__return_true' );
// Case reports database errors itself; core's report would end up in the log only.
$wpdb->hide_errors();
$wpdb->suppress_errors();
