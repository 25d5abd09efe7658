<?php
/**
 * What the plugin's code never does.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests;

/**
 * Reads the plugin's PHP as tokens. What a promise forbids is easier to see in the code than at run time.
 */
final class Source_CodeTest extends Test_Case {

	/**
	 * @dataProvider files
	 */
	public function test_no_file_fetches_deserialises_or_runs_what_somebody_sent( string $file ): void {
		$forbidden = '/^(eval|unserialize|maybe_unserialize|assert|create_function|wp_(safe_)?remote_\w+|download_url|curl_\w+|fsockopen|stream_socket_client'
			. '|fopen|file_get_contents|readfile|exec|shell_exec|system|passthru|proc_open|popen|mail|wp_mail)$/i';
		$called    = array();
		foreach ( token_get_all( (string) file_get_contents( $file ) ) as $token ) {
			if ( is_array( $token ) && in_array( $token[0], array( T_STRING, T_NAME_FULLY_QUALIFIED, T_EVAL ), true ) ) {
				$name = ltrim( $token[1], '\\' );
				if ( 1 === preg_match( $forbidden, $name ) ) {
					$called[] = "$name in line {$token[2]}";
				}
			}
		}
		if ( str_ends_with( $file, 'Tasks/Reminder_Mail.php' ) ) {
			self::assertCount( 1, $called, 'Reminders are the only mail.' );
			return;
		}
		self::assertSame( array(), $called );
	}

	/**
	 * @dataProvider files
	 */
	public function test_no_file_says_anything_when_it_is_called_directly( string $file ): void {
		if ( 'uninstall.php' === basename( $file ) ) {
			self::assertStringContainsString( 'WP_UNINSTALL_PLUGIN', (string) file_get_contents( $file ) );
			return;
		}
		self::assertStringContainsString( "\ndefined( 'ABSPATH' ) || exit;\n", (string) file_get_contents( $file ) );
	}

	public static function files(): array {
		$root  = dirname( __DIR__, 2 );
		$files = array( "$root/plugin.php", "$root/uninstall.php" );
		foreach ( new \RecursiveIteratorIterator( new \RecursiveDirectoryIterator( "$root/includes", \FilesystemIterator::SKIP_DOTS ) ) as $file ) {
			if ( 'php' === $file->getExtension() ) {
				$files[] = $file->getPathname();
			}
		}
		sort( $files );
		$cases = array();
		foreach ( $files as $file ) {
			$cases[ substr( $file, strlen( $root ) + 1 ) ] = array( $file );
		}
		return $cases;
	}
}
