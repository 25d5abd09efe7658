<?php
/**
 * The fields of a noun for the screens.
 *
 * @package Carnet
 */

namespace Carnet\Entity;

defined( 'ABSPATH' ) || exit;

/**
 * Projects a noun to what lists and forms in the browser are made of: the half of a field that can be sent as JSON. How a value is
 * drawn and edited is in src, by kind.
 */
final class View_Config {

	/**
	 * The fields in the order of the list.
	 *
	 * @param Entity $entity The noun.
	 * @return list<array<string, mixed>>
	 */
	public static function of( Entity $entity ): array {
		$fields = array();
		foreach ( $entity->fields()->all() as $name => $field ) {
			if ( 'version' !== $name && 'trashed_at' !== $name ) {
				$fields[] = self::field( $name, $field );
			}
		}
		return $fields;
	}

	/**
	 * One field.
	 *
	 * @param string               $name  Field name.
	 * @param array<string, mixed> $field Its definition.
	 * @return array<string, mixed>
	 */
	private static function field( string $name, array $field ): array {
		$view = array(
			'id'         => $name,
			'kind'       => self::kind( $name, $field ),
			'label'      => $field['label'],
			'required'   => ! empty( $field['required'] ),
			'readonly'   => ! empty( $field['readonly'] ),
			'nullable'   => ! empty( $field['nullable'] ),
			'sortable'   => ! empty( $field['sortable'] ),
			'filterable' => ! empty( $field['filterable'] ),
			'default'    => empty( $field['readonly'] ) ? Item_Schema::default_of( $field ) : null,
		);
		foreach ( array( 'maxLength', 'choices', 'relation' ) as $key ) {
			if ( isset( $field[ $key ] ) ) {
				$view[ $key ] = $field[ $key ];
			}
		}
		if ( isset( $field['enum'] ) ) {
			$view['elements'] = array_map( static fn( $value, string $label ): array => compact( 'value', 'label' ), array_keys( $field['enum'] ), $field['enum'] );
		} elseif ( 'country' === ( $field['format'] ?? '' ) ) {
			$view['elements'] = array_map( static fn( string $code ): array => array( 'value' => $code, 'label' => $code ), Countries::codes() ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		}
		return $view;
	}

	/**
	 * Which control and renderer a field needs.
	 *
	 * @param string               $name  Field name.
	 * @param array<string, mixed> $field Its definition.
	 */
	private static function kind( string $name, array $field ): string {
		if ( isset( $field['relation'] ) ) {
			$kinds = array(
				'user' => 'owner',
				'tag'  => 'tags',
			);
			return $kinds[ $field['relation'] ] ?? 'relation';
		}
		if ( Field_List::is_choice( $field ) ) {
			return 'choice';
		}
		$kinds = array(
			'long-text' => 'longtext',
			'uri'       => 'url',
			'tel'       => 'telephone',
			'date-time' => 'datetime',
		);
		$other = 'string' === $field['type'] ? 'text' : $field['type'];
		return $kinds[ $field['format'] ?? '' ] ?? $field['format'] ?? $other;
	}
}
