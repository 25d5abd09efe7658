<?php
/**
 * Values in SQL.
 *
 * @package Carnet
 */

namespace Carnet\Store;

defined( 'ABSPATH' ) || exit;

/**
 * Values as they stand in a statement, escaped.
 */
final class Literal {

	/**
	 * What may be taken for a date and is not in the form in which dates are stored.
	 */
	private const LIKE_A_DATE = '/^(?!\d{4}-\d\d-\d\d(?: \d\d:\d\d:\d\d)?\z)\d{4}-\d{1,2}-\d{1,2}(?:[ T]\d{1,2}:\d{1,2}:\d{1,2}Z?)?$/';

	/**
	 * A value as SQL.
	 *
	 * @param int|string|null $value The value.
	 */
	public static function of( $value ): string {
		if ( null === $value ) {
			return 'NULL';
		}
		return is_int( $value ) ? (string) $value : self::text( $value );
	}

	/**
	 * A text as SQL. Most hold nothing that has to be escaped, and to look is faster than to escape.
	 *
	 * @param string $text Any text.
	 */
	public static function text( string $text ): string {
		// WordPress on SQLite writes every literal that looks like a date its own way, 2026-1-5 as 2026-01-05, whatever it is for.
		if ( '-' === ( $text[4] ?? '' ) && 1 === preg_match( self::LIKE_A_DATE, $text ) ) {
			return "CONCAT('{$text[0]}', " . self::text( substr( $text, 1 ) ) . ')';
		}
		return 1 === preg_match( '~^[A-Za-z0-9 \n"_.,:@$/+(){}[\]-]*$~D', $text ) ? "'$text'" : (string) $GLOBALS['wpdb']->prepare( '%s', $text );
	}

	/**
	 * Texts for an IN list.
	 *
	 * @param list<string> $values Values.
	 */
	public static function texts( array $values ): string {
		return implode( ',', array_map( array( self::class, 'text' ), $values ) );
	}

	/**
	 * Integers for an IN list.
	 *
	 * @param array<mixed> $values Values.
	 */
	public static function integers( array $values ): string {
		return implode( ',', array_map( 'intval', $values ) );
	}

	/**
	 * One row as a tuple of literals.
	 *
	 * @param array<string, int|string|null> $row Columns.
	 */
	public static function tuple( array $row ): string {
		return '(' . implode( ',', array_map( array( self::class, 'of' ), $row ) ) . ')';
	}
}
