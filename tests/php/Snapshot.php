<?php
/**
 * What the tables hold.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests;

use Carnet\Install\Installer;
use Carnet\Plugin;

/**
 * Reads whole tables, for tests that compare before and after byte for byte. For classes that extend Test_Case.
 */
trait Snapshot {

	/**
	 * Every row of every table of the plugin: table => rows, each as one line of JSON.
	 *
	 * @return array<string, list<string>>
	 */
	protected function all_rows(): array {
		$all = array();
		foreach ( ( new Installer( Plugin::entities() ) )->tables() as $table ) {
			$rows          = $this->rows_of( $table );
			$all[ $table ] = array_map( static fn ( array $row ): string => (string) wp_json_encode( $row, JSON_UNESCAPED_UNICODE ), $rows );
			sort( $all[ $table ] );
		}
		return $all;
	}

	/**
	 * The rows of one table, as wpdb gives them.
	 *
	 * @param string $table Full name.
	 * @return list<array<string, string|null>>
	 */
	protected function rows_of( string $table ): array {
		$rows = $GLOBALS['wpdb']->get_results( "SELECT * FROM $table", ARRAY_A );
		self::assertSame( '', $GLOBALS['wpdb']->last_error, "Could not read $table." );
		return $rows;
	}

	/**
	 * Whether the tests run on SQLite.
	 */
	protected static function on_sqlite(): bool {
		return 'sqlite' === getenv( 'CARNET_TEST_ENGINE' );
	}
}
