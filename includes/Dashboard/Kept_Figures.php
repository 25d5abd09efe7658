<?php
/**
 * The maintained figures of one dashboard.
 *
 * @package Carnet
 */

namespace Carnet\Dashboard;

use Carnet\Store\Stretches;
use Carnet\Store\Totals;

defined( 'ABSPATH' ) || exit;

/**
 * Reads the kept totals that the widgets of one answer need, in one statement. Of those that are kept by day it knows the sums of
 * the period, its parts, the period before and the time since.
 */
final class Kept_Figures {

	/**
	 * Kept as they are now.
	 */
	private const NOW = array(
		'contact' => array( 'contacts', 'contacts.type' ),
		'deal'    => array( 'deals.open', 'deals.open.unvalued', 'deals.open.amount', 'deals.open.weighted' ),
	);

	/**
	 * Kept by the site's day, some of them by day and currency: 2026-11-22 or 2026-11-22|EUR.
	 */
	private const DAYS = array(
		'contact' => array( 'contacts.created_on', 'contacts.trashed_on', 'contacts.lead_on', 'contacts.converted_on' ),
		'deal'    => array( 'deals.won_on', 'deals.lost_on' ),
		'quote'   => array( 'quotes.revenue_on', 'quotes.accepted_on' ),
	);

	/**
	 * Kept by day, too, but summed before today, today, in the next days and after them.
	 */
	private const DUE = array( 'task' => array( 'tasks.due_on' ) );

	private const EVER      = '0000-01-01';
	private const NEXT_DAYS = '+8 days';

	/**
	 * Metric to bucket to amount.
	 *
	 * @var array<string, array<string, int>>
	 */
	private readonly array $sums;

	/**
	 * Reads them.
	 *
	 * @param list<string> $nouns  Nouns whose figures are needed.
	 * @param Period       $period The period; the one before is read with it.
	 * @param int|null     $owner  The only owner whose records count, or null for all.
	 * @param string       $today  The site's day.
	 */
	public function __construct( array $nouns, public readonly Period $period, ?int $owner, public readonly string $today ) {
		$stretches  = array(
			new Stretches( self::metrics( self::DAYS, $nouns ), self::days( $period ) ),
			new Stretches( self::metrics( self::DUE, $nouns ), array( self::EVER, $today, $this->day( '+1 day' ), $this->day( self::NEXT_DAYS ) ) ),
		);
		$this->sums = Totals::now_and_since( self::metrics( self::NOW, $nouns ), $stretches, $owner );
	}

	/**
	 * The days at which what is summed begins: the period before, the parts of the period, what came after it.
	 *
	 * @param Period $period The period.
	 * @return list<string>
	 */
	private static function days( Period $period ): array {
		return array( $period->previous()->from, ...array_map( static fn( Period $part ): string => $part->from, $period->parts() ), $period->to );
	}

	/**
	 * The metrics of some nouns.
	 *
	 * @param array<string, list<string>> $by_noun Metrics by noun.
	 * @param list<string>                $nouns   Nouns.
	 * @return list<string>
	 */
	private static function metrics( array $by_noun, array $nouns ): array {
		return array_merge( ...array_values( array_intersect_key( $by_noun, array_flip( $nouns ) ) ) );
	}

	/**
	 * The amounts of a metric by bucket.
	 *
	 * @param string $metric Metric.
	 * @return array<string, int>
	 */
	public function of( string $metric ): array {
		return $this->sums[ $metric ] ?? array();
	}

	/**
	 * How many open tasks are due when.
	 *
	 * @return array{gone: int, today: int, soon: int, tomorrow: string, until: string} Gone: before today; soon: from tomorrow until a day.
	 */
	public function due(): array {
		$due      = $this->of( 'tasks.due_on' );
		$tomorrow = $this->day( '+1 day' );
		return array(
			'gone'     => $due[ self::EVER ] ?? 0,
			'today'    => $due[ $this->today ] ?? 0,
			'soon'     => $due[ $tomorrow ] ?? 0,
			'tomorrow' => $tomorrow,
			'until'    => $this->day( self::NEXT_DAYS ),
		);
	}

	/**
	 * A day seen from today.
	 *
	 * @param string $by How far away it is.
	 */
	private function day( string $by ): string {
		return ( new \DateTimeImmutable( $this->today ) )->modify( $by )->format( 'Y-m-d' );
	}

	/**
	 * The sum of a metric that is kept by day.
	 *
	 * @param string $metric Metric.
	 * @param Period $period Period.
	 */
	public function sum( string $metric, Period $period ): int {
		return $period->sum( $this->of( $metric ) );
	}

	/**
	 * The sums of a metric that is kept by day and currency.
	 *
	 * @param string $metric Metric.
	 * @param Period $period Period.
	 * @return array<string, int> Currency to sum.
	 */
	public function by_currency( string $metric, Period $period ): array {
		$sums = array();
		foreach ( $this->of( $metric ) as $bucket => $amount ) {
			list( $day, $currency ) = explode( '|', $bucket, 2 );
			if ( $day >= $period->from && $day < $period->to ) {
				$sums[ $currency ] = ( $sums[ $currency ] ?? 0 ) + $amount;
			}
		}
		ksort( $sums );
		return $sums;
	}
}
