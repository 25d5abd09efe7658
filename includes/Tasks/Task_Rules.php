<?php
/**
 * What must hold when a task changes.
 *
 * @package Carnet
 */

namespace Carnet\Tasks;

use Carnet\Entity\Rule_Error;
use Carnet\Entity\Rules;

defined( 'ABSPATH' ) || exit;

/**
 * A reminder needs a time to count from, and a task remembers when it was done.
 */
final class Task_Rules implements Rules {

	/**
	 * Applies the rules.
	 *
	 * @param array<string, mixed>|null $before The stored task.
	 * @param array<string, mixed>      $after  The task as asked for.
	 * @param string                    $now    UTC, as in the API.
	 * @return array<string, mixed>
	 * @throws Rule_Error Naming the field.
	 */
	public function apply( ?array $before, array $after, string $now ): array {
		$after['reminders'] = array_values( array_unique( $after['reminders'], SORT_REGULAR ) );
		if ( $after['reminders'] && null === $after['due_at'] ) {
			throw new Rule_Error( 'reminders', __( 'Give the task a due date first: reminders count back from it.', 'carnet-crm' ) );
		}
		if ( 'done' !== $after['status'] ) {
			$after['done_at'] = null;
		} elseif ( 'done' !== ( $before['status'] ?? '' ) ) {
			$after['done_at'] = $now;
		}
		return $after;
	}
}
