<?php
/**
 * Rows as CSV.
 *
 * @package Carnet
 */

namespace Carnet\Export;

defined( 'ABSPATH' ) || exit;

/**
 * A line of names, then a line a record.
 */
final class Csv_Writer implements Row_Writer {

	/**
	 * Prepares one file.
	 *
	 * @param Csv_Cells    $cells     Values as cells, of the same columns.
	 * @param list<string> $columns   Names, in order.
	 * @param string       $delimiter One character.
	 * @param bool         $bom       Whether the mark stands first by which Excel knows UTF-8.
	 */
	public function __construct( private readonly Csv_Cells $cells, private readonly array $columns, private readonly string $delimiter, private readonly bool $bom ) {}

	/**
	 * The line of names.
	 */
	public function head(): string {
		return ( $this->bom ? "\u{FEFF}" : '' ) . Csv::line( $this->columns, $this->delimiter );
	}

	/**
	 * The line of a record.
	 *
	 * @param array<string, mixed> $record A record of the API.
	 */
	public function row( array $record ): string {
		return Csv::line( $this->cells->of( $record ), $this->delimiter );
	}

	/**
	 * Its media type.
	 */
	public function type(): string {
		return 'text/csv; charset=utf-8; header=present';
	}
}
