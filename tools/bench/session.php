<?php
/**
 * Signs in the person of the run and prints the cookie and nonce a client needs.
 *
 * @package Carnet
 */

$carnet_user  = get_current_user_id();
$carnet_token = WP_Session_Tokens::get_instance( $carnet_user )->create( time() + HOUR_IN_SECONDS );

$_COOKIE[ LOGGED_IN_COOKIE ] = wp_generate_auth_cookie( $carnet_user, time() + HOUR_IN_SECONDS, 'logged_in', $carnet_token );

echo wp_json_encode(
	array(
		'cookie' => LOGGED_IN_COOKIE . '=' . rawurlencode( $_COOKIE[ LOGGED_IN_COOKIE ] ),
		'nonce'  => wp_create_nonce( 'wp_rest' ),
	)
);
