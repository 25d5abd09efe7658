<?php
/**
 * What must hold when an action changes.
 *
 * @package Carnet
 */

namespace Carnet\Actions;

use Carnet\Entity\Rule_Error;
use Carnet\Entity\Rules;

defined( 'ABSPATH' ) || exit;

/**
 * Times of day in order, and the duration that follows from them.
 */
final class Action_Rules implements Rules {

	/**
	 * Applies the rules.
	 *
	 * @param array<string, mixed>|null $before The stored action.
	 * @param array<string, mixed>      $after  The action as asked for.
	 * @param string                    $now    UTC, as in the API.
	 * @return array<string, mixed>
	 * @throws Rule_Error Naming the field.
	 */
	public function apply( ?array $before, array $after, string $now ): array {
		if ( null !== $after['start_time'] && null !== $after['end_time'] ) {
			if ( $after['end_time'] <= $after['start_time'] ) {
				throw new Rule_Error( 'end_time', __( 'The end time must be after the start time.', 'carnet-crm' ) );
			}
			$after['duration'] = self::minutes( $after['end_time'] ) - self::minutes( $after['start_time'] );
		}
		return $after;
	}

	/**
	 * Minutes since midnight.
	 *
	 * @param string $time A time of day: 09:30.
	 */
	private static function minutes( string $time ): int {
		return 60 * (int) substr( $time, 0, 2 ) + (int) substr( $time, 3 );
	}
}
