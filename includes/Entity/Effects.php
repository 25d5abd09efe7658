<?php
/**
 * What a change of one record brings about elsewhere.
 *
 * @package Carnet
 */

namespace Carnet\Entity;

use Carnet\Store\Transaction;

defined( 'ABSPATH' ) || exit;

/**
 * What must be read or written beside the record, in the same unit of work and change set: a number that is taken, another record
 * that changes with it. Rules stay pure; this is where a noun meets the database. An undo does not come here: it gives back what
 * stands in the log.
 */
interface Effects {

	/**
	 * Completes a record that is about to be written.
	 *
	 * @param Transaction               $transaction The open unit.
	 * @param array<string, mixed>|null $before      The stored record, null when it is being created.
	 * @param array<string, mixed>      $after       The record, rules applied and links checked.
	 * @return array<string, mixed>
	 */
	public function complete( Transaction $transaction, ?array $before, array $after ): array;

	/**
	 * Follows up on a record that was written.
	 *
	 * @param Transaction               $transaction The open unit.
	 * @param array<string, mixed>|null $before      The record before.
	 * @param array<string, mixed>      $after       The record as stored.
	 * @param array<string, bool>       $options     What the client asked for beside fields.
	 */
	public function follow( Transaction $transaction, ?array $before, array $after, array $options ): void;
}
