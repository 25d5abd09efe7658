<?php
/**
 * Links of actions, deals, quotes and tasks.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Rest;

use WP_REST_Response;

/**
 * A link leads to a live record that the person sees, a deal's contact is of the deal's account or of none, and what ends leaves
 * nothing behind that needs it.
 */
final class Linked_NounsTest extends Rest_Case {

	private const LINKS = array(
		'action' => array( 'account', 'contact', 'deal' ),
		'deal'   => array( 'account', 'contact' ),
		'quote'  => array( 'account', 'contact', 'deal' ),
		'task'   => array( 'account', 'contact', 'deal' ),
	);

	/**
	 * Every link that cannot be.
	 *
	 * @return iterable<string, array{string, string, string}>
	 */
	public static function bad_links(): iterable {
		foreach ( self::LINKS as $noun => $parents ) {
			foreach ( $parents as $parent ) {
				foreach ( array( 'missing', 'trashed', 'forbidden' ) as $why ) {
					yield "$noun to a $parent that is $why" => array( $noun, $parent, $why );
				}
			}
		}
	}

	/**
	 * One of them, in a new record and in a change.
	 *
	 * @dataProvider bad_links
	 *
	 * @param string $noun   Noun.
	 * @param string $parent The noun it links to.
	 * @param string $why    Why it cannot be.
	 */
	public function test_a_link_that_cannot_be_is_refused_by_name_and_nothing_is_written( string $noun, string $parent, string $why ): void {
		$agent = $this->user( 'agent' );
		$link  = 987654;
		if ( 'missing' !== $why ) {
			$link = $this->$parent( array( 'owner_id' => 'forbidden' === $why ? $this->user( 'editor' ) : $agent ) )['id'];
		}
		if ( 'trashed' === $why ) {
			$this->trashed( $parent, $link );
		}
		$stored = $this->$noun( array( 'owner_id' => $agent ) );
		$body   = array( "{$parent}_id" => $link ) + array_intersect_key( $stored, array_flip( array( 'title', 'date', 'account_id', 'lines' ) ) );
		$before = $this->tables();
		self::assert_refused( 400, 'carnet_invalid_link', $this->request( 'POST', "/{$noun}s", $body, 'agent' ), "{$parent}_id" );
		self::assert_refused( 400, 'carnet_invalid_link', $this->patch( $noun, $stored['id'], array( "{$parent}_id" => $link ) ), "{$parent}_id" );
		self::assertSame( $before, $this->tables() );
	}

	/**
	 * Changes a record of version 1.
	 *
	 * @param string               $noun    Noun.
	 * @param int                  $id      The record.
	 * @param array<string, mixed> $changes Field values.
	 * @param string|null          $as      Role.
	 */
	private function patch( string $noun, int $id, array $changes, ?string $as = null ): WP_REST_Response {
		return $this->request( 'PATCH', "/{$noun}s/$id", $changes + array( 'version' => 1 ), $as );
	}

	/**
	 * All nouns that link to several others.
	 *
	 * @testWith ["action"]
	 *           ["quote"]
	 *           ["task"]
	 *
	 * @param string $noun Noun.
	 */
	public function test_links_of_records_that_do_not_belong_together_are_stored_as_they_are_sent( string $noun ): void {
		$links    = array(
			'account_id' => $this->account()['id'],
			'contact_id' => $this->contact( array( 'account_id' => $this->account()['id'] ) )['id'],
			'deal_id'    => $this->deal()['id'],
		);
		$response = $this->patch( $noun, $this->$noun()['id'], $links, 'admin' );
		self::assert_answered( 200, $response );
		self::assertEquals( $links, array_intersect_key( $response->get_data(), $links ) );
		foreach ( array( 'account', 'contact', 'deal' ) as $parent ) {
			self::assertNotNull( $response->get_data()[ "{$parent}_name" ] );
			$counts = $this->request( 'GET', "/{$parent}s/{$links[ "{$parent}_id" ]}" )->get_data()['counts'];
			self::assertSame( 1, $counts[ "{$noun}s" ] );
			self::assertSame( array( $response->get_data()['id'] ), self::ids( $this->request( 'GET', "/{$noun}s", array( "{$parent}_id" => $links[ "{$parent}_id" ] ) ) ) );
		}
	}

	public function test_the_contact_of_a_deal_is_of_its_account_or_of_none(): void {
		$account = $this->account()['id'];
		$other   = $this->account()['id'];
		$own     = $this->contact( array( 'account_id' => $account ) )['id'];
		$alone   = $this->contact()['id'];
		$foreign = $this->contact( array( 'account_id' => $other ) )['id'];
		$this->act_as( 'admin' );
		foreach ( array( $own, $alone ) as $contact ) {
			self::assert_answered( 201, $this->request( 'POST', '/deals', array( 'title' => 'D', 'account_id' => $account, 'contact_id' => $contact ) ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		}
		$deal   = $this->deal( array( 'account_id' => $account, 'contact_id' => $own ) )['id']; // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		$before = $this->tables();
		self::assert_refused( 400, 'carnet_invalid_link', $this->request( 'POST', '/deals', array( 'title' => 'D', 'account_id' => $account, 'contact_id' => $foreign ) ), 'contact_id' ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		self::assert_refused( 400, 'carnet_invalid_link', $this->patch( 'deal', $deal, array( 'contact_id' => $foreign ) ), 'contact_id' );
		self::assert_refused( 400, 'carnet_invalid_link', $this->patch( 'deal', $deal, array( 'account_id' => $other ) ), 'contact_id' );
		self::assertSame( $before, $this->tables() );
		self::assert_answered( 200, $this->patch( 'deal', $deal, array( 'account_id' => $other, 'contact_id' => $foreign ) ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
	}

	public function test_a_contact_that_moved_on_does_not_keep_its_old_deal_from_changing(): void {
		$account = $this->account()['id'];
		$contact = $this->contact( array( 'account_id' => $account ) )['id'];
		$deal    = $this->deal( array( 'account_id' => $account, 'contact_id' => $contact ) )['id']; // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		$this->changed( 'contact', $contact, array( 'account_id' => $this->account()['id'] ) );
		self::assert_answered( 200, $this->patch( 'deal', $deal, array( 'note' => 'x' ), 'admin' ) );
	}

	/**
	 * Records that cannot end because another needs them: parent, child, and what the child holds.
	 *
	 * @return array<string, array{string, string, array<string, mixed>}>
	 */
	public static function needed(): array {
		return array(
			'the account of a deal'                       => array( 'account', 'deal', array() ),
			'the only party of a quote, an account'       => array( 'account', 'quote', array() ),
			'the only party of a quote, a contact'        => array( 'contact', 'quote', array() ),
			'a party of an accepted quote'                => array( 'contact', 'quote', array( 'account_id' => 'another', 'status' => 'accepted' ) ), // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
			'the deal of an accepted quote'               => array( 'deal', 'quote', array( 'status' => 'accepted' ) ),
			'the account of a deal that is in the trash'  => array( 'account', 'deal', array( 'trashed' => true ) ),
			'the party of a quote that is in the trash'   => array( 'contact', 'quote', array( 'trashed' => true ) ),
		);
	}

	/**
	 * One of them.
	 *
	 * @dataProvider needed
	 *
	 * @param string               $parent Noun that is to end.
	 * @param string               $child  Noun that needs it.
	 * @param array<string, mixed> $fields Of the child.
	 */
	public function test_what_another_record_needs_is_not_deleted_for_good( string $parent, string $child, array $fields ): void {
		$id      = $this->$parent()['id'];
		$trashed = ! empty( $fields['trashed'] );
		unset( $fields['trashed'] );
		if ( isset( $fields['account_id'] ) ) {
			$fields['account_id'] = $this->account()['id'];
		}
		$needs = $this->$child( $fields + array( "{$parent}_id" => $id ) )['id'];
		if ( $trashed ) {
			$this->trashed( $child, $needs );
		}
		$before   = $this->tables();
		$response = $this->request( 'DELETE', "/{$parent}s/$id", array( 'force' => 'true' ), 'manager' );
		self::assert_refused( 409, 'carnet_in_use', $response );
		self::assertSame( $child, $response->get_data()['data']['entity'] );
		self::assertSame( $before, $this->tables() );
		self::assert_answered( 200, $this->request( 'DELETE', "/{$parent}s/$id" ) );
	}

	public function test_an_accepted_quote_goes_to_the_trash_but_not_for_good(): void {
		$id = $this->quote( array( 'status' => 'accepted' ) )['id'];
		foreach ( array( false, true ) as $in_trash ) {
			$before = $this->tables();
			self::assert_refused( 409, 'carnet_frozen', $this->request( 'DELETE', "/quotes/$id", array( 'force' => 'true' ), 'manager' ) );
			self::assertSame( $before, $this->tables() );
			if ( ! $in_trash ) {
				self::assert_answered( 200, $this->request( 'DELETE', "/quotes/$id" ) );
			}
		}
		self::assert_answered( 200, $this->request( 'POST', "/quotes/$id/restore" ) );
	}

	/**
	 * Links that become empty when their parent ends.
	 *
	 * @return iterable<string, array{string, string}>
	 */
	public static function loose_links(): iterable {
		foreach ( self::LINKS as $noun => $parents ) {
			foreach ( array_diff( $parents, 'deal' === $noun ? array( 'account' ) : array() ) as $parent ) {
				yield "$noun of a $parent" => array( $noun, $parent );
			}
		}
	}

	/**
	 * One of them, live and in the trash.
	 *
	 * @dataProvider loose_links
	 *
	 * @param string $noun   Noun.
	 * @param string $parent The noun it links to.
	 */
	public function test_deleting_a_parent_for_good_empties_the_link_of_its_children( string $noun, string $parent ): void {
		$id = $this->$parent()['id'];
		// A quote keeps its other party.
		$party   = 'quote' === $noun ? array( 'account_id' => $this->account()['id'], 'contact_id' => $this->contact()['id'] ) : array(); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		$fields  = array( "{$parent}_id" => $id ) + $party;
		$live    = $this->$noun( $fields )['id'];
		$trashed = $this->$noun( $fields )['id'];
		$this->trashed( $noun, $trashed );
		self::assert_answered( 200, $this->request( 'DELETE', "/{$parent}s/$id", array( 'force' => 'true' ), 'manager' ) );
		foreach ( array( $live, $trashed ) as $child ) {
			self::assertNull( $this->request( 'GET', "/{$noun}s/$child", array( 'trashed' => 'true' ) )->get_data()[ "{$parent}_id" ] );
		}
	}

	public function test_linked_trashes_all_kinds_of_children_in_one_change_set_that_can_be_undone(): void {
		$agent   = $this->user( 'agent' );
		$account = $this->account( array( 'owner_id' => $agent ) )['id'];
		$mine    = array();
		$theirs  = array();
		foreach ( array( 'contact', 'action', 'deal', 'quote', 'task' ) as $noun ) {
			$mine[ $noun ]   = $this->$noun( array( 'account_id' => $account, 'owner_id' => $agent ) )['id']; // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
			$theirs[ $noun ] = $this->$noun( array( 'account_id' => $account ) )['id'];
		}
		$set = self::header_of( $this->request( 'DELETE', "/accounts/$account", array( 'linked' => 'true' ), 'agent' ), 'X-Carnet-Changeset' );
		foreach ( $mine as $noun => $id ) {
			self::assertNotNull( $this->request( 'GET', "/{$noun}s/$id", array( 'trashed' => 'true' ), 'admin' )->get_data()['trashed_at'], $noun );
			self::assert_answered( 200, $this->request( 'GET', "/{$noun}s/{$theirs[ $noun ]}" ) );
		}
		$undone = $this->request( 'POST', "/changesets/$set/revert", array(), 'agent' )->get_data();
		self::assertSame( array( 6, array() ), array( count( $undone['reverted'] ), $undone['conflicts'] ) );
		foreach ( $mine as $noun => $id ) {
			self::assert_answered( 200, $this->request( 'GET', "/{$noun}s/$id" ) );
		}
	}
}
