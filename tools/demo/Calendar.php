<?php
/**
 * Working hours of the last year and the next weeks.
 *
 * @package Carnet
 */

namespace Carnet\Demo;

use Carnet\Entity\Instant;

/**
 * Gives instants on working days, as the API writes them; only coming() and day() lead into the future. They move with the day on
 * which the data is loaded, so that "the last 30 days" always holds something.
 */
final class Calendar {

	private const FORMAT = 'Y-m-d\TH:i:s\Z';

	/**
	 * Begins at a moment.
	 *
	 * @param Random $random Chance.
	 * @param int    $now    Unix time.
	 */
	public function __construct( private readonly Random $random, private readonly int $now ) {}

	/**
	 * A working hour some days ago, or of the last working day before.
	 *
	 * @param int $days Days ago; at least 1.
	 */
	public function ago( int $days ): string {
		$day = $this->now - $days * DAY_IN_SECONDS;
		while ( gmdate( 'N', $day ) > 5 ) {
			$day -= DAY_IN_SECONDS;
		}
		return $this->hour_of( $day );
	}

	/**
	 * A working hour some days after an instant, or null where that is not past yet.
	 *
	 * @param string $instant The instant.
	 * @param int    $from    Fewest days.
	 * @param int    $to      Most days.
	 */
	public function after( string $instant, int $from, int $to ): ?string {
		$day = strtotime( $instant ) + $this->random->between( $from, $to ) * DAY_IN_SECONDS;
		while ( gmdate( 'N', $day ) > 5 ) {
			$day += DAY_IN_SECONDS;
		}
		$at = $this->hour_of( $day );
		return strtotime( $at ) < $this->now ? $at : null;
	}

	/**
	 * Some minutes later.
	 *
	 * @param string $instant The instant.
	 * @param int    $minutes Minutes.
	 */
	public function minutes_after( string $instant, int $minutes ): string {
		return gmdate( self::FORMAT, min( $this->now, strtotime( $instant ) + $minutes * MINUTE_IN_SECONDS ) );
	}

	/**
	 * An instant between two: in working hours of that day or one near it, where such lie between the two as well.
	 *
	 * @param string      $from    The first.
	 * @param string|null $to      The second; the present when null.
	 * @param int         $percent How far on the way.
	 */
	public function between( string $from, ?string $to, int $percent ): string {
		$start = (int) strtotime( $from );
		$end   = null === $to ? $this->now : (int) strtotime( $to );
		$at    = $start + intdiv( ( $end - $start ) * $percent, 100 );
		foreach ( array( 0, 1, -1, 2, -2 ) as $days ) {
			$hour = $this->hour_of( $at + $days * DAY_IN_SECONDS );
			if ( gmdate( 'N', $at + $days * DAY_IN_SECONDS ) < 6 && strtotime( $hour ) > $start && strtotime( $hour ) < $end ) {
				return $hour;
			}
		}
		return gmdate( self::FORMAT, $at );
	}

	/**
	 * A time of day in the site's time zone, some days from today; instead of a weekend two days later, or earlier.
	 *
	 * @param int $days Days from today.
	 * @param int $hour Hour.
	 */
	public function coming( int $days, int $hour ): string {
		$day = ( new \DateTimeImmutable( "@$this->now" ) )->setTimezone( wp_timezone() )->modify( sprintf( '%+d days', $days ) );
		if ( 0 !== $days && $day->format( 'N' ) > 5 ) {
			$day = $day->modify( $days > 0 ? '+2 days' : '-2 days' );
		}
		return gmdate( self::FORMAT, $day->setTime( $hour, 15 * $this->random->between( 0, 3 ) )->getTimestamp() );
	}

	/**
	 * The site's calendar day some days after an instant.
	 *
	 * @param string|null $instant The instant; the present when null.
	 * @param int         $days    Days.
	 */
	public function day( ?string $instant, int $days = 0 ): string {
		return Instant::site_day( gmdate( self::FORMAT, ( null === $instant ? $this->now : (int) strtotime( $instant ) ) + $days * DAY_IN_SECONDS ) );
	}

	/**
	 * Seconds from now to an instant; negative when it is past.
	 *
	 * @param string $instant The instant.
	 */
	public function seconds_to( string $instant ): int {
		return (int) strtotime( $instant ) - $this->now;
	}

	/**
	 * How many days ago an instant was.
	 *
	 * @param string $instant The instant.
	 */
	public function days_since( string $instant ): int {
		return intdiv( $this->now - strtotime( $instant ), DAY_IN_SECONDS );
	}

	/**
	 * A moment in the working hours of a day.
	 *
	 * @param int $day Unix time in the day.
	 */
	private function hour_of( int $day ): string {
		return gmdate( 'Y-m-d', $day ) . sprintf( 'T%02d:%02d:%02dZ', $this->random->between( 7, 16 ), $this->random->between( 0, 59 ), $this->random->between( 0, 59 ) );
	}
}
