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
	 * What the contributions of an owner's record change: the owner's amounts, and of what is kept by day everybody's and those of the
	 * month, too. Days add up: years of them, of every owner, would be much to read.
	 *
	 * @param array<string, int> $contributions "metric|bucket" => amount.
	 * @param int                $owner         The owner.
	 * @return array<string, int> "metric|bucket|owner" => amount.
	 */
	public static function of_owner( array $contributions, int $owner ): array {
		$amounts = array();
		foreach ( $contributions as $key => $amount ) {
			$amounts[ "$key|$owner" ] = $amount;
			list( $metric, $bucket )  = explode( '|', $key, 2 );
			if ( Stretches::is_by_day( $metric ) ) {
				$month = Stretches::by_month( $metric ) . '|' . substr( $bucket, 0, 7 ) . substr( $bucket, 10 );
				foreach ( array( "$key|" . self::EVERYBODY, "$month|$owner", "$month|" . self::EVERYBODY ) as $more ) {
					$amounts[ $more ] = ( $amounts[ $more ] ?? 0 ) + $amount;
				}
			}
		}
		return $amounts;
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
		return self::summed( self::wanted( $metrics, null === $buckets ? '' : 'AND bucket IN (' . Literal::texts( $buckets ) . ')', $owner ) );
	}

	/**
	 * The first amounts of a metric in the order of its buckets, summed over owners.
	 *
	 * @param string   $metric    Metric.
	 * @param int|null $owner     Only this owner's share.
	 * @param bool     $ascending Whether from the first bucket on.
	 * @param int      $most      Most buckets.
	 * @return array<int|string, int> By bucket.
	 */
	public static function in_order( string $metric, ?int $owner, bool $ascending, int $most ): array {
		$rows = Database::rows( self::select( self::wanted( array( $metric ), '', $owner ) ) . ' ORDER BY bucket ' . ( $ascending ? 'ASC' : 'DESC' ) . " LIMIT $most" );
		return array_map( 'intval', array_column( $rows, 'amount', 'bucket' ) );
	}

	/**
	 * The amounts of some metrics as they are, and of others by stretches of days, in one statement.
	 *
	 * @param list<string>    $now       Metrics of which every bucket is wanted.
	 * @param list<Stretches> $stretches Metrics that are kept by day.
	 * @param int|null        $owner     Only this owner's share.
	 * @return array<string, array<string, int>> Metric to bucket to amount.
	 */
	public static function now_and_since( array $now, array $stretches, ?int $owner ): array {
		$selects  = $now ? array( self::select( self::wanted( $now, '', $owner ) ) ) : array();
		$wanted   = array();
		$of       = array();
		$by_month = array();
		foreach ( $stretches as $some ) {
			array_push( $wanted, ...$some->wanted() );
			foreach ( $some->metrics as $metric ) {
				$of[ $metric ] = $some;

				$by_month[ Stretches::by_month( $metric ) ] = $metric;
			}
		}
		if ( $wanted ) {
			// Left to itself, MySQL looks up each of the stretches in another key as well before it takes this one.
			$selects[] = 'SELECT metric, bucket, amount FROM ' . Tables::name( 'totals' ) . ' FORCE INDEX (PRIMARY) WHERE owner_id = ' . ( $owner ?? self::EVERYBODY ) . ' AND ((' . implode( ') OR (', $wanted ) . '))';
		}
		$sums = array();
		foreach ( $selects ? Database::many_rows( implode( ' UNION ALL ', $selects ) ) : array() as $row ) {
			$metric = (string) $row['metric'];
			$bucket = (string) $row['bucket'];
			$adds   = array( $bucket => (int) $row['amount'] );
			if ( isset( $by_month[ $metric ] ) ) {
				$metric = $by_month[ $metric ];
				$adds   = $of[ $metric ]->of_month( $bucket, (int) $row['amount'] );
			} elseif ( isset( $of[ $metric ] ) ) {
				$adds = $of[ $metric ]->of_day( $bucket, (int) $row['amount'] );
			}
			foreach ( $adds as $place => $amount ) {
				$sums[ $metric ][ $place ] = ( $sums[ $metric ][ $place ] ?? 0 ) + $amount;
			}
		}
		return $sums;
	}

	/**
	 * The exact number of records of a list, where it is kept: no filter, or one value of each of one or two counted fields; of one owner,
	 * too. As a value of a statement: most that ask have more to read, and each way to the database costs more than the number.
	 *
	 * @param List_Query $query The list.
	 */
	public static function of_list( List_Query $query ): ?string {
		list( $narrowing, $owner ) = $query->apart_from_owner();
		$place                     = self::place( $query, $narrowing );
		return null === $place ? null : self::amount( $place[0], $place[1], $owner );
	}

	/**
	 * One amount, summed over owners, as a value of a statement.
	 *
	 * @param string   $metric Metric.
	 * @param string   $bucket Bucket.
	 * @param int|null $owner  Only this owner's share.
	 */
	public static function amount( string $metric, string $bucket, ?int $owner ): string {
		$wanted = self::wanted( array( $metric ), 'AND bucket = ' . Literal::texts( array( $bucket ) ), $owner );
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
			$some = array_values( array_filter( $metrics, static fn( string $metric ): bool => Stretches::is_by_day( $metric ) === $by_day ) );
			$of   = null === $owner && $by_day ? self::EVERYBODY : $owner;
			if ( $some ) {
				$wanted[] = '(metric IN (' . Literal::texts( $some ) . ')' . ( null === $of ? '' : " AND owner_id = $of" ) . " $more)";
			}
		}
		return $wanted;
	}

	/**
	 * Sums by metric and bucket.
	 *
	 * @param list<string> $wanted Prepared conditions, of which one must hold.
	 * @return array<string, array<string, int>>
	 */
	private static function summed( array $wanted ): array {
		$sums = array();
		foreach ( Database::rows( self::select( $wanted ) . ' ORDER BY metric, bucket' ) as $row ) {
			$sums[ (string) $row['metric'] ][ (string) $row['bucket'] ] = (int) $row['amount'];
		}
		return $sums;
	}

	/**
	 * The statement for sums by metric and bucket.
	 *
	 * @param list<string> $wanted Prepared conditions, of which one must hold.
	 */
	private static function select( array $wanted ): string {
		return 'SELECT metric, bucket, SUM(amount) AS amount FROM ' . Tables::name( 'totals' ) . ' WHERE ' . implode( ' OR ', $wanted ) . ' GROUP BY metric, bucket';
	}
}
