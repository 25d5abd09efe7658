<?php
/**
 * Delivers reminders.
 *
 * @package Carnet
 */

namespace Carnet\Tasks;

use Carnet\Settings\Modules;
use Carnet\Store\Database;
use Carnet\Store\Database_Error;
use Carnet\Store\Tables;

defined( 'ABSPATH' ) || exit;

/**
 * Delivers every reminder that is due, however late. Any number of sweeps may run at once. A notice in the app is delivered by the
 * statement that makes it visible, so exactly once. A mail is claimed by a conditional update and sent: of sweeps that meet, one has
 * the claim; one that is killed in between leaves a claim that expires, so such a mail may come twice, never more often.
 */
final class Reminder_Sweep {

	public const HOOK     = 'carnet_sweep';
	public const SCHEDULE = 'carnet_five_minutes';
	public const LAST     = 'carnet_last_sweep';

	/**
	 * Seconds: between two sweeps, until a sweep is late, and for which a claim holds.
	 */
	private const EVERY = 300;
	private const LATE  = 600;
	private const LEASE = 300;

	private const TRIES = 5;

	/**
	 * Which rows of the ledger (r) a person is shown, the person as placeholder: notices that came, and mails that were given up.
	 */
	public const SHOWN = "r.user_id = %d AND ((r.channel = 'in_app' AND r.state = 'sent') OR r.state = 'failed')";

	/**
	 * Most mails' worth of reminders a sweep claims; the next one goes on.
	 */
	private const MOST = 500;

	/**
	 * Takes the present, which tests choose.
	 *
	 * @param int|null $now Unix time.
	 */
	public function __construct( private readonly ?int $now = null ) {}

	/**
	 * Adds the interval; on `cron_schedules`.
	 *
	 * @param array<string, array{interval: int, display: string}> $schedules Schedules.
	 * @return array<string, array{interval: int, display: string}>
	 */
	public static function add_schedule( $schedules ) {
		$schedules[ self::SCHEDULE ] = array(
			'interval' => self::EVERY,
			'display'  => __( 'Every five minutes', 'carnet-crm' ),
		);
		return $schedules;
	}

	/**
	 * Sweeps after the answer of this request when the last sweep is late: WP-Cron may not run. Costs one autoloaded option.
	 */
	public static function catch_up(): void {
		if ( time() - (int) get_option( self::LAST, 0 ) > self::LATE && ! has_action( 'shutdown', array( self::class, 'run' ) ) ) {
			add_action( 'shutdown', array( self::class, 'run' ) );
		}
	}

	/**
	 * Sweeps now. A database that refuses is logged where it is asked; the next sweep goes on.
	 */
	public static function run(): void {
		update_option( self::LAST, time(), true );
		if ( ! wp_next_scheduled( self::HOOK ) ) {
			wp_schedule_event( time() + self::EVERY, self::SCHEDULE, self::HOOK );
		}
		if ( in_array( 'tasks', Modules::off(), true ) ) {
			// What became due meanwhile is delivered once tasks are on again.
			return;
		}
		try {
			( new self() )->sweep();
		} catch ( Database_Error $error ) {
			return;
		}
	}

	/**
	 * Delivers what is due.
	 */
	public function sweep(): void {
		$now = $this->at( 0 );
		$this->write( "UPDATE %i SET state = 'sent', sent_at = %s WHERE state = 'pending' AND channel = 'in_app' AND remind_at <= %s", $now, $now );
		$this->write( "UPDATE %i SET state = 'failed', claimed_until = NULL WHERE state = 'claimed' AND claimed_until < %s AND attempts >= %d", $now, self::TRIES );
		foreach ( $this->claim( $now ) as $user => $ids ) {
			$this->settle( $ids, Reminder_Mail::send( $user, $ids ) );
		}
	}

	/**
	 * Claims the mails that are due, those of expired claims included, by person.
	 *
	 * @param string $now As in a column.
	 * @return array<int, list<int>> User to reminders.
	 */
	private function claim( string $now ): array {
		global $wpdb;
		$table = Tables::name( 'reminders' );
		$due   = Database::rows( (string) $wpdb->prepare( "SELECT id, user_id FROM %i WHERE channel = 'email' AND ((state = 'pending' AND remind_at <= %s) OR (state = 'claimed' AND claimed_until < %s)) ORDER BY user_id, remind_at, id LIMIT %d", $table, $now, $now, self::MOST ) );
		$mine  = array();
		foreach ( $due as $row ) {
			// The conditions once more: another sweep may have been faster, or the task was done meanwhile.
			if ( 1 === $this->write( "UPDATE %i SET state = 'claimed', claimed_until = %s, attempts = attempts + 1 WHERE id = %d AND (state = 'pending' OR (state = 'claimed' AND claimed_until < %s))", $this->at( self::LEASE ), (int) $row['id'], $now ) ) {
				$mine[ (int) $row['user_id'] ][] = (int) $row['id'];
			}
		}
		return $mine;
	}

	/**
	 * Notes what became of claimed reminders. What failed is tried again by the next sweeps, five times in all.
	 *
	 * @param list<int> $ids   Reminders.
	 * @param string    $state sent, failed or cancelled.
	 */
	private function settle( array $ids, string $state ): void {
		$in = implode( ',', $ids );
		if ( 'failed' === $state ) {
			$this->write( "UPDATE %i SET state = CASE WHEN attempts >= %d THEN 'failed' ELSE 'pending' END, claimed_until = NULL WHERE id IN ($in) AND state = 'claimed'", self::TRIES );
			return;
		}
		$this->write( "UPDATE %i SET state = %s, sent_at = %s, claimed_until = NULL WHERE id IN ($in)", $state, $this->at( 0 ) );
	}

	/**
	 * An instant as a column.
	 *
	 * @param int $later Seconds from now.
	 */
	private function at( int $later ): string {
		return gmdate( 'Y-m-d H:i:s', ( $this->now ?? time() ) + $later );
	}

	/**
	 * Runs a statement on the ledger and answers how many rows it met.
	 *
	 * @param string     $sql       With placeholders, the table first.
	 * @param int|string ...$values Values.
	 */
	private function write( string $sql, ...$values ): int {
		return Database::write( (string) $GLOBALS['wpdb']->prepare( $sql, Tables::name( 'reminders' ), ...$values ) ); // phpcs:ignore WordPress.DB.PreparedSQL -- a literal of this class.
	}
}
