<?php
/**
 * One record.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Rest;

/**
 * GET of one record: what it holds, its links, and who gets none.
 */
trait Item_Tests {

	public function test_a_missing_record_is_not_found(): void {
		self::assert_refused( 404, 'carnet_not_found', $this->request( 'GET', $this->path( 999999 ), array(), 'admin' ) );
	}

	public function test_an_id_beyond_every_integer_is_not_found(): void {
		self::assert_refused( 404, 'carnet_not_found', $this->request( 'GET', $this->path() . '/99999999999999999999999', array(), 'admin' ) );
	}

	public function test_a_record_in_the_trash_is_found_only_when_asked_for(): void {
		$id = $this->record()['id'];
		$this->trashed( $this->noun(), $id );

		$missing = $this->request( 'GET', $this->path( 999999 ), array(), 'admin' );
		$hidden  = $this->request( 'GET', $this->path( $id ), array(), 'admin' );
		self::assertSame( array( 404, $missing->get_data() ), array( $hidden->get_status(), $hidden->get_data() ) );
		$asked = $this->request( 'GET', $this->path( $id ), array( 'trashed' => 'true' ), 'admin' );
		self::assert_answered( 200, $asked );
		self::assertNotNull( $asked->get_data()['trashed_at'] );
	}

	public function test_a_record_has_every_field_with_its_value_and_type(): void {
		$id      = $this->request( 'POST', $this->path(), $this->full_body(), 'admin' )->get_data()['id'];
		$record  = $this->request( 'GET', $this->path( $id ), array(), 'admin' )->get_data();
		$written = $this->full_body_of( $record );

		self::assertSame( array(), array_diff( array_keys( $this->entity()->fields()->all() ), array_keys( $record ) ) );
		foreach ( $written as $name => $value ) {
			self::assertNotContains( $value, array( null, '', array() ), $name );
		}
		self::assertSame( 1, $record['version'] );
		self::assertSame( $this->user( 'admin' ), $record['created_by'] );
		self::assertSame( get_userdata( $this->user( 'editor' ) )->display_name, $record['owner_name'] );
		self::assertNull( $record['trashed_at'] );
		foreach ( array( 'created_at', 'updated_at' ) as $instant ) {
			self::assertMatchesRegularExpression( '/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/', $record[ $instant ] );
			self::assertEqualsWithDelta( time(), strtotime( $record[ $instant ] ), 60 );
		}
	}

	/**
	 * What was sent for a record, as it comes back.
	 *
	 * @param array<string, mixed> $record The answer.
	 * @return array<string, mixed>
	 */
	private function full_body_of( array $record ): array {
		return array_intersect_key( $record, $this->entity()->fields()->writable() );
	}

	public function test_the_version_is_the_etag(): void {
		$id = $this->record()['id'];
		self::assertSame( '"1"', self::header_of( $this->request( 'GET', $this->path( $id ), array(), 'admin' ), 'ETag' ) );
		$this->request( 'PATCH', $this->path( $id ), array( $this->name_field() => 'Other' ) );
		self::assertSame( '"2"', self::header_of( $this->request( 'GET', $this->path( $id ) ), 'ETag' ) );
	}

	public function test_fields_asked_for_are_all_that_comes(): void {
		$id       = $this->record()['id'];
		$response = $this->request( 'GET', $this->path( $id ), array( '_fields' => 'id,version,nonsense' ), 'admin' );
		self::assertSame(
			array(
				'id'      => $id,
				'version' => 1,
			),
			$response->get_data()
		);
	}

	public function test_a_field_of_another_plugin_is_answered_and_in_the_schema(): void {
		$id = $this->record()['id'];
		register_rest_field(
			"carnet-{$this->noun()}",
			'extra',
			array(
				'get_callback' => static fn( array $record ): string => "of {$record['id']}",
				'schema'       => array(
					'description' => 'Extra.',
					'type'        => 'string',
					'context'     => array( 'view', 'edit' ),
				),
			)
		);
		$this->restart_rest();
		$read   = $this->request( 'GET', $this->path( $id ), array(), 'admin' )->get_data()['extra'] ?? null;
		$listed = $this->request( 'GET', $this->path() )->get_data()[0]['extra'] ?? null;
		$schema = self::schema_of( $this->path() )['properties']['extra']['type'] ?? null;
		unset( $GLOBALS['wp_rest_additional_fields'][ "carnet-{$this->noun()}" ] );
		self::assertSame( array( "of $id", "of $id", 'string' ), array( $read, $listed, $schema ) );
	}

	public function test_an_envelope_carries_status_and_headers(): void {
		$id       = $this->record()['id'];
		$response = $this->request( 'GET', $this->path( $id ), array(), 'admin' );
		$envelope = rest_get_server()->envelope_response( $response, false )->get_data();
		self::assertSame( array( 200, '"1"', $id ), array( $envelope['status'], $envelope['headers']['ETag'], $envelope['body']['id'] ) );
	}

	public function test_links_lead_to_the_record_its_list_and_its_owner(): void {
		$id    = $this->record( array( 'owner_id' => $this->user( 'agent' ) ) )['id'];
		$links = $this->request( 'GET', $this->path( $id ), array(), 'agent' )->get_links();

		self::assertSame( rest_url( 'carnet/v1' . $this->path( $id ) ), $links['self'][0]['href'] );
		self::assertSame( rest_url( 'carnet/v1' . $this->path() ), $links['collection'][0]['href'] );
		self::assertSame( rest_url( 'wp/v2/users/' . $this->user( 'agent' ) ), $links['owner'][0]['href'] );
		self::assertTrue( $links['owner'][0]['attributes']['embeddable'] );
	}

	public function test_the_self_link_says_what_the_reader_may_do(): void {
		$id = $this->record()['id'];
		foreach ( array(
			'viewer' => array( 'GET' ),
			'editor' => array( 'GET', 'PUT', 'PATCH', 'DELETE' ),
		) as $role => $verbs ) {
			self::assertSame( $verbs, $this->request( 'GET', $this->path( $id ), array(), $role )->get_links()['self'][0]['attributes']['targetHints']['allow'] );
		}
	}

	public function test_the_owner_is_embedded_for_who_may_see_people(): void {
		$id    = $this->record()['id'];
		$embed = fn( string $role ): array => rest_get_server()->response_to_data( $this->request( 'GET', $this->path( $id ), array(), $role ), true )['_embedded'] ?? array();

		self::assertSame( $this->user( 'admin' ), $embed( 'admin' )['owner'][0]['id'] );
		self::assertArrayNotHasKey( 'owner', $embed( 'viewer' ) );
	}

	/**
	 * Answers of each context.
	 *
	 * @testWith ["view"]
	 *           ["edit"]
	 *           ["embed"]
	 *
	 * @param string $context The context.
	 */
	public function test_a_context_answers_the_properties_that_the_schema_gives_it( string $context ): void {
		$id     = $this->record()['id'];
		$schema = self::schema_of( $this->path() );
		$within = array_keys( array_filter( $schema['properties'], static fn( array $property ): bool => in_array( $context, $property['context'], true ) ) );
		$data   = $this->request( 'GET', $this->path( $id ), array( 'context' => $context ), 'admin' )->get_data();
		self::assertEqualsCanonicalizing( $within, array_keys( $data ) );
	}

	public function test_an_unknown_context_is_refused(): void {
		$id = $this->record()['id'];
		self::assert_refused( 400, 'rest_invalid_param', $this->request( 'GET', $this->path( $id ), array( 'context' => 'root' ), 'admin' ), 'context' );
	}

	public function test_an_id_in_the_query_does_not_outrank_the_path(): void {
		$asked = $this->record()['id'];
		$other = $this->record()['id'];
		self::assertSame( $asked, $this->request( 'GET', $this->path( $asked ), array( 'id' => $other ), 'admin' )->get_data()['id'] );
	}

	public function test_a_verb_that_is_not_there_is_no_route(): void {
		$id = $this->record()['id'];
		self::assert_refused( 404, 'rest_no_route', $this->request( 'POST', $this->path( $id ), $this->body(), 'admin' ) );
		self::assert_refused( 404, 'rest_no_route', $this->request( 'DELETE', $this->path(), array(), 'admin' ) );
	}

	public function test_who_lost_the_role_no_longer_sees_what_they_own(): void {
		$agent = $this->user( 'agent', 7 );
		$id    = $this->record( array( 'owner_id' => $agent ) )['id'];
		self::assert_answered( 200, $this->as_user( $agent, 'GET', $this->path( $id ) ) );

		( new \WP_User( $agent ) )->set_role( 'subscriber' );
		self::assert_refused( 403, 'rest_forbidden', $this->as_user( $agent, 'GET', $this->path( $id ) ) );
		( new \WP_User( $agent ) )->set_role( 'carnet_agent' );
	}
}
