<?php
/**
 * Contacts and their accounts.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Rest;

use WP_REST_Response;

/**
 * The link of a contact to its account: what cannot be linked, what is shown of the parent, what becomes of the link.
 */
final class Contact_LinksTest extends Rest_Case {

	/**
	 * Accounts that a contact cannot be linked to.
	 *
	 * @testWith ["missing"]
	 *           ["trashed"]
	 *           ["another's"]
	 *
	 * @param string $which Which account.
	 */
	public function test_a_link_that_cannot_be_is_refused_by_name_and_nothing_is_written( string $which ): void {
		$agent  = $this->user( 'agent' );
		$id     = $this->contact( array( 'owner_id' => $agent ) )['id'];
		$own    = $this->account( array( 'owner_id' => $agent ) )['id'];
		$others = $this->account()['id'];
		$this->trashed( 'account', $own );
		$account = array(
			'missing'   => 987654,
			'trashed'   => $own,
			"another's" => $others,
		)[ $which ];
		$before  = $this->tables();
		$body    = array(
			'last_name'  => 'New',
			'account_id' => $account,
		);
		self::assert_refused( 400, 'carnet_invalid_link', $this->request( 'POST', '/contacts', $body, 'agent' ), 'account_id' );
		self::assert_refused( 400, 'carnet_invalid_link', $this->request( 'PATCH', "/contacts/$id", $body, 'agent' ), 'account_id' );
		self::assertSame( $before, $this->tables() );
	}

	public function test_a_refused_link_does_not_tell_a_missing_account_from_anothers(): void {
		$others = $this->account()['id'];
		$ask    = fn( int $account ): WP_REST_Response => $this->request(
			'POST',
			'/contacts',
			array(
				'last_name'  => 'x',
				'account_id' => $account,
			),
			'agent'
		);
		self::assertSame( $ask( 987654 )->get_data(), $ask( $others )->get_data() );
	}

	public function test_a_contact_of_a_trashed_account_can_still_be_changed(): void {
		$account = $this->account()['id'];
		$id      = $this->contact( array( 'account_id' => $account ) )['id'];
		$this->trashed( 'account', $account );
		$response = $this->request(
			'PATCH',
			"/contacts/$id",
			array(
				'note'       => 'x',
				'account_id' => $account,
			),
			'admin'
		);
		self::assert_answered( 200, $response );
		self::assertSame( array( $account, true ), array( $response->get_data()['account_id'], $response->get_data()['account_trashed'] ) );
	}

	public function test_the_accounts_name_city_and_postcode_come_along(): void {
		$account = $this->account(
			array(
				'name'     => 'Élan <b>',
				'city'     => 'Lyon',
				'postcode' => '69001',
			)
		)['id'];
		$with    = $this->contact( array( 'account_id' => $account ) )['id'];
		$without = $this->contact()['id'];
		foreach ( $this->request( 'GET', '/contacts', array(), 'viewer' )->get_data() as $record ) {
			$shown = array( $record['account_name'], $record['account_city'], $record['account_postcode'], $record['account_trashed'] );
			self::assertSame( $with === $record['id'] ? array( 'Élan <b>', 'Lyon', '69001', false ) : array( null, null, null, false ), $shown );
		}
		self::assertArrayNotHasKey( 'account', $this->request( 'GET', "/contacts/$without" )->get_links() );
	}

	/**
	 * A contact of mine in an account of somebody else.
	 *
	 * @return array{int, int} Contact and account.
	 */
	private function mine_in_anothers_account(): array {
		$account = $this->account(
			array(
				'name' => 'Hidden',
				'city' => 'Nowhere',
			)
		)['id'];
		return array(
			$this->contact(
				array(
					'account_id' => $account,
					'owner_id'   => $this->user( 'agent' ),
				)
			)['id'],
			$account,
		);
	}

	public function test_of_a_parent_that_is_not_the_readers_nothing_is_shown(): void {
		list( $id ) = $this->mine_in_anothers_account();
		foreach ( array( "/contacts/$id", '/contacts' ) as $path ) {
			$response = $this->request( 'GET', $path, array(), 'agent' );
			$said     = (string) wp_json_encode( rest_get_server()->response_to_data( $response, true ) );
			self::assertStringNotContainsString( 'Hidden', $said );
			self::assertStringNotContainsString( 'Nowhere', $said );
			self::assertStringNotContainsString( '/accounts/', stripslashes( $said ) );
		}
		$record = $this->request( 'GET', "/contacts/$id" )->get_data();
		self::assertSame( array( null, null, null, false ), array( $record['account_name'], $record['account_city'], $record['account_postcode'], $record['account_trashed'] ) );
	}

	public function test_the_account_is_embedded_where_it_may_be_seen(): void {
		$account = $this->account( array( 'name' => 'Parent' ) )['id'];
		$id      = $this->contact( array( 'account_id' => $account ) )['id'];
		$embed   = fn(): array => rest_get_server()->response_to_data( $this->request( 'GET', "/contacts/$id", array(), 'viewer' ), true )['_embedded']['account'][0];
		self::assertSame( array( $account, 'Parent' ), array( $embed()['id'], $embed()['name'] ) );
		$this->trashed( 'account', $account );
		self::assertSame( array( $account, 'Parent' ), array( $embed()['id'], $embed()['name'] ) );
	}

	/**
	 * Pretty and plain permalinks.
	 *
	 * @testWith [""]
	 *           ["/%postname%/"]
	 *
	 * @param string $structure Permalinks.
	 */
	public function test_a_link_to_a_trashed_account_leads_there_under_any_permalinks( string $structure ): void {
		$account = $this->account()['id'];
		$id      = $this->contact( array( 'account_id' => $account ) )['id'];
		$this->trashed( 'account', $account );
		$before = get_option( 'permalink_structure' );
		$GLOBALS['wp_rewrite']->set_permalink_structure( $structure );
		$href    = $this->request( 'GET', "/contacts/$id", array(), 'admin' )->get_links()['account'][0]['href'];
		$request = \WP_REST_Request::from_url( $href );
		$GLOBALS['wp_rewrite']->set_permalink_structure( $before );
		self::assertSame( '' === $structure, str_contains( $href, 'rest_route=' ) );
		self::assertInstanceOf( \WP_REST_Request::class, $request );
		self::assertSame( $account, rest_do_request( $request )->get_data()['id'] );
	}

	public function test_contacts_are_listed_by_account_and_those_without_by_zero(): void {
		list( $a, $b ) = array( $this->account()['id'], $this->account()['id'] );
		$of            = fn( ?int $account ): int => $this->contact( array( 'account_id' => $account ) )['id'];
		$ids           = array( $of( $a ), $of( $a ), $of( $b ), $of( null ) );
		foreach ( array(
			array( $a, array( $ids[1], $ids[0] ) ),
			array( 0, array( $ids[3] ) ),
			array( array( $a, $b ), array( $ids[2], $ids[1], $ids[0] ) ),
			array( array( 0, $b ), array( $ids[3], $ids[2] ) ),
			array( "0,$b", array( $ids[3], $ids[2] ) ),
			array( 987654, array() ),
		) as list( $asked, $expected ) ) {
			$response = $this->request( 'GET', '/contacts', array( 'account_id' => $asked ), 'admin' );
			self::assertSame( array( $expected, (string) count( $expected ) ), array( self::ids( $response ), self::header_of( $response, 'X-WP-Total' ) ) );
		}
	}

	public function test_a_contact_is_found_by_its_accounts_name_also_after_it_changed(): void {
		$account = $this->account( array( 'name' => 'Zénith' ) )['id'];
		$id      = $this->contact( array( 'account_id' => $account ) )['id'];
		$find    = fn( string $search ): array => self::ids( $this->request( 'GET', '/contacts', array( 'search' => $search ), 'admin' ) );
		self::assertSame( array( $id ), $find( 'zenith' ) );
		$this->request( 'PATCH', "/accounts/$account", array( 'name' => 'Nadir' ), 'admin' );
		self::assertSame( array( array(), array( $id ) ), array( $find( 'zenith' ), $find( 'nadir' ) ) );
	}

	public function test_an_account_counts_its_live_visible_contacts(): void {
		$agent   = $this->user( 'agent' );
		$account = $this->account( array( 'owner_id' => $agent ) )['id'];
		$this->contact(
			array(
				'account_id' => $account,
				'owner_id'   => $agent,
			)
		);
		$this->contact( array( 'account_id' => $account ) );
		$this->trashed( 'contact', $this->contact( array( 'account_id' => $account ) )['id'] );
		$this->contact();
		self::assertSame( 2, $this->request( 'GET', "/accounts/$account", array(), 'admin' )->get_data()['counts']['contacts'] );
		self::assertSame( 1, $this->request( 'GET', "/accounts/$account", array(), 'agent' )->get_data()['counts']['contacts'] );
	}

	public function test_trashing_an_account_keeps_its_contacts_and_their_link(): void {
		$account = $this->account()['id'];
		$id      = $this->contact( array( 'account_id' => $account ) )['id'];
		$this->request( 'DELETE', "/accounts/$account", array(), 'admin' );
		$contact = $this->request( 'GET', "/contacts/$id" )->get_data();
		self::assertSame( array( $account, true, null, 1 ), array( $contact['account_id'], $contact['account_trashed'], $contact['trashed_at'], $contact['version'] ) );
	}

	public function test_linked_trashes_the_contacts_that_may_be_changed_in_one_change_set(): void {
		$agent   = $this->user( 'agent' );
		$account = $this->account( array( 'owner_id' => $agent ) )['id'];
		$mine    = $this->contact(
			array(
				'account_id' => $account,
				'owner_id'   => $agent,
			)
		)['id'];
		$others  = $this->contact( array( 'account_id' => $account ) )['id'];
		$trashed = $this->request( 'DELETE', "/accounts/$account", array( 'linked' => 'true' ), 'agent' );
		self::assert_answered( 200, $trashed );
		self::assertSame( array( $mine ), self::ids( $this->request( 'GET', '/contacts', array( 'trashed' => 'true' ), 'admin' ) ) );
		self::assertSame( array( $others ), self::ids( $this->request( 'GET', '/contacts' ) ) );

		$revert = $this->request( 'POST', '/changesets/' . self::header_of( $trashed, 'X-Carnet-Changeset' ) . '/revert', array(), 'agent' );
		self::assertCount( 2, $revert->get_data()['reverted'] );
		self::assertSame( array( $others, $mine ), self::ids( $this->request( 'GET', '/contacts', array(), 'admin' ) ) );
		self::assert_answered( 200, $this->request( 'GET', "/accounts/$account" ) );
	}

	public function test_deleting_an_account_for_good_empties_the_link_of_its_contacts(): void {
		$account  = $this->account( array( 'name' => 'Zenith' ) )['id'];
		$live     = $this->contact( array( 'account_id' => $account ) )['id'];
		$trashed  = $this->contact( array( 'account_id' => $account ) )['id'];
		$response = null;
		$this->trashed( 'contact', $trashed );
		$response = $this->request( 'DELETE', "/accounts/$account", array( 'force' => 'true' ), 'manager' );
		self::assert_answered( 200, $response );
		foreach ( array( $live, $trashed ) as $id ) {
			self::assertNull( $this->request( 'GET', "/contacts/$id", array( 'trashed' => 'true' ) )->get_data()['account_id'] );
		}
		self::assertSame( array(), self::ids( $this->request( 'GET', '/contacts', array( 'search' => 'zenith' ) ) ) );

		$this->request( 'POST', '/changesets/' . self::header_of( $response, 'X-Carnet-Changeset' ) . '/revert' );
		self::assertSame( array( $account, 'Zenith' ), array_values( array_intersect_key( $this->request( 'GET', "/contacts/$live" )->get_data(), array_flip( array( 'account_id', 'account_name' ) ) ) ) );
	}
}
