<?php
/**
 * The rules of a task.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Tasks;

use Carnet\Entity\Rule_Error;
use Carnet\Tasks\Task_Rules;
use Carnet\Tests\Builders;
use Carnet\Tests\Test_Case;

/**
 * When it was done, and what reminders need.
 */
final class Task_RulesTest extends Test_Case {

	use Builders;

	private const EARLIER = '2026-01-05T08:00:00Z';

	private const NOW = '2026-11-22T09:30:00Z';

	private const DUE = '2026-12-01T09:00:00Z';

	/**
	 * Before (null: new), change, what must come of it (or the field that is refused).
	 *
	 * @return array<string, array{array<string, mixed>|null, array<string, mixed>, array<string, mixed>|string}>
	 */
	public static function cases(): array {
		$done  = array( 'status' => 'done', 'done_at' => self::EARLIER ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		$hour  = array( 'minutes_before' => 60, 'channel' => 'in_app' ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		$mail  = array( 'minutes_before' => 60, 'channel' => 'email' ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		$other = array( 'minutes_before' => 30, 'channel' => 'in_app' ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		$due   = array( 'due_at' => self::DUE, 'reminders' => array( $hour ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		return array(
			'a new task is not done'                       => array( null, array(), array( 'status' => 'open', 'done_at' => null ) ),
			'a new task may be done already'               => array( null, array( 'status' => 'done' ), array( 'done_at' => self::NOW ) ),
			'done is done now'                             => array( array(), array( 'status' => 'done' ), array( 'done_at' => self::NOW ) ),
			'done keeps when it was done'                  => array( $done, array( 'title' => 'Other' ), array( 'done_at' => self::EARLIER ) ),
			'reopened forgets when'                        => array( $done, array( 'status' => 'open' ), array( 'done_at' => null ) ),
			'cancelled after it was done forgets when'     => array( $done, array( 'status' => 'cancelled' ), array( 'done_at' => null ) ),
			'cancelled is not done'                        => array( array(), array( 'status' => 'cancelled' ), array( 'done_at' => null ) ),
			'done after it was cancelled'                  => array( array( 'status' => 'cancelled' ), array( 'status' => 'done' ), array( 'done_at' => self::NOW ) ),
			'a reminder without a due date is refused'     => array( null, array( 'reminders' => array( $hour ) ), 'reminders' ),
			'also when the due date is taken away'         => array( $due, array( 'due_at' => null ), 'reminders' ),
			'both may go together'                         => array( $due, array( 'due_at' => null, 'reminders' => array() ), array( 'due_at' => null, 'reminders' => array() ) ),
			'a due date needs no reminder'                 => array( null, array( 'due_at' => self::DUE ), array( 'reminders' => array() ) ),
			'a due date in the past is taken'              => array( null, array( 'due_at' => self::EARLIER ), array( 'due_at' => self::EARLIER ) ),
			'the same reminder twice is one'               => array( null, array( 'due_at' => self::DUE, 'reminders' => array( $hour, $other, $hour ) ), array( 'reminders' => array( $hour, $other ) ) ),
			'another channel or time is another reminder'  => array( null, array( 'due_at' => self::DUE, 'reminders' => array( $hour, $mail, $other ) ), array( 'reminders' => array( $hour, $mail, $other ) ) ),
		);
	}

	/**
	 * One of them.
	 *
	 * @dataProvider cases
	 *
	 * @param array<string, mixed>|null   $before   The task before; null for a new one.
	 * @param array<string, mixed>        $change   What is asked for.
	 * @param array<string, mixed>|string $expected What comes of it, or the field that is refused.
	 */
	public function test_a_task_follows_its_rules( ?array $before, array $change, $expected ): void {
		$before = null === $before ? null : self::state( 'task', $before );
		try {
			$asked = array_merge( $before ?? self::state( 'task', array() ), $change );
			$after = ( new Task_Rules() )->apply( $before, $asked, self::NOW );
			self::assertIsArray( $expected, 'It was not refused.' );
			self::assertSame( array_merge( $asked, array( 'done_at' => $after['done_at'] ), $expected ), $after );
		} catch ( Rule_Error $error ) {
			self::assertSame( $expected, $error->field );
		}
	}
}
