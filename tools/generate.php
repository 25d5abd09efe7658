<?php
/**
 * Prints the routes of carnet/v1 as JSON, as their OPTIONS answers describe them: methods, parameters, item schema.
 *
 * @package Carnet
 */

$carnet_server = rest_get_server();
$carnet_routes = array();
foreach ( $carnet_server->get_routes( 'carnet/v1' ) as $carnet_route => $carnet_handlers ) {
	if ( '/carnet/v1' !== $carnet_route ) {
		$carnet_routes[ $carnet_route ] = $carnet_server->get_data_for_route( $carnet_route, $carnet_handlers, 'help' );
	}
}
echo wp_json_encode( $carnet_routes, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE );
