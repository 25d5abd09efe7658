<?php
/**
 * Loads the demo data, in a booted site: companies and people of the last year with their history, their deals, quotes, actions and
 * tasks, made through the plugin's own write path. A site that has records stays as it is.
 *
 * @package Carnet
 */

namespace Carnet\Demo;

use Carnet\Plugin;
use Carnet\Store\Access;
use Carnet\Store\Database;

foreach ( array( 'Random', 'Calendar', 'Timeline', 'Demo_Accounts', 'Demo_Contacts', 'Demo_Offers', 'Demo_Deals', 'Demo_Quotes', 'Demo_Actions', 'Demo_Tasks' ) as $carnet_class ) {
	require_once __DIR__ . "/$carnet_class.php";
}

$carnet_entities = Plugin::entities();
foreach ( $carnet_entities->all() as $carnet_entity ) {
	if ( null !== Database::value( "SELECT id FROM {$carnet_entity->table()} LIMIT 1" ) ) {
		echo "The site has records already: no demo data is loaded.\n";
		return;
	}
}

$carnet_data = array();
foreach ( array( 'tags', 'places', 'names', 'jobs', 'notes', 'companies', 'guests', 'sales', 'actions', 'tasks' ) as $carnet_file ) {
	$carnet_data[ $carnet_file ] = json_decode( (string) file_get_contents( __DIR__ . "/data/$carnet_file.json" ), true, 512, JSON_THROW_ON_ERROR );
}

// Who works with the records; whoever loads the data, where the demo's people are missing.
$carnet_people = array();
foreach ( array( 'admin', 'editor', 'manager', 'agent' ) as $carnet_login ) {
	$carnet_user = get_user_by( 'login', $carnet_login );
	if ( $carnet_user && Access::can( $carnet_user->ID, 'edit' ) ) {
		$carnet_people[ $carnet_login ] = $carnet_user->ID;
	}
}
$carnet_chief  = $carnet_people['admin'] ?? get_current_user_id();
$carnet_owners = array_values( $carnet_people ? $carnet_people : array( $carnet_chief ) );

$carnet_random   = new Random( 20261122 );
$carnet_calendar = new Calendar( $carnet_random, time() );
$carnet_timeline = new Timeline();

$carnet_first_day = $carnet_calendar->ago( 370 );
foreach ( $carnet_data['tags'] as $carnet_tag ) {
	$carnet_timeline->create(
		$carnet_first_day,
		$carnet_chief,
		'tag',
		"tag {$carnet_tag['key']}",
		static fn(): array => array_diff_key( $carnet_tag, array( 'key' => true ) )
	);
}
$carnet_companies = ( new Demo_Accounts( $carnet_timeline, $carnet_random, $carnet_calendar, $carnet_owners, $carnet_data['places'] ) )->add( $carnet_data['companies'] );
$carnet_contacts  = ( new Demo_Contacts( $carnet_timeline, $carnet_random, $carnet_calendar, $carnet_owners, $carnet_data ) )->add( $carnet_companies );

// Some leads that came to nothing are in the trash since, one company with all its people too.
$carnet_leads = array_filter( $carnet_contacts, static fn( array $contact ): bool => 'lead' === $contact['type'] && $carnet_calendar->days_since( $contact['since'] ) > 60 );
$carnet_gone  = array();
foreach ( array_slice( array_values( $carnet_leads ), 3, 6 ) as $carnet_contact ) {
	$carnet_gone[] = $carnet_contact['ref'];
	$carnet_timeline->trash( $carnet_calendar->ago( $carnet_random->between( 2, 25 ) ), $carnet_contact['owner'], 'contact', $carnet_contact['ref'] );
}
foreach ( array_slice( $carnet_companies, 45 ) as $carnet_company ) {
	$carnet_staff = array_filter( $carnet_contacts, static fn( array $contact ): bool => ( $contact['company']['ref'] ?? '' ) === $carnet_company['ref'] );
	if ( count( $carnet_staff ) > 1 && $carnet_calendar->days_since( max( array_column( $carnet_staff, 'since' ) ) ) > 10 ) {
		array_push( $carnet_gone, ...array_column( $carnet_staff, 'ref' ) );
		$carnet_timeline->trash( $carnet_calendar->ago( 4 ), $carnet_chief, 'account', $carnet_company['ref'], array_column( $carnet_staff, 'ref' ) );
		break;
	}
}

// Some people get a tag at once, as a bulk edit does it.
$carnet_timeline->bulk(
	$carnet_calendar->ago( 9 ),
	$carnet_chief,
	'contact',
	array_column( array_slice( $carnet_contacts, 40, 15 ), 'ref' ),
	static function ( array $contact ) use ( $carnet_timeline ): array {
		$tags = array_values( array_unique( array( ...$contact['tags'], ...$carnet_timeline->tags( array( 'newsletter' ) ) ) ) );
		sort( $tags );
		return array( 'tags' => $tags );
	}
);

// Two companies and their people go to another owner.
$carnet_successor = array( 'owner_id' => $carnet_people['agent'] ?? $carnet_chief );
foreach ( array( 8, 21 ) as $carnet_index ) {
	$carnet_at    = $carnet_calendar->ago( 30 - $carnet_index );
	$carnet_ref   = $carnet_companies[ $carnet_index ]['ref'];
	$carnet_staff = array_filter( $carnet_contacts, static fn( array $contact ): bool => ( $contact['company']['ref'] ?? '' ) === $carnet_ref );
	$carnet_timeline->bulk( $carnet_at, $carnet_chief, 'account', array( $carnet_ref ), static fn(): array => $carnet_successor );
	$carnet_timeline->bulk( $carnet_at, $carnet_chief, 'contact', array_column( $carnet_staff, 'ref' ), static fn(): array => $carnet_successor );
}

// What is sold and done is with those who are still there, in no order, but those who pay in another currency first.
$carnet_offers = new Demo_Offers( $carnet_random, $carnet_data['sales'] );
$carnet_known  = array_values( array_filter( $carnet_contacts, static fn( array $contact ): bool => ! in_array( $contact['ref'], $carnet_gone, true ) ) );
$carnet_rank   = static fn( array $contact ): string => ( isset( $carnet_data['sales']['currencies'][ $contact['country'] ] ) ? '0' : '1' ) . md5( $contact['ref'] );
usort( $carnet_known, static fn( array $one, array $other ): int => $carnet_rank( $one ) <=> $carnet_rank( $other ) );

$carnet_employees = array_values( array_filter( $carnet_known, static fn( array $contact ): bool => null !== $contact['company'] ) );
$carnet_deals     = ( new Demo_Deals( $carnet_timeline, $carnet_random, $carnet_calendar, $carnet_offers ) )->add( $carnet_employees );
$carnet_quotes    = ( new Demo_Quotes( $carnet_timeline, $carnet_random, $carnet_calendar, $carnet_offers ) )->add( $carnet_deals, $carnet_known );
$carnet_actions   = ( new Demo_Actions( $carnet_timeline, $carnet_random, $carnet_calendar, $carnet_data['actions'] ) )->add( $carnet_deals, $carnet_known );
$carnet_tasks     = ( new Demo_Tasks( $carnet_timeline, $carnet_random, $carnet_calendar, $carnet_data['tasks'] ) )->add( $carnet_deals, $carnet_known );

$carnet_started = microtime( true );
$carnet_units   = $carnet_timeline->play( $carnet_entities );
printf(
	"%d accounts, %d contacts, %d actions, %d deals, %d quotes and %d tasks, made in %d steps, %.1f s.\n",
	count( $carnet_companies ),
	count( $carnet_contacts ),
	$carnet_actions, // phpcs:ignore WordPress.Security.EscapeOutput -- a number on the command line.
	count( $carnet_deals ),
	$carnet_quotes,
	$carnet_tasks,
	$carnet_units,
	microtime( true ) - $carnet_started
);
