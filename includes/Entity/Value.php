<?php
/**
 * What a client may send for a field.
 *
 * @package Carnet
 */

namespace Carnet\Entity;

use Carnet\Settings\Lists;
use WP_Error;

defined( 'ABSPATH' ) || exit;

/**
 * Checks one value against its field and brings it to its stored form. Text stays as typed, byte for byte: only addresses lose
 * their outer spaces, and an empty anything else becomes null. Whether a link leads somewhere is for Store\Links.
 */
final class Value {

	/**
	 * Largest integer that every client can read exactly.
	 */
	public const MAX_INTEGER = 9007199254740991;

	/**
	 * Notes and descriptions, in bytes.
	 */
	public const LONG_TEXT_BYTES = 65000;

	/**
	 * True, or an error that names the field and what would be valid.
	 *
	 * @param array<string, mixed> $field Field definition.
	 * @param mixed                $value What was sent.
	 * @return true|WP_Error
	 */
	public static function validate( array $field, $value ) {
		$problem = self::is_empty( $value ) ? self::empty_problem( $field ) : self::problem( $field, $value );
		return null === $problem ? true : new WP_Error( 'rest_invalid_param', $problem, array( 'status' => 400 ) );
	}

	/**
	 * The stored form of a value that validate() passed.
	 *
	 * @param array<string, mixed> $field Field definition.
	 * @param mixed                $value What was sent.
	 * @return mixed
	 */
	public static function sanitize( array $field, $value ) {
		if ( self::is_empty( $value ) ) {
			return Field_List::empty_value( $field );
		}
		switch ( $field['type'] ) {
			case 'integer':
				return (int) $value;
			case 'boolean':
				return is_string( $value ) ? in_array( strtolower( $value ), array( '1', 'true' ), true ) : (bool) $value;
			case 'array':
				if ( isset( $field['items'] ) ) {
					return Items::sanitize( $field, $value );
				}
				$ids = array_values( array_unique( array_map( 'intval', wp_parse_list( $value ) ) ) );
				sort( $ids );
				return $ids;
		}
		switch ( $field['format'] ?? '' ) {
			case 'email':
			case 'uri':
			case 'date':
			case 'time':
				return trim( $value );
			case 'date-time':
				return Instant::utc( trim( $value ) );
		}
		return $value;
	}

	/**
	 * Whether a value means "empty this field".
	 *
	 * @param mixed $value What was sent.
	 */
	private static function is_empty( $value ): bool {
		return null === $value || '' === $value || array() === $value;
	}

	/**
	 * Why a field cannot be emptied, or null.
	 *
	 * @param array<string, mixed> $field Field definition.
	 */
	private static function empty_problem( array $field ): ?string {
		if ( ! empty( $field['required'] ) || ( empty( $field['nullable'] ) && 'array' !== $field['type'] && ! Field_List::is_text( $field ) ) ) {
			/* translators: %s: field label. */
			return sprintf( __( '%s cannot be empty.', 'carnet-crm' ), $field['label'] );
		}
		return null;
	}

	/**
	 * What is wrong with a value that is not empty, or null.
	 *
	 * @param array<string, mixed> $field Field definition.
	 * @param mixed                $value What was sent.
	 */
	private static function problem( array $field, $value ): ?string {
		switch ( $field['type'] ) {
			case 'integer':
				return self::integer_problem( $field, $value );
			case 'boolean':
				/* translators: %s: field label. */
				return rest_is_boolean( $value ) ? null : sprintf( __( '%s must be true or false.', 'carnet-crm' ), $field['label'] );
			case 'array':
				return self::list_problem( $field, $value );
		}
		if ( ! is_string( $value ) ) {
			/* translators: %s: field label. */
			return sprintf( __( '%s must be a text.', 'carnet-crm' ), $field['label'] );
		}
		if ( Field_List::is_choice( $field ) || 'country' === ( $field['format'] ?? '' ) ) {
			return self::choice_problem( $field, $value );
		}
		return self::text_problem( $field, $value ) ?? self::format_problem( $field, trim( $value ) );
	}

	/**
	 * Problems of a number or link.
	 *
	 * @param array<string, mixed> $field Field definition.
	 * @param mixed                $value What was sent.
	 */
	private static function integer_problem( array $field, $value ): ?string {
		$least = isset( $field['relation'] ) ? 1 : ( $field['minimum'] ?? -self::MAX_INTEGER );
		$most  = $field['maximum'] ?? self::MAX_INTEGER;
		if ( is_scalar( $value ) && ! is_bool( $value ) && rest_is_integer( $value ) && $value >= $least && $value <= $most ) {
			return null;
		}
		/* translators: 1: field label, 2: smallest number, 3: largest number. */
		return sprintf( __( '%1$s must be a whole number from %2$s to %3$s.', 'carnet-crm' ), $field['label'], $least, $most );
	}

	/**
	 * Problems of a list of ids.
	 *
	 * @param array<string, mixed> $field Field definition.
	 * @param mixed                $value What was sent.
	 */
	private static function list_problem( array $field, $value ): ?string {
		if ( isset( $field['items'] ) ) {
			return Items::problem( $field, $value );
		}
		$items = is_string( $value ) || ( is_array( $value ) && array_is_list( $value ) ) ? $value : array( null );
		foreach ( is_string( $items ) ? wp_parse_list( $items ) : $items as $item ) {
			if ( ! is_scalar( $item ) || is_bool( $item ) || ! rest_is_integer( $item ) || $item < 1 || $item > self::MAX_INTEGER ) {
				/* translators: %s: field label. */
				return sprintf( __( '%s must be a list of IDs.', 'carnet-crm' ), $field['label'] );
			}
		}
		return null;
	}

	/**
	 * Problems of a value from a closed set.
	 *
	 * @param array<string, mixed> $field Field definition.
	 * @param string               $value What was sent.
	 */
	private static function choice_problem( array $field, string $value ): ?string {
		$valid = self::choices( $field );
		if ( in_array( $value, $valid, true ) ) {
			return null;
		}
		if ( 'country' === ( $field['format'] ?? '' ) ) {
			/* translators: %s: field label. */
			return sprintf( __( '%s must be a two-letter country code in capitals, such as FR.', 'carnet-crm' ), $field['label'] );
		}
		/* translators: 1: field label, 2: list of valid values. */
		return sprintf( __( '%1$s must be one of: %2$s.', 'carnet-crm' ), $field['label'], implode( ', ', $valid ) );
	}

	/**
	 * The values a choice field takes.
	 *
	 * @param array<string, mixed> $field Field definition.
	 * @return list<string>
	 */
	public static function choices( array $field ): array {
		if ( 'country' === ( $field['format'] ?? '' ) ) {
			return Countries::codes();
		}
		return isset( $field['choices'] ) ? Lists::keys( $field['choices'] ) : array_map( 'strval', array_keys( $field['enum'] ) );
	}

	/**
	 * Problems of any text: encoding and length.
	 *
	 * @param array<string, mixed> $field Field definition.
	 * @param string               $value What was sent.
	 */
	private static function text_problem( array $field, string $value ): ?string {
		if ( ! self::is_text( $value ) ) {
			return self::no_text( $field['label'] );
		}
		if ( 'long-text' === ( $field['format'] ?? '' ) ) {
			/* translators: 1: field label, 2: number of bytes. */
			return strlen( $value ) <= self::LONG_TEXT_BYTES ? null : sprintf( __( '%1$s must not be longer than %2$s bytes.', 'carnet-crm' ), $field['label'], self::LONG_TEXT_BYTES );
		}
		if ( mb_strlen( $value, 'UTF-8' ) > ( $field['maxLength'] ?? PHP_INT_MAX ) ) {
			/* translators: 1: field label, 2: number of characters. */
			return sprintf( __( '%1$s must not be longer than %2$s characters.', 'carnet-crm' ), $field['label'], $field['maxLength'] );
		}
		/* translators: %s: field label. */
		return ! empty( $field['required'] ) && '' === trim( $value ) ? sprintf( __( '%s cannot be empty.', 'carnet-crm' ), $field['label'] ) : null;
	}

	/**
	 * Whether it is text at all.
	 *
	 * @param string $value What was sent.
	 */
	public static function is_text( string $value ): bool {
		return mb_check_encoding( $value, 'UTF-8' ) && ! str_contains( $value, "\0" );
	}

	/**
	 * What to say of what is not.
	 *
	 * @param string $label Of a field or parameter.
	 */
	public static function no_text( string $label ): string {
		/* translators: %s: field label. */
		return sprintf( __( '%s holds characters that are not text.', 'carnet-crm' ), $label );
	}

	/**
	 * Problems of an address.
	 *
	 * @param array<string, mixed> $field Field definition.
	 * @param string               $value What was sent, without outer spaces.
	 */
	private static function format_problem( array $field, string $value ): ?string {
		switch ( $field['format'] ?? '' ) {
			case 'date':
				/* translators: %s: field label. */
				return Instant::is_day( $value ) ? null : sprintf( __( '%s must be a day such as 2026-11-22.', 'carnet-crm' ), $field['label'] );
			case 'time':
				/* translators: %s: field label. */
				return 1 === preg_match( '/' . Instant::TIME . '/', $value ) ? null : sprintf( __( '%s must be a time such as 09:30.', 'carnet-crm' ), $field['label'] );
			case 'date-time':
				/* translators: %s: field label. */
				return true === Instant::validate( $value, '' ) ? null : sprintf( __( '%s must be a date and time such as 2026-11-22T09:30:00Z.', 'carnet-crm' ), $field['label'] );
			case 'email':
				/* translators: %s: field label. */
				return self::is_email( $value ) ? null : sprintf( __( '%s must be an email address, such as name@example.com.', 'carnet-crm' ), $field['label'] );
			case 'uri':
				$good = 1 === preg_match( '~^https?://[^\s/?#]+\S*$~iu', $value ) && is_string( wp_parse_url( $value, PHP_URL_HOST ) );
				/* translators: %s: field label. */
				return $good ? null : sprintf( __( '%s must be an address that starts with http:// or https://.', 'carnet-crm' ), $field['label'] );
		}
		return null;
	}

	/**
	 * Whether a text is an e-mail address; letters of any script are, which is_email() refuses.
	 *
	 * @param string $value The text.
	 */
	private static function is_email( string $value ): bool {
		return (bool) is_email( $value ) || 1 === preg_match( '/^[\p{L}\p{M}\p{N}.!#$%&\'*+\/=?^_`{|}~-]+@(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{M}]{2,}$/u', $value );
	}
}
