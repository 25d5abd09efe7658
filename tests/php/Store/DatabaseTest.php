<?php
/**
 * Statements that cannot fail unseen.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Store;

use Carnet\Store\Database;
use Carnet\Store\Database_Error;
use Carnet\Store\Tables;
use Carnet\Tests\Snapshot;
use Carnet\Tests\Test_Case;

final class DatabaseTest extends Test_Case {

	use Snapshot;

	/**
	 * @dataProvider failures
	 */
	public function test_a_failure_is_thrown_logged_under_its_reference_and_not_left_for_others_to_see( string $sql, string $kind ): void {
		$this->expect_database_errors();
		$row = array( 'entity' => 'tag', 'gram' => 'abc', 'record_id' => 1 );
		Database::insert_all( Tables::name( 'search_keys' ), array( $row ) );
		$log = (string) ini_get( 'error_log' );
		foreach ( array( 'rows', 'many_rows', 'column', 'value', 'write' ) as $method ) {
			try {
				Database::$method( str_replace( '{keys}', Tables::name( 'search_keys' ), $sql ) );
				self::fail( 'Nobody was told.' );
			} catch ( Database_Error $error ) {
				self::assertSame( $kind, $error->kind );
				self::assertSame( '', $GLOBALS['wpdb']->last_error );
				self::assertStringContainsString( $error->ref, (string) file_get_contents( $log ) );
			}
		}
	}

	public static function failures(): array {
		return array(
			'a table that is not there' => array( 'SELECT 1 FROM carnet_nowhere', 'other' ),
			'a mistake'                 => array( 'SELEC 1', 'other' ),
			'a key that is taken'       => array( "INSERT INTO {keys} (entity, gram, record_id) VALUES ('tag', 'abc', 1)", 'duplicate' ),
		);
	}

	/**
	 * @dataProvider messages
	 */
	public function test_messages_of_the_engines_are_understood( string $message, string $kind ): void {
		$method = new \ReflectionMethod( Database::class, 'kind' );
		$method->setAccessible( true );
		self::assertSame( $kind, $method->invoke( null, $message ) );
		self::assertSame( 'other' !== $kind, ( new Database_Error( $kind, 'x' ) )->is_passing() );
	}

	public static function messages(): array {
		return array(
			'MySQL: duplicate'            => array( "Duplicate entry 'a@example.com' for key 'email_claim'", 'duplicate' ),
			'SQLite: duplicate'           => array( 'SQLSTATE[23000]: Integrity constraint violation: 19 UNIQUE constraint failed: wp_carnet_contacts.email_claim', 'duplicate' ),
			'MySQL: deadlock'             => array( 'Deadlock found when trying to get lock; try restarting transaction', 'locked' ),
			'MySQL: waited too long'      => array( 'Lock wait timeout exceeded; try restarting transaction', 'locked' ),
			'SQLite: another writes'      => array( 'SQLSTATE[HY000]: General error: 5 database is locked', 'locked' ),
			'SQLite: table locked'        => array( 'database table is locked: wp_carnet_contacts', 'locked' ),
			'MySQL: gone'                 => array( 'MySQL server has gone away', 'connection' ),
			'MariaDB: gone'               => array( 'Server has gone away', 'connection' ),
			'MySQL: lost'                 => array( 'Lost connection to MySQL server during query', 'connection' ),
			'MariaDB: lost'               => array( 'Lost connection to server during query', 'connection' ),
			'MariaDB: killed'             => array( 'Connection was killed', 'connection' ),
			'MariaDB: changed meanwhile'  => array( "Record has changed since last read in table 'wp_carnet_contacts'", 'locked' ),
			'read-only'                   => array( 'The MySQL server is running with the --read-only option so it cannot execute this statement', 'other' ),
			'full'                        => array( "The table 'wp_carnet_contacts' is full", 'other' ),
			'no such table'               => array( "Table 'wordpress.wp_carnet_contacts' doesn't exist", 'other' ),
			'nothing said'                => array( '', 'other' ),
		);
	}

	public function test_values_come_back_as_they_went_in(): void {
		$texts = array( "it's", '"', '\\', '100%', '%s %d %%', '🚀', "a\r\nb\t", '{x}', '0', '', "\x1a", 'NULL' );
		$rows  = array();
		foreach ( $texts as $text ) {
			$rows[] = array( 'created_at' => '2026-11-22 09:30:00', 'user_id' => -5, 'source' => 'edit', 'label' => $text, 'reverted_by' => null );
		}
		Database::insert_all( Tables::name( 'changesets' ), $rows );
		$read = Database::rows( 'SELECT label, user_id, reverted_by FROM ' . Tables::name( 'changesets' ) . ' ORDER BY id' );
		self::assertSame( $texts, array_column( $read, 'label' ) );
		self::assertSame( array( array( '-5', null ) ), array_unique( array_map( static fn ( array $row ): array => array( $row['user_id'], $row['reverted_by'] ), $read ), SORT_REGULAR ) );
		foreach ( $texts as $text ) {
			$id = Database::insert( Tables::name( 'changesets' ), array( 'label' => 'x' ) + $rows[0] );
			Database::update( Tables::name( 'changesets' ), array( 'label' => $text, 'reverted_by' => 7 ), $id );
			self::assertSame( array( 'label' => $text, 'reverted_by' => '7' ), Database::rows( 'SELECT label, reverted_by FROM ' . Tables::name( 'changesets' ) . " WHERE id = $id" )[0] );
		}
	}

	public function test_many_rows_are_inserted_some_hundred_a_statement(): void {
		$rows = array();
		for ( $i = 1; $i <= 1201; $i++ ) {
			$rows[] = array( 'entity' => 'tag', 'gram' => 'abc', 'record_id' => $i );
		}
		$before = $GLOBALS['wpdb']->num_queries;
		Database::insert_all( Tables::name( 'search_keys' ), $rows );
		self::assertSame( 3, $GLOBALS['wpdb']->num_queries - $before );
		self::assertSame( '1201', Database::value( 'SELECT COUNT(*) FROM ' . Tables::name( 'search_keys' ) ) );
		Database::insert_all( Tables::name( 'search_keys' ), array() );
		self::assertNull( Database::value( 'SELECT gram FROM ' . Tables::name( 'search_keys' ) . ' WHERE record_id = 0' ) );
	}
}
