<?php
/**
 * The time a figure is about.
 *
 * @package Carnet
 */

namespace Carnet\Dashboard;

use DateTimeImmutable;

defined( 'ABSPATH' ) || exit;

/**
 * Calendar days of the site, from inclusive, to exclusive, and the equally long period just before.
 */
final class Period {

	private const LONGEST = 3660;

	/**
	 * Takes two days.
	 *
	 * @param string $from First day: 2026-11-01.
	 * @param string $to   The day after the last: 2026-12-01.
	 */
	public function __construct( public readonly string $from, public readonly string $to ) {}

	/**
	 * Tomorrow in the site's time zone: the end of a period that has today in it.
	 */
	public static function tomorrow(): string {
		return ( new DateTimeImmutable( 'tomorrow', wp_timezone() ) )->format( 'Y-m-d' );
	}

	/**
	 * The 30 days before a day.
	 *
	 * @param string $to The day after the last.
	 */
	public static function usual( string $to ): self {
		return new self( ( new DateTimeImmutable( "$to UTC" ) )->modify( '-30 days' )->format( 'Y-m-d' ), $to );
	}

	/**
	 * Its length.
	 */
	public function days(): int {
		return (int) round( ( (int) strtotime( "{$this->to} UTC" ) - (int) strtotime( "{$this->from} UTC" ) ) / DAY_IN_SECONDS );
	}

	/**
	 * Whether it is one: at least a day, at most some ten years.
	 */
	public function is_valid(): bool {
		return $this->days() > 0 && $this->days() <= self::LONGEST;
	}

	/**
	 * The equally long period just before.
	 */
	public function previous(): self {
		return new self( ( new DateTimeImmutable( "{$this->from} UTC" ) )->modify( "-{$this->days()} days" )->format( 'Y-m-d' ), $this->from );
	}

	/**
	 * Its parts: days up to a month, weeks up to half a year, months beyond. The last one ends with the period.
	 *
	 * @return list<Period>
	 */
	public function parts(): array {
		$step  = $this->days() <= 31 ? '+1 day' : ( $this->days() <= 184 ? '+7 days' : 'first day of next month' );
		$parts = array();
		for ( $from = $this->from; $from < $this->to; $from = $to ) {
			$to      = min( $this->to, ( new DateTimeImmutable( "$from UTC" ) )->modify( $step )->format( 'Y-m-d' ) );
			$parts[] = new self( $from, $to );
		}
		return $parts;
	}

	/**
	 * Sums the days of a period.
	 *
	 * @param array<string, int> $by_day Day to amount.
	 */
	public function sum( array $by_day ): int {
		return array_sum( array_filter( $by_day, fn( string $day ): bool => $day >= $this->from && $day < $this->to, ARRAY_FILTER_USE_KEY ) );
	}
}
