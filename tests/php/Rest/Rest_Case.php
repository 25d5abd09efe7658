<?php
/**
 * Base of the tests of the REST API.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Rest;

use Carnet\Tests\Builders;
use Carnet\Tests\Test_Case;
use WP_REST_Request;
use WP_REST_Response;

/**
 * What answers are asked in every test: which refusal it is, that it betrays nothing, that nothing was written.
 */
abstract class Rest_Case extends Test_Case {
	use Builders;

	/**
	 * Everybody whom a route may meet.
	 */
	protected const EVERYBODY = array( 'nobody', 'subscriber', 'contributor', 'author', 'editor', 'administrator', 'carnet_manager', 'carnet_agent', 'carnet_viewer' );

	/**
	 * Sends a body as it is.
	 *
	 * @param string                $method  POST, PATCH ...
	 * @param string                $path    Below carnet/v1.
	 * @param string                $body    The bytes.
	 * @param string|null           $as      Role, as for request().
	 * @param string                $type    Content type.
	 * @param array<string, string> $headers Further request headers.
	 */
	protected function send( string $method, string $path, string $body, ?string $as = null, string $type = 'application/json', array $headers = array() ): WP_REST_Response {
		if ( null !== $as ) {
			$this->act_as( $as );
		}
		$request = new WP_REST_Request( $method, "/carnet/v1$path" );
		$request->set_header( 'Content-Type', $type );
		$request->set_body( $body );
		foreach ( $headers as $name => $value ) {
			$request->set_header( $name, $value );
		}
		self::serve();
		return rest_ensure_response( rest_do_request( $request ) );
	}

	/**
	 * Sends a request as this user.
	 *
	 * @param int                  $user   User id.
	 * @param string               $method GET, POST ...
	 * @param string               $path   Below carnet/v1.
	 * @param array<string, mixed> $params Query or body.
	 */
	protected function as_user( int $user, string $method, string $path, array $params = array() ): WP_REST_Response {
		wp_set_current_user( $user );
		return $this->request( $method, $path, $params );
	}

	/**
	 * The body of an answer as a client reads it.
	 *
	 * @param WP_REST_Response $response The answer.
	 * @return mixed
	 */
	protected static function json( WP_REST_Response $response ) {
		return json_decode( (string) wp_json_encode( rest_get_server()->response_to_data( $response, false ) ), true );
	}

	/**
	 * The schema that a route publishes.
	 *
	 * @param string $route As registered, below carnet/v1.
	 * @return array<string, mixed>
	 */
	protected static function schema_of( string $route ): array {
		self::serve();
		$route  = "/carnet/v1$route";
		$routes = rest_get_server()->get_routes();
		self::assertArrayHasKey( $route, $routes );
		return rest_get_server()->get_data_for_route( $route, $routes[ $route ], 'help' )['schema'] ?? array();
	}

	/**
	 * The ids of a list.
	 *
	 * @param WP_REST_Response $response The answer.
	 * @return list<int>
	 */
	protected static function ids( WP_REST_Response $response ): array {
		self::assertSame( 200, $response->get_status(), (string) wp_json_encode( $response->get_data() ) );
		return array_column( $response->get_data(), 'id' );
	}

	/**
	 * A header of an answer, whatever the case of its name.
	 *
	 * @param WP_REST_Response $response The answer.
	 * @param string           $name     Its name.
	 */
	protected static function header_of( WP_REST_Response $response, string $name ): ?string {
		$value = array_change_key_case( $response->get_headers() )[ strtolower( $name ) ] ?? null;
		return null === $value ? null : (string) $value;
	}

	/**
	 * It went well.
	 *
	 * @param int              $status   HTTP status.
	 * @param WP_REST_Response $response The answer.
	 */
	protected static function assert_answered( int $status, WP_REST_Response $response ): void {
		self::assertSame( $status, $response->get_status(), (string) wp_json_encode( $response->get_data() ) );
	}

	/**
	 * It was refused, for this reason, naming this field, and the answer says nothing that is not for clients.
	 *
	 * @param int              $status   HTTP status.
	 * @param string           $code     Error code.
	 * @param WP_REST_Response $response The answer.
	 * @param string|null      $field    What the refusal must name.
	 */
	protected static function assert_refused( int $status, string $code, WP_REST_Response $response, ?string $field = null ): void {
		$error = self::json( $response );
		self::assertSame( array( $status, $code ), array( $response->get_status(), $error['code'] ?? null ), (string) wp_json_encode( $error ) );
		self::assertSame( $status, $error['data']['status'] );
		self::assertNotSame( '', $error['message'] );
		if ( null !== $field ) {
			$named = 'rest_invalid_param' === $code ? array_keys( $error['data']['params'] ) : ( 'rest_missing_callback_param' === $code ? $error['data']['params'] : array( $error['data']['field'] ?? null ) );
			self::assertSame( array( $field ), $named );
		}
		self::assert_discreet( $response );
	}

	/**
	 * No SQL, no path, no HTML, no trace.
	 *
	 * @param WP_REST_Response $response The answer to a refused request.
	 */
	protected static function assert_discreet( WP_REST_Response $response ): void {
		$said = (string) wp_json_encode( $response->get_data(), JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE );
		self::assertDoesNotMatchRegularExpression( '~\b(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|WHERE|SQLSTATE)\b|wp_carnet|wpdb|\.php\b|/(?:wp-content|includes|work|var|tmp|home)/|<[a-z!/]|Stack trace~', $said );
	}

	/**
	 * Every row of the plugin's tables.
	 *
	 * @return array<string, array{int, string}> Table to number of rows and checksum.
	 */
	protected function tables(): array {
		global $wpdb;
		$state = array();
		foreach ( $wpdb->get_col( "SHOW TABLES LIKE '{$wpdb->esc_like( $wpdb->prefix . 'carnet_' )}%'" ) as $table ) {
			$rows = array_map( 'wp_json_encode', $wpdb->get_results( "SELECT * FROM $table", ARRAY_N ) );
			sort( $rows );
			$state[ $table ] = array( count( $rows ), md5( implode( "\n", $rows ) ) );
		}
		self::assertGreaterThan( 5, count( $state ) );
		return $state;
	}
}
