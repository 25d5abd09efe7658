<?php
/**
 * The items of a list that is kept as JSON.
 *
 * @package Carnet
 */

namespace Carnet\Entity;

defined( 'ABSPATH' ) || exit;

/**
 * Checks the lines of a quote or the reminders of a task one by one, so that a refusal says which of them, which property, and in
 * words what would be valid.
 */
final class Items {

	/**
	 * The schema of an item, for the REST reference; ids where the field has none of its own.
	 *
	 * @param array<string, mixed> $field Field definition.
	 * @return array<string, mixed>
	 */
	public static function schema( array $field ): array {
		$items = $field['items'] ?? array( 'type' => 'integer' );
		foreach ( $items['properties'] ?? array() as $name => $property ) {
			$description = isset( $property['label'] ) ? array( 'description' => isset( $property['valid'] ) ? "{$property['label']}: {$property['valid']}." : $property['label'] ) : array();

			$items['properties'][ $name ] = $description + array_diff_key( $property, array_flip( array( 'label', 'valid' ) ) );
		}
		return $items;
	}

	/**
	 * What is wrong with a list that is not empty, or null.
	 *
	 * @param array<string, mixed> $field Field definition.
	 * @param mixed                $value What was sent.
	 */
	public static function problem( array $field, $value ): ?string {
		$most = $field['maxItems'] ?? PHP_INT_MAX;
		if ( ! is_array( $value ) || ! array_is_list( $value ) || count( $value ) > $most ) {
			/* translators: 1: field label, such as Lines, 2: number of items. */
			return sprintf( __( '%1$s must be a list of at most %2$s objects.', 'carnet-crm' ), $field['label'], $most );
		}
		foreach ( $value as $place => $item ) {
			$problem = self::item_problem( $field['items']['properties'], $item );
			if ( null !== $problem ) {
				/* translators: 1: field label, such as Lines, 2: which of them, 3: what is wrong. */
				return sprintf( __( '%1$s, no. %2$s: %3$s', 'carnet-crm' ), $field['label'], $place + 1, $problem );
			}
		}
		return null;
	}

	/**
	 * What is wrong with one item, or null.
	 *
	 * @param array<string, array<string, mixed>> $properties Of an item.
	 * @param mixed                               $item       What was sent.
	 */
	private static function item_problem( array $properties, $item ): ?string {
		if ( ! is_array( $item ) || array_diff_key( $item, $properties ) ) {
			/* translators: %s: list of property names. */
			return sprintf( __( 'it must be an object of: %s.', 'carnet-crm' ), implode( ', ', array_keys( $properties ) ) );
		}
		foreach ( $properties as $name => $property ) {
			$given = array_key_exists( $name, $item );
			if ( $given ? ! self::is_valid( $property, $item[ $name ] ) : ! empty( $property['required'] ) ) {
				/* translators: 1: label of a property, such as Quantity, 2: what is valid, such as: a whole number. */
				return sprintf( __( '%1$s must be %2$s.', 'carnet-crm' ), $property['label'], $property['valid'] );
			}
		}
		return null;
	}

	/**
	 * Whether a property takes a value.
	 *
	 * @param array<string, mixed> $property Definition.
	 * @param mixed                $value    What was sent.
	 */
	private static function is_valid( array $property, $value ): bool {
		if ( 'integer' === $property['type'] ) {
			return ! is_bool( $value ) && is_scalar( $value ) && rest_is_integer( $value ) && $value >= $property['minimum'] && $value <= $property['maximum'];
		}
		if ( ! is_string( $value ) || ! mb_check_encoding( $value, 'UTF-8' ) || str_contains( $value, "\0" ) ) {
			return false;
		}
		if ( isset( $property['minLength'] ) && '' === trim( $value ) ) {
			return false;
		}
		return ( ! isset( $property['enum'] ) || in_array( $value, $property['enum'], true ) )
			&& ( ! isset( $property['pattern'] ) || 1 === preg_match( "/{$property['pattern']}/D", $value ) )
			&& mb_strlen( $value, 'UTF-8' ) <= ( $property['maxLength'] ?? PHP_INT_MAX );
	}

	/**
	 * The stored form of a list that problem() passed.
	 *
	 * @param array<string, mixed>       $field Field definition.
	 * @param list<array<string, mixed>> $value What was sent.
	 * @return list<array<string, mixed>>
	 */
	public static function sanitize( array $field, array $value ): array {
		$stored = array();
		foreach ( $value as $item ) {
			$kept = array();
			foreach ( $field['items']['properties'] as $name => $property ) {
				if ( array_key_exists( $name, $item ) ) {
					$kept[ $name ] = 'integer' === $property['type'] ? (int) $item[ $name ] : $item[ $name ];
				}
			}
			$stored[] = $kept;
		}
		return $stored;
	}
}
