<?php
/**
 * Rows as CSV.
 *
 * @package Carnet
 */

namespace Carnet\Export;

use Carnet\Entity\Entity;

defined( 'ABSPATH' ) || exit;

/**
 * A line of names, then a line a record.
 */
final class Csv_Writer implements Row_Writer {

	/**
	 * Makes texts of values.
	 */
	private Csv_Cells $cells;

	/**
	 * The value by which amounts are written, where it is no column.
	 */
	private ?string $currency;

	/**
	 * Prepares one file.
	 *
	 * @param Entity             $entity    The noun.
	 * @param list<string>       $columns   Names, in order.
	 * @param array<string, int> $exponents Digits of the minor unit by currency.
	 * @param array<int, string> $tags      Names of tags by id.
	 * @param string             $delimiter One character.
	 * @param bool               $bom       Whether the mark stands first by which Excel knows UTF-8.
	 */
	public function __construct( Entity $entity, private readonly array $columns, array $exponents, array $tags, private readonly string $delimiter, private readonly bool $bom ) {
		$this->cells    = new Csv_Cells( $entity, $columns, $exponents, $tags );
		$this->currency = $this->cells->has_amounts() && ! in_array( 'currency', $columns, true ) ? 'currency' : null;
	}

	/**
	 * The columns, neighbours that are written as they are stored as one value, and behind them the currency.
	 */
	public function needs(): array {
		$needs  = array();
		$joined = array();
		foreach ( $this->columns as $name ) {
			if ( $this->cells->is_as_stored( $name ) ) {
				$joined[] = $name;
			} else {
				$needs[] = $joined;
				$needs[] = $name;
				$joined  = array();
			}
		}
		return array_values( array_filter( array( ...$needs, $joined, $this->currency ) ) );
	}

	/**
	 * The line of names.
	 */
	public function head(): string {
		return ( $this->bom ? "\u{FEFF}" : '' ) . $this->lines( Csv::unwritten( $this->columns ) );
	}

	/**
	 * The cells of a row.
	 *
	 * @param array<string, mixed> $row Row of Row_Reader.
	 */
	public function row( array &$row ): string {
		$this->cells->write( $row );
		if ( null !== $this->currency ) {
			unset( $row[ $this->currency ] );
		}
		return Csv::unwritten( $row );
	}

	/**
	 * The lines of some rows.
	 *
	 * @param string $rows Texts of row().
	 */
	public function lines( string $rows ): string {
		return Csv::lines( $rows, $this->delimiter );
	}

	/**
	 * Its media type.
	 */
	public function type(): string {
		return 'text/csv; charset=utf-8; header=present';
	}
}
