<?php
/**
 * Fills a site without records, in a booted site: `load.php <contacts> [<until, such as 2026-11-01>]`.
 *
 * @package Carnet
 */

namespace Carnet\Seed;

use Carnet\Install\Installer;
use Carnet\Plugin;
use Carnet\Store\Database;

require_once __DIR__ . '/../demo/Random.php';
foreach ( array( 'Plan', 'Sink', 'Bulk' ) as $carnet_class ) {
	require_once __DIR__ . "/$carnet_class.php";
}

foreach ( Plugin::entities()->all() as $carnet_entity ) {
	if ( null !== Database::value( "SELECT id FROM {$carnet_entity->table()} LIMIT 1" ) ) {
		fwrite( STDERR, "The site has records already: it stays as it is.\n" );
		exit( 1 );
	}
}

// Ten who own records: who is there already, and more agents.
$carnet_owners = get_users(
	array(
		'capability' => 'carnet_edit',
		'orderby'    => 'ID',
		'fields'     => 'ID',
	)
);
$carnet_more   = 10 - count( $carnet_owners );
for ( $carnet_number = 1; $carnet_number <= $carnet_more; $carnet_number++ ) {
	$carnet_owners[] = wp_insert_user(
		array(
			'user_login' => "agent$carnet_number",
			'user_pass'  => wp_generate_password(),
			'user_email' => "agent$carnet_number@example.test",
			'role'       => 'carnet_agent',
		)
	);
}

$carnet_started = microtime( true );
$carnet_bulk    = new Bulk( Plugin::entities() );
$carnet_bulk->write( new Plan( (int) ( $args[0] ?? 1000 ), array_map( 'intval', $carnet_owners ), (int) strtotime( ( $args[1] ?? gmdate( 'Y-m-01' ) ) . ' UTC' ) ) );
// So that the engine plans for what is there.
foreach ( ( new Installer( Plugin::entities() ) )->tables() as $carnet_table ) {
	$GLOBALS['wpdb']->query( "ANALYZE TABLE $carnet_table" );
}
foreach ( $carnet_bulk->made as $carnet_plural => $carnet_number ) {
	echo "$carnet_number $carnet_plural, ";
}
printf( "made in %.0f s, %d MB.\n", microtime( true ) - $carnet_started, memory_get_peak_usage() / 1e6 );
