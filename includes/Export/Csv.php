<?php
/**
 * Comma-separated values.
 *
 * @package Carnet
 */

namespace Carnet\Export;

defined( 'ABSPATH' ) || exit;

/**
 * Cells to lines as RFC 4180 has them, and the apostrophe that keeps a spreadsheet from running a text. Its twin in the browser is
 * src/export/csv.ts; tests/csv-cases.json holds both to the same.
 */
final class Csv {

	/**
	 * White space as ECMAScript knows it: written out, since \s is another set in every language.
	 */
	private const SPACE = '[\t\n\x0B\f\r \x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]';

	/**
	 * Stands between cells that are not written yet, and after the last of a line: bytes that are in no text of UTF-8.
	 */
	public const NEXT = "\xFF";
	public const END  = "\xFE\n";

	/**
	 * How a cell begins that may have to be guarded, what stands before it included. White space beyond ASCII is taken by its first
	 * byte.
	 */
	private const SPECIAL = '/[\xFF\n](?:[=@\'\0\t\x0B\f \xC2\xE1-\xE3\xEF]|[+-](?![0-9][0-9 ().\/-]*+[\xFF\xFE]))/';

	/**
	 * Cells as they are before lines() writes them.
	 *
	 * @param array<string|null> $cells Texts, or some with NEXT between them; null for an empty one.
	 */
	public static function unwritten( array $cells ): string {
		return implode( self::NEXT, $cells ) . self::END;
	}

	/**
	 * Any number of lines, with their ends.
	 *
	 * @param string $unwritten Lines of unwritten(), all of as many cells.
	 * @param string $delimiter One character.
	 */
	public static function lines( string $unwritten, string $delimiter ): string {
		if ( self::are_plain( $unwritten, $delimiter ) ) {
			return strtr( $unwritten, self::NEXT . self::END, "$delimiter\r\n" );
		}
		$lines = '';
		foreach ( explode( self::END, substr( $unwritten, 0, -strlen( self::END ) ) ) as $line ) {
			$cells = array_map( static fn( string $cell ): string => self::cell( $cell, $delimiter ), explode( self::NEXT, $line ) );
			// A line of one empty cell would be no line to most readers.
			$lines .= ( array( '' ) === $cells ? '""' : implode( $delimiter, $cells ) ) . "\r\n";
		}
		return $lines;
	}

	/**
	 * Whether there is nothing to guard or quote: so it is with most, and then their cells need not be looked at one by one.
	 *
	 * @param string $unwritten Lines of unwritten().
	 * @param string $delimiter One character.
	 */
	private static function are_plain( string $unwritten, string $delimiter ): bool {
		return ! str_contains( $unwritten, '"' ) && ! str_contains( $unwritten, "\r" ) && ! str_contains( $unwritten, $delimiter )
			// Each line break ends a line, and no line is empty.
			&& substr_count( $unwritten, "\n" ) === substr_count( $unwritten, self::END[0] ) && str_contains( $unwritten, self::NEXT )
			&& 0 === preg_match( self::SPECIAL, "\n$unwritten" );
	}

	/**
	 * A text as it stands between delimiters.
	 *
	 * @param string $text      Any text.
	 * @param string $delimiter One character.
	 */
	private static function cell( string $text, string $delimiter ): string {
		$cell = self::guard( $text );
		return false === strpbrk( $cell, "\"\r\n$delimiter" ) ? $cell : '"' . str_replace( '"', '""', $cell ) . '"';
	}

	/**
	 * A text as a cell that no spreadsheet runs: one apostrophe before what it would take for a formula. Plain numbers and phone
	 * numbers stay as they are.
	 *
	 * @param string $text Any text.
	 */
	public static function guard( string $text ): string {
		// Most cells begin with a letter or digit: nothing to look for.
		if ( '' === $text || ctype_alnum( $text[0] ) ) {
			return $text;
		}
		$runs = 0 !== preg_match( "/^'*" . self::SPACE . '*[=+\-@\t\r\0]/u', $text );
		return $runs && 1 !== preg_match( '/^[+-]?[0-9][0-9 ().\/-]*$/D', $text ) ? "'$text" : $text;
	}

	/**
	 * The text that a cell stood for: the inverse of guard(), for an import.
	 *
	 * @param string $cell A cell of an export.
	 */
	public static function unguard( string $cell ): string {
		return 1 === preg_match( "/^'+" . self::SPACE . '*[=+\-@\t\r\0]/u', $cell ) ? substr( $cell, 1 ) : $cell;
	}
}
