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
	 * The amounts of some metrics, summed over owners.
	 *
	 * @param list<string>      $metrics Metrics.
	 * @param list<string>|null $buckets Only these buckets.
	 * @param int|null          $owner   Only this owner's share.
	 * @return array<string, array<string, int>> Metric to bucket to amount.
	 */
	public static function of( array $metrics, ?array $buckets, ?int $owner ): array {
		$and = null === $buckets ? '' : 'AND bucket IN (' . self::strings( $buckets ) . ')';
		return self::summed( 'metric IN (' . self::strings( $metrics ) . ") $and", $owner );
	}

	/**
	 * The amounts of some metrics as they are, and of others in the buckets from a day on, in one statement.
	 *
	 * @param list<string> $now   Metrics of which every bucket is wanted.
	 * @param list<string> $days  Metrics whose buckets begin with a day.
	 * @param string       $from  First day.
	 * @param int|null     $owner Only this owner's share.
	 * @return array<string, array<string, int>> Metric to bucket to amount.
	 */
	public static function now_and_since( array $now, array $days, string $from, ?int $owner ): array {
		global $wpdb;
		$wanted = array();
		if ( $now ) {
			$wanted[] = 'metric IN (' . self::strings( $now ) . ')';
		}
		if ( $days ) {
			$wanted[] = '(metric IN (' . self::strings( $days ) . ') AND ' . $wpdb->prepare( 'bucket >= %s', $from ) . ')';
		}
		return $wanted ? self::summed( '(' . implode( ' OR ', $wanted ) . ')', $owner ) : array();
	}

	/**
	 * The exact number of records of a list, where it is kept: no filter, or one value of each of one or two counted fields; of one owner, too.
	 *
	 * @param List_Query $query The list.
	 */
	public static function of_list( List_Query $query ): ?int {
		$narrowing = $query->narrowing;
		$owner     = $query->owner;
		if ( isset( $narrowing['owner_id'] ) && 1 === count( $narrowing['owner_id'] ) ) {
			$asked = (int) $narrowing['owner_id'][0];
			if ( null !== $owner && $owner !== $asked ) {
				return 0;
			}
			$owner = $asked;
			unset( $narrowing['owner_id'] );
		}
		$place = self::place( $query, $narrowing );
		return null === $place ? null : ( self::of( array( $place[0] ), array( $place[1] ), $owner )[ $place[0] ][ $place[1] ] ?? 0 );
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
	 * Sums by metric and bucket.
	 *
	 * @param string   $where Prepared condition.
	 * @param int|null $owner Only this owner's share.
	 * @return array<string, array<string, int>>
	 */
	private static function summed( string $where, ?int $owner ): array {
		$and  = null === $owner ? '' : "AND owner_id = $owner";
		$sums = array();
		foreach ( Database::rows( 'SELECT metric, bucket, SUM(amount) AS amount FROM ' . Tables::name( 'totals' ) . " WHERE $where $and GROUP BY metric, bucket ORDER BY metric, bucket" ) as $row ) {
			$sums[ (string) $row['metric'] ][ (string) $row['bucket'] ] = (int) $row['amount'];
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
