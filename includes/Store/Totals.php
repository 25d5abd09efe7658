<?php
/**
 * Figures that are kept, not counted.
 *
 * @package Carnet
 */

namespace Carnet\Store;

use Carnet\Entity\List_Query;

defined( 'ABSPATH' ) || exit;

/**
 * The table of maintained figures: one amount by metric, bucket and owner. It is changed only by differences, in the transaction
 * of the write they come from, so that changes of several writers add up.
 */
final class Totals {

	/**
	 * Stands for all owners together.
	 */
	private const EVERYBODY = -1;

	/**
	 * Adds differences, in a fixed order so that two writers never wait for each other crosswise.
	 *
	 * @param array<string, int> $differences "metric|bucket|owner" => amount.
	 */
	public static function add( array $differences ): void {
		$rows = array();
		ksort( $differences, SORT_STRING );
		foreach ( array_filter( $differences ) as $key => $amount ) {
			list( $metric, $bucket, $owner ) = self::parts( $key );
			$rows[]                          = array(
				'metric'   => $metric,
				'bucket'   => $bucket,
				'owner_id' => $owner,
				'amount'   => $amount,
			);
		}
		Database::insert_all( Tables::name( 'totals' ), $rows, 'ON DUPLICATE KEY UPDATE amount = amount + VALUES(amount)' );
	}

	/**
	 * The parts of a key; a bucket may itself hold bars.
	 *
	 * @param string $key metric|bucket|owner.
	 * @return array{string, string, int}
	 */
	public static function parts( string $key ): array {
		$first = (int) strpos( $key, '|' );
		$last  = (int) strrpos( $key, '|' );
		return array( substr( $key, 0, $first ), substr( $key, $first + 1, $last - $first - 1 ), (int) substr( $key, $last + 1 ) );
	}

	/**
	 * What the contributions of an owner's record change: the owner's amounts, and of what is kept by day everybody's, too. Days add up:
	 * years of them, of every owner, would be much to read.
	 *
	 * @param array<string, int> $contributions "metric|bucket" => amount.
	 * @param int                $owner         The owner.
	 * @return array<string, int> "metric|bucket|owner" => amount.
	 */
	public static function of_owner( array $contributions, int $owner ): array {
		$amounts = array();
		foreach ( $contributions as $key => $amount ) {
			$amounts[ "$key|$owner" ] = $amount;
			if ( self::is_by_day( (string) strstr( $key, '|', true ) ) ) {
				$amounts[ "$key|" . self::EVERYBODY ] = $amount;
			}
		}
		return $amounts;
	}

	/**
	 * Whether a metric is kept by the site's day: its buckets are 2026-11-22, or begin with that.
	 *
	 * @param string $metric Metric.
	 */
	private static function is_by_day( string $metric ): bool {
		return str_ends_with( $metric, '_on' );
	}

	/**
	 * The amounts of some metrics, summed over owners.
	 *
	 * @param list<string>      $metrics Metrics.
	 * @param list<string>|null $buckets Only these buckets.
	 * @param int|null          $owner   Only this owner's share.
	 * @return array<string, array<string, int>> Metric to bucket to amount.
	 */
	public static function of( array $metrics, ?array $buckets, ?int $owner ): array {
		return self::summed( self::wanted( $metrics, null === $buckets ? '' : 'AND bucket IN (' . self::strings( $buckets ) . ')', $owner ), 'bucket' );
	}

	/**
	 * The amounts of some metrics as they are, and of others by stretches of days, in one statement.
	 *
	 * @param list<string> $now   Metrics of which every bucket is wanted.
	 * @param list<string> $days  Metrics that are kept by day.
	 * @param list<string> $since First days of the stretches, in order; the last one has no end. A bucket has the first day of its stretch
	 *                            in the place of its own.
	 * @param int|null     $owner Only this owner's share.
	 * @return array<string, array<string, int>> Metric to bucket to amount.
	 */
	public static function now_and_since( array $now, array $days, array $since, ?int $owner ): array {
		global $wpdb;
		$wanted = self::wanted( $now, '', $owner );
		$place  = 'bucket';
		if ( $days ) {
			$cases  = '';
			$wanted = array( ...$wanted, ...self::wanted( $days, (string) $wpdb->prepare( 'AND bucket >= %s', $since[0] ), $owner ) );
			foreach ( array_slice( $since, 1 ) as $at => $next ) {
				$cases .= $wpdb->prepare( ' WHEN bucket < %s THEN %s', $next, $since[ $at ] );
			}
			$last  = $wpdb->prepare( '%s', end( $since ) );
			$first = '' === $cases ? $last : "CASE$cases ELSE $last END";
			$place = 'CASE WHEN metric IN (' . self::strings( $days ) . ") THEN CONCAT($first, SUBSTRING(bucket, 11)) ELSE bucket END";
		}
		return $wanted ? self::summed( $wanted, $place ) : array();
	}

	/**
	 * The exact number of records of a list, where it is kept: no filter, or one value of each of one or two counted fields; of one owner,
	 * too. As a value of a statement: most that ask have more to read, and each way to the database costs more than the number.
	 *
	 * @param List_Query $query The list.
	 */
	public static function of_list( List_Query $query ): ?string {
		$narrowing = $query->narrowing;
		$owner     = $query->owner;
		if ( isset( $narrowing['owner_id'] ) && 1 === count( $narrowing['owner_id'] ) ) {
			$asked = (int) $narrowing['owner_id'][0];
			if ( null !== $owner && $owner !== $asked ) {
				return '0';
			}
			$owner = $asked;
			unset( $narrowing['owner_id'] );
		}
		$place = self::place( $query, $narrowing );
		if ( null === $place ) {
			return null;
		}
		return self::amount( $place[0], $place[1], $owner );
	}

	/**
	 * One amount, summed over owners, as a value of a statement.
	 *
	 * @param string   $metric Metric.
	 * @param string   $bucket Bucket.
	 * @param int|null $owner  Only this owner's share.
	 */
	public static function amount( string $metric, string $bucket, ?int $owner ): string {
		$wanted = self::wanted( array( $metric ), 'AND bucket = ' . self::strings( array( $bucket ) ), $owner );
		return '(SELECT COALESCE(SUM(amount), 0) FROM ' . Tables::name( 'totals' ) . " WHERE {$wanted[0]})";
	}

	/**
	 * The metric and bucket that hold the number of a list, or null where none does.
	 *
	 * @param List_Query           $query     The list.
	 * @param array<string, mixed> $narrowing Its filters, the owner's aside.
	 * @return array{string, string}|null
	 */
	private static function place( List_Query $query, array $narrowing ): ?array {
		$plural = $query->entity->plural;
		if ( ! $narrowing ) {
			return array( $plural . ( $query->trashed() ? '.trashed' : '' ), '' );
		}
		$values = array();
		foreach ( $query->trashed() ? array() : $narrowing as $name => $asked ) {
			$asked = (array) $asked;
			// Records that link to none (0) are not counted apart.
			if ( 1 === count( $asked ) && 0 !== $asked[0] ) {
				$values[ $name ] = (string) $asked[0];
			}
		}
		return count( $values ) === count( $narrowing ) ? List_Figures::place( $query->entity, $values ) : null;
	}

	/**
	 * The conditions that find the amounts of metrics: an owner's, or everybody's.
	 *
	 * @param list<string> $metrics Metrics.
	 * @param string       $more    Prepared condition on the buckets, beginning with AND.
	 * @param int|null     $owner   Only this owner's share.
	 * @return list<string>
	 */
	private static function wanted( array $metrics, string $more, ?int $owner ): array {
		$wanted = array();
		foreach ( array( true, false ) as $by_day ) {
			$some = array_values( array_filter( $metrics, static fn( string $metric ): bool => self::is_by_day( $metric ) === $by_day ) );
			$of   = null === $owner && $by_day ? self::EVERYBODY : $owner;
			if ( $some ) {
				$wanted[] = '(metric IN (' . self::strings( $some ) . ')' . ( null === $of ? '' : " AND owner_id = $of" ) . " $more)";
			}
		}
		return $wanted;
	}

	/**
	 * Sums by metric and bucket.
	 *
	 * @param list<string> $wanted Prepared conditions, of which one must hold.
	 * @param string       $place  What to sum by: the bucket, or what stands for it.
	 * @return array<string, array<string, int>>
	 */
	private static function summed( array $wanted, string $place ): array {
		$sums = array();
		foreach ( Database::rows( "SELECT metric, $place AS place, SUM(amount) AS amount FROM " . Tables::name( 'totals' ) . ' WHERE ' . implode( ' OR ', $wanted ) . ' GROUP BY metric, place ORDER BY metric, place' ) as $row ) {
			$sums[ (string) $row['metric'] ][ (string) $row['place'] ] = (int) $row['amount'];
		}
		return $sums;
	}

	/**
	 * Texts for an IN list.
	 *
	 * @param list<string> $values Values.
	 */
	private static function strings( array $values ): string {
		global $wpdb;
		return (string) $wpdb->prepare( implode( ',', array_fill( 0, count( $values ), '%s' ) ), ...$values ); // phpcs:ignore WordPress.DB.PreparedSQL, WordPress.DB.PreparedSQLPlaceholders -- as many placeholders as values.
	}
}
