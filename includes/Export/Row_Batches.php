<?php
/**
 * All rows of a list.
 *
 * @package Carnet
 */

namespace Carnet\Export;

use Carnet\Entity\Entities;
use Carnet\Entity\List_Query;
use Carnet\Entity\List_Slice;
use Carnet\Entity\Row_Reader;

defined( 'ABSPATH' ) || exit;

/**
 * Reads a list of any length in batches, so that memory does not grow with it.
 */
final class Row_Batches {

	/**
	 * How much text a batch makes, about, and at most, where rows get longer; the first is short, so that something is there soon.
	 */
	private const BYTES = 1000000;
	private const MOST  = 2000000;
	private const FIRST = 100;

	/**
	 * Of how many rows the lines are made together.
	 */
	private const TOGETHER = 32;

	/**
	 * How many rows of the batch there were.
	 */
	private int $rows = 0;

	/**
	 * Where the last of them stands in the list's order.
	 *
	 * @var array<string, string|null>
	 */
	private array $last = array();

	/**
	 * Their lines.
	 */
	private string $lines = '';

	/**
	 * Those of which there are no lines yet.
	 */
	private string $waiting = '';

	/**
	 * Reads for one person.
	 *
	 * @param Entities   $entities All nouns.
	 * @param int        $user     Who reads.
	 * @param Row_Writer $writer   Makes the lines.
	 */
	public function __construct( private readonly Entities $entities, private readonly int $user, private readonly Row_Writer $writer ) {}

	/**
	 * The lines of all rows of a list in its order, a batch at a time; each batch is read when it is asked for. Lines are made while the
	 * database finds the next rows, so that none has to be kept.
	 *
	 * @param List_Query $query The list.
	 * @return \Generator<string>
	 */
	public function of( List_Query $query ): \Generator {
		$order  = $query->order();
		$reader = new Row_Reader( $query->entity, $this->entities, $this->user, $order->column(), $this->writer->needs() );
		$limit  = self::FIRST;
		$behind = '';
		do {
			$this->rows          = 0;
			$this->lines         = '';
			list( $from, $rest ) = self::some( $query, $behind, $limit );

			$reader->each( $from, $rest, $this->take( ... ) );
			$is_last = $this->rows < $limit && strlen( $this->lines ) < self::MOST;
			$this->write();
			if ( ! $is_last ) {
				$behind = (string) $order->behind( $order->cursor( $this->last ) );
				$limit  = max( self::FIRST, min( $reader->most(), intdiv( self::BYTES * $this->rows, strlen( $this->lines ) ) ) );
			}
			if ( $this->rows ) {
				yield $this->lines;
			}
		} while ( ! $is_last );
	}

	/**
	 * Takes a row; false where it is enough for a batch.
	 *
	 * @param array<string, mixed> $row Of Row_Reader; changed in place.
	 */
	private function take( array &$row ): bool {
		$this->last = array(
			'_id'   => $row['_id'],
			'_sort' => $row['_sort'] ?? null,
		);
		unset( $row['_id'], $row['_sort'] );
		$this->waiting .= $this->writer->row( $row );
		if ( 0 === ++$this->rows % self::TOGETHER ) {
			$this->write();
		}
		return strlen( $this->lines ) < self::MOST;
	}

	/**
	 * Makes lines of the rows that wait.
	 */
	private function write(): void {
		$this->lines  .= '' === $this->waiting ? '' : $this->writer->lines( $this->waiting );
		$this->waiting = '';
	}

	/**
	 * FROM, and WHERE and ORDER BY, for a batch of a list.
	 *
	 * @param List_Query $query  The list.
	 * @param string     $behind Condition of the order; empty from its beginning.
	 * @param int        $limit  Most rows.
	 * @return array{string, string}
	 */
	private static function some( List_Query $query, string $behind, int $limit ): array {
		if ( ! $query->is_whole_table() ) {
			return array( List_Slice::by_index( $query, $behind, $limit ), $query->order()->sql( 'p' ) );
		}
		// Read as it lies, in a third of the time. Left to itself, MySQL takes another index and goes through all of it for each batch.
		return array( "FROM {$query->entity->table()} r FORCE INDEX (PRIMARY)", "{$query->conditions( $behind )} {$query->order()->sql( 'r' )} LIMIT $limit" );
	}
}
