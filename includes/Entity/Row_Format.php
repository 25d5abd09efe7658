<?php
/**
 * Between database rows and records.
 *
 * @package Carnet
 */

namespace Carnet\Entity;

use Carnet\Store\Tag_Links;

defined( 'ABSPATH' ) || exit;

/**
 * Turns a row of strings into a record as the API shows it (integers, booleans, UTC instants with T and Z) and back,
 * shadow columns included; what Store\Uniqueness and Store\Search_Index keep is theirs. The one place that knows how a value is stored.
 */
final class Row_Format {

	/**
	 * By what records are sorted that have no value of a field that is empty_last.
	 */
	public const LATER_THAN_ALL = '9999-12-31 23:59:59';

	/**
	 * A row as a record. Columns that were not selected are left out.
	 *
	 * @param Entity               $entity The noun.
	 * @param array<string, mixed> $row    Row of strings.
	 * @return array<string, mixed>
	 */
	public static function to_record( Entity $entity, array $row ): array {
		$record = array();
		foreach ( $entity->fields()->stored() as $name => $field ) {
			$column = Field_List::column( $name, $field );
			if ( array_key_exists( $column, $row ) ) {
				$record[ $name ] = self::typed( $field, $row[ $column ] );
			}
		}
		return $record;
	}

	/**
	 * The fields whose values the API shows otherwise than they are stored.
	 *
	 * @param array<string, array<string, mixed>> $stored Field definitions by name.
	 * @return array<string, array<string, mixed>>
	 */
	public static function typed_fields( array $stored ): array {
		return array_filter( $stored, static fn( array $field ): bool => 'string' !== $field['type'] || 'date-time' === ( $field['format'] ?? '' ) );
	}

	/**
	 * A row by field names with the values that the API shows.
	 *
	 * @param array<string, array<string, mixed>> $typed Of typed_fields(); all of them are in the row.
	 * @param array<string, mixed>                $row   The row.
	 * @return array<string, mixed>
	 */
	public static function with_types( array $typed, array $row ): array {
		foreach ( $typed as $name => $field ) {
			$row[ $name ] = self::typed( $field, $row[ $name ] );
		}
		return $row;
	}

	/**
	 * One stored value as the API shows it.
	 *
	 * @param array<string, mixed> $field Field definition.
	 * @param mixed                $value The column.
	 * @return mixed
	 */
	private static function typed( array $field, $value ) {
		if ( null === $value ) {
			return null;
		}
		if ( 'integer' === $field['type'] ) {
			return (int) $value;
		}
		if ( 'boolean' === $field['type'] ) {
			return (bool) (int) $value;
		}
		if ( 'array' === $field['type'] ) {
			return (array) json_decode( $value, true );
		}
		return 'date-time' === ( $field['format'] ?? '' ) ? str_replace( ' ', 'T', $value ) . 'Z' : $value;
	}

	/**
	 * A record, or some of its fields, as columns, without the id.
	 *
	 * @param Entity               $entity The noun.
	 * @param array<string, mixed> $record A whole record, or some fields.
	 * @return array<string, int|string|null>
	 */
	public static function to_row( Entity $entity, array $record ): array {
		$row = array();
		foreach ( array_intersect_key( $entity->fields()->stored(), $record ) as $name => $field ) {
			if ( 'id' === $name ) {
				continue;
			}
			$value = $record[ $name ];

			$row[ Field_List::column( $name, $field ) ] = self::stored( $field, $value );
			if ( ! empty( $field['sortable'] ) && Field_List::is_text( $field ) ) {
				$row[ "{$name}_sort" ] = Text::sort_key( (string) $value );
			}
			if ( ! empty( $field['empty_last'] ) ) {
				$row[ "{$name}_sort" ] = null === $value ? self::LATER_THAN_ALL : self::sql_instant( 'date' === $field['format'] ? "$value 00:00:00" : $value );
			}
			if ( ! empty( $field['ranked'] ) ) {
				$row[ "{$name}_rank" ] = (int) array_search( $value, array_keys( $field['enum'] ), true );
			}
			if ( ! empty( $field['unique'] ) ) {
				$row[ "{$name}_key" ] = Text::key( $field, (string) $value );
			}
		}
		if ( $entity->has_tags() && isset( $record['tags'] ) ) {
			$row['tags_mask'] = Tag_Links::mask( $record['tags'] );
		}
		return $row;
	}

	/**
	 * One value as its column.
	 *
	 * @param array<string, mixed> $field Field definition.
	 * @param mixed                $value Value as in the API.
	 * @return int|string|null
	 */
	private static function stored( array $field, $value ) {
		if ( 'array' === $field['type'] ) {
			return (string) wp_json_encode( $value ?? array() );
		}
		if ( null === $value ) {
			return ! empty( $field['nullable'] ) ? null : ( Field_List::is_text( $field ) ? '' : 0 );
		}
		if ( 'boolean' === $field['type'] ) {
			return (int) $value;
		}
		return 'date-time' === ( $field['format'] ?? '' ) ? self::sql_instant( $value ) : $value;
	}

	/**
	 * An instant as its column: 2026-11-22 09:30:00.
	 *
	 * @param string $instant UTC, as in the API: 2026-11-22T09:30:00Z.
	 */
	public static function sql_instant( string $instant ): string {
		return str_replace( array( 'T', 'Z' ), array( ' ', '' ), $instant );
	}
}
