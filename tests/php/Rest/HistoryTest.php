<?php
/**
 * History and undo.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Rest;

use WP_REST_Response;

/**
 * What was changed, by whom, and back: history of a record, change sets, revert with its conflicts.
 */
final class HistoryTest extends Rest_Case {

	/**
	 * The change set of a write.
	 *
	 * @param WP_REST_Response $response The answer.
	 */
	private static function set_of( WP_REST_Response $response ): int {
		self::assertLessThan( 300, $response->get_status(), (string) wp_json_encode( $response->get_data() ) );
		return (int) self::header_of( $response, 'X-Carnet-Changeset' );
	}

	private function revert( int $set, string $as = 'admin' ): WP_REST_Response {
		return $this->request( 'POST', "/changesets/$set/revert", array(), $as );
	}

	public function test_history_tells_every_change_newest_first(): void {
		$created  = $this->request( 'POST', '/contacts', array( 'last_name' => 'Before' ), 'agent' );
		$id       = $created->get_data()['id'];
		$body     = array(
			'last_name' => 'After',
			'note'      => " <b>\\'%s{x} ",
		);
		$changed  = $this->request( 'PATCH', "/contacts/$id", $body, 'editor' );
		$trashed  = $this->request( 'DELETE', "/contacts/$id", array(), 'agent' );
		$restored = $this->request( 'POST', "/contacts/$id/restore", array(), 'agent', array( 'X-WP-Nonce' => 'x' ) );
		$history  = self::json( $this->request( 'GET', "/contacts/$id/history", array(), 'agent' ) );

		self::assertSame( array_map( array( self::class, 'set_of' ), array( $restored, $trashed, $changed, $created ) ), array_column( $history, 'changeset_id' ) );
		self::assertSame( array( 'restore', 'trash', 'update', 'create' ), array_column( $history, 'op' ) );
		self::assertSame( array( 'restore', 'api', 'api', 'api' ), array_column( $history, 'source' ) );
		$agent  = $this->user( 'agent' );
		$editor = $this->user( 'editor' );
		self::assertSame( array( $agent, $agent, $editor, $agent ), array_column( $history, 'user_id' ) );
		self::assertSame( get_userdata( $editor )->display_name, $history[2]['user_name'] );
		$changes = array(
			'last_name' => array(
				'before' => 'Before',
				'after'  => 'After',
			),
			'note'      => array(
				'before' => '',
				'after'  => " <b>\\'%s{x} ",
			),
		);
		self::assertSame( $changes, $history[2]['changes'] );
		self::assertSame( 'Before', $history[3]['changes']['last_name']['after'] );
		self::assertNull( $history[1]['changes']['trashed_at']['before'] );
		self::assertSame( array( 'trashed_at' ), array_keys( $history[1]['changes'] ) );
	}

	public function test_tags_links_and_owners_are_in_history(): void {
		$tag     = $this->tag()['id'];
		$account = $this->account()['id'];
		$id      = $this->contact()['id'];
		$body    = array(
			'tags'       => array( $tag ),
			'account_id' => $account,
			'owner_id'   => $this->user( 'agent' ),
		);
		$this->request( 'PATCH', "/contacts/$id", $body, 'admin' );
		$changes = self::json( $this->request( 'GET', "/contacts/$id/history" ) )[0]['changes'];
		self::assertEqualsCanonicalizing( $body, array_map( static fn( array $values ) => $values['after'], $changes ) );
		self::assertSame( array( array(), null ), array( $changes['tags']['before'], $changes['account_id']['before'] ) );
	}

	public function test_history_has_pages_and_totals(): void {
		$id = $this->contact()['id'];
		for ( $i = 0; $i < 4; $i++ ) {
			$this->changed( 'contact', $id, array( 'note' => "$i" ) );
		}
		$page = $this->request( 'GET', "/contacts/$id/history", array( 'per_page' => 2 ) + array( 'page' => 2 ), 'viewer' );
		self::assertSame( array( '1', '0' ), array_map( static fn( $change ) => ( (array) $change['changes'] )['note']['after'], $page->get_data() ) );
		self::assertSame( array( '5', '3' ), array( self::header_of( $page, 'X-WP-Total' ), self::header_of( $page, 'X-WP-TotalPages' ) ) );
		self::assertStringContainsString( 'rel="next"', (string) self::header_of( $page, 'Link' ) );
		self::assertStringContainsString( 'rel="prev"', (string) self::header_of( $page, 'Link' ) );
		self::assert_refused( 400, 'rest_invalid_page_number', $this->request( 'GET', "/contacts/$id/history", array( 'page' => 2 ) ) );
		foreach ( array( 'page', 'per_page' ) as $name ) {
			self::assert_refused( 400, 'rest_invalid_param', $this->request( 'GET', "/contacts/$id/history", array( $name => '0' ) ), $name );
		}
		self::assert_refused( 400, 'rest_invalid_param', $this->request( 'GET', "/contacts/$id/history", array( 'per_page' => '101' ) ), 'per_page' );
	}

	public function test_history_is_read_from_the_trash_too_and_of_nothing_that_is_missing(): void {
		$id = $this->contact()['id'];
		$this->trashed( 'contact', $id );
		self::assertCount( 2, $this->request( 'GET', "/contacts/$id/history", array(), 'viewer' )->get_data() );
		self::assert_refused( 404, 'carnet_not_found', $this->request( 'GET', '/contacts/987654/history' ) );
		self::assert_refused( 404, 'carnet_not_found', $this->request( 'GET', "/accounts/$id/history" ) );
	}

	public function test_a_change_set_tells_what_was_changed_together(): void {
		$id       = $this->contact( array( 'owner_id' => $this->user( 'agent' ) ) )['id'];
		$set      = self::set_of( $this->request( 'PATCH', "/contacts/$id", array( 'note' => 'x' ), 'agent' ) );
		$answer   = self::json( $this->request( 'GET', "/changesets/$set" ) );
		$expected = array(
			array(
				'entity'  => 'contact',
				'id'      => $id,
				'op'      => 'update',
				'changes' => array(
					'note' => array(
						'before' => '',
						'after'  => 'x',
					),
				),
			),
		);
		self::assertSame( array( $set, $this->user( 'agent' ), 'api', null, $expected ), array( $answer['id'], $answer['user_id'], $answer['source'], $answer['reverted_by'], $answer['records'] ) );
		self::assertMatchesRegularExpression( '/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/', $answer['at'] );
	}

	public function test_a_change_set_is_missing_for_who_may_see_none_of_its_records(): void {
		$this->contact( array( 'last_name' => 'Secret' ) );
		$missing = $this->request( 'GET', '/changesets/987654', array(), 'agent' );
		$others  = $this->request( 'GET', "/changesets/{$this->changeset}", array(), 'agent' );
		self::assertSame( array( 404, $missing->get_data(), $missing->get_headers() ), array( $others->get_status(), $others->get_data(), $others->get_headers() ) );
		self::assertSame( $this->revert( 987654, 'agent' )->get_data(), $this->revert( $this->changeset, 'agent' )->get_data() );
	}

	public function test_of_a_change_set_only_the_visible_records_are_told_and_undone(): void {
		$mine   = $this->contact( array( 'owner_id' => $this->user( 'agent' ) ) )['id'];
		$others = $this->contact()['id'];
		$set    = self::set_of(
			$this->request(
				'POST',
				'/contacts/bulk',
				array(
					'ids' => array( $mine, $others ),
					'set' => array( 'note' => 'both' ),
				),
				'admin'
			)
		);
		self::assertSame( array( $mine ), array_column( $this->request( 'GET', "/changesets/$set", array(), 'agent' )->get_data()['records'], 'id' ) );
		$answer = self::json( $this->revert( $set, 'agent' ) );
		self::assertSame( array( array( $mine ), array() ), array( array_column( $answer['reverted'], 'id' ), $answer['conflicts'] ) );
		self::assertSame( 'both', $this->request( 'GET', "/contacts/$others", array(), 'admin' )->get_data()['note'] );
	}

	public function test_who_may_only_look_undoes_nothing(): void {
		$this->contact();
		$before = $this->tables();
		self::assert_refused( 403, 'rest_forbidden', $this->revert( $this->changeset, 'viewer' ) );
		self::assertSame( $before, $this->tables() );
	}

	/**
	 * Writes and what undoing them leaves: the record as before, but for version and change.
	 */
	public function test_an_undone_change_gives_back_every_value(): void {
		$before = $this->contact(
			array(
				'note'       => " '\\<i> ",
				'tags'       => array( $this->tag()['id'], $this->tag()['id'] ),
				'account_id' => $this->account()['id'],
				'type'       => 'lead',
				'email'      => 'a@example.com',
			)
		);
		$body   = array(
			'note'       => null,
			'tags'       => array(),
			'account_id' => null,
			'type'       => 'customer',
			'email'      => 'b@example.com',
			'owner_id'   => $this->user( 'agent' ),
		);
		$set    = self::set_of( $this->request( 'PATCH', "/contacts/{$before['id']}", $body, 'admin' ) );
		$answer = $this->revert( $set );
		self::assert_answered( 200, $answer );
		$record = array(
			'entity' => 'contact',
			'id'     => $before['id'],
		);
		self::assertSame( array( array( $record ), array() ), array( $answer->get_data()['reverted'], $answer->get_data()['conflicts'] ) );
		self::assertSame( (string) $answer->get_data()['changeset_id'], self::header_of( $answer, 'X-Carnet-Changeset' ) );
		$now = $this->request( 'GET', "/contacts/{$before['id']}" )->get_data();
		foreach ( array_diff_key( $before, array_flip( array( 'version', 'updated_at', 'updated_by' ) ) ) as $name => $value ) {
			self::assertSame( $value, $now[ $name ], $name );
		}
		self::assertSame( 3, $now['version'] );
		self::assertSame( $answer->get_data()['changeset_id'], $this->request( 'GET', "/changesets/$set" )->get_data()['reverted_by'] );
		self::assertSame( array( 'revert', 'update' ), array_values( array_intersect_key( $this->request( 'GET', "/contacts/{$before['id']}/history" )->get_data()[0], array_flip( array( 'source', 'op' ) ) ) ) );
	}

	public function test_undoing_an_undo_does_it_again(): void {
		$id   = $this->contact( array( 'note' => 'one' ) )['id'];
		$set  = self::set_of( $this->request( 'PATCH', "/contacts/$id", array( 'note' => 'two' ), 'admin' ) );
		$undo = $this->revert( $set )->get_data()['changeset_id'];
		self::assertSame( 'one', $this->request( 'GET', "/contacts/$id" )->get_data()['note'] );
		$this->revert( $undo );
		self::assertSame( 'two', $this->request( 'GET', "/contacts/$id" )->get_data()['note'] );
	}

	public function test_a_record_that_changed_since_is_a_conflict_and_stays(): void {
		list( $a, $b ) = array( $this->contact()['id'], $this->contact()['id'] );
		$set           = self::set_of(
			$this->request(
				'POST',
				'/contacts/bulk',
				array(
					'ids' => array( $a, $b ),
					'set' => array( 'note' => 'bulk' ),
				),
				'admin'
			)
		);
		$this->changed( 'contact', $a, array( 'note' => 'since' ) );
		$answer = self::json( $this->revert( $set ) );
		self::assertSame( array( $b ), array_column( $answer['reverted'], 'id' ) );
		$conflict = array(
			'entity'  => 'contact',
			'id'      => $a,
			'changes' => array(
				'note' => array(
					'before' => '',
					'after'  => 'bulk',
				),
			),
			'current' => array( 'note' => 'since' ),
		);
		self::assertSame( array( $conflict ), $answer['conflicts'] );
		self::assertSame( array( 'since', '' ), array( $this->request( 'GET', "/contacts/$a" )->get_data()['note'], $this->request( 'GET', "/contacts/$b" )->get_data()['note'] ) );
	}

	public function test_undoing_twice_is_a_conflict_the_second_time(): void {
		$id  = $this->contact()['id'];
		$set = self::set_of( $this->request( 'PATCH', "/contacts/$id", array( 'note' => 'x' ), 'admin' ) );
		$this->revert( $set );
		$again = $this->revert( $set )->get_data();
		self::assertSame( array( array(), array( $id ) ), array( $again['reverted'], array_column( $again['conflicts'], 'id' ) ) );
	}

	public function test_a_change_set_is_undone_by_what_undid_something(): void {
		$id   = $this->contact()['id'];
		$set  = self::set_of( $this->request( 'PATCH', "/contacts/$id", array( 'note' => 'x' ), 'admin' ) );
		$of   = fn(): ?int => $this->request( 'GET', "/changesets/$set", array(), 'admin' )->get_data()['reverted_by'];
		$last = self::set_of( $this->request( 'PATCH', "/contacts/$id", array( 'note' => 'y' ), 'admin' ) );
		$this->revert( $set );
		self::assertNull( $of(), 'It could not be undone.' );
		$this->revert( $last );
		$undo = $this->revert( $set )->get_data();
		self::assertSame( array(), $undo['reverted'], 'The undo of the later change is a change, too.' );
		self::assertNull( $of() );
	}

	public function test_what_was_made_goes_to_the_trash(): void {
		$created = $this->request( 'POST', '/contacts', array( 'email' => 'a@example.com' ), 'agent' );
		$this->revert( self::set_of( $created ), 'agent' );
		self::assertNotNull( $this->request( 'GET', "/contacts/{$created->get_data()['id']}", array( 'trashed' => 'true' ) )->get_data()['trashed_at'] );
		self::assert_answered( 201, $this->request( 'POST', '/contacts', array( 'email' => 'a@example.com' ) ) );
	}

	public function test_what_was_trashed_or_restored_goes_back(): void {
		$id = $this->contact()['id'];
		$this->revert( self::set_of( $this->request( 'DELETE', "/contacts/$id", array(), 'admin' ) ) );
		self::assert_answered( 200, $this->request( 'GET', "/contacts/$id" ) );
		$this->request( 'DELETE', "/contacts/$id" );
		$this->revert( self::set_of( $this->request( 'POST', "/contacts/$id/restore" ) ) );
		self::assert_answered( 404, $this->request( 'GET', "/contacts/$id" ) );
	}

	public function test_what_was_deleted_for_good_comes_back_with_its_id_for_who_may_delete(): void {
		$before  = $this->contact(
			array(
				'note'       => 'all of it',
				'tags'       => array( $this->tag()['id'] ),
				'account_id' => $this->account()['id'],
				'owner_id'   => $this->user( 'agent' ),
			)
		);
		$set     = self::set_of( $this->request( 'DELETE', "/contacts/{$before['id']}", array( 'force' => 'true' ), 'manager' ) );
		$refused = $this->revert( $set, 'editor' );
		self::assertSame( array(), $refused->get_data()['reverted'] ?? array() );
		self::assert_answered( 404, $this->request( 'GET', "/contacts/{$before['id']}", array( 'trashed' => 'true' ), 'admin' ) );
		$this->revert( $set, 'manager' );
		$now = $this->request( 'GET', "/contacts/{$before['id']}" )->get_data();
		foreach ( array_diff_key( $before, array_flip( array( 'version', 'updated_at', 'updated_by' ) ) ) as $name => $value ) {
			self::assertSame( $value, $now[ $name ], $name );
		}
	}

	public function test_who_may_no_longer_delete_for_good_brings_nothing_back(): void {
		$person = $this->user( 'manager', 5 );
		$id     = $this->contact()['id'];
		$set    = self::set_of( $this->as_user( $person, 'DELETE', "/contacts/$id", array( 'force' => 'true' ) ) );
		( new \WP_User( $person ) )->set_role( 'editor' );
		$answer = $this->as_user( $person, 'POST', "/changesets/$set/revert" );
		( new \WP_User( $person ) )->set_role( 'carnet_manager' );
		self::assertSame( array( array(), array( $id ) ), array( $answer->get_data()['reverted'], array_column( $answer->get_data()['conflicts'], 'id' ) ) );
		self::assert_answered( 404, $this->request( 'GET', "/contacts/$id", array( 'trashed' => 'true' ), 'admin' ) );
	}

	public function test_the_history_of_a_deleted_record_is_for_who_manages(): void {
		$id  = $this->contact( array( 'last_name' => 'Gone' ) )['id'];
		$set = self::set_of( $this->request( 'DELETE', "/contacts/$id", array( 'force' => 'true' ), 'admin' ) );
		self::assert_refused( 404, 'carnet_not_found', $this->request( 'GET', "/changesets/$set", array(), 'editor' ) );
		self::assert_refused( 404, 'carnet_not_found', $this->request( 'GET', "/contacts/$id/history", array(), 'admin' ) );
		$records = self::json( $this->request( 'GET', "/changesets/$set", array(), 'admin' ) )['records'];
		self::assertSame( 'Gone', $records[0]['changes']['last_name']['before'] );
	}

	public function test_an_undo_that_would_take_an_address_that_is_taken_is_a_conflict(): void {
		$id  = $this->contact( array( 'email' => 'a@example.com' ) )['id'];
		$set = self::set_of( $this->request( 'PATCH', "/contacts/$id", array( 'email' => 'b@example.com' ), 'admin' ) );
		$this->contact( array( 'email' => 'A@example.com' ) );
		$answer = $this->revert( $set )->get_data();
		self::assertSame( array( array(), array( $id ) ), array( $answer['reverted'], array_column( $answer['conflicts'], 'id' ) ) );
		self::assertSame( 'b@example.com', $this->request( 'GET', "/contacts/$id" )->get_data()['email'] );
	}

	public function test_an_undo_that_would_link_to_what_is_gone_is_a_conflict(): void {
		$account = $this->account()['id'];
		$id      = $this->contact( array( 'account_id' => $account ) )['id'];
		$set     = self::set_of( $this->request( 'PATCH', "/contacts/$id", array( 'account_id' => null ), 'admin' ) );
		$this->trashed( 'account', $account );
		$answer = $this->revert( $set )->get_data();
		self::assertSame( array( $id ), array_column( $answer['conflicts'], 'id' ) );
		self::assertNull( $this->request( 'GET', "/contacts/$id" )->get_data()['account_id'] );
	}

	public function test_an_id_in_the_body_does_not_outrank_the_path(): void {
		list( $a, $b ) = array( $this->contact( array( 'note' => 'a' ) )['id'], $this->contact( array( 'note' => 'b' ) )['id'] );
		$first         = self::set_of( $this->request( 'PATCH', "/contacts/$a", array( 'note' => 'x' ), 'admin' ) );
		$second        = self::set_of( $this->request( 'PATCH', "/contacts/$b", array( 'note' => 'x' ) ) );
		$this->request( 'POST', "/changesets/$first/revert?id=$second", array( 'id' => $second ) );
		self::assertSame( array( 'a', 'x' ), array( $this->request( 'GET', "/contacts/$a" )->get_data()['note'], $this->request( 'GET', "/contacts/$b" )->get_data()['note'] ) );
	}
}
