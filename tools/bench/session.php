<?php
/**
 * Signs in the person of the run and prints what a client needs: cookies, nonce, id.
 *
 * @package Carnet
 */

$carnet_user  = get_current_user_id();
$carnet_until = time() + DAY_IN_SECONDS;
$carnet_token = WP_Session_Tokens::get_instance( $carnet_user )->create( $carnet_until );

$carnet_cookies = array();
foreach ( array(
	LOGGED_IN_COOKIE => 'logged_in',
	AUTH_COOKIE      => 'auth',
) as $carnet_name => $carnet_scheme ) {
	$_COOKIE[ $carnet_name ] = wp_generate_auth_cookie( $carnet_user, $carnet_until, $carnet_scheme, $carnet_token );
	$carnet_cookies[]        = "$carnet_name=" . rawurlencode( $_COOKIE[ $carnet_name ] );
}

echo wp_json_encode(
	array(
		'id'     => $carnet_user,
		'cookie' => implode( '; ', $carnet_cookies ),
		'nonce'  => wp_create_nonce( 'wp_rest' ),
	)
);
