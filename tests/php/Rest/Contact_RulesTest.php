<?php
/**
 * Rules of contacts over REST.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Rest;

/**
 * One live contact per e-mail address, one name at least, and the instants of its types.
 */
final class Contact_RulesTest extends Rest_Case {

	/**
	 * Addresses that are the same.
	 *
	 * @testWith ["jean@example.com"]
	 *           ["JEAN@Example.COM"]
	 *           ["  jean@example.com "]
	 *
	 * @param string $email An address.
	 */
	public function test_a_second_contact_with_an_address_is_refused_and_told_the_first( string $email ): void {
		$first  = $this->contact( array( 'email' => 'Jean@example.com' ) )['id'];
		$other  = $this->contact()['id'];
		$before = $this->tables();
		foreach ( array( $this->request( 'POST', '/contacts', array( 'email' => $email ), 'editor' ), $this->request( 'PATCH', "/contacts/$other", array( 'email' => $email ), 'editor' ) ) as $response ) {
			self::assert_refused( 409, 'carnet_duplicate', $response, 'email' );
			self::assertSame( $first, $response->get_data()['data']['existing_id'] );
		}
		self::assertSame( $before, $this->tables() );
	}

	public function test_who_may_not_see_the_first_is_not_told_which_it_is(): void {
		$this->contact( array( 'email' => 'jean@example.com' ) );
		$response = $this->request( 'POST', '/contacts', array( 'email' => 'jean@example.com' ), 'agent' );
		self::assert_refused( 409, 'carnet_duplicate', $response, 'email' );
		self::assertArrayNotHasKey( 'existing_id', $response->get_data()['data'] );
	}

	public function test_a_second_is_saved_when_it_is_asked_for(): void {
		$this->contact( array( 'email' => 'jean@example.com' ) );
		$other = $this->contact()['id'];
		$body  = array(
			'email'           => 'jean@example.com',
			'allow_duplicate' => true,
		);
		self::assert_answered( 201, $this->request( 'POST', '/contacts', $body, 'agent' ) );
		self::assert_answered( 200, $this->request( 'PATCH', "/contacts/$other", $body, 'editor' ) );
		self::assert_refused( 409, 'carnet_duplicate', $this->request( 'POST', '/contacts', array( 'email' => 'jean@example.com' ) ) );
	}

	public function test_allow_duplicate_must_be_true_or_false(): void {
		self::assert_refused( 400, 'rest_invalid_param', $this->request( 'POST', '/contacts', array( 'last_name' => 'x' ) + array( 'allow_duplicate' => 'perhaps' ), 'admin' ), 'allow_duplicate' );
	}

	public function test_a_contact_keeps_its_own_address(): void {
		$id = $this->contact( array( 'email' => 'jean@example.com' ) )['id'];
		self::assert_answered( 200, $this->request( 'PATCH', "/contacts/$id", array( 'email' => 'JEAN@example.com' ), 'editor' ) );
	}

	public function test_the_address_of_a_trashed_contact_is_free_and_its_restore_is_refused_then(): void {
		$first = $this->contact( array( 'email' => 'jean@example.com' ) )['id'];
		$this->trashed( 'contact', $first );
		$second = $this->request( 'POST', '/contacts', array( 'email' => 'jean@example.com' ), 'editor' );
		self::assert_answered( 201, $second );
		$before   = $this->tables();
		$response = $this->request( 'POST', "/contacts/$first/restore", array(), 'editor' );
		self::assert_refused( 409, 'carnet_duplicate', $response, 'email' );
		self::assertSame( $second->get_data()['id'], $response->get_data()['data']['existing_id'] );
		self::assertSame( $before, $this->tables() );

		$this->request( 'DELETE', "/contacts/{$second->get_data()['id']}" );
		self::assert_answered( 200, $this->request( 'POST', "/contacts/$first/restore" ) );
	}

	public function test_the_personal_address_and_no_address_may_be_the_same(): void {
		foreach ( array( 'Anne', 'Jean' ) as $name ) {
			$body = array(
				'first_name'     => $name,
				'email'          => '',
				'email_personal' => 'home@example.com',
			);
			self::assert_answered( 201, $this->request( 'POST', '/contacts', $body, 'editor' ) );
		}
	}

	/**
	 * Contacts without a name.
	 *
	 * @return array<string, array{array<string, mixed>}>
	 */
	public function nameless(): array {
		return array(
			'nothing'    => array( array() ),
			'other data' => array( array( 'phone' => '1' ) ),
			'spaces'     => array( array( 'first_name' => '  ' ) ),
			'empty ones' => array(
				array(
					'first_name' => '',
					'last_name'  => null,
				),
			),
		);
	}

	/**
	 * Refuses them.
	 *
	 * @dataProvider nameless
	 *
	 * @param array<string, mixed> $body The body.
	 */
	public function test_a_contact_needs_a_name_or_an_address( array $body ): void {
		$before = $this->tables();
		self::assert_refused( 400, 'carnet_rule', $this->request( 'POST', '/contacts', $body, 'editor' ), 'last_name' );
		self::assertSame( $before, $this->tables() );
	}

	public function test_the_last_of_name_and_address_cannot_be_emptied(): void {
		$id = $this->contact( array( 'last_name' => 'Only' ) )['id'];
		self::assert_refused( 400, 'carnet_rule', $this->request( 'PATCH', "/contacts/$id", array( 'last_name' => null ), 'editor' ), 'last_name' );
		$body = array(
			'last_name' => '',
			'email'     => 'a@example.com',
		);
		self::assert_answered( 200, $this->request( 'PATCH', "/contacts/$id", $body ) );
	}

	/**
	 * Each of the three will do.
	 *
	 * @testWith ["first_name", "Anne"]
	 *           ["last_name", "Martin"]
	 *           ["email", "anne@example.com"]
	 *
	 * @param string $field Field.
	 * @param string $value Its value.
	 */
	public function test_one_of_the_three_is_enough( string $field, string $value ): void {
		self::assert_answered( 201, $this->request( 'POST', '/contacts', array( $field => $value ), 'agent' ) );
	}

	public function test_the_first_time_of_each_type_is_remembered(): void {
		$created = $this->request( 'POST', '/contacts', array( 'last_name' => 'x' ), 'editor' )->get_data();
		self::assertSame( array( $created['created_at'], null, null ), array( $created['lead_since'], $created['prospect_since'], $created['customer_since'] ) );
		$customer = $this->request( 'PATCH', "/contacts/{$created['id']}", array( 'type' => 'customer' ) )->get_data();
		self::assertSame( array( $created['lead_since'], null, $customer['updated_at'] ), array( $customer['lead_since'], $customer['prospect_since'], $customer['customer_since'] ) );
		self::assertNull( $this->request( 'POST', '/contacts', array( 'last_name' => 'y' ) + array( 'type' => 'customer' ) )->get_data()['lead_since'] );
	}

	public function test_contacts_are_listed_by_the_time_they_became_leads(): void {
		$make                    = fn( string $at ): int => $this->change( static fn( \Carnet\Store\Transaction $transaction ): array => $transaction->create( 'contact', array( 'last_name' => 'x' ) ), null, $at )['id'];
		list( $before, $within ) = array( $make( '2025-12-31T23:59:59Z' ), $make( '2026-01-01T00:00:00Z' ) );
		$this->contact( array( 'type' => 'customer' ) );
		$found = self::ids(
			$this->request(
				'GET',
				'/contacts',
				array(
					'lead_since_after'  => '2026-01-01',
					'lead_since_before' => '2026-01-02',
				),
				'admin'
			)
		);
		self::assertSame( array( $within ), $found );
		self::assertSame( array( $before ), self::ids( $this->request( 'GET', '/contacts', array( 'lead_since_before' => '2026-01-01T00:00:00Z' ) ) ) );
	}

	public function test_an_account_needs_a_name(): void {
		$before = $this->tables();
		self::assert_refused( 400, 'rest_missing_callback_param', $this->request( 'POST', '/accounts', array( 'city' => 'Lyon' ), 'editor' ), 'name' );
		foreach ( array( '', '  ', null ) as $name ) {
			self::assert_answered( 400, $this->request( 'POST', '/accounts', array( 'name' => $name ), 'editor' ) );
		}
		self::assertSame( $before, $this->tables() );
	}

	public function test_accounts_may_share_an_address(): void {
		foreach ( array( 'One', 'Two' ) as $name ) {
			$body = array(
				'name'  => $name,
				'email' => 'info@example.com',
			);
			self::assert_answered( 201, $this->request( 'POST', '/accounts', $body, 'editor' ) );
		}
	}
}
