<?php
/**
 * Who may do what.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Rest;

/**
 * Every route and verb as every role: 401 for nobody, 403 without the right, an answer with it.
 */
final class RightsTest extends Rest_Case {
	use Every_Route;

	/**
	 * The table of roles, as the domain has it.
	 */
	private const RIGHTS = array(
		'nobody'         => array(),
		'subscriber'     => array(),
		'contributor'    => array(),
		'author'         => array(),
		'editor'         => array( 'view', 'edit', 'others', 'export' ),
		'administrator'  => array( 'view', 'edit', 'others', 'export', 'purge', 'manage' ),
		'carnet_manager' => array( 'view', 'edit', 'others', 'export', 'purge' ),
		'carnet_agent'   => array( 'view', 'edit' ),
		'carnet_viewer'  => array( 'view', 'others' ),
	);

	public function test_every_route_and_verb_has_its_rights_written_down(): void {
		$known = array_map( static fn( array $verbs ): array => array_values( array_diff( array_keys( $verbs ), array( 'DELETE force' ) ) ), self::all_needs() );
		$found = self::registered();
		ksort( $known );
		ksort( $found );
		self::assertSame( $known, $found );
	}

	/**
	 * Route x verb x role.
	 *
	 * @return iterable<string, array{string, string, string, int}>
	 */
	public function matrix(): iterable {
		foreach ( self::all_needs() as $route => $verbs ) {
			foreach ( $verbs as $verb => $needed ) {
				foreach ( self::RIGHTS as $role => $rights ) {
					$allowed = ! array_diff( $needed, $rights );
					$status  = $allowed ? 200 : ( 'nobody' === $role ? 401 : 403 );
					yield "$verb $route as $role: $status" => array( $route, $verb, $role, $status );
				}
			}
		}
	}

	/**
	 * One cell.
	 *
	 * @dataProvider matrix
	 *
	 * @param string $route  The route.
	 * @param string $verb   The verb.
	 * @param string $role   The role.
	 * @param int    $status 200 stands for any success.
	 */
	public function test_a_role_may_what_it_may_and_no_more( string $route, string $verb, string $role, int $status ): void {
		$user    = $this->user( $role );
		$request = $this->good_request( $route, $verb, in_array( 'view', self::RIGHTS[ $role ], true ) ? $user : $this->user( 'admin' ) );
		$before  = array( $this->tables(), get_option( 'carnet_settings' ) );

		$response = $this->as_user( $user, ...$request );
		if ( 200 === $status ) {
			self::assertContains( $response->get_status(), array( 200, 201 ), (string) wp_json_encode( $response->get_data() ) );
			return;
		}
		self::assert_refused( $status, 'rest_forbidden', $response );
		self::assertSame( array( 'code', 'message', 'data' ), array_keys( $response->get_data() ) );
		self::assertSame( array( 'status' ), array_keys( $response->get_data()['data'] ) );
		self::assertSame( $before, array( $this->tables(), get_option( 'carnet_settings' ) ) );
	}

	/**
	 * Capabilities as stored in the roles.
	 */
	public function test_roles_have_the_capabilities_of_the_table(): void {
		foreach ( array_diff_key( self::RIGHTS, array( 'nobody' => true ) ) as $role => $rights ) {
			$held = array_filter( array_keys( array_filter( get_role( $role )->capabilities ) ), static fn( string $name ): bool => str_starts_with( $name, 'carnet_' ) );
			self::assertEqualsCanonicalizing( array_map( static fn( string $right ): string => "carnet_$right", $rights ), array_values( $held ), $role );
		}
	}

	/**
	 * What a person without rights learns from asking: that they may not, whether or not there is such a record.
	 *
	 * @testWith ["nobody"]
	 *           ["subscriber"]
	 *
	 * @param string $role The role.
	 */
	public function test_who_may_nothing_cannot_tell_whether_a_record_is_there( string $role ): void {
		$id = $this->contact()['id'];
		foreach ( array( "/contacts/$id", "/contacts/$id/history", "/changesets/{$this->changeset}" ) as $path ) {
			$there   = $this->request( 'GET', $path, array(), $role );
			$missing = $this->request( 'GET', str_replace( array( (string) $id, (string) $this->changeset ), '999999', $path ), array(), $role );
			self::assertSame( array( $missing->get_status(), $missing->get_data(), $missing->get_headers() ), array( $there->get_status(), $there->get_data(), $there->get_headers() ) );
		}
	}

	public function test_a_capability_of_ones_own_counts_and_others_alone_do_not(): void {
		$user = $this->user( 'subscriber', 3 );
		$this->contact();
		$person = new \WP_User( $user );
		foreach ( array( 'carnet_edit', 'carnet_others', 'carnet_export', 'carnet_purge', 'carnet_manage' ) as $capability ) {
			$person->add_cap( $capability );
		}
		self::assert_refused( 403, 'rest_forbidden', $this->as_user( $user, 'GET', '/contacts' ) );
		self::assert_refused( 403, 'rest_forbidden', $this->as_user( $user, 'GET', '/settings' ) );
		$person->add_cap( 'carnet_view' );
		self::assertSame( '1', self::header_of( $this->as_user( $user, 'GET', '/contacts' ), 'X-WP-Total' ) );
		$person->remove_all_caps();
	}

	/**
	 * The Allow header says what the reader may, and running permission callbacks for it changes nothing.
	 */
	public function test_the_allow_header_says_what_the_reader_may(): void {
		$id = $this->contact()['id'];
		foreach ( array(
			'viewer' => 'GET',
			'editor' => 'GET, PUT, PATCH, DELETE',
		) as $role => $allow ) {
			self::assertSame( $allow, self::header_of( $this->request( 'GET', "/contacts/$id", array(), $role ), 'Allow' ) );
		}
	}

	/**
	 * Agents: everything about another's record is 404, over all routes that take a record's id.
	 *
	 * @return iterable<string, array{string, string}>
	 */
	public function routes_of_one_record(): iterable {
		foreach ( self::all_needs() as $route => $verbs ) {
			if ( str_contains( $route, '{id}' ) && ! str_starts_with( $route, '/tags' ) ) {
				foreach ( array_keys( $verbs ) as $verb ) {
					yield "$verb $route" => array( $route, $verb );
				}
			}
		}
	}

	/**
	 * One of them.
	 *
	 * @dataProvider routes_of_one_record
	 *
	 * @param string $route The route.
	 * @param string $verb  The verb.
	 */
	public function test_an_agent_finds_nothing_of_another_by_any_route( string $route, string $verb ): void {
		self::assert_refused( 404, 'carnet_not_found', $this->as_user( $this->user( 'agent' ), ...$this->good_request( $route, $verb, $this->user( 'editor' ) ) ) );
	}
}
