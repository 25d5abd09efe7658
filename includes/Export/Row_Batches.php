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
	 * What a long reading takes at once: rows, but never more values than that, since they fill the memory; and how many rows first, so
	 * that something is there soon.
	 */
	private const BATCH        = 1000;
	private const BATCH_VALUES = 8000;
	private const FIRST_BATCH  = 100;

	/**
	 * Reads for one person.
	 *
	 * @param Entities $entities All nouns.
	 * @param int      $user     Who reads.
	 */
	public function __construct( private readonly Entities $entities, private readonly int $user ) {}

	/**
	 * What is made of all rows of a list in its order, a batch at a time; each batch is read when it is asked for.
	 *
	 * @template T
	 * @param List_Query   $query The list.
	 * @param list<string> $only  Names of the values, in order.
	 * @param callable( list<array<string, mixed>> ): T $write Makes something of a batch of rows, whose values are as in Row_Reader.
	 * @return \Generator<T>
	 */
	public function of( List_Query $query, array $only, callable $write ): \Generator {
		$order  = $query->order();
		$reader = new Row_Reader( $query->entity, $this->entities, $this->user, $order->column(), $only );
		$batch  = min( self::BATCH, intdiv( self::BATCH_VALUES, count( $only ) ) );
		$rows   = $reader->read( ...self::some( $query, '', self::FIRST_BATCH ) );
		/** Batches that were written. @var \SplQueue<T> $made */
		$made = new \SplQueue();
		$make = static function () use ( $made, &$rows, $write ): void {
			$made->enqueue( $write( $rows ) );
			$rows = array();
		};
		for ( $limit = self::FIRST_BATCH; $rows; $limit = $batch ) {
			$last = count( $rows ) === $limit ? end( $rows ) : null;
			foreach ( $rows as &$row ) {
				unset( $row['_id'], $row['_sort'] );
			}
			unset( $row );
			// The first are there at once.
			if ( ! $last || self::FIRST_BATCH === $limit ) {
				$make();
				yield $made->dequeue();
			}
			if ( $last ) {
				// The server finds the next while these are written; nor are these in memory when the next are.
				list( $from, $rest ) = self::some( $query, (string) $order->behind( $order->cursor( $last ) ), $batch );

				$next = $reader->read( $from, $rest, self::FIRST_BATCH === $limit ? null : $make );
				if ( ! $made->isEmpty() ) {
					yield $made->dequeue();
				}
				$rows = $next;
				unset( $next );
			}
		}//end for
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
		$order = $query->order()->sql( 'r' );
		if ( ! $query->is_whole_table() ) {
			return array( List_Slice::by_index( $query, $behind, $limit ), $order );
		}
		// Read as it lies, in a third of the time. Left to itself, MySQL takes another index and goes through all of it for each batch.
		return array( "FROM {$query->entity->table()} r FORCE INDEX (PRIMARY)", "{$query->conditions( $behind )} $order LIMIT $limit" );
	}
}
