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
	 * The columns, and behind them the currency.
	 */
	public function needs(): array {
		return null === $this->currency ? $this->columns : array( ...$this->columns, $this->currency );
	}

	/**
	 * The line of names.
	 */
	public function head(): string {
		return ( $this->bom ? "\u{FEFF}" : '' ) . Csv::line( $this->columns, $this->delimiter );
	}

	/**
	 * The lines of some rows.
	 *
	 * @param list<array<string, mixed>> $rows Rows of Row_Reader.
	 */
	public function lines( array $rows ): string {
		$lines = '';
		foreach ( $rows as $row ) {
			$row = $this->cells->in( $row );
			if ( null !== $this->currency ) {
				unset( $row[ $this->currency ] );
			}
			$lines .= Csv::line( $row, $this->delimiter );
		}
		return $lines;
	}

	/**
	 * Its media type.
	 */
	public function type(): string {
		return 'text/csv; charset=utf-8; header=present';
	}
}
