<?php
/**
 * Base of all PHP tests.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests;

use PHPUnit\Framework\TestCase;
use WP_REST_Request;
use WP_REST_Response;

/**
 * Gives each test empty plugin tables, the settings and roles of a fresh activation, and the hooks of a fresh request.
 * What a test needs in the tables, it makes itself.
 */
abstract class Test_Case extends TestCase {

	/**
	 * Logins that activation made: role => login.
	 */
	private const LOGINS = array(
		'administrator'  => 'admin',
		'admin'          => 'admin',
		'editor'         => 'editor',
		'carnet_manager' => 'manager',
		'manager'        => 'manager',
		'carnet_agent'   => 'agent',
		'agent'          => 'agent',
		'carnet_viewer'  => 'viewer',
		'viewer'         => 'viewer',
	);

	/**
	 * The site as activation left it.
	 */
	private static ?Clean_Site $clean = null;

	/**
	 * What gives each test its REST server.
	 */
	private static ?Shared_Server $rest = null;

	/**
	 * Database errors this test announced.
	 */
	private bool $expects_database_errors = false;

	protected function setUp(): void {
		parent::setUp();
		self::$clean ??= new Clean_Site();
		self::$rest  ??= new Shared_Server();
		self::$clean->restore();
		$this->expects_database_errors = false;
		$GLOBALS['EZSQL_ERROR']        = array();
	}

	protected function tearDown(): void {
		self::$clean?->end_test();
		$errors = array_map( array( $this, 'in_one_line' ), $GLOBALS['EZSQL_ERROR'] ?? array() );
		parent::tearDown();
		if ( ! $this->expects_database_errors && ! $this->hasFailed() ) {
			self::assertSame( array(), $errors, 'The database reported errors.' );
		}
	}

	/**
	 * The SQLite driver wraps its message in a page of HTML.
	 *
	 * @param array{query: string, error_str: string} $error As wpdb keeps it.
	 */
	private function in_one_line( array $error ): string {
		$message = preg_match( '/SQLSTATE.*/', $error['error_str'], $match ) ? $match[0] : $error['error_str'];
		return $message . ' in: ' . $error['query'];
	}

	/**
	 * For tests that provoke database errors; any other test fails on one.
	 */
	protected function expect_database_errors(): void {
		$this->expects_database_errors = true;
	}

	/**
	 * Sends a REST request as core's server would and returns its answer, headers and `_fields` included.
	 *
	 * @param string                $method  GET, POST, PATCH ...
	 * @param string                $path    `/contacts/3?context=edit`, below carnet/v1 unless it names another namespace.
	 * @param array<string, mixed>  $params  Query of a GET or DELETE, else the JSON body.
	 * @param string|null           $as      Role to act as (see user()), `nobody`, or null for the current user.
	 * @param array<string, string> $headers Further request headers.
	 */
	protected function request( string $method, string $path, array $params = array(), ?string $as = null, array $headers = array() ): WP_REST_Response {
		if ( null !== $as ) {
			$this->act_as( $as );
		}
		$parts   = explode( '?', $path, 2 );
		$route   = preg_match( '~^/(carnet|wp|batch|wp-[a-z-]+)/~', $parts[0] ) ? $parts[0] : '/carnet/v1' . $parts[0];
		$request = new WP_REST_Request( $method, $route );
		parse_str( $parts[1] ?? '', $query );
		if ( in_array( $method, array( 'GET', 'HEAD', 'DELETE', 'OPTIONS' ), true ) ) {
			$query = $params + $query;
		} else {
			$request->set_header( 'Content-Type', 'application/json' );
			$request->set_body( (string) wp_json_encode( (object) $params ) );
		}
		$request->set_query_params( $query );
		foreach ( $headers as $name => $value ) {
			$request->set_header( $name, $value );
		}
		self::serve();
		$response = rest_do_request( $request );
		/** This filter is documented in wp-includes/rest-api/class-wp-rest-server.php */
		return apply_filters( 'rest_post_dispatch', rest_ensure_response( $response ), rest_get_server(), $request );
	}

	/**
	 * Id of a user with this role, made once per run. `nth` gives further users of the same role.
	 *
	 * @param string $role One of admin, editor, manager, agent, viewer, or any role of WordPress; `nobody` is 0.
	 * @param int    $nth  1 for the first.
	 */
	protected function user( string $role, int $nth = 1 ): int {
		if ( 'nobody' === $role ) {
			return 0;
		}
		$login = ( self::LOGINS[ $role ] ?? $role ) . ( $nth > 1 ? $nth : '' );
		$user  = get_user_by( 'login', $login );
		if ( $user ) {
			return $user->ID;
		}
		$name = array( 'admin' => 'administrator' )[ $role ] ?? $role;
		$id   = wp_insert_user(
			array(
				'user_login'   => $login,
				'user_pass'    => $login,
				'user_email'   => $login . '@example.test',
				'display_name' => ucfirst( $login ),
				'role'         => wp_roles()->is_role( $name ) ? $name : 'carnet_' . $name,
			)
		);
		self::assertIsInt( $id );
		self::$clean?->keep_user( $id );
		return $id;
	}

	/**
	 * Makes a user current, as a request of theirs would.
	 *
	 * @param string $role As for user().
	 * @param int    $nth  As for user().
	 */
	protected function act_as( string $role, int $nth = 1 ): int {
		$id = $this->user( $role, $nth );
		wp_set_current_user( $id );
		return $id;
	}

	/**
	 * The REST server of this test, before its first request.
	 */
	protected static function serve(): void {
		self::$rest?->provide();
	}

	/**
	 * A new REST server, as each HTTP request gets one: for tests that change what routes or schemas are made of.
	 */
	protected function restart_rest(): void {
		$GLOBALS['wp_rest_server'] = null;
	}
}
