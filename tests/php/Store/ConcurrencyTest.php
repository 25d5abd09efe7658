<?php
/**
 * Several people write at the same time.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Store;

use Carnet\Entity\Problem;
use Carnet\Plugin;
use Carnet\Store\Change_Set;
use Carnet\Store\Database;
use Carnet\Store\Unit_Of_Work;
use Carnet\Tests\Builders;
use Carnet\Tests\Snapshot;
use Carnet\Tests\Test_Case;

/**
 * Real processes, each with a WordPress and a connection of its own.
 */
final class ConcurrencyTest extends Test_Case {

	use Builders;
	use Snapshot;
	use Together;

	private const WRITERS = 4;

	public function test_of_many_who_create_a_contact_with_the_same_email_one_succeeds(): void {
		$units = array();
		for ( $i = 0; $i < 6; $i++ ) {
			$units[] = array( array( 'create', array( 'contact', array( 'last_name' => "Contact $i", 'email' => "same$i@example.com" ) ) ) );
		}
		$results = $this->together( 'Store/concurrent/writer.php', array_fill( 0, self::WRITERS, $units ) );
		foreach ( array_keys( $units ) as $i ) {
			$of_one = array_column( $results, $i );
			sort( $of_one );
			self::assertSame( array( 'carnet_duplicate', 'carnet_duplicate', 'carnet_duplicate', 'done' ), $of_one );
		}
		self::assertCount( 6, $this->rows_of( $GLOBALS['wpdb']->prefix . 'carnet_contacts' ) );
		self::assertSame( array(), ( new Recount() )->differences() );
	}

	public function test_of_many_who_changed_the_same_version_one_succeeds(): void {
		$contact = $this->contact( array( 'city' => 'Paris' ) )['id'];
		$work    = array();
		for ( $i = 0; $i < self::WRITERS; $i++ ) {
			$work[] = array( array( array( 'update', array( 'contact', $contact, array( 'city' => "City $i" ), 1 ) ) ) );
		}
		$results = array_column( $this->together( 'Store/concurrent/writer.php', $work ), 0 );
		sort( $results );
		self::assertSame( array( 'carnet_version_conflict', 'carnet_version_conflict', 'carnet_version_conflict', 'done' ), $results );
		self::assertSame( '2', $this->rows_of( $GLOBALS['wpdb']->prefix . 'carnet_contacts' )[0]['version'] );
	}

	public function test_changes_that_cross_each_other_all_count_or_are_reported(): void {
		$accounts = array( $this->account()['id'], $this->account()['id'], $this->account()['id'] );
		$contacts = array( $this->contact( array( 'account_id' => $accounts[0] ) )['id'], $this->contact( array( 'account_id' => $accounts[1] ) )['id'] );
		mt_srand( 7 );
		$work = array();
		for ( $writer = 0; $writer < self::WRITERS; $writer++ ) {
			$units = array();
			for ( $i = 0; $i < 12; $i++ ) {
				// Two accounts in any order, so that two writers may wait for each other.
				$order = 0 === mt_rand( 0, 1 ) ? array( 0, 1 ) : array( 1, 0 );
				$unit  = array();
				foreach ( $order as $n ) {
					$unit[] = array( 'update', array( 'account', $accounts[ $n ], array( 'name' => "Name $writer $i", 'type' => 0 === $i % 2 ? 'customer' : 'prospect' ) ) );
				}
				$unit[]  = array( 'update', array( 'contact', $contacts[ mt_rand( 0, 1 ) ], array( 'city' => "City $writer $i", 'account_id' => $accounts[ mt_rand( 0, 2 ) ] ) ) );
				$units[] = $unit;
			}
			$work[] = $units;
		}
		$results = array_count_values( array_merge( ...$this->together( 'Store/concurrent/writer.php', $work ) ) );
		self::assertSame( array(), array_diff_key( $results, array( 'done' => 1, 'locked' => 1 ) ) );
		self::assertGreaterThan( 24, $results['done'] );
		$versions = 0;
		foreach ( array( 'accounts', 'contacts' ) as $plural ) {
			foreach ( $this->rows_of( "{$GLOBALS['wpdb']->prefix}carnet_$plural" ) as $row ) {
				$versions += (int) $row['version'] - 1;
			}
		}
		self::assertSame( 3 * $results['done'], $versions, 'A change was lost, or half of a unit was kept.' );
		self::assertSame( array(), ( new Recount() )->differences() );
	}

	public function test_an_email_that_is_taken_between_the_check_and_the_write_is_refused(): void {
		if ( self::on_sqlite() ) {
			self::markTestSkipped( 'SQLite has one writer at a time.' );
		}
		$this->expect_database_errors();
		$parts = explode( ':', DB_HOST, 2 );
		$other = new \mysqli( $parts[0], DB_USER, DB_PASSWORD, DB_NAME, 0, $parts[1] ?? '' ); // phpcs:ignore WordPress.DB.RestrictedClasses -- beside wpdb's own.
		$table = $GLOBALS['wpdb']->prefix . 'carnet_contacts';
		$fault = new Fault(
			static function ( string $sql ) use ( $other, $table ): bool {
				if ( str_starts_with( $sql, "INSERT INTO $table" ) ) {
					$other->query( "INSERT IGNORE INTO $table (id, email, email_key, email_claim, note, search_text, owner_id) VALUES (777, 'a@example.com', 'a@example.com', 'a@example.com', '', '', 1)" );
				}
				return false;
			}
		);
		$code  = null;
		$data  = null;
		try {
			$this->contact( array( 'email' => 'A@example.com' ) );
		} catch ( Problem $problem ) {
			$code = $problem->error_code;
			$data = $problem->data;
		}
		$fault->end();
		self::assertSame( 'carnet_duplicate', $code );
		self::assertSame( 777, $data['existing_id'] );
		self::assertSame( array( '777' ), array_column( $this->rows_of( $table ), 'id' ) );
	}

	public function test_a_unit_inside_a_unit_is_refused_and_the_outer_one_undone(): void {
		$was  = $this->all_rows();
		$unit = new Unit_Of_Work( Plugin::entities() );
		$set  = new Change_Set( $this->user( 'admin' ) );
		try {
			$unit->run(
				$set,
				static function ( $t ) use ( $unit, $set ): void {
					$t->create( 'account', array( 'name' => 'Outer' ) );
					$unit->run( $set, static fn ( $inner ) => $inner->create( 'account', array( 'name' => 'Inner' ) ) );
				}
			);
			self::fail( 'It was not refused.' );
		} catch ( \LogicException $error ) {
			self::assertSame( $was, $this->all_rows() );
		}
		self::assertSame( 1, $this->account()['version'] );
	}

	public function test_a_hook_may_write_after_the_commit(): void {
		$noted = 0;
		add_action(
			'carnet_contact_saved',
			function ( $after, $before, string $op ) use ( &$noted ): void {
				if ( 'create' === $op ) {
					$noted = $this->changed( 'contact', $after['id'], array( 'city' => 'Lyon' ) )['version'];
				}
			},
			10,
			3
		);
		$this->contact();
		self::assertSame( 2, $noted );
	}
}
