<?php
/**
 * A database with copies.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Store;

use Carnet\Store\Replicas;
use Carnet\Tests\Test_Case;

/**
 * Drop-ins are told to read from the primary in their own words. (The whole of it, with a real replica: tools/bench/scaling.mjs.)
 */
final class ReplicasTest extends Test_Case {

	public function test_each_drop_in_is_told_in_its_own_words(): void {
		$hyper     = new class() {
			public int $told = 0;
			public function send_reads_to_masters(): void {
				++$this->told;
			}
		};
		$ludicrous = new class() {
			public int $told = 0;
			public function send_reads_to_primaries(): void {
				++$this->told;
			}
			public function send_reads_to_masters(): never {
				throw new \LogicException( 'Deprecated there.' );
			}
		};
		self::assertTrue( Replicas::read_from_primary( $hyper ) );
		self::assertTrue( Replicas::read_from_primary( $ludicrous ) );
		self::assertSame( array( 1, 1 ), array( $hyper->told, $ludicrous->told ) );
	}

	public function test_a_database_without_copies_is_left_alone(): void {
		self::assertFalse( Replicas::read_from_primary( new \stdClass() ) );
		self::assertFalse( Replicas::read_from_primary() );
	}
}
