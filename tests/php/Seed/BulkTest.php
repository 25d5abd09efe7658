<?php
/**
 * Large data, made in bulk.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Seed;

use Carnet\Plugin;
use Carnet\Seed\Bulk;
use Carnet\Seed\Plan;
use Carnet\Store\Change_Set;
use Carnet\Store\Checker;
use Carnet\Store\Database;
use Carnet\Store\Tables;
use Carnet\Store\Transaction;
use Carnet\Store\Unit_Of_Work;
use Carnet\Tests\Snapshot;
use Carnet\Tests\Store\Recount;
use Carnet\Tests\Test_Case;

require_once dirname( __DIR__, 3 ) . '/tools/demo/Random.php';
require_once dirname( __DIR__, 3 ) . '/tools/seed/Plan.php';
require_once dirname( __DIR__, 3 ) . '/tools/seed/Sink.php';
require_once dirname( __DIR__, 3 ) . '/tools/seed/Bulk.php';

final class BulkTest extends Test_Case {

	use Snapshot;

	public function test_bulk_leaves_in_the_tables_what_units_of_work_leave(): void {
		$this->begin_again();
		( new Bulk( Plugin::entities() ) )->write( $this->plan( 60 ) );
		$bulk = $this->all_rows();

		$this->begin_again();
		$work = new Unit_Of_Work( Plugin::entities() );
		foreach ( $this->plan( 60 )->portions() as $steps ) {
			foreach ( $steps as $step ) {
				$this->play( $work, $step );
			}
		}
		// A figure that came to nothing has a row of 0 there, none here.
		Database::write( 'DELETE FROM ' . Tables::name( 'totals' ) . ' WHERE amount = 0' );

		foreach ( $this->all_rows() as $table => $rows ) {
			self::assertSame( $rows, $bulk[ $table ], $table );
		}
	}

	public function test_hundreds_of_contacts_and_what_goes_with_them_are_in_order(): void {
		$bulk = new Bulk( Plugin::entities() );
		$bulk->write( $this->plan( 400 ) );
		self::assertSame(
			array(
				'tags'     => 50,
				'accounts' => 40,
				'contacts' => 400,
				'quotes'   => 200,
				'tasks'    => 200,
				'actions'  => 200,
				'deals'    => 20,
			),
			$bulk->made
		);
		self::assertSame( array(), ( new Checker( Plugin::entities() ) )->differences() );
		self::assertSame( array(), ( new Recount() )->differences() );
	}

	/**
	 * Empties the tables, so that ids begin with 1.
	 */
	private function begin_again(): void {
		foreach ( array_keys( $this->all_rows() ) as $table ) {
			$GLOBALS['wpdb']->query( "TRUNCATE TABLE $table" );
		}
	}

	/**
	 * A plan of records of three people.
	 *
	 * @param int $contacts How many contacts.
	 */
	private function plan( int $contacts ): Plan {
		return new Plan( $contacts, array( $this->user( 'admin' ), $this->user( 'agent' ), $this->user( 'editor' ) ), (int) strtotime( '2026-11-01 UTC' ) );
	}

	/**
	 * A step, as people would have made it.
	 *
	 * @param Unit_Of_Work         $work The write path.
	 * @param array<string, mixed> $step As Plan has it.
	 */
	private function play( Unit_Of_Work $work, array $step ): void {
		$at     = new Change_Set( $step['owner'], 'edit', '', Plan::utc( $step['at'] ) );
		$record = $work->run( $at, static fn( Transaction $transaction ): array => $transaction->create( $step['noun'], $step['fields'] ) );
		self::assertSame( $step['number'], $record['id'] );
		if ( null === $step['later'] ) {
			return;
		}
		$later   = new Change_Set( $step['owner'], 'edit', '', Plan::utc( $step['later']['at'] ) );
		$changes = $step['later']['changes'];
		$work->run(
			$later,
			static fn( Transaction $transaction ): array => isset( $changes['trash'] )
				? $transaction->trash( $step['noun'], $step['number'] )
				: $transaction->update( $step['noun'], $step['number'], $changes, null, array( 'keep_contact_type' => true ) )
		);
	}
}
