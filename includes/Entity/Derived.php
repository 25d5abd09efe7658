<?php
/**
 * What is kept of a record in a table of its own.
 *
 * @package Carnet
 */

namespace Carnet\Entity;

defined( 'ABSPATH' ) || exit;

/**
 * Rows that follow from a record and nothing else (the reminders of a task). The write path brings them along with every change,
 * an undo included.
 */
interface Derived {

	/**
	 * Brings the rows from one state of the record to the next, in the open transaction.
	 *
	 * @param array<string, mixed>|null $before State before; null when the record begins.
	 * @param array<string, mixed>|null $after  State after, with its id; null when the record ends.
	 */
	public function sync( ?array $before, ?array $after ): void;
}
