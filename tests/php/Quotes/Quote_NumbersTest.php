<?php
/**
 * The numbers of quotes.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Quotes;

use Carnet\Store\Revert;
use Carnet\Store\Transaction;
use Carnet\Tests\Builders;
use Carnet\Tests\Store\Fault;
use Carnet\Tests\Store\Recount;
use Carnet\Tests\Store\Together;
use Carnet\Tests\Test_Case;

/**
 * Unique, and without gaps within a year, whoever writes at the same time and whatever fails in between.
 */
final class Quote_NumbersTest extends Test_Case {

	use Builders;
	use Together;

	/**
	 * The numbers of all quotes, sorted.
	 *
	 * @return list<string>
	 */
	private static function numbers(): array {
		return $GLOBALS['wpdb']->get_col( "SELECT number FROM {$GLOBALS['wpdb']->prefix}carnet_quotes ORDER BY number" );
	}

	/**
	 * The first numbers of a year.
	 *
	 * @param int $year Year.
	 * @param int $most How many.
	 * @return list<string>
	 */
	private static function first( int $year, int $most ): array {
		return array_map( static fn( int $n ): string => sprintf( 'Q-%d-%04d', $year, $n ), range( 1, $most ) );
	}

	public function test_of_twenty_writers_at_once_some_of_whom_fail_every_quote_has_a_number_and_none_is_left_out(): void {
		$account = $this->account()['id'];
		$quote   = static fn( int $year ): array => array( 'create', array( 'quote', array( 'title' => 'Q', 'account_id' => $account, 'issued_on' => "$year-03-02", 'lines' => array( self::line() ) ) ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		$fails   = array( 'update', array( 'contact', 987654, array( 'city' => 'x' ) ) );
		$work    = array();
		for ( $writer = 0; $writer < 20; $writer++ ) {
			// The unit in the middle takes a number, then is undone.
			$work[] = array( array( $quote( 2026 ) ), array( $quote( 2026 ), $quote( 2025 ), $fails ), array( $quote( 2025 ) ) );
		}
		$results = $this->together( 'Store/concurrent/writer.php', $work );
		self::assertSame( array_fill( 0, 20, array( 'done', 'carnet_not_found', 'done' ) ), $results );
		self::assertSame( array( ...self::first( 2025, 20 ), ...self::first( 2026, 20 ) ), self::numbers() );
		self::assertSame( array(), ( new Recount() )->differences() );
	}

	public function test_a_number_counts_by_the_year_of_issue_and_never_changes(): void {
		$old = $this->quote( array( 'issued_on' => '2024-12-31' ) );
		$new = $this->quote( array( 'issued_on' => '2025-01-01' ) );
		self::assertSame( array( 'Q-2024-0001', 'Q-2025-0001' ), array( $old['number'], $new['number'] ) );
		self::assertSame( 'Q-2024-0001', $this->changed( 'quote', $old['id'], array( 'issued_on' => '2025-06-01' ) )['number'] );
		self::assertSame( array( 'Q-2025-0002', 'Q-2024-0002' ), array( $this->quote( array( 'issued_on' => '2025-01-01' ) )['number'], $this->quote( array( 'issued_on' => '2024-01-01' ) )['number'] ) );
	}

	public function test_the_year_of_a_quote_without_a_day_is_the_sites(): void {
		update_option( 'timezone_string', 'Pacific/Auckland' );
		$quote = $this->change( fn( Transaction $transaction ): array => $transaction->create( 'quote', array( 'title' => 'Q', 'account_id' => $transaction->create( 'account', array( 'name' => 'A' ) )['id'], 'lines' => array( self::line() ) ) ), null, '2026-12-31T12:00:00Z' ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		update_option( 'timezone_string', '' );
		self::assertSame( array( '2027-01-01', 'Q-2027-0001' ), array( $quote['issued_on'], $quote['number'] ) );
	}

	public function test_what_was_deleted_for_good_leaves_its_number_unused_and_comes_back_with_it(): void {
		$ids = array();
		for ( $i = 0; $i < 3; $i++ ) {
			$ids[] = $this->quote( array( 'issued_on' => '2026-01-01' ) )['id'];
		}
		$this->change( static fn( Transaction $transaction ): array => $transaction->delete( 'quote', $ids[2] ) );
		$set = $this->changeset;
		self::assertSame( 'Q-2026-0004', $this->quote( array( 'issued_on' => '2026-01-01' ) )['number'] );
		$this->change( static fn( Transaction $transaction ): array => ( new Revert( $transaction ) )->undo( $set ) );
		self::assertSame( self::first( 2026, 4 ), self::numbers() );
	}

	public function test_a_refused_quote_and_one_that_the_database_refused_take_no_number(): void {
		$this->expect_database_errors();
		$account = $this->account()['id'];
		$make    = fn( array $fields ): array => $this->quote( $fields + array( 'account_id' => $account, 'issued_on' => '2026-01-01' ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		$fault   = new Fault( static fn( string $sql ): bool => str_starts_with( $sql, 'COMMIT' ) );
		$failed  = array();
		try {
			$make( array() );
		} catch ( \Carnet\Store\Database_Error $error ) {
			$failed[] = $error->kind;
		}
		$fault->end();
		try {
			$make( array( 'contact_id' => 987654 ) );
		} catch ( \Carnet\Entity\Problem $problem ) {
			$failed[] = $problem->error_code;
		}
		self::assertSame( array( 'other', 'carnet_invalid_link', 'Q-2026-0001' ), array( ...$failed, $make( array() )['number'] ) );
	}

	public function test_more_than_9999_quotes_a_year_have_longer_numbers(): void {
		$GLOBALS['wpdb']->insert( $GLOBALS['wpdb']->prefix . 'carnet_counters', array( 'name' => 'quotes.2026', 'reached' => 9999 ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		self::assertSame( 'Q-2026-10000', $this->quote( array( 'issued_on' => '2026-01-01' ) )['number'] );
	}
}
