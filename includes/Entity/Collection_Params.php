<?php
/**
 * The parameters of a list, from the field list.
 *
 * @package Carnet
 */

namespace Carnet\Entity;

defined( 'ABSPATH' ) || exit;

/**
 * Projects a noun to the parameters of its list. List_Query turns those that were sent into SQL.
 */
final class Collection_Params {

	/**
	 * Most ids in include or exclude.
	 */
	public const MOST_IDS = 500;

	/**
	 * All parameters with their schema.
	 *
	 * @param Entity $entity The noun.
	 * @return array<string, array<string, mixed>>
	 */
	public static function of( Entity $entity ): array {
		return array(
			'page'     => array(
				'description' => __( 'Page of the list.', 'carnet-crm' ),
				'type'        => 'integer',
				'default'     => 1,
				'minimum'     => 1,
				'maximum'     => 10000000,
			),
			'per_page' => array(
				'description' => __( 'Records per page.', 'carnet-crm' ),
				'type'        => 'integer',
				'default'     => 20,
				'minimum'     => 1,
				'maximum'     => 100,
			),
			'orderby'  => array(
				'description' => __( 'Field to sort by; equal ones are sorted by ID.', 'carnet-crm' ),
				'type'        => 'string',
				'default'     => 'id',
				'enum'        => array_keys( $entity->fields()->having( 'sortable' ) ),
			),
			'order'    => array(
				'description' => __( 'Direction of the sort.', 'carnet-crm' ),
				'type'        => 'string',
				'default'     => 'desc',
				'enum'        => array( 'asc', 'desc' ),
			),
			'cursor'   => array(
				'description' => __( 'Continues a list: the X-Carnet-Next-Cursor header of its last answer.', 'carnet-crm' ),
				'type'        => 'string',
			),
		) + self::filters( $entity );
	}

	/**
	 * The parameters that say which records are meant, without paging and sorting: what bulk and export take too.
	 *
	 * @param Entity $entity The noun.
	 * @return array<string, array<string, mixed>>
	 */
	public static function filters( Entity $entity ): array {
		$params = array(
			'search'  => self::search(),
			'include' => self::ids( __( 'Only these records.', 'carnet-crm' ), self::MOST_IDS, 1 ),
			'exclude' => self::ids( __( 'Not these records.', 'carnet-crm' ), self::MOST_IDS, 1 ),
			'trashed' => array(
				'description' => __( 'The trash instead of the live records.', 'carnet-crm' ),
				'type'        => 'boolean',
				'default'     => false,
			),
		);
		foreach ( $entity->fields()->having( 'filterable' ) as $name => $field ) {
			$params += self::filter( $name, $field );
		}
		return $params;
	}

	/**
	 * What is searched for.
	 *
	 * @return array<string, mixed>
	 */
	private static function search(): array {
		$schema = array(
			'description' => __( 'Fragments that must all be found in the record.', 'carnet-crm' ),
			'type'        => 'string',
			'maxLength'   => 200,
		);
		// WordPress looks at types and lengths, not whether it is text.
		return $schema + array(
			'validate_callback' => static fn( $value, $request, $param ) => is_string( $value ) && ! Value::is_text( $value )
				? new \WP_Error( 'rest_invalid_param', Value::no_text( $param ) )
				: rest_validate_value_from_schema( $value, $schema, $param ),
		);
	}

	/**
	 * The parameters of one field.
	 *
	 * @param string               $name  Field name.
	 * @param array<string, mixed> $field Its definition.
	 * @return array<string, array<string, mixed>>
	 */
	private static function filter( string $name, array $field ): array {
		if ( 'array' === $field['type'] ) {
			return array(
				$name             => self::ids( __( 'Records with these tags.', 'carnet-crm' ), 100, 1 ),
				"{$name}_match"   => array(
					'description' => __( 'Whether any or all of the tags must be there.', 'carnet-crm' ),
					'type'        => 'string',
					'enum'        => array( 'any', 'all' ),
					'default'     => 'any',
				),
				"{$name}_exclude" => self::ids( __( 'Records without any of these tags.', 'carnet-crm' ), 100, 1 ),
			);
		}
		if ( isset( $field['relation'] ) ) {
			/* translators: %s: field label. */
			return array( $name => self::ids( sprintf( __( '%s: ID, or 0 for none.', 'carnet-crm' ), $field['label'] ), 100, 0 ) );
		}
		if ( Field_List::is_choice( $field ) || 'country' === ( $field['format'] ?? '' ) ) {
			return array(
				$name => array(
					/* translators: %s: field label. */
					'description' => sprintf( __( '%s: one value, or several of which any.', 'carnet-crm' ), $field['label'] ),
					'type'        => 'array',
					'items'       => array(
						'type' => 'string',
						'enum' => Value::choices( $field ),
					),
				),
			);
		}
		if ( 'boolean' === $field['type'] ) {
			return array(
				$name => array(
					'description' => $field['label'],
					'type'        => 'boolean',
				),
			);
		}
		return self::range( $name, $field );
	}

	/**
	 * The parameters of a date or number.
	 *
	 * @param string               $name  Field name.
	 * @param array<string, mixed> $field Its definition.
	 * @return array<string, array<string, mixed>>
	 */
	private static function range( string $name, array $field ): array {
		$is_date = 'string' === $field['type'];
		$bound   = array( 'type' => $field['type'] ) + ( $is_date ? array( 'format' => $field['format'] ) : array_intersect_key( $field, array_flip( array( 'minimum', 'maximum' ) ) ) );
		if ( 'date-time' === ( $field['format'] ?? '' ) ) {
			$bound['validate_callback'] = static fn( $value, $request, $param ) => Instant::validate( $value, $param );
			$bound['sanitize_callback'] = null;
			// WordPress's own would refuse a plain day.
		}
		$texts = match ( $field['format'] ?? '' ) {
			'date'      => array(
				/* translators: %s: field label. */
				'after'  => __( '%s: from this day on.', 'carnet-crm' ),
				/* translators: %s: field label. */
				'before' => __( '%s: before this day.', 'carnet-crm' ),
			),
			'date-time' => array(
				/* translators: %s: field label. */
				'after'  => __( '%s: from this moment on, UTC unless it says otherwise; a day begins in the site’s time zone.', 'carnet-crm' ),
				/* translators: %s: field label. */
				'before' => __( '%s: before this moment, UTC unless it says otherwise; a day begins in the site’s time zone.', 'carnet-crm' ),
			),
			default     => array(
				/* translators: %s: field label. */
				'min' => __( '%s: at least, the bound included.', 'carnet-crm' ),
				/* translators: %s: field label. */
				'max' => __( '%s: at most, the bound included.', 'carnet-crm' ),
			),
		};
		if ( 'date' === ( $field['format'] ?? '' ) ) {
			/* translators: %s: parameter name. */
			$bound['validate_callback'] = static fn( $value, $request, $param ) => is_string( $value ) && Instant::is_day( $value ) ? true : new \WP_Error( 'rest_invalid_param', sprintf( __( '%s must be a day such as 2026-11-22.', 'carnet-crm' ), $param ) );
		}
		$params = array();
		foreach ( $texts as $suffix => $text ) {
			$params[ "{$name}_{$suffix}" ] = array( 'description' => sprintf( $text, $field['label'] ) ) + $bound;
		}
		return $params;
	}

	/**
	 * A list of ids.
	 *
	 * @param string $description Translated.
	 * @param int    $most        Most items.
	 * @param int    $least       Smallest id.
	 * @return array<string, mixed>
	 */
	private static function ids( string $description, int $most, int $least ): array {
		return array(
			'description' => $description,
			'type'        => 'array',
			'maxItems'    => $most,
			'items'       => array(
				'type'    => 'integer',
				'minimum' => $least,
				'maximum' => Value::MAX_INTEGER,
			),
		);
	}
}
