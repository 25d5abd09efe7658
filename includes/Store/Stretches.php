<?php
/**
 * Days in a row.
 *
 * @package Carnet
 */

namespace Carnet\Store;

defined( 'ABSPATH' ) || exit;

/**
 * Reads what is kept by day summed by stretches of days. Months that lie within one stretch are read as months: of years that is some
 * hundred rows instead of thousands.
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
		$from  = $this->since[0];
		$month = static fn( string $day ): string => substr( $day, 0, 7 );
		// The months in which a stretch begins, but not with their first day.
		$split  = array_values( array_unique( array_map( $month, array_filter( $this->since, static fn( string $day ): bool => ! str_ends_with( $day, '-01' ) ) ) ) );
		$wanted = array( 'metric IN (' . Totals::strings( array_map( array( self::class, 'by_month' ), $this->metrics ) ) . ') AND bucket >= ' . Totals::strings( array( $month( $from ) ) ) . ( $split ? ' AND SUBSTRING(bucket, 1, 7) NOT IN (' . Totals::strings( $split ) . ')' : '' ) );
		$days   = array();
		foreach ( $split as $of ) {
			$days[] = 'bucket >= ' . Totals::strings( array( max( $from, "$of-01" ) ) ) . ' AND bucket < ' . Totals::strings( array( "$of-99" ) );
		}
		return $days ? array( ...$wanted, 'metric IN (' . Totals::strings( $this->metrics ) . ') AND (' . implode( ' OR ', $days ) . ')' ) : $wanted;
	}

	/**
	 * A bucket with the first day of its stretch in the place of its own day.
	 *
	 * @param string $bucket As in a metric that is kept by day.
	 */
	public function place( string $bucket ): string {
		$day = substr( $bucket, 0, 10 );
		if ( ! isset( $this->first[ $day ] ) ) {
			$begun               = array_filter( $this->since, static fn( string $first ): bool => $first <= $day );
			$this->first[ $day ] = (string) end( $begun );
		}
		return $this->first[ $day ] . substr( $bucket, 10 );
	}
}
