<?php
/**
 * Working hours of the last year.
 *
 * @package Carnet
 */

namespace Carnet\Demo;

/**
 * Gives instants on working days, never in the future, as the API writes them. They move with the day on which the data is loaded,
 * so that "the last 30 days" always holds something.
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
