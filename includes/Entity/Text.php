<?php
/**
 * Normal forms of text.
 *
 * @package Carnet
 */

namespace Carnet\Entity;

defined( 'ABSPATH' ) || exit;

/**
 * The normal forms that searching, sorting and uniqueness compare. Made in PHP because the collations of MariaDB and SQLite differ.
 */
final class Text {

	/**
	 * Lower case, without accents and apostrophes, in compatibility form: "Élodie O’Brien" is "elodie obrien".
	 *
	 * @param string $text Any text.
	 */
	public static function fold( string $text ): string {
		if ( 1 === preg_match( '/[^\x00-\x7f]/', $text ) ) {
			if ( class_exists( \Normalizer::class ) ) {
				$text = (string) preg_replace( '/[\x{300}-\x{36f}]/u', '', (string) \Normalizer::normalize( $text, \Normalizer::FORM_KD ) );
				$text = (string) \Normalizer::normalize( $text, \Normalizer::FORM_C );
			}
			// Always the same language's rules: stored keys must not depend on who searches.
			$text = remove_accents( str_replace( array( 'ß', 'ẞ' ), 'ss', $text ), 'en_US' );
		}
		$text = str_replace( array( "'", '’', '‘', 'ʼ' ), '', $text );
		return trim( (string) preg_replace( '/\s+/u', ' ', mb_strtolower( $text, 'UTF-8' ) ) );
	}

	/**
	 * Only the digits of a phone number, without the (0) that is not dialled from abroad.
	 *
	 * @param string $phone A number as typed.
	 */
	public static function digits( string $phone ): string {
		return (string) preg_replace( '/\D+/', '', str_replace( '(0)', '', $phone ) );
	}

	/**
	 * What two values of a unique field are compared by: without outer spaces and case (and accents, where the field's flag is
	 * 'folded'), short enough for an index.
	 *
	 * @param array<string, mixed> $field Field definition.
	 * @param string               $text  Any text.
	 */
	public static function key( array $field, string $text ): string {
		$key = 'folded' === $field['unique'] ? self::fold( $text ) : mb_strtolower( trim( $text ), 'UTF-8' );
		return mb_strlen( $key ) <= 191 ? $key : mb_substr( $key, 0, 150 ) . sha1( $key );
	}

	/**
	 * What a text is ordered by.
	 *
	 * @param string $text Any text.
	 */
	public static function sort_key( string $text ): string {
		return rtrim( mb_substr( self::fold( $text ), 0, Table_Sql::SORT_LENGTH ) );
	}
}
