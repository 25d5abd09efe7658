<?php
/**
 * Reminders arrive.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Tasks;

use Carnet\Store\Revert;
use Carnet\Store\Transaction;
use Carnet\Tasks\Reminder_Sweep;
use Carnet\Tests\Builders;
use Carnet\Tests\Test_Case;

/**
 * The ledger follows the task, and sweeps deliver each reminder once.
 */
final class Reminder_SweepTest extends Test_Case {

	use Builders;

	private const DUE = '2026-03-02T09:00:00Z';

	/**
	 * Mails that were sent.
	 *
	 * @var list<array<string, mixed>>
	 */
	private array $mails = array();

	/**
	 * Whether mail works.
	 */
	private bool $works = true;

	protected function setUp(): void {
		parent::setUp();
		$this->mails = array();
		$this->works = true;
		add_filter(
			'pre_wp_mail',
			function ( $unused, array $mail ): bool {
				if ( $this->works ) {
					$this->mails[] = $mail;
				}
				return $this->works;
			},
			10,
			2
		);
	}

	/**
	 * A task that reminds.
	 *
	 * @param array<string, mixed> $overrides Field values.
	 * @param string               $channel   in_app or email.
	 * @param int                  $minutes   Before it is due.
	 * @return array<string, mixed>
	 */
	private function reminding( array $overrides = array(), string $channel = 'in_app', int $minutes = 60 ): array {
		$reminders = array(
			array(
				'minutes_before' => $minutes,
				'channel'        => $channel,
			),
		);
		return $this->task( $overrides + array( 'due_at' => self::DUE, 'reminders' => $reminders ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
	}

	/**
	 * The ledger: "time channel user state", in order.
	 *
	 * @return list<string>
	 */
	private function ledger(): array {
		return $GLOBALS['wpdb']->get_col( "SELECT CONCAT(remind_at, ' ', channel, ' ', state) FROM {$GLOBALS['wpdb']->prefix}carnet_reminders ORDER BY remind_at, channel, id" );
	}

	/**
	 * Sweeps at an instant.
	 *
	 * @param string $at UTC.
	 */
	private function sweep( string $at ): void {
		( new Reminder_Sweep( (int) strtotime( $at ) ) )->sweep();
	}

	public function test_a_notice_comes_at_its_time_and_once(): void {
		$this->reminding();
		$this->sweep( '2026-03-02T07:59:59Z' );
		self::assertSame( array( '2026-03-02 08:00:00 in_app pending' ), $this->ledger() );
		$this->sweep( '2026-03-02T08:00:00Z' );
		self::assertSame( array( '2026-03-02 08:00:00 in_app sent' ), $this->ledger() );
		$sent = $this->sent_at();
		$this->sweep( '2026-03-02T10:00:00Z' );
		self::assertSame( array( '2026-03-02 08:00:00', '2026-03-02 08:00:00' ), array( $sent, $this->sent_at() ) );
	}

	/**
	 * When the last reminder was sent.
	 */
	private function sent_at(): ?string {
		return $GLOBALS['wpdb']->get_var( "SELECT MAX(sent_at) FROM {$GLOBALS['wpdb']->prefix}carnet_reminders" );
	}

	/**
	 * Changes of a task with a pending reminder, and the ledger after.
	 *
	 * @return array<string, array{array<string, mixed>, list<string>}>
	 */
	public function changes(): array {
		return array(
			'moved'                  => array( array( 'due_at' => '2026-03-03T09:00:00Z' ), array( '2026-03-02 08:00:00 in_app cancelled', '2026-03-03 08:00:00 in_app pending' ) ),
			'without a due date'     => array( array( 'due_at' => null, 'reminders' => array() ), array( '2026-03-02 08:00:00 in_app cancelled' ) ), // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
			'done'                   => array( array( 'status' => 'done' ), array( '2026-03-02 08:00:00 in_app cancelled' ) ),
			'cancelled'              => array( array( 'status' => 'cancelled' ), array( '2026-03-02 08:00:00 in_app cancelled' ) ),
			'another title'          => array( array( 'title' => 'Other' ), array( '2026-03-02 08:00:00 in_app pending' ) ),
			'another time before it' => array( array( 'reminders' => array( array( 'minutes_before' => 0, 'channel' => 'in_app' ) ) ), array( '2026-03-02 08:00:00 in_app cancelled', '2026-03-02 09:00:00 in_app pending' ) ), // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		);
	}

	/**
	 * One of them, and its undo.
	 *
	 * @dataProvider changes
	 *
	 * @param array<string, mixed> $change What changes.
	 * @param list<string>         $after  The ledger.
	 */
	public function test_the_ledger_follows_the_task_and_its_undo( array $change, array $after ): void {
		$task = $this->reminding();
		$this->changed( 'task', $task['id'], $change );
		self::assertSame( $after, $this->ledger() );
		$set = $this->changeset;
		$this->change( static fn( Transaction $transaction ): array => ( new Revert( $transaction ) )->undo( $set ) );
		$pending = array_values( array_filter( $this->ledger(), static fn( string $line ): bool => str_ends_with( $line, 'pending' ) ) );
		self::assertSame( array( '2026-03-02 08:00:00 in_app pending' ), $pending );
	}

	public function test_a_task_in_the_trash_does_not_remind_and_restored_it_does(): void {
		$id = $this->reminding()['id'];
		$this->trashed( 'task', $id );
		$this->sweep( '2026-03-02T08:00:00Z' );
		self::assertSame( array( '2026-03-02 08:00:00 in_app cancelled' ), $this->ledger() );
		$this->change( static fn( Transaction $transaction ): array => $transaction->restore( 'task', $id ) );
		$this->sweep( '2026-03-02T08:05:00Z' );
		self::assertSame( array( '2026-03-02 08:00:00 in_app sent' ), $this->ledger() );
	}

	public function test_another_owner_is_reminded_instead(): void {
		$id = $this->reminding( array(), 'email' )['id'];
		$this->changed( 'task', $id, array( 'owner_id' => $this->user( 'agent' ) ) );
		$this->sweep( '2026-03-02T08:00:00Z' );
		self::assertSame( array( 'agent@example.test' ), array_column( $this->mails, 'to' ) );
	}

	public function test_a_mail_says_what_when_and_where(): void {
		update_option( 'timezone_string', 'Europe/Paris' );
		$id = $this->reminding( array( 'title' => "Call\nAna & Co" ), 'email' )['id'];
		$this->sweep( '2026-03-02T08:00:00Z' );
		update_option( 'timezone_string', '' );
		self::assertCount( 1, $this->mails );
		self::assertStringEndsWith( 'Reminder: Call Ana & Co', $this->mails[0]['subject'] );
		self::assertStringContainsString( '10:00', $this->mails[0]['message'] );
		self::assertStringContainsString( admin_url( "admin.php?page=carnet-tasks&id=$id" ), $this->mails[0]['message'] );
		self::assertSame( array( '2026-03-02 08:00:00 email sent' ), $this->ledger() );
	}

	public function test_after_three_silent_days_each_comes_once_and_grouped_by_person(): void {
		foreach ( array( 'admin', 'admin', 'agent' ) as $i => $role ) {
			$this->reminding( array( 'title' => "Task $i", 'owner_id' => $this->user( $role ) ), 'email', 60 * $i ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
			$this->reminding( array( 'owner_id' => $this->user( $role ) ) );
		}
		$this->sweep( '2026-03-05T08:00:00Z' );
		$this->sweep( '2026-03-05T08:05:00Z' );
		self::assertCount( 2, $this->mails );
		self::assertStringContainsString( 'Task 0', $this->mails[0]['message'] );
		self::assertStringContainsString( 'Task 1', $this->mails[0]['message'] );
		self::assertSame( array(), array_filter( $this->ledger(), static fn( string $line ): bool => ! str_ends_with( $line, 'sent' ) ) );
	}

	public function test_mail_that_fails_five_times_is_given_up_and_shown(): void {
		$this->works = false;
		$this->reminding( array(), 'email' );
		for ( $minute = 0; $minute < 20; $minute += 5 ) {
			$this->sweep( sprintf( '2026-03-02T08:%02d:00Z', $minute ) );
			self::assertSame( array( '2026-03-02 08:00:00 email pending' ), $this->ledger() );
		}
		$this->sweep( '2026-03-02T08:20:00Z' );
		self::assertSame( array( '2026-03-02 08:00:00 email failed' ), $this->ledger() );
		$this->works = true;
		$this->sweep( '2026-03-02T08:25:00Z' );
		self::assertSame( array(), $this->mails );
		$mine = $this->request( 'GET', '/reminders', array(), 'admin' )->get_data();
		self::assertSame( array( array( 'email', 'failed' ) ), array_map( static fn( array $item ): array => array( $item['channel'], $item['state'] ), $mine ) );
	}

	public function test_a_mail_that_waits_again_after_the_task_was_reopened_has_all_its_tries(): void {
		$this->works = false;
		$task        = $this->reminding( array(), 'email' )['id'];
		$this->sweep( '2026-03-02T08:00:00Z' );
		$this->sweep( '2026-03-02T08:05:00Z' );
		$this->changed( 'task', $task, array( 'status' => 'done' ) );
		$this->changed( 'task', $task, array( 'status' => 'open' ) );
		for ( $minute = 10; $minute < 30; $minute += 5 ) {
			$this->sweep( sprintf( '2026-03-02T08:%02d:00Z', $minute ) );
		}
		self::assertSame( array( '2026-03-02 08:00:00 email pending' ), $this->ledger() );
		$this->sweep( '2026-03-02T08:30:00Z' );
		self::assertSame( array( '2026-03-02 08:00:00 email failed' ), $this->ledger() );
	}

	public function test_a_sweep_that_was_killed_leaves_a_claim_that_expires_and_the_mail_goes_out(): void {
		$this->reminding( array(), 'email' );
		$killed = static function (): void {
			throw new \RuntimeException( 'killed' );
		};
		add_filter( 'pre_wp_mail', $killed, 1 );
		try {
			$this->sweep( '2026-03-02T08:00:00Z' );
			self::fail( 'It was not killed.' );
		} catch ( \RuntimeException $error ) {
			self::assertSame( array( '2026-03-02 08:00:00 email claimed' ), $this->ledger() );
		}
		remove_filter( 'pre_wp_mail', $killed, 1 );
		$this->sweep( '2026-03-02T08:04:00Z' );
		self::assertSame( array(), $this->mails );
		$this->sweep( '2026-03-02T08:06:00Z' );
		$this->sweep( '2026-03-02T08:20:00Z' );
		self::assertCount( 1, $this->mails );
	}

	public function test_a_claim_that_is_lost_five_times_is_given_up(): void {
		$this->reminding( array(), 'email' );
		$GLOBALS['wpdb']->query( "UPDATE {$GLOBALS['wpdb']->prefix}carnet_reminders SET state = 'claimed', attempts = 5, claimed_until = '2026-03-02 08:05:00'" );
		$this->sweep( '2026-03-02T08:06:00Z' );
		self::assertSame( array( '2026-03-02 08:00:00 email failed' ), $this->ledger() );
	}

	/**
	 * The clocks change on 2026-03-29: minutes before are minutes, whatever the wall says.
	 */
	public function test_a_change_of_the_clocks_does_not_move_a_reminder(): void {
		update_option( 'timezone_string', 'Europe/Paris' );
		$this->reminding( array( 'due_at' => '2026-03-29T01:30:00Z' ), 'in_app', 120 );
		update_option( 'timezone_string', '' );
		self::assertSame( array( '2026-03-28 23:30:00 in_app pending' ), $this->ledger() );
	}

	public function test_who_may_not_see_the_crm_any_more_gets_no_mail(): void {
		$user = $this->user( 'agent', 2 );
		$this->reminding( array( 'owner_id' => $user ), 'email' );
		( new \WP_User( $user ) )->set_role( 'subscriber' );
		$this->sweep( '2026-03-02T08:00:00Z' );
		( new \WP_User( $user ) )->set_role( 'carnet_agent' );
		self::assertSame( array( array(), array( '2026-03-02 08:00:00 email cancelled' ) ), array( $this->mails, $this->ledger() ) );
	}

	public function test_everybody_lists_and_reads_their_own(): void {
		$this->reminding( array( 'title' => 'Mine' ) );
		$this->reminding( array( 'title' => 'Later', 'due_at' => '2026-03-02T09:30:00Z' ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		$this->reminding( array( 'title' => 'Theirs', 'owner_id' => $this->user( 'agent' ) ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		self::assertSame( array(), $this->request( 'GET', '/reminders', array(), 'admin' )->get_data() );
		$this->sweep( '2026-03-02T12:00:00Z' );
		$list = $this->request( 'GET', '/reminders', array(), 'admin' );
		self::assertSame( array( 'Later', 'Mine' ), array_column( $list->get_data(), 'title' ) );
		self::assertSame( 2, (int) $list->get_headers()['X-WP-Total'] );
		foreach ( array( array( 'per_page' => 1 ), array( 'per_page' => 1, 'page' => 2 ), array( 'per_page' => 2 ), array( 'per_page' => 3 ) ) as $paging ) { // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
			self::assertSame( 2, (int) $this->request( 'GET', '/reminders', $paging )->get_headers()['X-WP-Total'], (string) wp_json_encode( $paging ) );
		}
		$id   = $list->get_data()[0]['id'];
		$read = $this->request( 'POST', "/reminders/$id/read" )->get_data();
		self::assertNotNull( $read['read_at'] );
		self::assertSame( $read, $this->request( 'POST', "/reminders/$id/read" )->get_data() );
		self::assertSame( array( 'Mine', 'Later' ), array_column( $this->request( 'GET', '/reminders' )->get_data(), 'title' ) );
		self::assertSame( array( 'Mine' ), array_column( $this->request( 'GET', '/reminders', array( 'unread' => 'true' ) )->get_data(), 'title' ) );
		self::assertSame( 404, $this->request( 'POST', "/reminders/$id/read", array(), 'agent' )->get_status() );
	}

	public function test_a_request_of_the_crm_sweeps_when_the_last_sweep_is_late(): void {
		$sweeps = static fn(): bool => false !== has_action( 'shutdown', array( Reminder_Sweep::class, 'run' ) );
		update_option( Reminder_Sweep::LAST, time() - 60 );
		$this->request( 'GET', '/config', array(), 'agent' );
		self::assertFalse( $sweeps() );
		update_option( Reminder_Sweep::LAST, time() - 3600 );
		$this->request( 'GET', '/wp/v2/types', array(), 'agent' );
		self::assertFalse( $sweeps() );
		$this->request( 'GET', '/config', array(), 'agent' );
		self::assertTrue( $sweeps() );
		remove_action( 'shutdown', array( Reminder_Sweep::class, 'run' ) );
		$this->reminding();
		Reminder_Sweep::run();
		self::assertSame( array( '2026-03-02 08:00:00 in_app sent' ), $this->ledger() );
		self::assertLessThan( 60, time() - (int) get_option( Reminder_Sweep::LAST ) );
		self::assertNotFalse( wp_next_scheduled( Reminder_Sweep::HOOK ) );
	}
}
