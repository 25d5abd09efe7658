<?php
/**
 * Sweeps at the same time.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Tasks;

use Carnet\Tests\Builders;
use Carnet\Tests\Store\Recount;
use Carnet\Tests\Store\Together;
use Carnet\Tests\Test_Case;

/**
 * Real processes sweep; each reminder comes once, or, after a sweep was killed, a mail at most once more.
 */
final class Sweeps_TogetherTest extends Test_Case {

	use Builders;
	use Together;

	/**
	 * Tasks of one person, each with a notice and a mail at nine.
	 *
	 * @param string $role   Person.
	 * @param int    $number How many.
	 */
	private function tasks_of( string $role, int $number ): void {
		for ( $i = 1; $i <= $number; $i++ ) {
			$reminders = array_map( static fn( string $channel ): array => array( 'minutes_before' => 0, 'channel' => $channel ), array( 'in_app', 'email' ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
			$this->task( array( 'title' => "$role task $i.", 'owner_id' => $this->user( $role ), 'due_at' => '2026-03-02T09:00:00Z', 'reminders' => $reminders ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		}
	}

	/**
	 * How often each task was mailed.
	 *
	 * @param list<list<string>> $sweeps Mails of each sweep.
	 * @return array<string, int>
	 */
	private static function mailed( array $sweeps ): array {
		preg_match_all( '/\w+ task \d+\./', implode( "\n", array_merge( ...$sweeps ) ), $titles );
		return array_count_values( $titles[0] );
	}

	/**
	 * How many reminders of a channel are in which state.
	 *
	 * @param string $channel in_app or email.
	 * @return array<string, string>
	 */
	private static function states( string $channel ): array {
		return array_column( $GLOBALS['wpdb']->get_results( "SELECT state, COUNT(*) AS number FROM {$GLOBALS['wpdb']->prefix}carnet_reminders WHERE channel = '$channel' GROUP BY state", ARRAY_A ), 'number', 'state' );
	}

	public function test_of_eight_sweeps_at_once_each_reminder_comes_from_one(): void {
		$this->tasks_of( 'admin', 6 );
		$this->tasks_of( 'agent', 6 );
		$sweeps = $this->together( 'Tasks/sweeper.php', array_fill( 0, 8, array( '2026-03-02T09:01:00Z', false ) ) );
		self::assertSame( array( 'sent' => '12' ), self::states( 'in_app' ) );
		self::assertSame( array( 'sent' => '12' ), self::states( 'email' ), (string) wp_json_encode( $sweeps ) );
		$mailed = self::mailed( $sweeps );
		self::assertSame( array( 12, array( 1 ) ), array( count( $mailed ), array_values( array_unique( $mailed ) ) ), (string) wp_json_encode( $sweeps ) );
		self::assertSame( '1', $GLOBALS['wpdb']->get_var( "SELECT MAX(attempts) FROM {$GLOBALS['wpdb']->prefix}carnet_reminders WHERE channel = 'email'" ) );
		self::assertSame( array(), ( new Recount() )->differences() );
	}

	public function test_a_sweep_that_is_killed_with_its_mail_out_leaves_a_lease_and_the_mail_comes_once_more(): void {
		$this->tasks_of( 'admin', 3 );
		$killed = $this->together( 'Tasks/sweeper.php', array( array( '2026-03-02T09:01:00Z', true ) ) );
		self::assertCount( 3, self::mailed( $killed ) );
		self::assertSame( array( array( 'sent' => '3' ), array( 'claimed' => '3' ) ), array( self::states( 'in_app' ), self::states( 'email' ) ) );
		$seen = $GLOBALS['wpdb']->get_col( "SELECT sent_at FROM {$GLOBALS['wpdb']->prefix}carnet_reminders WHERE channel = 'in_app'" );

		$held = $this->together( 'Tasks/sweeper.php', array( array( '2026-03-02T09:05:59Z', false ) ) );
		self::assertSame( array( array() ), $held );
		$again = $this->together( 'Tasks/sweeper.php', array_fill( 0, 2, array( '2026-03-02T09:06:01Z', false ) ) );
		self::assertEquals( array( 'admin task 1.' => 1, 'admin task 2.' => 1, 'admin task 3.' => 1 ), self::mailed( $again ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		self::assertSame( array( 'sent' => '3' ), self::states( 'email' ) );
		self::assertSame( $seen, $GLOBALS['wpdb']->get_col( "SELECT sent_at FROM {$GLOBALS['wpdb']->prefix}carnet_reminders WHERE channel = 'in_app'" ) );
	}
}
