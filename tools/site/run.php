<?php
/**
 * Boots a site and runs a script in it: `php tools/site/run.php <script> [arguments]`.
 *
 * CARNET_SITE names the site's folder, CARNET_AS the login the script acts for.
 * The script finds its arguments in $args; what it prints is the answer.
 *
 * @package Carnet
 */

if ( PHP_SAPI !== 'cli' ) {
	exit( 1 );
}

$carnet_site = (string) getenv( 'CARNET_SITE' );
$args        = array_slice( $argv, 2 );

if ( getenv( 'WP_INSTALLING' ) ) {
	define( 'WP_INSTALLING', true );
}

// Core reads these as if a browser had asked.
$_SERVER['HTTP_HOST']       = '127.0.0.1';
$_SERVER['REQUEST_URI']     = '/';
$_SERVER['REQUEST_METHOD']  = 'GET';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
$_SERVER['REMOTE_ADDR']     = '127.0.0.1';

require $carnet_site . '/wordpress/wp-load.php';

if ( ! wp_installing() ) {
	$carnet_user = get_user_by( 'login', getenv( 'CARNET_AS' ) ? getenv( 'CARNET_AS' ) : 'admin' );
	wp_set_current_user( $carnet_user ? $carnet_user->ID : 0 );
}

require $argv[1];
