<?php
/**
 * The REST schema of a noun, from its field list.
 *
 * @package Carnet
 */

namespace Carnet\Entity;

use Carnet\Settings\Lists;
use Carnet\Settings\Settings;

defined( 'ABSPATH' ) || exit;

/**
 * Projects a noun to the item schema and to the arguments of its write routes.
 */
final class Item_Schema {

	/**
	 * The item schema.
	 *
	 * @param Entity   $entity   The noun.
	 * @param Entities $entities All nouns: parents' names and children's counts are part of an item.
	 * @return array<string, mixed>
	 */
	public static function of( Entity $entity, Entities $entities ): array {
		$properties = array();
		foreach ( $entity->fields()->all() as $name => $field ) {
			$properties[ $name ] = self::property( $field );
			if ( in_array( $field['relation'] ?? 'tag', array( 'tag', 'user' ), true ) && 'owner_id' !== $name ) {
				continue;
			}
			$parent = substr( $name, 0, -3 );
			/* translators: %s: field label. */
			$properties[ "{$parent}_name" ] = self::derived( array( 'string', 'null' ), sprintf( __( 'Name of: %s. Null where the reader may not see it.', 'carnet-crm' ), $field['label'] ) );
			if ( 'owner_id' === $name ) {
				continue;
			}
			$properties[ "{$parent}_trashed" ] = self::derived( 'boolean', __( 'Whether the linked record is in the trash.', 'carnet-crm' ) );
			foreach ( $entity->borrowed[ $name ] ?? array() as $borrowed ) {
				/* translators: %s: field label. */
				$properties[ "{$parent}_{$borrowed}" ] = self::derived( array( 'string', 'null' ), sprintf( __( 'Of the linked record: %s.', 'carnet-crm' ), $entities->get( $field['relation'] )->fields()->get( $borrowed )['label'] ?? $borrowed ) );
			}
		}
		$children = $entities->children( $entity->name );
		if ( $children ) {
			$properties['counts'] = self::derived( 'object', __( 'Live linked records that the reader may see. Only on a single record.', 'carnet-crm' ), array( 'view', 'edit' ) );
			foreach ( array_keys( $children ) as $child ) {
				$properties['counts']['properties'][ $entities->get( $child )->plural ] = array( 'type' => 'integer' );
			}
		}
		return array(
			'$schema'    => 'http://json-schema.org/draft-04/schema#',
			'title'      => "carnet-{$entity->name}",
			'type'       => 'object',
			'properties' => $properties,
		);
	}

	/**
	 * One property.
	 *
	 * @param array<string, mixed> $field Field definition.
	 * @return array<string, mixed>
	 */
	public static function property( array $field ): array {
		$type   = ! empty( $field['nullable'] ) ? array( $field['type'], 'null' ) : $field['type'];
		$format = $field['format'] ?? '';
		$schema = array(
			'description' => $field['description'] ?? $field['label'],
			'type'        => $type,
			'context'     => array( 'view', 'edit', 'embed' ),
		);
		if ( Field_List::is_choice( $field ) || 'country' === $format ) {
			$schema['enum'] = ! empty( $field['nullable'] ) ? array( ...Value::choices( $field ), null ) : Value::choices( $field );
		}
		if ( 'array' === $field['type'] ) {
			$schema['items'] = Items::schema( $field );
		}
		$schema += array_intersect_key( $field, array_flip( array( 'maxLength', 'minimum', 'maximum', 'maxItems' ) ) );
		if ( 'time' === $format ) {
			$schema['pattern'] = Instant::TIME;
		}
		if ( in_array( $format, array( 'date', 'date-time' ), true ) ) {
			$schema['format'] = $format;
		}
		if ( ! empty( $field['readonly'] ) ) {
			$schema['readonly'] = true;
		}
		if ( isset( $field['default'] ) ) {
			$schema['default'] = $field['default'];
		}
		return $schema;
	}

	/**
	 * A property that is worked out, never written.
	 *
	 * @param string|list<string> $type        JSON type.
	 * @param string              $description Translated.
	 * @param list<string>        $context     Contexts.
	 * @return array<string, mixed>
	 */
	private static function derived( $type, string $description, array $context = array( 'view', 'edit', 'embed' ) ): array {
		return array(
			'description' => $description,
			'type'        => $type,
			'context'     => $context,
			'readonly'    => true,
		);
	}

	/**
	 * The arguments of POST; PATCH takes the same as optional().
	 *
	 * @param Entity $entity The noun.
	 * @return array<string, array<string, mixed>>
	 */
	public static function write_args( Entity $entity ): array {
		$args = array();
		foreach ( $entity->fields()->writable() as $name => $field ) {
			$args[ $name ] = array( 'required' => ! empty( $field['required'] ) ) + self::arg( $field );
		}
		foreach ( $entity->options() as $name => $description ) {
			$args[ $name ] = array(
				'description' => $description,
				'type'        => 'boolean',
				'default'     => false,
			);
		}
		return $args;
	}

	/**
	 * The same arguments where none of them must be sent.
	 *
	 * @param array<string, array<string, mixed>> $args Arguments.
	 * @return array<string, array<string, mixed>>
	 */
	public static function optional( array $args ): array {
		return array_map( static fn( array $arg ): array => array( 'required' => false ) + $arg, $args );
	}

	/**
	 * One argument, checked and brought to its stored form by Value.
	 *
	 * @param array<string, mixed> $field Field definition.
	 * @return array<string, mixed>
	 */
	public static function arg( array $field ): array {
		$arg = self::property( $field );
		unset( $arg['context'], $arg['default'] );
		$arg['validate_callback'] = static fn( $value ) => Value::validate( $field, $value );
		$arg['sanitize_callback'] = static fn( $value ) => Value::sanitize( $field, $value );
		return $arg;
	}

	/**
	 * The value of a field nobody has set.
	 *
	 * @param array<string, mixed> $field Field definition.
	 * @return mixed
	 */
	public static function default_of( array $field ) {
		if ( 'currency' === ( $field['choices'] ?? '' ) ) {
			return Settings::all()['default_currency'];
		}
		if ( isset( $field['choices'] ) && empty( $field['nullable'] ) ) {
			return Lists::keys( $field['choices'] )[0];
		}
		return $field['default'] ?? Field_List::empty_value( $field );
	}
}
