<?php
/**
 * When a task reminds.
 *
 * @package Carnet
 */

namespace Carnet\Tasks;

use Carnet\Entity\Derived;
use Carnet\Store\Database;
use Carnet\Store\Tables;

defined( 'ABSPATH' ) || exit;

/**
 * The ledger of reminders: one row a reminder, by task, time, channel and person. An open, live task with a due date has its
 * reminders pending; when it moves they move, when it is done or trashed they are cancelled. What was sent stays.
 */
final class Task_Reminders implements Derived {

	/**
	 * Brings the ledger from one state of the task to the next.
	 *
	 * @param array<string, mixed>|null $before State before.
	 * @param array<string, mixed>|null $after  State after.
	 */
	public function sync( ?array $before, ?array $after ): void {
		$was = null === $before ? array() : self::times( $before );
		$is  = null === $after ? array() : self::times( $after );
		$id  = (int) ( $after['id'] ?? $before['id'] ?? 0 );
		foreach ( array_diff_key( $was, $is ) as $row ) {
			Database::write( $this->where( "UPDATE %i SET state = 'cancelled' WHERE task_id = %d AND remind_at = %s AND channel = %s AND user_id = %d AND state IN ('pending', 'claimed')", $id, $row ) );
		}
		foreach ( array_diff_key( $is, $was ) as $row ) {
			Database::write( $this->where( "INSERT INTO %i (task_id, remind_at, channel, user_id, state) VALUES (%d, %s, %s, %d, 'pending') ON DUPLICATE KEY UPDATE attempts = CASE WHEN state = 'cancelled' THEN 0 ELSE attempts END, state = CASE WHEN state = 'cancelled' THEN 'pending' ELSE state END", $id, $row ) );
		}
	}

	/**
	 * The reminders a state of a task has, by a key of their own. Pure.
	 *
	 * @param array<string, mixed> $task A task as in the API.
	 * @return array<string, array{remind_at: string, channel: string, user_id: int}>
	 */
	public static function times( array $task ): array {
		$times = array();
		if ( null === $task['trashed_at'] && 'open' === $task['status'] && null !== $task['due_at'] ) {
			foreach ( $task['reminders'] as $reminder ) {
				$at = gmdate( 'Y-m-d H:i:s', (int) strtotime( $task['due_at'] ) - MINUTE_IN_SECONDS * $reminder['minutes_before'] );
				$times[ "$at {$reminder['channel']} {$task['owner_id']}" ] = array(
					'remind_at' => $at,
					'channel'   => $reminder['channel'],
					'user_id'   => $task['owner_id'],
				);
			}
		}
		return $times;
	}

	/**
	 * Prepares a statement on one row.
	 *
	 * @param string                                                  $sql With placeholders.
	 * @param int                                                     $id  Task.
	 * @param array{remind_at: string, channel: string, user_id: int} $row Reminder.
	 */
	private function where( string $sql, int $id, array $row ): string {
		global $wpdb;
		return (string) $wpdb->prepare( $sql, Tables::name( 'reminders' ), $id, $row['remind_at'], $row['channel'], $row['user_id'] ); // phpcs:ignore WordPress.DB.PreparedSQL -- a literal of this class.
	}
}
