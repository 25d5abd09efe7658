<?php
/**
 * The rules of an action.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Actions;

use Carnet\Actions\Action_Rules;
use Carnet\Entity\Rule_Error;
use Carnet\Tests\Builders;
use Carnet\Tests\Test_Case;

/**
 * Times of day and the duration between them.
 */
final class Action_RulesTest extends Test_Case {

	use Builders;

	/**
	 * Start, end and duration as asked for; the duration that is kept, or the field that is refused.
	 *
	 * @return array<string, array{string|null, string|null, int|null, int|string|null}>
	 */
	public static function times(): array {
		return array(
			'two times have their minutes between them'    => array( '09:30', '11:00', null, 90 ),
			'which count more than what was sent'          => array( '09:30', '11:00', 15, 90 ),
			'one minute'                                   => array( '09:59', '10:00', null, 1 ),
			'the longest day'                              => array( '00:00', '23:59', null, 1439 ),
			'an end before the start is refused'           => array( '11:00', '09:30', null, 'end_time' ),
			'an end at the start is refused'               => array( '09:30', '09:30', null, 'end_time' ),
			'also with a duration'                         => array( '09:30', '09:30', 30, 'end_time' ),
			'midnight does not end a day'                  => array( '23:00', '00:00', null, 'end_time' ),
			'a start alone keeps the duration that is sent' => array( '09:30', null, 45, 45 ),
			'an end alone too'                             => array( null, '09:30', 45, 45 ),
			'a duration needs no times'                    => array( null, null, 45, 45 ),
			'nothing is nothing'                           => array( null, null, null, null ),
			'a start alone has none'                       => array( '09:30', null, null, null ),
		);
	}

	/**
	 * In a new action and in a change.
	 *
	 * @dataProvider times
	 *
	 * @param string|null     $start    Start.
	 * @param string|null     $end      End.
	 * @param int|null        $duration Minutes, as sent.
	 * @param int|string|null $expected Minutes, or the field that is refused.
	 */
	public function test_the_duration_follows_from_the_times( ?string $start, ?string $end, ?int $duration, $expected ): void {
		$action = self::state( 'action', array( 'start_time' => $start, 'end_time' => $end, 'duration' => $duration ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		foreach ( array( null, self::state( 'action', array() ) ) as $before ) {
			try {
				$after = ( new Action_Rules() )->apply( $before, $action, '2026-11-22T09:30:00Z' );
				self::assertSame( array_merge( $action, array( 'duration' => $expected ) ), $after );
			} catch ( Rule_Error $error ) {
				self::assertSame( $expected, $error->field );
			}
		}
	}

	public function test_an_action_of_no_rule_is_kept_as_it_was_sent(): void {
		$action = self::state( 'action', array( 'title' => 'Call', 'date' => '2020-02-29', 'status' => 'done' ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		self::assertSame( $action, ( new Action_Rules() )->apply( null, $action, '2026-11-22T09:30:00Z' ) );
	}

	public function test_a_stored_action_measures_its_duration_anew_when_one_time_moves(): void {
		$id = $this->action( array( 'start_time' => '09:00', 'end_time' => '10:00' ) )['id']; // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		self::assertSame( 150, $this->changed( 'action', $id, array( 'end_time' => '11:30' ) )['duration'] );
		self::assertSame( 150, $this->changed( 'action', $id, array( 'end_time' => null ) )['duration'] );
		self::assertSame( 5, $this->changed( 'action', $id, array( 'duration' => 5 ) )['duration'] );
	}
}
