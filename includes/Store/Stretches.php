<?php
/**
 * Days in a row.
 *
 * @package Carnet
 */

namespace Carnet\Store;

defined( 'ABSPATH' ) || exit;

/**
 * Reads what is kept by day summed by stretches of days. It is kept by month, too: months are read, and only where a stretch begins
 * within a month the days from there to its end, which then belong to it and not to the one before. Of years that is some hundred
 * rows instead of thousands.
 */
final class Stretches {

	/**
	 * First day of the stretch by day.
	 *
	 * @var array<string, string>
	 */
	private array $first = array();

	/**
	 * Takes what is read, and when.
	 *
	 * @param list<string> $metrics Metrics that are kept by day.
	 * @param list<string> $since   First days of the stretches, in order; the last one has no end.
	 */
	public function __construct( public readonly array $metrics, private readonly array $since ) {}

	/**
	 * Whether a metric is kept by the site's day: its buckets are 2026-11-22, or begin with that.
	 *
	 * @param string $metric Metric.
	 */
	public static function is_by_day( string $metric ): bool {
		return str_ends_with( $metric, '_on' );
	}

	/**
	 * Under which name the same is kept by month: there, buckets are 2026-11, or begin with that.
	 *
	 * @param string $metric Metric that is kept by day.
	 */
	public static function by_month( string $metric ): string {
		return substr( $metric, 0, -3 ) . '_in';
	}

	/**
	 * Prepared conditions, of which each finds some of the amounts.
	 *
	 * @return list<string>
	 */
	public function wanted(): array {
		if ( ! $this->metrics ) {
			return array();
		}
		$begun = array();
		foreach ( $this->since as $day ) {
			if ( ! str_ends_with( $day, '-01' ) ) {
				$begun += array( substr( $day, 0, 7 ) => $day );
			}
		}
		$days = array();
		foreach ( $begun as $month => $day ) {
			$days[] = 'bucket >= ' . Literal::texts( array( $day ) ) . ' AND bucket < ' . Literal::texts( array( "$month-99" ) );
		}
		$months = 'metric IN (' . Literal::texts( array_map( array( self::class, 'by_month' ), $this->metrics ) ) . ') AND bucket >= ' . Literal::texts( array( substr( $this->since[0], 0, 7 ) ) );
		return $days ? array( $months, 'metric IN (' . Literal::texts( $this->metrics ) . ') AND (' . implode( ' OR ', $days ) . ')' ) : array( $months );
	}

	/**
	 * What an amount of a month adds, by bucket with the first day of its stretch in the place of the month.
	 *
	 * @param string $bucket 2026-11, or begins with that.
	 * @param int    $amount Amount.
	 * @return array<string, int>
	 */
	public function of_month( string $bucket, int $amount ): array {
		$first = $this->first( substr( $bucket, 0, 7 ) . '-01' );
		return '' === $first ? array() : array( $first . substr( $bucket, 7 ) => $amount );
	}

	/**
	 * What an amount of a day adds, and takes from where its month was added.
	 *
	 * @param string $bucket 2026-11-22, or begins with that.
	 * @param int    $amount Amount.
	 * @return array<string, int>
	 */
	public function of_day( string $bucket, int $amount ): array {
		$rest = substr( $bucket, 10 );
		return array( $this->first( substr( $bucket, 0, 10 ) ) . $rest => $amount ) + $this->of_month( substr( $bucket, 0, 7 ) . $rest, -$amount );
	}

	/**
	 * The first day of the stretch of a day; empty before the first one.
	 *
	 * @param string $day Day.
	 */
	private function first( string $day ): string {
		if ( ! isset( $this->first[ $day ] ) ) {
			$begun               = array_filter( $this->since, static fn( string $first ): bool => $first <= $day );
			$this->first[ $day ] = (string) end( $begun );
		}
		return $this->first[ $day ];
	}
}
