<?php
/**
 * Serves a WordPress tree with PHP's built-in server, pretty permalinks included.
 *
 * @package Carnet
 */

$carnet_root = $_SERVER['DOCUMENT_ROOT'];
$carnet_path = rawurldecode( (string) parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH ) );

// Browsers ask for it on their own; WordPress would boot for it.
if ( '/favicon.ico' === $carnet_path ) {
	http_response_code( 204 );
	return true;
}

// No traversal, no dot files (.ht.sqlite among them).
if ( preg_match( '~/\.~', $carnet_path ) ) {
	http_response_code( 403 );
	return true;
}

$carnet_file = $carnet_root . $carnet_path;
if ( is_dir( $carnet_file ) ) {
	if ( ! str_ends_with( $carnet_path, '/' ) ) {
		$carnet_query = (string) parse_url( $_SERVER['REQUEST_URI'], PHP_URL_QUERY );
		header( 'Location: ' . $carnet_path . '/' . ( '' === $carnet_query ? '' : '?' . $carnet_query ), true, 301 );
		return true;
	}
	$carnet_path .= 'index.php';
	$carnet_file .= 'index.php';
}

if ( is_file( $carnet_file ) && ! str_ends_with( $carnet_path, '.php' ) ) {
	$carnet_types = array(
		'js'    => 'text/javascript; charset=UTF-8',
		'css'   => 'text/css; charset=UTF-8',
		'svg'   => 'image/svg+xml',
		'woff2' => 'font/woff2',
	);
	$carnet_type  = $carnet_types[ pathinfo( $carnet_file, PATHINFO_EXTENSION ) ] ?? null;
	// The built-in server lets nothing be cached: wp-admin's 3 MB of scripts would be read again on each page.
	if ( null === $carnet_type || ! isset( $_GET['ver'] ) ) {
		return false;
	}
	header( "Content-Type: $carnet_type" );
	header( 'Content-Length: ' . filesize( $carnet_file ) );
	header( 'Cache-Control: max-age=31536000' );
	readfile( $carnet_file );
	return true;
}

$carnet_script = is_file( $carnet_file ) ? $carnet_path : '/index.php';

$_SERVER['SCRIPT_NAME']     = $carnet_script;
$_SERVER['PHP_SELF']        = $carnet_script;
$_SERVER['SCRIPT_FILENAME'] = $carnet_root . $carnet_script;
unset( $_SERVER['PATH_INFO'] );
chdir( dirname( $_SERVER['SCRIPT_FILENAME'] ) );
require $_SERVER['SCRIPT_FILENAME'];
return true;
