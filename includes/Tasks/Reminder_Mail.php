<?php
/**
 * The mail that reminds.
 *
 * @package Carnet
 */

namespace Carnet\Tasks;

use Carnet\Store\Access;
use Carnet\Store\Database;
use Carnet\Store\Tables;

defined( 'ABSPATH' ) || exit;

/**
 * Writes one plain mail to one person about all the tasks that are due for them, in their language and the site's time.
 */
final class Reminder_Mail {

	/**
	 * Sends it.
	 *
	 * @param int       $user Who is reminded.
	 * @param list<int> $ids  Reminders.
	 * @return string sent, failed, or cancelled where there is nobody to remind or nothing to do any more.
	 */
	public static function send( int $user, array $ids ): string {
		$person = get_userdata( $user );
		$tasks  = self::tasks( $ids );
		if ( ! $person || ! Access::can( $user, 'view' ) || ! $tasks ) {
			return 'cancelled';
		}
		$switched = switch_to_user_locale( $user );
		$sent     = wp_mail( $person->user_email, self::subject( $tasks ), self::body( $tasks ) );
		if ( $switched ) {
			restore_previous_locale();
		}
		return $sent ? 'sent' : 'failed';
	}

	/**
	 * The tasks that reminders are about, each once, by due date.
	 *
	 * @param list<int> $ids Reminders.
	 * @return list<array<string, string|null>>
	 */
	private static function tasks( array $ids ): array {
		return Database::rows( 'SELECT DISTINCT t.id, t.title, t.due_at FROM ' . Tables::name( 'reminders' ) . ' r JOIN ' . Tables::name( 'tasks' ) . " t ON t.id = r.task_id WHERE t.status = 'open' AND t.trashed_at IS NULL AND r.id IN (" . implode( ',', $ids ) . ') ORDER BY t.due_at, t.id' );
	}

	/**
	 * The subject.
	 *
	 * @param non-empty-list<array<string, string|null>> $tasks Tasks.
	 */
	private static function subject( array $tasks ): string {
		$site = wp_specialchars_decode( get_bloginfo( 'name' ), ENT_QUOTES );
		/* translators: %s: title of a task. */
		$text = 1 === count( $tasks ) ? sprintf( __( 'Reminder: %s', 'carnet-crm' ), self::in_one_line( (string) $tasks[0]['title'] ) )
			/* translators: %d: number of tasks. */
			: sprintf( _n( '%d reminder', '%d reminders', count( $tasks ), 'carnet-crm' ), count( $tasks ) );
		return "[$site] $text";
	}

	/**
	 * The text: each task with its due date and its address.
	 *
	 * @param non-empty-list<array<string, string|null>> $tasks Tasks.
	 */
	private static function body( array $tasks ): string {
		$lines = array( __( 'You asked to be reminded:', 'carnet-crm' ), '' );
		foreach ( $tasks as $task ) {
			$due     = (int) strtotime( "{$task['due_at']} UTC" );
			$lines[] = self::in_one_line( (string) $task['title'] );
			/* translators: 1: date, 2: time, 3: time zone. */
			$lines[] = sprintf( __( 'Due on %1$s at %2$s (%3$s)', 'carnet-crm' ), (string) wp_date( (string) get_option( 'date_format' ), $due ), (string) wp_date( (string) get_option( 'time_format' ), $due ), wp_timezone_string() );
			$lines[] = admin_url( "admin.php?page=carnet-tasks&id={$task['id']}" );
			$lines[] = '';
		}
		return implode( "\n", $lines );
	}

	/**
	 * A title without line ends.
	 *
	 * @param string $title As typed.
	 */
	private static function in_one_line( string $title ): string {
		return trim( (string) preg_replace( '/\s+/u', ' ', $title ) );
	}
}
