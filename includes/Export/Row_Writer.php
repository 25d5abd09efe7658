<?php
/**
 * A form in which rows are written.
 *
 * @package Carnet
 */

namespace Carnet\Export;

defined( 'ABSPATH' ) || exit;

/**
 * Turns records into the text of a file, piece by piece. Where the pieces go is not its business.
 */
interface Row_Writer {

	/**
	 * What stands before the first row.
	 */
	public function head(): string;

	/**
	 * One row.
	 *
	 * @param array<string, mixed> $record A record of the API.
	 */
	public function row( array $record ): string;

	/**
	 * Its media type.
	 */
	public function type(): string;
}
