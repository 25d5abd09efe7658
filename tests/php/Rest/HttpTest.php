<?php
/**
 * The API over real HTTP.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Rest;

use WP_Application_Passwords;

/**
 * What only a web server shows: Application Passwords, cookies with a nonce, plain permalinks, headers, slashes in forms. Serves this
 * test's own site with PHP's built-in server.
 */
final class HttpTest extends Rest_Case {

	/**
	 * The server.
	 *
	 * @var resource|null
	 */
	private static $server = null;

	/**
	 * Its address.
	 */
	private static string $url = '';

	public static function setUpBeforeClass(): void {
		parent::setUpBeforeClass();
		$free = stream_socket_server( 'tcp://127.0.0.1:0' );
		self::assertIsResource( $free );
		$host = (string) stream_socket_get_name( $free, false );
		fclose( $free );
		$command      = array( PHP_BINARY, '-d', 'display_errors=0', '-d', 'log_errors=1', '-d', 'error_log=' . self::log_file(), '-S', $host, '-t', ABSPATH, dirname( __DIR__, 3 ) . '/tools/site/router.php' );
		$quiet        = array( 'file', '/dev/null', 'w' );
		$pipes        = array();
		$server       = proc_open( $command, array( $quiet, $quiet, $quiet ), $pipes, ABSPATH );
		self::$server = is_resource( $server ) ? $server : null;
		self::$url    = "http://$host";
		for ( $wait = 0; $wait < 600; $wait++ ) {
			if ( is_resource( @stream_socket_client( "tcp://$host", $code, $message, 1 ) ) ) { // phpcs:ignore WordPress.PHP.NoSilencedErrors -- not listening yet.
				return;
			}
			usleep( 50000 );
		}
		self::fail( "No server at $host." );
	}

	public static function tearDownAfterClass(): void {
		if ( null !== self::$server ) {
			proc_terminate( self::$server );
			proc_close( self::$server );
			self::$server = null;
		}
		parent::tearDownAfterClass();
	}

	/**
	 * What PHP had to say before the test.
	 */
	private string $logged = '';

	protected function setUp(): void {
		parent::setUp();
		$this->logged = (string) @file_get_contents( self::log_file() ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- there may be none yet.
	}

	protected function tearDown(): void {
		WP_Application_Passwords::delete_all_application_passwords( $this->user( 'agent' ) );
		WP_Application_Passwords::delete_all_application_passwords( $this->user( 'subscriber' ) );
		parent::tearDown();
		if ( ! $this->hasFailed() ) {
			self::assertSame( $this->logged, (string) @file_get_contents( self::log_file() ), 'PHP had something to say.' ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- as above.
		}
	}

	private static function log_file(): string {
		return getenv( 'CARNET_SITE' ) . '/debug.log';
	}

	/**
	 * An HTTP request.
	 *
	 * @param string                $method  GET, POST ...
	 * @param string                $path    With the slash before it.
	 * @param array<string, string> $headers Headers.
	 * @param string|null           $body    Body.
	 * @return array{status: int, headers: array<string, string>, cookies: array<string, string>, body: mixed, text: string}
	 */
	private function http( string $method, string $path, array $headers = array(), ?string $body = null ): array {
		$lines = array();
		foreach ( $headers as $name => $value ) {
			$lines[] = "$name: $value";
		}
		$options = array(
			'method'          => $method,
			'header'          => $lines,
			'content'         => (string) $body,
			'ignore_errors'   => true,
			'follow_location' => 0,
			'timeout'         => 120,
		);
		$stream  = fopen( self::$url . $path, 'r', false, stream_context_create( array( 'http' => $options ) ) );
		self::assertIsResource( $stream );
		$text  = (string) stream_get_contents( $stream );
		$lines = stream_get_meta_data( $stream )['wrapper_data'];
		fclose( $stream );
		$answer = array(
			'status'  => (int) explode( ' ', $lines[0] )[1],
			'headers' => array(),
			'cookies' => array(),
			'body'    => json_decode( $text, true ),
			'text'    => $text,
		);
		foreach ( array_slice( $lines, 1 ) as $line ) {
			list( $name, $value )                     = explode( ': ', $line, 2 ) + array( 1 => '' );
			$answer['headers'][ strtolower( $name ) ] = $value;
			if ( 0 === strcasecmp( 'set-cookie', $name ) && 1 === preg_match( '/^([^=]+)=([^;]*)/', $value, $cookie ) ) {
				$answer['cookies'][ $cookie[1] ] = $cookie[2];
			}
		}
		return $answer;
	}

	/**
	 * A JSON request of an outside client.
	 *
	 * @param string                $method  GET, POST ...
	 * @param string                $path    Below the API.
	 * @param array<string, mixed>  $body    Body.
	 * @param array<string, string> $headers Headers.
	 * @return array{status: int, headers: array<string, string>, cookies: array<string, string>, body: mixed, text: string}
	 */
	private function api( string $method, string $path, array $body, array $headers ): array {
		return $this->http( $method, "/wp-json/carnet/v1$path", $headers + array( 'Content-Type' => 'application/json' ), $body ? (string) wp_json_encode( $body ) : null );
	}

	/**
	 * The header of an Application Password.
	 *
	 * @param string $role Whose.
	 * @return array<string, string>
	 */
	private function password( string $role ): array {
		$made = WP_Application_Passwords::create_new_application_password( $this->user( $role ), array( 'name' => 'Test' ) );
		self::assertIsArray( $made );
		return array( 'Authorization' => 'Basic ' . base64_encode( get_userdata( $this->user( $role ) )->user_login . ":{$made[0]}" ) ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- as HTTP has it.
	}

	/**
	 * Signs in with a form, as a browser does.
	 *
	 * @param string $login Login and password.
	 * @return array{Cookie: string}
	 */
	private function sign_in( string $login ): array {
		$form   = http_build_query(
			array(
				'log' => $login,
				'pwd' => $login,
			)
		);
		$answer = $this->http( 'POST', '/wp-login.php', array( 'Content-Type' => 'application/x-www-form-urlencoded' ), $form );
		self::assertSame( 302, $answer['status'] );
		$pairs = array();
		foreach ( $answer['cookies'] as $name => $value ) {
			$pairs[] = "$name=$value";
		}
		return array( 'Cookie' => implode( '; ', $pairs ) );
	}

	/**
	 * A nonce of a session.
	 *
	 * @param array{Cookie: string} $cookie The session.
	 */
	private function nonce( array $cookie ): string {
		$nonce = $this->http( 'GET', '/wp-admin/admin-ajax.php?action=rest-nonce', $cookie )['text'];
		self::assertMatchesRegularExpression( '/^[0-9a-f]{10}$/', $nonce );
		return $nonce;
	}

	public function test_nobody_gets_nothing(): void {
		$this->contact( array( 'last_name' => 'Secret' ) );
		foreach ( array( '/wp-json/carnet/v1/contacts', '/?rest_route=/carnet/v1/contacts', '/index.php?rest_route=/carnet/v1/contacts/1', '/wp-json/carnet/v1/config' ) as $path ) {
			$answer = $this->http( 'GET', $path );
			self::assertSame( array( 401, 'rest_forbidden' ), array( $answer['status'], $answer['body']['code'] ) );
			self::assertStringNotContainsString( 'Secret', $answer['text'] );
		}
		self::assertSame( 401, $this->api( 'POST', '/contacts', array( 'last_name' => 'x' ), array() )['status'] );
	}

	public function test_routes_of_wordpress_are_there_for_what_an_answer_embeds(): void {
		$id       = $this->contact( array( 'owner_id' => $this->user( 'agent' ) ) )['id'];
		$auth     = $this->password( 'agent' );
		$embedded = $this->http( 'GET', "/wp-json/carnet/v1/contacts/$id?_embed=owner", $auth );
		self::assertSame( $this->user( 'agent' ), $embedded['body']['_embedded']['owner'][0]['id'] );
		$requests = array(
			'requests' => array(
				array(
					'method' => 'PATCH',
					'path'   => "/carnet/v1/contacts/$id",
					'body'   => array( 'city' => 'Pau' ),
				),
				array(
					'method' => 'POST',
					'path'   => '/wp/v2/posts',
				),
			),
		);
		$answers  = $this->http( 'POST', '/wp-json/batch/v1', $auth + array( 'Content-Type' => 'application/json' ), (string) wp_json_encode( $requests ) )['body']['responses'];
		self::assertSame( array( 200, 'Pau', 403, 'rest_cannot_create' ), array( $answers[0]['status'], $answers[0]['body']['city'], $answers[1]['status'], $answers[1]['body']['code'] ) );
		self::assertSame( 200, $this->http( 'GET', '/wp-json/wp/v2/users/me', $auth )['status'] );
		self::assertArrayHasKey( '/wp/v2/posts', $this->http( 'GET', '/wp-json/', $auth )['body']['routes'] );
	}

	public function test_routes_of_wordpress_are_not_made_for_ours(): void {
		$teller = WPMU_PLUGIN_DIR . '/tell-routes.php';
		file_put_contents( $teller, "<?php add_filter( 'rest_post_dispatch', static function ( \$answer, \$server ) { \$answer->header( 'X-Core-Routes', isset( \$server->get_routes()['/wp/v2/posts'] ) ? 'made' : 'none' ); return \$answer; }, 10, 2 );" ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- for the server's requests.
		try {
			$auth = $this->password( 'agent' );
			$made = array(
				'/wp-json/carnet/v1/contacts'              => 'none',
				'/?rest_route=/carnet/v1/dashboard'        => 'none',
				'/wp-json/carnet/v1/contacts?context=edit' => 'none',
				'/wp-json/carnet/v1'                       => 'made',
				'/wp-json/wp/v2/users/me'                  => 'made',
			);
			foreach ( $made as $path => $expected ) {
				self::assertSame( $expected, $this->http( 'GET', $path, $auth )['headers']['x-core-routes'], $path );
			}
		} finally {
			unlink( $teller ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- as above.
		}
	}

	public function test_an_application_password_reads_and_writes(): void {
		$auth    = $this->password( 'agent' );
		$created = $this->api( 'POST', '/contacts', array( 'last_name' => "O'Hara \\ \"é\" 👍 <b>" ), $auth );
		self::assertSame( 201, $created['status'] );
		$id = $created['body']['id'];
		self::assertSame( "O'Hara \\ \"é\" 👍 <b>", $created['body']['last_name'] );
		self::assertSame( array( '"1"', "http://example.test/wp-json/carnet/v1/contacts/$id" ), array( $created['headers']['etag'], $created['headers']['location'] ) );
		self::assertMatchesRegularExpression( '/^\d+$/', $created['headers']['x-carnet-changeset'] );
		self::assertSame( array( 412, 'carnet_version_conflict' ), $this->code( $this->api( 'PATCH', "/contacts/$id", array( 'note' => 'x' ), $auth + array( 'If-Match' => '"7"' ) ) ) );
		self::assertSame( 200, $this->api( 'PATCH', "/contacts/$id", array( 'note' => 'x' ), $auth + array( 'If-Match' => '"1"' ) )['status'] );
		self::assertSame( 200, $this->api( 'POST', "/contacts/$id", array( 'note' => 'y' ), $auth + array( 'X-HTTP-Method-Override' => 'PATCH' ) )['status'] );
		self::assertSame( 200, $this->api( 'DELETE', "/contacts/$id", array(), $auth )['status'] );
		self::assertSame( 410, $this->api( 'DELETE', "/contacts/$id", array(), $auth )['status'] );
		self::assertSame( 200, $this->api( 'POST', "/contacts/$id/restore", array(), $auth )['status'] );
		$history = $this->api( 'GET', "/contacts/$id/history", array(), $auth )['body'];
		self::assertSame( array( 'restore', 'api', 'api', 'api', 'api' ), array_column( $history, 'source' ) );
	}

	public function test_an_answer_is_in_the_language_of_who_asks(): void {
		$auth = $this->password( 'agent' );
		$pack = WP_LANG_DIR . '/fr_FR.l10n.php';
		$had  = is_file( $pack );
		if ( ! $had ) {
			wp_mkdir_p( WP_LANG_DIR );
			file_put_contents( $pack, "<?php\nreturn array( 'messages' => array() );\n" ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- a language that the site has.
		}
		update_user_meta( $this->user( 'agent' ), 'locale', 'fr_FR' );
		$said = $this->api( 'GET', '/contacts/987654', array(), $auth )['body']['message'];
		$told = $this->api( 'GET', '/config', array(), $auth )['body']['locale'];
		delete_user_meta( $this->user( 'agent' ), 'locale' );
		if ( ! $had ) {
			unlink( $pack ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- made above.
		}
		self::assertSame( 'fr_FR', $told );
		self::assertStringContainsString( 'fiche', $said );
		self::assertStringNotContainsString( 'fiche', $this->api( 'GET', '/contacts/987654', array(), $auth )['body']['message'] );
	}

	/**
	 * Status and code of an answer.
	 *
	 * @param array{status: int, headers: array<string, string>, cookies: array<string, string>, body: mixed, text: string} $answer The answer.
	 * @return array{int, string|null}
	 */
	private function code( array $answer ): array {
		return array( $answer['status'], $answer['body']['code'] ?? null );
	}

	public function test_a_wrong_password_or_one_without_rights_is_refused(): void {
		$wrong = array( 'Authorization' => 'Basic ' . base64_encode( 'agent:wrong' ) ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- as HTTP has it.
		self::assertSame( 401, $this->api( 'GET', '/contacts', array(), $wrong )['status'] );
		self::assertSame( array( 403, 'rest_forbidden' ), $this->code( $this->api( 'GET', '/contacts', array(), $this->password( 'subscriber' ) ) ) );
	}

	public function test_a_cookie_with_its_nonce_reads_and_writes(): void {
		$cookie  = $this->sign_in( 'agent' );
		$session = $cookie + array( 'X-WP-Nonce' => $this->nonce( $cookie ) );
		$created = $this->api( 'POST', '/contacts', array( 'last_name' => 'x' ), $session );
		self::assertSame( array( 201, $this->user( 'agent' ) ), array( $created['status'], $created['body']['owner_id'] ) );
		self::assertSame( '1', $this->api( 'GET', '/contacts', array(), $session )['headers']['x-wp-total'] );
		self::assertSame( 'edit', $this->api( 'GET', "/changesets/{$created['headers']['x-carnet-changeset']}", array(), $session )['body']['source'] );
	}

	public function test_a_cookie_alone_is_nobody_and_with_a_wrong_nonce_refused(): void {
		$cookie = $this->sign_in( 'agent' );
		$before = $this->tables();
		self::assertSame( array( 401, 'rest_forbidden' ), $this->code( $this->api( 'GET', '/contacts', array(), $cookie ) ) );
		self::assertSame( array( 401, 'rest_forbidden' ), $this->code( $this->api( 'POST', '/contacts', array( 'last_name' => 'x' ), $cookie ) ) );
		self::assertSame( array( 403, 'rest_cookie_invalid_nonce' ), $this->code( $this->api( 'POST', '/contacts', array( 'last_name' => 'x' ), $cookie + array( 'X-WP-Nonce' => '0123456789' ) ) ) );
		$others = $this->sign_in( 'viewer' );
		self::assertSame( array( 403, 'rest_cookie_invalid_nonce' ), $this->code( $this->api( 'GET', '/contacts', array(), $cookie + array( 'X-WP-Nonce' => $this->nonce( $others ) ) ) ) );
		self::assertSame( $before, $this->tables() );
	}

	public function test_a_form_keeps_quotes_and_backslashes(): void {
		$text   = "l'été \\ \\' \"x\" %s {1}\r\n";
		$answer = $this->http(
			'POST',
			'/wp-json/carnet/v1/contacts',
			$this->password( 'agent' ) + array( 'Content-Type' => 'application/x-www-form-urlencoded' ),
			http_build_query(
				array(
					'last_name' => 'x',
					'note'      => $text,
				)
			)
		);
		self::assertSame( array( 201, $text ), array( $answer['status'], $answer['body']['note'] ) );
	}

	/**
	 * Bodies that make WordPress itself fail.
	 *
	 * @testWith ["5"]
	 *           ["\"abc\""]
	 *           ["true"]
	 *           ["[1]"]
	 *           ["{\"a\":"]
	 *
	 * @param string $body The body.
	 */
	public function test_a_body_that_is_no_object_is_refused_and_breaks_nothing( string $body ): void {
		$id = $this->contact( array( 'owner_id' => $this->user( 'agent' ) ) )['id'];
		foreach ( array( 'PATCH', 'POST', 'PUT', 'DELETE' ) as $method ) {
			$path   = 'POST' === $method ? '/contacts' : "/contacts/$id";
			$answer = $this->http( $method, "/wp-json/carnet/v1$path", $this->password( 'agent' ) + array( 'Content-Type' => 'application/json' ), $body );
			self::assertSame( array( 400, 'rest_invalid_json' ), $this->code( $answer ), $method );
		}
	}

	public function test_plain_permalinks_work_and_lead_on(): void {
		$auth = $this->password( 'agent' );
		for ( $i = 0; $i < 3; $i++ ) {
			$this->contact( array( 'owner_id' => $this->user( 'agent' ) ) );
		}
		$before = get_option( 'permalink_structure' );
		update_option( 'permalink_structure', '' );
		try {
			$page = $this->http( 'GET', '/?rest_route=/carnet/v1/contacts&per_page=2&type=lead', $auth );
			self::assertSame( array( 200, '3', '2' ), array( $page['status'], $page['headers']['x-wp-total'], $page['headers']['x-wp-totalpages'] ) );
			self::assertSame( 1, preg_match( '/<http:\/\/example\.test([^>]+)>; rel="next"/', $page['headers']['link'], $next ) );
			self::assertStringContainsString( 'rest_route=', $next[1] );
			$last = $this->http( 'GET', $next[1], $auth );
			self::assertSame( array( 200, 1 ), array( $last['status'], count( $last['body'] ) ) );
			$created = $this->http( 'POST', '/?rest_route=/carnet/v1/contacts', $auth + array( 'Content-Type' => 'application/json' ), '{"last_name":"x"}' );
			self::assertSame( 201, $created['status'] );
			$again = $this->http( 'GET', substr( $created['headers']['location'], strlen( 'http://example.test' ) ), $auth );
			self::assertSame( array( 200, $created['body']['id'] ), array( $again['status'], $again['body']['id'] ) );
		} finally {
			update_option( 'permalink_structure', $before );
		}
	}

	public function test_envelope_embed_and_head_work(): void {
		$auth    = $this->password( 'agent' );
		$account = $this->account( array( 'owner_id' => $this->user( 'agent' ) ) );
		$this->contact(
			array(
				'owner_id'   => $this->user( 'agent' ),
				'account_id' => $account['id'],
			)
		);
		$envelope = $this->api( 'GET', '/contacts?_envelope=1&_embed=account,owner', array(), $auth );
		self::assertSame( array( 200, 200, '1' ), array( $envelope['status'], $envelope['body']['status'], $envelope['body']['headers']['X-WP-Total'] ) );
		$embedded = $envelope['body']['body'][0]['_embedded'];
		self::assertSame( array( $account['name'], $this->user( 'agent' ) ), array( $embedded['account'][0]['name'], $embedded['owner'][0]['id'] ) );
		$missing = $this->api( 'GET', '/contacts/987654?_envelope=1', array(), $auth );
		self::assertSame( array( 200, 404, 'carnet_not_found' ), array( $missing['status'], $missing['body']['status'], $missing['body']['body']['code'] ) );
		$head = $this->api( 'HEAD', '/contacts', array(), $auth );
		self::assertSame( array( 200, '1', '' ), array( $head['status'], $head['headers']['x-wp-total'], $head['text'] ) );
	}

	public function test_a_program_on_another_site_may_read_our_headers_and_send_a_version(): void {
		$answer = $this->api( 'GET', '/contacts', array(), $this->password( 'agent' ) + array( 'Origin' => 'https://app.example' ) );
		foreach ( array( 'X-WP-Total', 'ETag', 'X-Carnet-Total', 'X-Carnet-Next-Cursor', 'X-Carnet-Changeset' ) as $name ) {
			self::assertStringContainsString( $name, $answer['headers']['access-control-expose-headers'] );
		}
		self::assertStringContainsString( 'If-Match', $answer['headers']['access-control-allow-headers'] );
	}

	public function test_requests_for_other_routes_find_ours_in_the_index_and_by_a_batch(): void {
		$auth  = $this->password( 'agent' );
		$index = $this->http( 'GET', '/wp-json/', $auth );
		self::assertContains( 'carnet/v1', $index['body']['namespaces'] );
		self::assertArrayHasKey( '/carnet/v1/contacts', $index['body']['routes'] );
		self::assertArrayHasKey( '/carnet/v1/contacts', $this->http( 'GET', '/wp-json/carnet/v1', $auth )['body']['routes'] );
		self::assertSame( 'carnet-contact', $this->http( 'OPTIONS', '/wp-json/carnet/v1/contacts' )['body']['schema']['title'] );
		$body  = '{"requests":[{"method":"POST","path":"/carnet/v1/contacts","body":{"last_name":"x"}}]}';
		$batch = $this->http( 'POST', '/wp-json/batch/v1', $auth + array( 'Content-Type' => 'application/json' ), $body );
		self::assertSame( array( 207, 201 ), array( $batch['status'], $batch['body']['responses'][0]['status'] ) );
	}

	public function test_an_export_comes_as_a_file_and_its_head_without_a_body(): void {
		$editor = $this->user( 'editor' );
		$this->contact( array( 'last_name' => 'Müller', 'first_name' => '=1+1' ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		$auth = $this->password( 'editor' );
		$file = $this->api( 'GET', '/contacts/export?fields=first_name,last_name', array(), $auth );
		self::assertSame( array( 200, "first_name,last_name\r\n'=1+1,Müller\r\n" ), array( $file['status'], $file['text'] ) );
		self::assertSame( array( 'text/csv; charset=utf-8; header=present', 'nosniff', '1' ), array( $file['headers']['content-type'], $file['headers']['x-content-type-options'], $file['headers']['x-wp-total'] ) );
		self::assertStringContainsString( 'attachment; filename="contacts-', $file['headers']['content-disposition'] );
		self::assertStringContainsString( 'no-store', $file['headers']['cache-control'] );
		$lines = $this->api( 'GET', '/contacts/export?fields=last_name&_fields=id', array(), $auth + array( 'Accept' => 'application/x-ndjson' ) );
		self::assertSame( array( 'application/x-ndjson', "{\"last_name\":\"Müller\"}\n" ), array( $lines['headers']['content-type'], $lines['text'] ) );
		$head = $this->api( 'HEAD', '/contacts/export', array(), $auth );
		self::assertSame( array( 200, '1', '' ), array( $head['status'], $head['headers']['x-wp-total'], $head['text'] ) );
		$envelope = $this->api( 'GET', '/contacts/export?fields=last_name&_envelope=1', array(), $auth );
		self::assertSame( "last_name\r\nMüller\r\n", $envelope['body']['body'] );
		$bad = $this->api( 'GET', '/contacts/export?fields=nonsense', array(), $auth );
		self::assertSame( array( 400, 'rest_invalid_param' ), $this->code( $bad ) );
		WP_Application_Passwords::delete_all_application_passwords( $editor );
	}

	public function test_no_answer_is_kept_by_a_cache(): void {
		$answer = $this->api( 'GET', '/contacts', array(), $this->password( 'agent' ) );
		self::assertStringContainsString( 'no-store', $answer['headers']['cache-control'] ?? '' );
	}
}
