<?php
/**
 * Chance that is the same every time.
 *
 * @package Carnet
 */

namespace Carnet\Demo;

/**
 * A small seeded generator: the same demo data on every machine and PHP.
 */
final class Random {

	/**
	 * Starts a sequence.
	 *
	 * @param int $state Seed; not 0.
	 */
	public function __construct( private int $state ) {}

	/**
	 * The next number from 0 up to 2^32 - 1: xorshift, 32 bits.
	 */
	private function next(): int {
		$this->state ^= ( $this->state << 13 ) & 0xffffffff;
		$this->state ^= $this->state >> 17;
		$this->state ^= ( $this->state << 5 ) & 0xffffffff;
		return $this->state;
	}

	/**
	 * A whole number, both ends included.
	 *
	 * @param int $from Smallest.
	 * @param int $to   Largest.
	 */
	public function between( int $from, int $to ): int {
		return $from + $this->next() % ( $to - $from + 1 );
	}

	/**
	 * Whether something of this likelihood happens.
	 *
	 * @param int $percent Likelihood.
	 */
	public function happens( int $percent ): bool {
		return $this->between( 1, 100 ) <= $percent;
	}

	/**
	 * One of a list.
	 *
	 * @template T
	 * @param list<T> $items Not empty.
	 * @return T
	 */
	public function one( array $items ) {
		return $items[ $this->between( 0, count( $items ) - 1 ) ];
	}

	/**
	 * One key of a map from key to weight.
	 *
	 * @param array<string, int> $weights Weights.
	 */
	public function weighted( array $weights ): string {
		$left = $this->between( 1, array_sum( $weights ) );
		foreach ( $weights as $key => $weight ) {
			$left -= $weight;
			if ( $left <= 0 ) {
				return $key;
			}
		}
		return '';
	}

	/**
	 * A text whose # are digits.
	 *
	 * @param string $pattern Such as 06 39 98 ## ##.
	 */
	public function digits( string $pattern ): string {
		return (string) preg_replace_callback( '/#/', fn(): string => (string) $this->between( 0, 9 ), $pattern );
	}
}
