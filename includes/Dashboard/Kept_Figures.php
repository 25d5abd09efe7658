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
	 * Kept by day, too, but summed before today, today, and some time ahead.
	 */
	private const DUE = array( 'task' => array( 'tasks.due_on' ) );

	private const EVER  = '0000-01-01';
	private const AHEAD = array( '+1 day', '+8 days', '+1 month', '+4 months', '+1 year' );

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
			new Stretches( self::metrics( self::DUE, $nouns ), array( self::EVER, $today, ...$this->ahead() ) ),
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
	 * How many open tasks were due before today.
	 */
	public function overdue(): int {
		return $this->of( 'tasks.due_on' )[ self::EVER ] ?? 0;
	}

	/**
	 * How many open tasks are due today.
	 */
	public function due_today(): int {
		return $this->of( 'tasks.due_on' )[ $this->today ] ?? 0;
	}

	/**
	 * A day before which, after today, so many open tasks are due; null where that is not known.
	 *
	 * @param int $number How many.
	 */
	public function due_until( int $number ): ?string {
		$days = $this->ahead();
		foreach ( array_slice( $days, 1 ) as $at => $until ) {
			$number -= $this->of( 'tasks.due_on' )[ $days[ $at ] ] ?? 0;
			if ( $number <= 0 ) {
				return $until;
			}
		}
		return null;
	}

	/**
	 * Some days after today, tomorrow first.
	 *
	 * @return list<string>
	 */
	public function ahead(): array {
		$today = new \DateTimeImmutable( $this->today );
		return array_map( static fn( string $by ): string => $today->modify( $by )->format( 'Y-m-d' ), self::AHEAD );
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
