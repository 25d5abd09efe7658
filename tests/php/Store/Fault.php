<?php
/**
 * A statement that fails.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Store;

/**
 * Counts the plugin's statements, those that open and end transactions included, and puts another one, which the engine refuses, in
 * the place of some of them. WordPress's own (options, people) are not counted: what it does with a failure is its own affair.
 */
final class Fault {

	/**
	 * Refused by both engines, and no reason to try again.
	 */
	public const BROKEN = 'SELECT secret FROM carnet_fault';

	/**
	 * Refused by both engines with the word "deadlock" in the message, so taken for one.
	 */
	public const DEADLOCK = 'SELECT secret FROM carnet_deadlock';

	/**
	 * Statements seen since it was armed.
	 *
	 * @var list<string>
	 */
	public array $seen = array();

	/**
	 * Filters, to take it off again.
	 */
	private \Closure $filter;

	/**
	 * Arms it.
	 *
	 * @param array<int>|callable( string, int ): bool $at      Which statements, counted from 1; or who decides, from statement and number.
	 * @param string                                   $instead What is run in its place.
	 */
	public function __construct( $at, private readonly string $instead = self::BROKEN ) {
		$decide       = is_array( $at ) ? static fn ( string $sql, int $number ): bool => in_array( $number, $at, true ) : $at;
		$this->filter = function ( string $sql ) use ( $decide ): string {
			if ( ! str_contains( $sql, $GLOBALS['wpdb']->prefix . 'carnet_' ) && 1 !== preg_match( '/^(START TRANSACTION|COMMIT|ROLLBACK)/', $sql ) ) {
				return $sql;
			}
			$this->seen[] = $sql;
			return $decide( $sql, count( $this->seen ) ) ? $this->instead : $sql;
		};
		add_filter( 'query', $this->filter );
	}

	/**
	 * Takes it off; how many statements there were.
	 */
	public function end(): int {
		remove_filter( 'query', $this->filter );
		return count( $this->seen );
	}
}
