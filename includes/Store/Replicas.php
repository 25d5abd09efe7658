<?php
/**
 * Reading what was just written, where the database has copies.
 *
 * @package Carnet
 */

namespace Carnet\Store;

defined( 'ABSPATH' ) || exit;

/**
 * Database drop-ins such as HyperDB and LudicrousDB send every SELECT to a copy of the database, which is a moment behind, and out
 * of any transaction. They can be told to read from the primary for the rest of a request: a unit of work needs that, and so does a
 * person who has just changed something, on whatever node their next request arrives. Where there is no such drop-in nothing is done.
 */
final class Replicas {

	private const COOKIE = 'carnet_wrote';

	/**
	 * For how many seconds after a change its author reads from the primary.
	 */
	private const SECONDS = 10;

	/**
	 * Reads from the primary until the request ends.
	 *
	 * @param object|null $database The database; WordPress's own when null.
	 * @return bool Whether it has copies.
	 */
	public static function read_from_primary( ?object $database = null ): bool {
		$database ??= $GLOBALS['wpdb'];
		foreach ( array( 'send_reads_to_primaries', 'send_reads_to_masters' ) as $method ) {
			if ( method_exists( $database, $method ) ) {
				$database->$method();
				return true;
			}
		}
		return false;
	}

	/**
	 * Remembers in the person's browser that they have just changed something. After the commit.
	 */
	public static function remember(): void {
		if ( self::read_from_primary() && ! headers_sent() ) {
			setcookie( self::COOKIE, '1', time() + self::SECONDS, COOKIEPATH, (string) COOKIE_DOMAIN, is_ssl(), true );
		}
	}

	/**
	 * At the start of a request of ours: who has just changed something reads it.
	 */
	public static function recall(): void {
		if ( isset( $_COOKIE[ self::COOKIE ] ) ) {
			self::read_from_primary();
		}
	}
}
