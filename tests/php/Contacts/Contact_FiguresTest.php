<?php
/**
 * What a contact adds to the dashboard.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Contacts;

use Carnet\Contacts\Contact_Figures;
use Carnet\Plugin;
use Carnet\Store\List_Figures;
use Carnet\Tests\Builders;
use Carnet\Tests\Test_Case;

final class Contact_FiguresTest extends Test_Case {

	use Builders;

	/**
	 * @dataProvider contacts
	 */
	public function test_a_contact_is_counted_on_the_days_of_the_site( array $contact, array $adds ): void {
		add_filter( 'pre_option_timezone_string', static fn () => 'Europe/Paris' );
		self::assertEqualsCanonicalizing( $adds, array_keys( ( new Contact_Figures() )->contributions( self::contact_state( $contact ) ) ) );
		self::assertSame( array( 1 ), array_values( array_unique( ( new Contact_Figures() )->contributions( self::contact_state( $contact ) ) ) ) );
	}

	public static function contacts(): array {
		$lead = array( 'created_at' => '2026-03-01T22:59:59Z', 'lead_since' => '2026-03-01T23:00:00Z' );
		return array(
			'a lead; just before and at midnight here'  => array( $lead, array( 'contacts.created_on|2026-03-01', 'contacts.lead_on|2026-03-02' ) ),
			'a lead that became customer'               => array( $lead + array( 'customer_since' => '2026-05-01T00:00:00Z' ), array( 'contacts.created_on|2026-03-01', 'contacts.lead_on|2026-03-02', 'contacts.converted_on|2026-03-02' ) ),
			'lead and customer at the same instant'     => array( $lead + array( 'customer_since' => '2026-03-01T23:00:00Z' ), array( 'contacts.created_on|2026-03-01', 'contacts.lead_on|2026-03-02', 'contacts.converted_on|2026-03-02' ) ),
			'a customer that became lead afterwards is no conversion' => array( $lead + array( 'customer_since' => '2026-02-01T00:00:00Z' ), array( 'contacts.created_on|2026-03-01', 'contacts.lead_on|2026-03-02' ) ),
			'a customer from the start'                 => array( array( 'created_at' => '2026-07-01T22:00:00Z', 'customer_since' => '2026-07-01T22:00:00Z' ), array( 'contacts.created_on|2026-07-02' ) ),
			'in the trash: made and trashed, no lead'   => array( $lead + array( 'trashed_at' => '2026-04-01T12:00:00Z' ), array( 'contacts.created_on|2026-03-01', 'contacts.trashed_on|2026-04-01' ) ),
		);
	}

	public function test_a_live_record_is_counted_once_by_each_closed_set_link_and_tag(): void {
		$counts = List_Figures::contributions( Plugin::entities()->get( 'contact' ), self::contact_state( array( 'type' => 'customer', 'source' => 'web', 'account_id' => 7, 'tags' => array( 3, 5 ) ) ) );
		unset( $counts['contacts.created_on|2026-01-05'] );
		$single = array( 'contacts|' => 1, 'contacts.id_range|0000000000' => 1, 'contacts.account_id|7' => 1, 'contacts.type|customer' => 1, 'contacts.status|new' => 1, 'contacts.source|web' => 1, 'contacts.tags|3' => 1, 'contacts.tags|5' => 1 );
		$pairs  = array( 'contacts.type.status|customer|new' => 1, 'contacts.type.source|customer|web' => 1, 'contacts.status.source|new|web' => 1 );
		foreach ( array( 3, 5 ) as $tag ) {
			$pairs += array( "contacts.type.tags|customer|$tag" => 1, "contacts.status.tags|new|$tag" => 1, "contacts.source.tags|web|$tag" => 1 );
		}
		self::assertEqualsCanonicalizing( array_keys( $single + $pairs ), array_keys( $counts ) );
		self::assertSame( array( 1 ), array_values( array_unique( $counts ) ) );
	}

	public function test_a_record_in_the_trash_is_counted_there_only(): void {
		$counts = List_Figures::contributions( Plugin::entities()->get( 'account' ), self::account_state( array( 'trashed_at' => '2026-04-01T12:00:00Z', 'tags' => array( 3 ) ) ) );
		self::assertSame( array( 'accounts.trashed|' => 1 ), $counts );
	}
}
