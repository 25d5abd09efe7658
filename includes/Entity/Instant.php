<?php
/**
 * Points in time.
 *
 * @package Carnet
 */

namespace Carnet\Entity;

use DateTimeImmutable;
use DateTimeZone;
use WP_Error;

defined( 'ABSPATH' ) || exit;

/**
 * Instants are UTC and made in PHP, never by the database: 2026-11-22T09:30:00Z. Calendar days are the site's.
 */
final class Instant {

	/**
	 * A time of day, as a pattern.
	 */
	public const TIME = '^([01][0-9]|2[0-3]):[0-5][0-9]$';

	private const FORMAT = 'Y-m-d\TH:i:s\Z';

	/**
	 * The site's time zone while in_one_zone() goes on.
	 */
	private static ?DateTimeZone $zone = null;

	/**
	 * The present.
	 */
	public static function now(): string {
		return gmdate( self::FORMAT );
	}

	/**
	 * A date-time in any zone as UTC; without a zone it is UTC. A plain date is its midnight in the site's time zone.
	 *
	 * @param string $text ISO 8601.
	 */
	public static function utc( string $text ): string {
		$zone = 1 === preg_match( '/^\d{4}-\d\d-\d\d$/', $text ) ? wp_timezone() : new DateTimeZone( 'UTC' );
		return ( new DateTimeImmutable( $text, $zone ) )->setTimezone( new DateTimeZone( 'UTC' ) )->format( self::FORMAT );
	}

	/**
	 * Whether a text is a calendar day: 2026-11-22.
	 *
	 * @param string $text Any text.
	 */
	public static function is_day( string $text ): bool {
		return 1 === preg_match( '/^(\d{4})-(\d\d)-(\d\d)$/D', $text, $parts ) && checkdate( (int) $parts[2], (int) $parts[3], (int) $parts[1] );
	}

	/**
	 * Does something that asks for the days of many instants: the site's time zone is asked for once. To ask for it takes longer than to
	 * use it.
	 *
	 * @template T
	 * @param callable(): T $work What to do; it does not change the time zone.
	 * @return T What it answers.
	 */
	public static function in_one_zone( callable $work ) {
		$outer      = self::$zone;
		self::$zone = wp_timezone();
		try {
			return $work();
		} finally {
			self::$zone = $outer;
		}
	}

	/**
	 * The site's calendar day of an instant: 2026-11-22.
	 *
	 * @param string $instant UTC, as in the API.
	 */
	public static function site_day( string $instant ): string {
		// Many records have an instant in common; of other zones and earlier thousands none is kept.
		static $of = '', $days = array();
		$zone      = self::$zone ?? wp_timezone();
		if ( $zone->getName() !== $of || count( $days ) > 1000 ) {
			$of   = $zone->getName();
			$days = array();
		}
		$days[ $instant ] ??= ( new DateTimeImmutable( $instant ) )->setTimezone( $zone )->format( 'Y-m-d' );
		return $days[ $instant ];
	}

	/**
	 * An instant on the site's clocks: 2026-11-22 10:30:00.
	 *
	 * @param string             $instant UTC, as in the API.
	 * @param \DateTimeZone|null $zone    The site's time zone, where it is known.
	 */
	public static function site_time( string $instant, ?\DateTimeZone $zone = null ): string {
		return ( new DateTimeImmutable( $instant ) )->setTimezone( $zone ?? wp_timezone() )->format( 'Y-m-d H:i:s' );
	}

	/**
	 * True, or an error naming the parameter.
	 *
	 * @param mixed  $value What was sent.
	 * @param string $param Its name.
	 * @return true|WP_Error
	 */
	public static function validate( $value, string $param ) {
		$parts = array();
		$is    = is_string( $value ) && 1 === preg_match( '/^(\d{4})-(\d\d)-(\d\d)(?:[T ]([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?(?:Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?)?$/D', $value, $parts )
			&& checkdate( (int) $parts[2], (int) $parts[3], (int) $parts[1] );
		/* translators: %s: parameter name. */
		return $is ? true : new WP_Error( 'rest_invalid_param', sprintf( __( '%s must be a date such as 2026-11-22 or 2026-11-22T09:30:00Z.', 'carnet-crm' ), $param ), array( 'status' => 400 ) );
	}
}
