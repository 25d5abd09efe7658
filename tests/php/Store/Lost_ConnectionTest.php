<?php
/**
 * The connection to the database is lost in the middle of a write.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Store;

use Carnet\Store\Access;
use Carnet\Store\Database;
use Carnet\Store\Database_Error;
use Carnet\Store\Transaction;
use Carnet\Tests\Builders;
use Carnet\Tests\Snapshot;
use Carnet\Tests\Test_Case;

/**
 * WordPress reconnects by itself and sends the statement again, now outside of any transaction. SQLite has no connection to lose, but
 * forgets the transaction when anybody's statement fails.
 */
final class Lost_ConnectionTest extends Test_Case {

	use Builders;
	use Snapshot;

	protected function setUp(): void {
		parent::setUp();
		$this->expect_database_errors();
	}

	public function test_a_connection_lost_before_any_statement_is_survived_and_the_write_happens_once(): void {
		if ( self::on_sqlite() ) {
			self::markTestSkipped( 'SQLite has no connection.' );
		}
		$admin = $this->user( 'admin' );
		Access::can( $admin, 'edit' );
		$other = $this->second_connection();
		for ( $k = 1; $k < 100; $k++ ) {
			$account = $this->account( array( 'name' => 'Avant' ) )['id'];
			$contact = $this->contact( array( 'account_id' => $account ) )['id'];
			$calls   = 0;
			$saved   = 0;
			add_action(
				'carnet_account_saved',
				static function () use ( &$saved ) {
					++$saved;
				}
			);
			$fault = new Fault(
				static function ( string $sql, int $number ) use ( $k, $other ): bool {
					if ( $number === $k ) {
						self::kill( $other, (int) $GLOBALS['wpdb']->__get( 'dbh' )->thread_id );
					}
					return false;
				}
			);
			$work  = static function ( Transaction $transaction ) use ( $account, $k, &$calls ): void {
				++$calls;
				$transaction->update( 'account', $account, array( 'name' => "Après $k" ) );
				$transaction->create( 'contact', array( 'last_name' => "Seul $k", 'email' => "seul$k@example.com", 'account_id' => $account ) );
			};
			$this->change( $work );
			$count = $fault->end();
			remove_all_actions( 'carnet_account_saved' );
			$at = "Connection lost before statement $k: " . ( $fault->seen[ $k - 1 ] ?? '' );
			self::assertSame( array(), ( new Recount() )->differences(), $at );
			self::assertSame( '2', $GLOBALS['wpdb']->get_var( "SELECT COUNT(*) FROM {$GLOBALS['wpdb']->prefix}carnet_contacts WHERE account_id = $account" ), $at );
			self::assertSame( '1', $GLOBALS['wpdb']->get_var( "SELECT COUNT(*) FROM {$GLOBALS['wpdb']->prefix}carnet_changes WHERE entity = 'account' AND record_id = $account AND op = 'update'" ), $at );
			self::assertSame( '2', $GLOBALS['wpdb']->get_var( "SELECT version FROM {$GLOBALS['wpdb']->prefix}carnet_accounts WHERE id = $account" ), $at );
			self::assertSame( '1', $GLOBALS['wpdb']->get_var( 'SELECT @@autocommit' ), $at );
			self::assertSame( 1, $saved, $at );
			if ( $count < $k ) {
				break;
			}
			self::assertLessThanOrEqual( 2, $calls, $at );
		}
		self::assertGreaterThan( 10, $k );
	}

	public function test_a_connection_that_is_lost_again_and_again_is_reported_and_nothing_is_written(): void {
		if ( self::on_sqlite() ) {
			self::markTestSkipped( 'SQLite has no connection.' );
		}
		$was   = $this->all_rows();
		$other = $this->second_connection();
		$fault = new Fault(
			static function ( string $sql ) use ( $other ): bool {
				if ( str_starts_with( $sql, 'INSERT' ) ) {
					self::kill( $other, (int) $GLOBALS['wpdb']->__get( 'dbh' )->thread_id );
				}
				return false;
			}
		);
		try {
			$this->contact();
			self::fail( 'Nobody was told.' );
		} catch ( Database_Error $error ) {
			self::assertSame( 'connection', $error->kind );
		}
		$fault->end();
		self::assertSame( $was, $this->all_rows() );
		$this->contact();
		self::assertSame( array(), ( new Recount() )->differences() );
	}

	public function test_a_commit_whose_answer_is_lost_is_not_done_twice(): void {
		if ( self::on_sqlite() ) {
			self::markTestSkipped( 'SQLite has no connection.' );
		}
		$other = $this->second_connection();
		$saved = 0;
		add_action(
			'carnet_contact_saved',
			static function () use ( &$saved ) {
				++$saved;
			}
		);
		$fault   = new Fault(
			static function ( string $sql ) use ( $other ): bool {
				if ( 'COMMIT' === $sql ) {
					$GLOBALS['wpdb']->__get( 'dbh' )->query( 'COMMIT' );
					self::kill( $other, (int) $GLOBALS['wpdb']->__get( 'dbh' )->thread_id );
				}
				return false;
			}
		);
		$contact = $this->contact();
		$fault->end();
		self::assertSame( array( $contact['id'] ), array_map( 'intval', $GLOBALS['wpdb']->get_col( "SELECT id FROM {$GLOBALS['wpdb']->prefix}carnet_contacts" ) ) );
		self::assertSame( 1, $saved );
	}

	public function test_a_reading_that_breaks_off_is_reported_and_leaves_the_connection_to_others(): void {
		if ( self::on_sqlite() ) {
			self::markTestSkipped( 'SQLite does not mind.' );
		}
		$this->expect_database_errors();
		$met  = array();
		$take = static function ( array &$row ) use ( &$met ): bool {
			$met[] = $row['one'];
			return '6' !== $row['one'];
		};
		try {
			Database::each_row( 'SELECT one, IF( one = 2, ( SELECT 1 UNION SELECT 2 ), 0 ) AS two FROM ( SELECT 1 AS one UNION ALL SELECT 2 ) rows_', $take );
			self::fail( 'Nobody was told.' );
		} catch ( Database_Error $error ) {
			self::assertSame( 'other', $error->kind );
		}
		$shown = $GLOBALS['wpdb']->suppress_errors( false );
		try {
			Database::each_row( 'SELECT 3 AS one UNION ALL SELECT 4', static fn() => throw new \RuntimeException( 'no more' ) );
			self::fail( 'Nobody was told.' );
		} catch ( \RuntimeException $error ) {
			self::assertSame( 'no more', $error->getMessage() );
		}
		self::assertFalse( $GLOBALS['wpdb']->suppress_errors( $shown ) );
		Database::each_row( 'SELECT 5 AS one UNION ALL SELECT 6 UNION ALL SELECT 7', $take );
		self::assertSame( array( '5', '6' ), array_slice( $met, -2 ) );
		self::assertSame( '8', Database::value( 'SELECT 8' ) );
		self::assertNotContains( '2', $met );
	}

	public function test_a_long_reading_goes_on_with_another_connection(): void {
		if ( self::on_sqlite() ) {
			self::markTestSkipped( 'SQLite has no connection.' );
		}
		self::kill( $this->second_connection(), (int) $GLOBALS['wpdb']->__get( 'dbh' )->thread_id );
		self::assertSame( array( array( 'one' => '1', 'none' => null ) ), Database::many_rows( 'SELECT 1 AS one, NULL AS none' ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
	}

	public function test_a_failing_query_of_another_plugin_inside_our_transaction_leaves_all_or_nothing(): void {
		$account = $this->account()['id'];
		$was     = $this->all_rows();
		$work    = static function ( Transaction $transaction ) use ( $account ): void {
			$transaction->update( 'account', $account, array( 'name' => 'Après' ) );
			$GLOBALS['wpdb']->query( 'UPDATE table_of_another_plugin SET a = 1' );
			$transaction->create( 'contact', array( 'last_name' => 'Seul', 'account_id' => $account ) );
		};
		if ( self::on_sqlite() ) {
			// It ends the transaction, each time.
			try {
				$this->change( $work );
				self::fail( 'Nobody was told.' );
			} catch ( Database_Error $error ) {
				self::assertSame( 'connection', $error->kind );
			}
			self::assertSame( $was, $this->all_rows() );
		} else {
			$this->change( $work );
			self::assertSame( 'Après', $GLOBALS['wpdb']->get_var( "SELECT name FROM {$GLOBALS['wpdb']->prefix}carnet_accounts" ) );
		}
		$this->contact();
		self::assertSame( array(), ( new Recount() )->differences() );
	}

	public function test_a_reconnect_for_another_plugins_query_inside_our_transaction_leaves_all_or_nothing(): void {
		if ( self::on_sqlite() ) {
			self::markTestSkipped( 'SQLite has no connection.' );
		}
		$account = $this->account()['id'];
		$other   = $this->second_connection();
		$calls   = 0;
		$this->change(
			static function ( Transaction $transaction ) use ( $account, $other, &$calls ): void {
				$transaction->update( 'account', $account, array( 'name' => 'Après' ) );
				if ( 1 === ++$calls ) {
					self::kill( $other, (int) $GLOBALS['wpdb']->__get( 'dbh' )->thread_id );
					$GLOBALS['wpdb']->query( 'SELECT 1' );
				}
				$transaction->create( 'contact', array( 'last_name' => 'Seul', 'account_id' => $account ) );
			}
		);
		self::assertSame( 2, $calls );
		self::assertSame( '1', $GLOBALS['wpdb']->get_var( "SELECT COUNT(*) FROM {$GLOBALS['wpdb']->prefix}carnet_contacts" ) );
		self::assertSame( array(), ( new Recount() )->differences() );
	}

	/**
	 * A connection beside WordPress's own.
	 */
	private function second_connection(): \mysqli {
		$parts = explode( ':', DB_HOST, 2 );
		return new \mysqli( $parts[0], DB_USER, DB_PASSWORD, DB_NAME, 0, $parts[1] ?? '' ); // phpcs:ignore WordPress.DB.RestrictedClasses -- beside wpdb's own.
	}

	/**
	 * Ends a connection and waits until it is gone.
	 *
	 * @param \mysqli $by     The connection that does it.
	 * @param int     $thread The connection that ends.
	 */
	private static function kill( \mysqli $by, int $thread ): void {
		$by->query( "KILL CONNECTION $thread" );
		do {
			usleep( 1000 );
			$there = $by->query( "SELECT 1 FROM information_schema.processlist WHERE id = $thread" )->num_rows > 0;
		} while ( $there );
	}
}
