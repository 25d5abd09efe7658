<?php
/**
 * A form in which rows are written.
 *
 * @package Carnet
 */

namespace Carnet\Export;

defined( 'ABSPATH' ) || exit;

/**
 * Turns rows into the text of a file, piece by piece. Where the pieces go is not its business.
 */
interface Row_Writer {

	/**
	 * The names of the values that a row must have, in this order.
	 *
	 * @return list<string>
	 */
	public function needs(): array;

	/**
	 * What stands before the first row.
	 */
	public function head(): string;

	/**
	 * The lines of some rows.
	 *
	 * @param list<array<string, mixed>> $rows Rows of Row_Reader, with the values of needs().
	 */
	public function lines( array $rows ): string;

	/**
	 * Its media type.
	 */
	public function type(): string;
}
