<?php
/**
 * One live contact per e-mail address.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Store;

use Carnet\Entity\Problem;
use Carnet\Store\Transaction;
use Carnet\Tests\Builders;
use Carnet\Tests\Snapshot;
use Carnet\Tests\Test_Case;

final class UniquenessTest extends Test_Case {

	use Builders;
	use Snapshot;

	protected function tearDown(): void {
		if ( ! $this->hasFailed() ) {
			self::assertSame( array(), ( new Recount() )->differences() );
		}
		parent::tearDown();
	}

	/**
	 * @dataProvider addresses
	 */
	public function test_the_same_address_is_refused( string $first, string $second, bool $refused ): void {
		$existing = $this->contact( array( 'email' => $first, 'last_name' => 'A' ) )['id'];
		$was      = $this->all_rows();
		try {
			$this->contact( array( 'email' => $second, 'last_name' => 'B' ) );
			self::assertFalse( $refused );
		} catch ( Problem $problem ) {
			self::assertTrue( $refused );
			self::assertSame( array( 'carnet_duplicate', 409 ), array( $problem->error_code, $problem->status ) );
			self::assertSame( array( 'field' => 'email', 'existing_id' => $existing ), $problem->data );
			self::assertSame( $was, $this->all_rows() );
		}
	}

	public static function addresses(): array {
		return array(
			'the same'                    => array( 'ana@example.com', 'ana@example.com', true ),
			'in other case'               => array( 'Ana@example.com', 'ANA@EXAMPLE.COM', true ),
			'another'                     => array( 'ana@example.com', 'anna@example.com', false ),
			'with an accent'              => array( 'ana@example.com', 'aná@example.com', false ),
			'two of very long addresses that differ at the end' => array( str_repeat( 'a', 240 ) . '@example.com', str_repeat( 'a', 239 ) . 'b@example.com', false ),
			'no address twice'            => array( '', '', false ),
		);
	}

	public function test_a_duplicate_may_be_wanted_and_is_found_by_the_next(): void {
		$first  = $this->contact( array( 'email' => 'a@example.com' ) )['id'];
		$second = $this->change( static fn ( Transaction $t ) => $t->create( 'contact', array( 'email' => 'a@example.com' ), array( 'allow_duplicate' => true ) ) )['id'];
		self::assertSame( $first, $this->refusal( static fn ( Transaction $t ) => $t->create( 'contact', array( 'email' => 'A@example.com' ) ) )['existing_id'] );
		// The first goes: the second still has the address.
		$this->trashed( 'contact', $first );
		self::assertSame( $second, $this->refusal( static fn ( Transaction $t ) => $t->create( 'contact', array( 'email' => 'a@example.com' ) ) )['existing_id'] );
	}

	public function test_a_wanted_duplicate_may_be_changed_without_asking_again(): void {
		$this->contact( array( 'email' => 'a@example.com' ) );
		$second = $this->change( static fn ( Transaction $t ) => $t->create( 'contact', array( 'email' => 'a@example.com' ), array( 'allow_duplicate' => true ) ) )['id'];
		self::assertSame( 'Lyon', $this->changed( 'contact', $second, array( 'city' => 'Lyon' ) )['city'] );
		self::assertSame( 'A@example.com', $this->changed( 'contact', $second, array( 'email' => 'A@example.com' ) )['email'], 'Other case is the same address.' );
	}

	public function test_trash_frees_the_address_and_a_restore_asks_again(): void {
		$first = $this->contact( array( 'email' => 'a@example.com' ) )['id'];
		$this->trashed( 'contact', $first );
		$second = $this->contact( array( 'email' => 'a@example.com' ) )['id'];
		self::assertSame( $second, $this->refusal( static fn ( Transaction $t ) => $t->restore( 'contact', $first ) )['existing_id'] );
		$this->change( static fn ( Transaction $t ) => $t->delete( 'contact', $second ) );
		self::assertNull( $this->change( static fn ( Transaction $t ) => $t->restore( 'contact', $first ) )['trashed_at'] );
	}

	public function test_a_changed_address_is_free_again(): void {
		$first = $this->contact( array( 'email' => 'a@example.com' ) )['id'];
		$this->changed( 'contact', $first, array( 'email' => 'b@example.com' ) );
		$this->contact( array( 'email' => 'a@example.com' ) );
		self::assertSame( 'email', $this->refusal( fn ( Transaction $t ) => $t->update( 'contact', $first, array( 'email' => 'a@example.com' ) ) )['field'] );
	}

	public function test_two_contacts_swap_their_addresses_in_one_unit_by_way_of_a_third(): void {
		$one = $this->contact( array( 'email' => 'a@example.com' ) )['id'];
		$two = $this->contact( array( 'email' => 'b@example.com' ) )['id'];
		$this->change(
			static function ( Transaction $t ) use ( $one, $two ): void {
				$t->update( 'contact', $one, array( 'email' => 'c@example.com' ) );
				$t->update( 'contact', $two, array( 'email' => 'a@example.com' ) );
				$t->update( 'contact', $one, array( 'email' => 'b@example.com' ) );
			}
		);
		self::assertSame( array( 'b@example.com', 'a@example.com' ), array_column( $this->rows_of( $GLOBALS['wpdb']->prefix . 'carnet_contacts' ), 'email_claim' ) );
	}

	public function test_who_may_not_see_the_other_contact_is_not_told_which_it_is(): void {
		$this->contact( array( 'email' => 'a@example.com' ) );
		self::assertSame( array( 'field' => 'email' ), $this->refusal( static fn ( Transaction $t ) => $t->create( 'contact', array( 'email' => 'a@example.com' ) ), $this->user( 'agent' ) ) );
	}

	/**
	 * The data of the refusal of something that must be refused.
	 *
	 * @param callable( Transaction ): mixed $work What to do.
	 * @param int|null                       $user Who; the administrator when null.
	 * @return array<string, mixed>
	 */
	private function refusal( callable $work, ?int $user = null ): array {
		try {
			$this->change( $work, $user );
		} catch ( Problem $problem ) {
			self::assertSame( 'carnet_duplicate', $problem->error_code );
			return $problem->data;
		}
		self::fail( 'It was not refused.' );
	}
}
