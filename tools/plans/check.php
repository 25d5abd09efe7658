<?php
/**
 * Runs every request as administrator and as agent, and the plan of every statement they make on our tables. Prints JSON:
 * the number of requests; each statement with its request and plan.
 *
 * @package Carnet
 */

namespace Carnet\Plans;

use Carnet\Export\Export_Response;
use Carnet\Plugin;

require_once __DIR__ . '/Requests.php';
require_once __DIR__ . '/Plan_Check.php';

$carnet_agent    = get_user_by( 'login', 'agent' )->ID;
$carnet_requests = new Requests( Plugin::entities(), gmdate( 'Y-m-d', time() - YEAR_IN_SECONDS ), $carnet_agent );
$carnet_seen     = array();
$carnet_plans    = array();
$carnet_asked    = 0;
foreach ( array( 'admin', 'agent' ) as $carnet_login ) {
	wp_set_current_user( get_user_by( 'login', $carnet_login )->ID );
	foreach ( $carnet_requests->all() as $carnet_path ) {
		$carnet_parts   = explode( '?', $carnet_path, 2 );
		$carnet_request = new \WP_REST_Request( 'GET', "/carnet/v1{$carnet_parts[0]}" );
		parse_str( $carnet_parts[1] ?? '', $carnet_query );
		$carnet_request->set_query_params( $carnet_query );
		$carnet_made = array();
		$carnet_note = static function ( $sql ) use ( &$carnet_made ) {
			$carnet_made[] = $sql;
			return $sql;
		};
		add_filter( 'query', $carnet_note );
		$carnet_answer = rest_do_request( $carnet_request );
		if ( $carnet_answer instanceof Export_Response ) {
			// Its statements are made while it is read; the second batch is like all that follow.
			foreach ( $carnet_answer->pieces() as $carnet_piece ) {
				if ( count( $carnet_made ) > 6 ) {
					break;
				}
			}
		}
		remove_filter( 'query', $carnet_note );
		++$carnet_asked;
		// What is not the agent's, and a page that is not there, make statements as well.
		$carnet_status = $carnet_answer->get_status();
		if ( $carnet_status >= 300 && ! in_array( $carnet_status, array( 403, 404 ), true ) && ! str_contains( $carnet_path, 'page=40' ) ) {
			fwrite( STDERR, "$carnet_login $carnet_path: $carnet_status\n" );
			exit( 1 );
		}
		foreach ( $carnet_made as $carnet_sql ) {
			if ( ! preg_match( '/^\s*SELECT.*carnet_/s', $carnet_sql ) || isset( $carnet_seen[ $carnet_sql ] ) ) {
				continue;
			}
			$carnet_seen[ $carnet_sql ] = true;
			$carnet_plans[]             = array(
				'as'   => $carnet_login,
				'path' => $carnet_path,
				'sql'  => $carnet_sql,
			) + Plan_Check::of( $carnet_sql );
		}
	}
}
echo wp_json_encode(
	array(
		'requests' => $carnet_asked,
		'plans'    => $carnet_plans,
	)
);
