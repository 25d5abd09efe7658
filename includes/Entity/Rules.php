<?php
/**
 * What must hold when a record changes.
 *
 * @package Carnet
 */

namespace Carnet\Entity;

defined( 'ABSPATH' ) || exit;

/**
 * The business rules of one noun. Pure: two states and the instant in, the state to store out.
 */
interface Rules {

	/**
	 * Applies the rules to a change.
	 *
	 * @param array<string, mixed>|null $before The stored record, null when it is being created.
	 * @param array<string, mixed>      $after  The record as asked for.
	 * @param string                    $now    The instant of the change, UTC, as in the API: 2026-11-22T09:30:00Z.
	 * @return array<string, mixed> The record to store.
	 * @throws Rule_Error Naming the field that breaks a rule.
	 */
	public function apply( ?array $before, array $after, string $now ): array;
}
