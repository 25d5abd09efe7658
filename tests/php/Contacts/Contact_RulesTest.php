<?php
/**
 * The rules of a contact.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Contacts;

use Carnet\Contacts\Contact_Rules;
use Carnet\Entity\Rule_Error;
use Carnet\Tests\Builders;
use Carnet\Tests\Test_Case;

final class Contact_RulesTest extends Test_Case {

	use Builders;

	private const EARLIER = '2026-01-05T08:00:00Z';

	private const NOW = '2026-11-22T09:30:00Z';

	/**
	 * @dataProvider names
	 */
	public function test_a_contact_needs_a_first_name_a_last_name_or_an_email( array $names, bool $good ): void {
		$field = null;
		try {
			( new Contact_Rules() )->apply( null, self::contact_state( $names + array( 'last_name' => '' ) ), self::NOW );
		} catch ( Rule_Error $error ) {
			$field = $error->field;
		}
		self::assertSame( $good ? null : 'last_name', $field );
	}

	public static function names(): array {
		return array(
			'a first name is enough'                   => array( array( 'first_name' => 'Ana' ), true ),
			'a last name is enough'                    => array( array( 'last_name' => 'Martin' ), true ),
			'an email is enough'                       => array( array( 'email' => 'ana@example.com' ), true ),
			'the name 0 is a name'                     => array( array( 'first_name' => '0' ), true ),
			'nothing is refused'                       => array( array(), false ),
			'spaces are no name'                       => array( array( 'first_name' => ' ', 'last_name' => "\t" ), false ),
			'a phone, a job or a personal email is no name' => array( array( 'phone' => '0612345678', 'job_title' => 'CEO', 'email_personal' => 'a@example.com' ), false ),
		);
	}

	/**
	 * @dataProvider beginnings
	 */
	public function test_a_new_contact_has_been_its_type_since_now_and_nothing_else_ever( string $type, array $since ): void {
		$after = ( new Contact_Rules() )->apply( null, self::contact_state( array( 'type' => $type ) ), self::NOW );
		self::assertSame( $since, array( $after['lead_since'], $after['prospect_since'], $after['customer_since'] ) );
	}

	public static function beginnings(): array {
		return array(
			'created as lead'                                  => array( 'lead', array( self::NOW, null, null ) ),
			'created as prospect: was never a lead'            => array( 'prospect', array( null, self::NOW, null ) ),
			'created as customer: was never a lead or prospect' => array( 'customer', array( null, null, self::NOW ) ),
		);
	}

	/**
	 * @dataProvider changes
	 */
	public function test_the_first_time_of_a_type_counts( array $before, array $change, array $since ): void {
		$before = self::contact_state( $before );
		$after  = ( new Contact_Rules() )->apply( $before, array_merge( $before, $change ), self::NOW );
		self::assertSame( $since, array( $after['lead_since'], $after['prospect_since'], $after['customer_since'] ) );
	}

	public static function changes(): array {
		$lead = array(
			'type'       => 'lead',
			'lead_since' => self::EARLIER,
		);
		return array(
			'a lead that becomes customer was not a prospect'  => array( $lead, array( 'type' => 'customer' ), array( self::EARLIER, null, self::NOW ) ),
			'a lead that becomes prospect'                     => array( $lead, array( 'type' => 'prospect' ), array( self::EARLIER, self::NOW, null ) ),
			'a customer that becomes lead again keeps both'    => array( array( 'type' => 'customer', 'lead_since' => self::EARLIER, 'customer_since' => self::EARLIER ), array( 'type' => 'lead' ), array( self::EARLIER, null, self::EARLIER ) ),
			'a customer from the start that becomes lead is a lead since now' => array( array( 'type' => 'customer', 'customer_since' => self::EARLIER ), array( 'type' => 'lead' ), array( self::NOW, null, self::EARLIER ) ),
			'another field moves nothing'                      => array( $lead, array( 'city' => 'Lyon' ), array( self::EARLIER, null, null ) ),
		);
	}

	public function test_rules_change_nothing_else(): void {
		$before = self::contact_state();
		$after  = ( new Contact_Rules() )->apply( null, $before, self::NOW );
		self::assertSame( array_merge( $before, array( 'lead_since' => self::NOW ) ), $after );
	}

	public function test_since_dates_cannot_be_sent(): void {
		$contact = $this->contact( array( 'lead_since' => self::EARLIER ) );
		self::assertNotSame( self::EARLIER, $contact['lead_since'] );
		self::assertSame( $contact['created_at'], $contact['lead_since'] );
		$changed = $this->changed( 'contact', $contact['id'], array( 'customer_since' => self::EARLIER ) );
		self::assertNull( $changed['customer_since'] );
		self::assertSame( 1, $changed['version'] );
	}
}
