<?php
/**
 * How a statement was executed.
 *
 * @package Carnet
 */

namespace Carnet\Plans;

/**
 * Reads MariaDB's ANALYZE FORMAT=JSON: what was really read and sorted, not what was expected.
 */
final class Plan_Check {

	private const MOST = 1000;

	/**
	 * How a statement was executed: what is wrong with that, how many rows were read, and how long it took.
	 *
	 * @param string $sql A SELECT.
	 * @return array{problems: list<string>, read: int, ms: float}
	 */
	public static function of( string $sql ): array {
		$json = $GLOBALS['wpdb']->get_var( "ANALYZE FORMAT=JSON $sql" );
		// Conditions stand there as they are, quotes and line ends too, which JSON does not allow.
		$json = preg_replace( '~"\w*condition": ".*?"(?=,?\n\s*["}\]])~s', '"condition": ""', (string) $json );
		$plan = (array) json_decode( (string) $json, true, 512, JSON_THROW_ON_ERROR );
		return array(
			'problems' => self::walk( $plan ),
			'read'     => self::read( $plan ),
			'ms'       => (float) ( $plan['query_block']['r_total_time_ms'] ?? 0 ),
		);
	}

	/**
	 * The problems in a part of a plan.
	 *
	 * @param array<int|string, mixed> $part Part.
	 * @return list<string>
	 */
	private static function walk( array $part ): array {
		$found = array();
		$rows  = round( ( $part['r_rows'] ?? 0 ) * ( $part['r_loops'] ?? 1 ) );
		// What a subquery left is not a table: its own plan tells what it took.
		$is_table = ! str_starts_with( $part['table_name'] ?? '<', '<' );
		if ( $is_table && in_array( $part['access_type'] ?? '', array( 'ALL', 'index' ), true ) && $rows > self::MOST ) {
			$found[] = "full scan of {$part['table_name']} (" . ( $part['key'] ?? 'no key' ) . "): $rows rows";
		}
		// A page, or the tags of its records, is sorted in no time.
		if ( isset( $part['filesort'] ) && ! str_contains( (string) wp_json_encode( $part['filesort'] ), '"table_name":"<' ) ) {
			$sorted = self::sorted( $part['filesort'] );
			if ( $sorted > self::MOST ) {
				$found[] = "filesort of $sorted rows by {$part['filesort']['sort_key']}";
			}
		}
		foreach ( $part as $inner ) {
			if ( is_array( $inner ) ) {
				array_push( $found, ...self::walk( $inner ) );
			}
		}
		return $found;
	}

	/**
	 * How many rows of tables were read in a part of a plan.
	 *
	 * @param array<int|string, mixed> $part Part.
	 */
	private static function read( array $part ): int {
		$rows = str_starts_with( $part['table_name'] ?? '<', '<' ) ? 0 : (int) round( ( $part['r_rows'] ?? 0 ) * ( $part['r_loops'] ?? 1 ) );
		foreach ( $part as $inner ) {
			$rows += is_array( $inner ) ? self::read( $inner ) : 0;
		}
		return $rows;
	}

	/**
	 * How many rows went into a sort: with a limit, fewer come out of it.
	 *
	 * @param array<int|string, mixed> $sort A filesort.
	 */
	private static function sorted( array $sort ): int {
		$joined = $sort['temporary_table']['nested_loop'] ?? array( $sort['temporary_table'] ?? $sort );
		$last   = end( $joined )['table'] ?? array();
		return (int) max( $sort['r_output_rows'] ?? 0, ( $last['r_rows'] ?? 0 ) * ( $last['r_loops'] ?? 1 ) * ( $last['r_filtered'] ?? 100 ) / 100 );
	}
}
