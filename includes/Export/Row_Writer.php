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
	 * The values that a row must have, in this order, as Row_Reader takes them.
	 *
	 * @return list<string|list<string>>
	 */
	public function needs(): array;

	/**
	 * What stands before the first row.
	 */
	public function head(): string;

	/**
	 * A row, for lines().
	 *
	 * @param array<string, mixed> $row Row of Row_Reader, with the values of needs(); changed in place, since a copy of each takes long.
	 */
	public function row( array &$row ): string;

	/**
	 * The lines of some rows.
	 *
	 * @param string $rows Texts of row(), one behind the other.
	 */
	public function lines( string $rows ): string;

	/**
	 * Its media type.
	 */
	public function type(): string;
}
