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
	 * By delimiter: how a cell begins that may have to be guarded, the delimiter before it. White space beyond ASCII is taken by its
	 * first byte. Most lines have no such cell and nothing to quote, and so their cells need not be looked at.
	 */
	private const SPECIAL = array(
		','  => '/,(?:' . self::BEFORE . ',|$)))/D',
		';'  => '/;(?:' . self::BEFORE . ';|$)))/D',
		"\t" => '/\t(?:' . self::BEFORE . '\t|$)))/D',
	);

	private const BEFORE = '[=@\'\0\t\x0B\f \xC2\xE1-\xE3\xEF]|[+-](?![0-9][0-9 ().\/-]*+(?:';

	/**
	 * A line, with its end.
	 *
	 * @param array<string|null> $cells     Texts; null for an empty one.
	 * @param string             $delimiter One character.
	 */
	public static function line( array $cells, string $delimiter ): string {
		$line = implode( $delimiter, $cells );
		if ( str_contains( $line, '"' ) || str_contains( $line, "\n" ) || str_contains( $line, "\r" ) || substr_count( $line, $delimiter ) >= count( $cells ) || 0 !== preg_match( self::SPECIAL[ $delimiter ], "$delimiter$line" ) ) {
			$line = implode( $delimiter, array_map( static fn( ?string $cell ): string => self::cell( (string) $cell, $delimiter ), $cells ) );
		}
		// A line of one empty cell would be no line to most readers.
		return ( '' === $line ? '""' : $line ) . "\r\n";
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
