<?php
/**
 * Creating and changing.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Rest;

use Carnet\Entity\Field_List;
use Carnet\Entity\Item_Schema;

/**
 * POST, PUT and PATCH: who may not, what is answered, what is ignored, and the version that guards a change.
 */
trait Write_Tests {

	public function test_who_may_only_look_creates_and_changes_nothing(): void {
		$id     = $this->record()['id'];
		$before = $this->tables();
		self::assert_refused( 403, 'rest_forbidden', $this->request( 'POST', $this->path(), $this->body(), 'viewer' ) );
		self::assert_refused( 403, 'rest_forbidden', $this->request( 'PATCH', $this->path( $id ), $this->body(), 'viewer' ) );
		self::assertSame( $before, $this->tables() );
	}

	public function test_nobody_is_asked_to_sign_in_and_told_nothing_of_the_record(): void {
		$id = $this->record()['id'];
		foreach ( array( 'PUT', 'PATCH' ) as $verb ) {
			self::assert_refused( 401, 'rest_forbidden', $this->request( $verb, $this->path( $id ), $this->body(), 'nobody' ) );
		}
		self::assert_refused( 401, 'rest_forbidden', $this->request( 'PATCH', $this->path( 999999 ), $this->body(), 'nobody' ) );
	}

	public function test_a_new_record_is_answered_201_with_its_address_version_and_change_set(): void {
		$response = $this->request( 'POST', $this->path(), $this->body(), 'agent' );
		self::assert_answered( 201, $response );
		$record = $response->get_data();
		self::assertSame( rest_url( 'carnet/v1' . $this->path( $record['id'] ) ), self::header_of( $response, 'Location' ) );
		self::assertSame( '"1"', self::header_of( $response, 'ETag' ) );
		$this->assert_change_set( $response, 'api', 'create', $record['id'] );
		self::assertSame( $this->user( 'agent' ), $record['owner_id'] );
		self::assertSame( self::json( $this->request( 'GET', $this->path( $record['id'] ) ) ), self::json( $response ) );
	}

	/**
	 * The header of a write names the change set that holds the change.
	 *
	 * @param \WP_REST_Response $response The answer.
	 * @param string            $source   Source of the change set.
	 * @param string            $op       What was done.
	 * @param int               $id       To which record.
	 */
	private function assert_change_set( \WP_REST_Response $response, string $source, string $op, int $id ): void {
		global $wpdb;
		$set = (int) self::header_of( $response, 'X-Carnet-Changeset' );
		$row = $wpdb->get_row( "SELECT s.source, s.user_id, c.op, c.entity, c.record_id FROM {$wpdb->prefix}carnet_changes c JOIN {$wpdb->prefix}carnet_changesets s ON s.id = c.changeset_id WHERE s.id = $set", ARRAY_N );
		self::assertSame( array( $source, (string) get_current_user_id(), $op, $this->noun(), (string) $id ), array_map( 'strval', (array) $row ) );
	}

	public function test_what_is_not_sent_has_its_default(): void {
		$body   = $this->body();
		$record = $this->request( 'POST', $this->path(), $body, 'admin' )->get_data();
		foreach ( array_diff_key( $this->entity()->fields()->writable(), $body, array( 'owner_id' => true ) ) as $name => $field ) {
			self::assertSame( $this->defaults()[ $name ] ?? Item_Schema::default_of( $field ), $record[ $name ], $name );
		}
	}

	public function test_everything_that_can_be_written_is_written_and_read_back(): void {
		$body   = $this->full_body();
		$record = $this->request( 'POST', $this->path(), $body, 'admin' )->get_data();
		ksort( $body );
		$written = array_intersect_key( $record, $body );
		ksort( $written );
		self::assertSame( $body, $written );
	}

	/**
	 * PUT and PATCH are the same: fields not sent stay.
	 *
	 * @testWith ["PUT"]
	 *           ["PATCH"]
	 *
	 * @param string $verb The verb.
	 */
	public function test_a_change_keeps_what_it_does_not_send( string $verb ): void {
		$body    = $this->full_body();
		$created = $this->request( 'POST', $this->path(), $body, 'admin' )->get_data();
		$changed = $this->request( $verb, $this->path( $created['id'] ), array( $this->name_field() => 'Other' ), 'admin' );
		self::assert_answered( 200, $changed );
		self::assertSame( '"2"', self::header_of( $changed, 'ETag' ) );
		$this->assert_change_set( $changed, 'api', 'update', $created['id'] );
		$now = $changed->get_data();
		foreach ( $now as $name => $value ) {
			if ( ! in_array( $name, array( $this->name_field(), 'version', 'updated_at', 'counts' ), true ) ) {
				self::assertSame( $created[ $name ], $value, $name );
			}
		}
		self::assertSame( array( 'Other', 2 ), array( $now[ $this->name_field() ], $now['version'] ) );
	}

	public function test_a_change_from_a_screen_is_an_edit(): void {
		$response = $this->request( 'POST', $this->path(), $this->body(), 'admin', array( 'X-WP-Nonce' => wp_create_nonce( 'wp_rest' ) ) );
		$this->assert_change_set( $response, 'edit', 'create', $response->get_data()['id'] );
	}

	public function test_fields_may_come_as_a_form_too(): void {
		$id       = $this->record()['id'];
		$field    = $this->name_field();
		$response = $this->send( 'PATCH', $this->path( $id ), http_build_query( array( $field => "O'Hara & \\ \"x\"" ) ), 'admin', 'application/x-www-form-urlencoded' );
		self::assert_answered( 200, $response );
		self::assertSame( "O'Hara & \\ \"x\"", $response->get_data()[ $field ] );
	}

	/**
	 * A field takes null and an empty text alike for "empty", where it can be empty.
	 *
	 * @dataProvider writable_fields
	 *
	 * @param string $name Field.
	 */
	public function test_null_and_an_empty_text_empty_a_field_or_are_refused_by_its_name( string $name ): void {
		$field = (array) $this->entity()->fields()->get( $name );
		$empty = Field_List::empty_value( $field );
		$can   = empty( $field['required'] ) && ( ! empty( $field['nullable'] ) || is_array( $empty ) || '' === $empty );
		$id    = $this->request( 'POST', $this->path(), array( 'email' => 'stays@example.com' ) + $this->full_body(), 'admin' )->get_data()['id'];
		if ( 'email' === $name ) {
			$this->request( 'PATCH', $this->path( $id ), array( $this->note_field() => '' ) );
		}
		foreach ( array( null, '' ) as $sent ) {
			$this->request( 'PATCH', $this->path( $id ), array( $name => $this->value_for( $name ) ), 'admin' );
			self::assertNotSame( $empty, $this->request( 'GET', $this->path( $id ) )->get_data()[ $name ] );
			$response = $this->request( 'PATCH', $this->path( $id ), array( $name => $sent ) );
			if ( isset( $this->kept_by_rules()[ $name ] ) ) {
				self::assert_refused( 400, 'carnet_rule', $response, $this->kept_by_rules()[ $name ] );
			} elseif ( $can ) {
				self::assert_answered( 200, $response );
				self::assertSame( $this->when_emptied()[ $name ] ?? $empty, $response->get_data()[ $name ] );
			} else {
				self::assert_refused( 400, 'rest_invalid_param', $response, $name );
			}
		}
	}

	/**
	 * What the server sets cannot be sent: it is ignored, in a new record as in a change.
	 *
	 * @dataProvider server_fields
	 *
	 * @param string $name Field.
	 */
	public function test_a_field_that_the_server_sets_is_ignored( string $name ): void {
		if ( 'version' === $name ) {
			self::assertSame( 1, $this->request( 'POST', $this->path(), $this->body( array( 'version' => 7 ) ), 'admin' )->get_data()['version'] );
			return;
		}
		$value   = array( 'integer' => 424242, 'array' => array( array( 'rate' => '1', 'base' => 424242, 'tax' => 424242 ) ) )[ $this->entity()->fields()->get( $name )['type'] ?? '' ] ?? '2001-02-03T04:05:06Z'; // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		$created = $this->request( 'POST', $this->path(), $this->body( array( $name => $value ) ), 'admin' );
		self::assert_answered( 201, $created );
		self::assertNotSame( $value, $created->get_data()[ $name ] );
		$changed = $this->request( 'PATCH', $this->path( $created->get_data()['id'] ), $this->body( array( $name => $value ) ) );
		self::assert_answered( 200, $changed );
		self::assertNotSame( $value, $changed->get_data()[ $name ] );
	}

	/**
	 * An id in the body or the query is not the record that is meant.
	 *
	 * @testWith ["PATCH"]
	 *           ["PUT"]
	 *
	 * @param string $verb The verb.
	 */
	public function test_an_id_in_body_or_query_does_not_outrank_the_path( string $verb ): void {
		$meant  = $this->record()['id'];
		$other  = $this->record();
		$answer = $this->request( $verb, $this->path( $meant ) . "?id={$other['id']}", $this->body( array( 'id' => $other['id'] ) ), 'admin' );
		self::assertSame( $meant, $answer->get_data()['id'] );
		self::assertSame( 1, $this->request( 'GET', $this->path( $other['id'] ) )->get_data()['version'] );
		$this->request( 'DELETE', $this->path( $meant ), array( 'id' => $other['id'] ) );
		self::assert_answered( 200, $this->request( 'GET', $this->path( $other['id'] ) ) );
		self::assert_answered( 404, $this->request( 'GET', $this->path( $meant ) ) );
	}

	public function test_changing_nothing_keeps_the_version(): void {
		$record   = $this->record( array( $this->note_field() => 'x' ) );
		$response = $this->request( 'PATCH', $this->path( $record['id'] ), array( $this->note_field() => 'x' ), 'admin' );
		self::assertSame( array( 200, 1 ), array( $response->get_status(), $response->get_data()['version'] ) );
	}

	/**
	 * Versions that are not the current one (2), by header and in the body.
	 *
	 * @return array<string, array{array<string, mixed>, array<string, string>}>
	 */
	public function stale_versions(): array {
		return array(
			'an older If-Match'        => array( array(), array( 'If-Match' => '"1"' ) ),
			'a newer If-Match'         => array( array(), array( 'If-Match' => '"3"' ) ),
			'an If-Match that is none' => array( array(), array( 'If-Match' => 'abc' ) ),
			'a bare If-Match'          => array( array(), array( 'If-Match' => '1' ) ),
			'an older version'         => array( array( 'version' => 1 ), array() ),
			'a version as a text'      => array( array( 'version' => '1' ), array() ),
			'both, the body old'       => array( array( 'version' => 1 ), array( 'If-Match' => '"2"' ) ),
			'both, of which If-Match'  => array( array( 'version' => 2 ), array( 'If-Match' => '"1"' ) ),
		);
	}

	/**
	 * A change made from another version is refused with what is there now.
	 *
	 * @dataProvider stale_versions
	 *
	 * @param array<string, mixed>  $body    More in the body.
	 * @param array<string, string> $headers Headers.
	 */
	public function test_a_change_of_an_old_version_is_refused_with_the_current_record( array $body, array $headers ): void {
		$id = $this->record()['id'];
		$this->changed( $this->noun(), $id, array( $this->note_field() => 'in between' ) );
		$before  = $this->tables();
		$current = self::json( $this->request( 'GET', $this->path( $id ), array(), 'editor' ) );
		unset( $current['counts'], $current['_links'] );

		foreach ( array( 'PATCH', 'PUT' ) as $verb ) {
			$response = $this->request( $verb, $this->path( $id ), array( $this->note_field() => 'mine' ) + $body, 'editor', $headers );
			self::assertSame( array( 412, 'carnet_version_conflict' ), array( $response->get_status(), $response->get_data()['code'] ) );
			$answered = self::json( $response )['data']['current'];
			unset( $answered['counts'] );
			self::assertSame( $current, $answered );
		}
		$delete = $this->request( 'DELETE', $this->path( $id ) . ( $body ? '?version=1' : '' ), array(), 'editor', $headers );
		self::assertSame( array( 412, 'carnet_version_conflict' ), array( $delete->get_status(), $delete->get_data()['code'] ) );
		self::assertSame( $before, $this->tables() );
	}

	/**
	 * Ways to say the current version (1).
	 *
	 * @return array<string, array{array<string, mixed>, array<string, string>}>
	 */
	public function current_versions(): array {
		return array(
			'If-Match'            => array( array(), array( 'If-Match' => '"1"' ) ),
			'a weak If-Match'     => array( array(), array( 'If-Match' => 'W/"1"' ) ),
			'the body'            => array( array( 'version' => 1 ), array() ),
			'the body, as a text' => array( array( 'version' => '1' ), array() ),
		);
	}

	/**
	 * A change of the current version is made.
	 *
	 * @dataProvider current_versions
	 *
	 * @param array<string, mixed>  $body    More in the body.
	 * @param array<string, string> $headers Headers.
	 */
	public function test_a_change_of_the_current_version_is_made( array $body, array $headers ): void {
		$id       = $this->record()['id'];
		$response = $this->request( 'PATCH', $this->path( $id ), array( $this->note_field() => 'mine' ) + $body, 'editor', $headers );
		self::assert_answered( 200, $response );
		self::assertSame( array( 'mine', 2 ), array( $response->get_data()[ $this->note_field() ], $response->get_data()['version'] ) );
	}

	/**
	 * Saying none, or any, does for most nouns; where others may be changing the same record, it is refused.
	 *
	 * @testWith [{}]
	 *           [{"If-Match": "*"}]
	 *
	 * @param array<string, string> $headers Headers.
	 */
	public function test_a_change_that_says_no_version_is_made_or_refused_as_its_noun_has_it( array $headers ): void {
		$this->says_version = false;
		$id                 = $this->record()['id'];
		$before             = $this->tables();
		foreach ( array( 'PATCH', 'PUT' ) as $verb ) {
			$response = $this->request( $verb, $this->path( $id ), array( $this->note_field() => $verb ), 'editor', $headers );
			if ( in_array( $this->noun(), array( 'deal', 'quote' ), true ) ) {
				self::assert_refused( 428, 'carnet_version_required', $response );
				self::assertSame( $before, $this->tables() );
			} else {
				self::assert_answered( 200, $response );
				self::assertSame( $verb, $response->get_data()[ $this->note_field() ] );
			}
		}
	}

	/**
	 * Versions that are none.
	 *
	 * @testWith [0]
	 *           [-1]
	 *           ["abc"]
	 *           [1.5]
	 *           [[1]]
	 *           [true]
	 *           [null]
	 *
	 * @param mixed $version What was sent.
	 */
	public function test_a_version_that_is_none_is_refused( $version ): void {
		$id = $this->record()['id'];
		self::assert_refused( 400, 'rest_invalid_param', $this->request( 'PATCH', $this->path( $id ), array( 'version' => $version ), 'admin' ), 'version' );
	}

	public function test_a_record_in_the_trash_is_not_changed(): void {
		$id = $this->record()['id'];
		$this->trashed( $this->noun(), $id );
		$before = $this->tables();
		self::assert_refused( 404, 'carnet_not_found', $this->request( 'PATCH', $this->path( $id ), $this->body(), 'admin' ) );
		self::assertSame( $before, $this->tables() );
	}

	/**
	 * Owners that cannot be.
	 *
	 * @testWith ["agent", "editor", "an agent gives nothing away"]
	 *           ["editor", "subscriber", "who may not use the CRM owns nothing"]
	 *           ["editor", "missing", "who is not there owns nothing"]
	 *
	 * @param string $as    Who writes.
	 * @param string $owner The owner sent.
	 * @param string $why   Why not.
	 */
	public function test_an_owner_that_cannot_be_is_refused_by_name( string $as, string $owner, string $why ): void {
		$owner  = 'missing' === $owner ? 987654 : $this->user( $owner );
		$id     = $this->record( array( 'owner_id' => $this->user( $as ) ) )['id'];
		$before = $this->tables();
		self::assert_refused( 400, 'carnet_invalid_link', $this->request( 'POST', $this->path(), $this->body( array( 'owner_id' => $owner ) ), $as ), 'owner_id' );
		self::assert_refused( 400, 'carnet_invalid_link', $this->request( 'PATCH', $this->path( $id ), array( 'owner_id' => $owner ), $as ), 'owner_id' );
		self::assertSame( $before, $this->tables(), $why );
	}

	public function test_who_sees_others_records_may_give_them_away(): void {
		$id = $this->record()['id'];
		self::assertSame( $this->user( 'agent' ), $this->request( 'PATCH', $this->path( $id ), array( 'owner_id' => $this->user( 'agent' ) ), 'editor' )->get_data()['owner_id'] );
		self::assertSame( array( $id ), self::ids( $this->request( 'GET', $this->path(), array(), 'agent' ) ) );
	}

	public function test_an_agent_may_name_themselves_as_owner(): void {
		$agent = $this->user( 'agent' );
		self::assertSame( $agent, $this->request( 'POST', $this->path(), $this->body( array( 'owner_id' => $agent ) ), 'agent' )->get_data()['owner_id'] );
	}

	public function test_hooks_hear_of_a_change_after_it_is_stored(): void {
		$heard = array();
		add_action(
			"carnet_{$this->noun()}_saved",
			function ( ?array $after, ?array $before, string $op ) use ( &$heard ): void {
				$heard[] = array( $op, $before['version'] ?? null, $after['version'] ?? null );
			},
			10,
			3
		);
		$id = $this->request( 'POST', $this->path(), $this->body(), 'admin' )->get_data()['id'];
		$this->request( 'PATCH', $this->path( $id ), array( $this->note_field() => 'x' ) );
		$this->request( 'PATCH', $this->path( $id ), array( $this->note_field() => 'x' ) );
		$this->request( 'PATCH', $this->path( $id ), array( $this->note_field() => array( 'x' ) ) );
		self::assertSame( array( array( 'create', null, 1 ), array( 'update', 1, 2 ) ), $heard );
	}
}
