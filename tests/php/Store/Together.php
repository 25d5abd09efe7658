<?php
/**
 * Processes at the same time.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Store;

/**
 * Starts real processes, each with a WordPress and a connection of its own, and lets them go on together once all of them are ready.
 * For classes that extend Test_Case.
 */
trait Together {

	/**
	 * Runs a script once for each work at the same time; the last line of each, which is JSON.
	 *
	 * @param string      $script Path below tests/php. It says "ready" in a line of its own, waits for a line, then works.
	 * @param list<mixed> $work   Argument of each.
	 * @return list<mixed>
	 */
	protected function together( string $script, array $work ): array {
		$tests     = dirname( __DIR__ );
		$processes = array();
		foreach ( $work as $argument ) {
			$command     = array( PHP_BINARY, '-d', 'error_log=' . getenv( 'CARNET_SITE' ) . '/debug.log', dirname( $tests, 2 ) . '/tools/site/run.php', "$tests/$script", (string) wp_json_encode( $argument ) );
			$pipes       = array();
			$processes[] = array( proc_open( $command, array( array( 'pipe', 'r' ), array( 'pipe', 'w' ), array( 'pipe', 'w' ) ), $pipes ), $pipes );
		}
		foreach ( $processes as list( , $pipes ) ) {
			do {
				$line = fgets( $pipes[1] );
			} while ( false !== $line && "ready\n" !== $line );
			self::assertNotFalse( $line, 'A process ended before it was ready.' );
		}
		foreach ( $processes as list( , $pipes ) ) {
			fwrite( $pipes[0], "go\n" );
		}
		$results = array();
		foreach ( $processes as list( $process, $pipes ) ) {
			$output = (string) stream_get_contents( $pipes[1] );
			$errors = (string) stream_get_contents( $pipes[2] );
			proc_close( $process );
			$lines  = explode( "\n", trim( $output ) );
			$result = json_decode( (string) end( $lines ), true );
			self::assertNotNull( $result, $output . $errors );
			$results[] = $result;
		}
		return $results;
	}
}
