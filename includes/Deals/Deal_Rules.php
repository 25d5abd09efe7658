<?php
/**
 * What must hold when a deal changes.
 *
 * @package Carnet
 */

namespace Carnet\Deals;

use Carnet\Entity\Money;
use Carnet\Entity\Rule_Error;
use Carnet\Entity\Rules;

defined( 'ABSPATH' ) || exit;

/**
 * How status, stage, probability, amounts and close reason hang together.
 */
final class Deal_Rules implements Rules {

	/**
	 * Takes the probabilities of stages, which are a setting.
	 *
	 * @param \Closure(): array<string, int> $probabilities By stage, per cent.
	 */
	public function __construct( private readonly \Closure $probabilities ) {}

	/**
	 * Applies the rules.
	 *
	 * @param array<string, mixed>|null $before The stored deal.
	 * @param array<string, mixed>      $after  The deal as asked for.
	 * @param string                    $now    UTC, as in the API.
	 * @return array<string, mixed>
	 * @throws Rule_Error Naming the field.
	 */
	public function apply( ?array $before, array $after, string $now ): array {
		$was_open = null === $before || 'open' === $before['status'];
		$is_open  = 'open' === $after['status'];
		if ( null !== $after['start_date'] && null !== $after['expected_close_date'] && $after['expected_close_date'] < $after['start_date'] ) {
			throw new Rule_Error( 'expected_close_date', __( 'The expected close date must not be before the start date.', 'carnet-crm' ) );
		}
		$after['close_reason'] = self::close_reason( $before, $after );
		$after['closed_at']    = $is_open ? null : ( $was_open ? $now : $after['closed_at'] );
		$after['probability']  = $this->probability( $before, $after );
		if ( 'won' === $after['status'] && 'won' !== ( $before['status'] ?? '' ) ) {
			$after['signed_amount'] ??= $after['amount'];
		}
		// Rounded per deal, then summed: 100 at 99 % and 200 at 0 % are 99.
		$after['weighted_amount'] = Money::percent_of( $after['amount'], $after['probability'] );
		return $after;
	}

	/**
	 * The reason of a deal that was lost or abandoned; no other has one.
	 *
	 * @param array<string, mixed>|null $before The stored deal.
	 * @param array<string, mixed>      $after  The deal as asked for.
	 * @throws Rule_Error Where it is missing, or given to another.
	 */
	private static function close_reason( ?array $before, array $after ): ?string {
		if ( in_array( $after['status'], array( 'lost', 'abandoned' ), true ) ) {
			return $after['close_reason'] ?? throw new Rule_Error( 'close_reason', __( 'Say why the deal was lost or abandoned.', 'carnet-crm' ) );
		}
		if ( null !== $after['close_reason'] && ( $before['close_reason'] ?? null ) !== $after['close_reason'] ) {
			throw new Rule_Error( 'close_reason', __( 'Only a deal that was lost or abandoned has a close reason.', 'carnet-crm' ) );
		}
		return null;
	}

	/**
	 * 100 when won, 0 when lost or abandoned; while open the stage's until the user sets another, and the stage's again on reopening.
	 *
	 * @param array<string, mixed>|null $before The stored deal.
	 * @param array<string, mixed>      $after  The deal as asked for.
	 */
	private function probability( ?array $before, array $after ): int {
		if ( 'open' !== $after['status'] ) {
			return 'won' === $after['status'] ? 100 : 0;
		}
		$of_stage = ( $this->probabilities )();
		$set      = $after['probability'];
		if ( null === $before ) {
			return $set ?? $of_stage[ $after['stage'] ] ?? 0;
		}
		$untouched = $before['probability'] === $set && ( 'open' !== $before['status'] || ( $of_stage[ $before['stage'] ] ?? null ) === $set );
		return null === $set || $untouched ? $of_stage[ $after['stage'] ] ?? 0 : $set;
	}
}
