<?php
/**
 * Many records in one unit of work.
 *
 * @package Carnet
 */

namespace Carnet\Tests\Store;

use Carnet\Entity\Problem;
use Carnet\Store\Transaction;
use Carnet\Tests\Builders;
use Carnet\Tests\Snapshot;
use Carnet\Tests\Test_Case;

/**
 * What is written together is what would have been written one by one, with few statements.
 */
final class Many_RecordsTest extends Test_Case {
	use Builders;
	use Snapshot;

	public function test_records_made_together_are_those_made_one_by_one(): void {
		$account = $this->account();
		$tag     = $this->tag();
		$owners  = array( $this->user( 'admin' ), $this->user( 'agent' ) );
		$given   = array_map(
			static fn( int $number ): array => array(
				'owner_id'   => $owners[ $number % 2 ],
				'last_name'  => "Martin $number",
				'email'      => $number % 7 ? "martin$number@example.com" : '',
				'account_id' => $number % 3 ? $account['id'] : null,
				'tags'       => $number % 2 ? array( $tag['id'] ) : array(),
			),
			range( 1, 601 )
		);
		$before  = $GLOBALS['wpdb']->num_queries;
		$made    = $this->change( static fn( Transaction $transaction ): array => $transaction->create_all( 'contact', $given ) );
		self::assertLessThan( 200, $GLOBALS['wpdb']->num_queries - $before );
		self::assertCount( 601, array_unique( array_column( $made, 'id' ) ) );
		foreach ( array( 0, 1, 499, 500, 600 ) as $at ) {
			$stored = $this->request( 'GET', "/contacts/{$made[ $at ]['id']}", array(), 'admin' )->get_data();
			self::assertEqualsCanonicalizing( $given[ $at ], array_intersect_key( $stored, $given[ $at ] ) );
		}
		self::assertSame( array(), ( new Recount() )->differences() );
	}

	public function test_without_an_owner_a_record_is_its_makers(): void {
		$names = array( array( 'name' => 'A', 'owner_id' => null ), array( 'name' => 'B' ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound -- two rows.
		$made  = $this->change( static fn( Transaction $transaction ): array => $transaction->create_all( 'account', $names ) );
		self::assertSame( array( $this->user( 'admin' ), $this->user( 'admin' ) ), array_column( $made, 'owner_id' ) );
	}

	public function test_two_that_begin_together_cannot_have_the_same_email(): void {
		$twice  = array( array( 'email' => 'a@example.com' ), array( 'email' => 'A@example.com ' ) );
		$before = $this->all_rows();
		try {
			$this->change( static fn( Transaction $transaction ): array => $transaction->create_all( 'contact', $twice ) );
			self::fail( 'A duplicate was written.' );
		} catch ( Problem $problem ) {
			self::assertSame( 'carnet_duplicate', $problem->error_code );
		}
		self::assertSame( $before, $this->all_rows() );
		$made = $this->change( static fn( Transaction $transaction ): array => $transaction->create_all( 'contact', $twice, array( 'allow_duplicate' => true ) ) );
		self::assertCount( 2, $made );
		self::assertSame( array(), ( new Recount() )->differences() );
	}

	public function test_a_record_that_changes_twice_ends_as_the_last_change_says(): void {
		$tags = array( $this->tag()['id'], $this->tag()['id'] );
		$ids  = array( $this->contact()['id'], $this->contact()['id'] );
		$this->change(
			static function ( Transaction $transaction ) use ( $ids, $tags ): void {
				$transaction->writer->foresee( $transaction->entities->get( 'contact' ), $ids );
				foreach ( array( array( $tags[0] ), $tags, array( $tags[1] ), array(), array( $tags[1] ) ) as $round => $set ) {
					foreach ( $ids as $id ) {
						$transaction->update( 'contact', $id, array( 'tags' => $set, 'city' => "City $round" ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
					}
				}
			}
		);
		foreach ( $ids as $id ) {
			$stored = $this->request( 'GET', "/contacts/$id", array(), 'admin' )->get_data();
			self::assertSame( array( array( $tags[1] ), 'City 4', 6 ), array( $stored['tags'], $stored['city'], $stored['version'] ) );
		}
		self::assertSame( array(), ( new Recount() )->differences() );
	}

	public function test_what_waits_is_read_and_a_refusal_forgets_it(): void {
		$contact = $this->contact( array( 'city' => 'Lyon' ) );
		$before  = $this->all_rows();
		try {
			$this->change(
				static function ( Transaction $transaction ) use ( $contact ): void {
					$transaction->update( 'contact', $contact['id'], array( 'city' => 'Nice' ) );
					self::assertSame( 'Nice', $transaction->writer->read( $transaction->entities->get( 'contact' ), $contact['id'] )['city'] ?? '' );
					$transaction->update( 'contact', $contact['id'], array( 'city' => 'Metz' ) );
					throw Problem::not_found();
				}
			);
			self::fail( 'The refusal was lost.' );
		} catch ( Problem $problem ) {
			self::assertSame( 404, $problem->status );
		}
		self::assertSame( $before, $this->all_rows() );
	}
}
