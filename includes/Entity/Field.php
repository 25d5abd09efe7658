<?php
/**
 * The kinds of field.
 *
 * @package Carnet
 */

namespace Carnet\Entity;

defined( 'ABSPATH' ) || exit;

/**
 * Names the kinds of field that nouns share, each as a definition for Field_List; a noun adds flags of its own with +.
 */
final class Field {

	/**
	 * A line of text.
	 *
	 * @param string $label  Translated.
	 * @param int    $length Most characters.
	 * @return array<string, mixed>
	 */
	public static function text( string $label, int $length ): array {
		return array(
			'type'      => 'string',
			'maxLength' => $length,
			'label'     => $label,
		);
	}

	/**
	 * Text of any length.
	 *
	 * @param string $label Translated.
	 * @return array<string, mixed>
	 */
	public static function long_text( string $label ): array {
		return array(
			'type'   => 'string',
			'format' => 'long-text',
			'label'  => $label,
		);
	}

	/**
	 * An e-mail address; searchable.
	 *
	 * @param string $label Translated.
	 * @return array<string, mixed>
	 */
	public static function email( string $label ): array {
		return self::text( $label, 254 ) + array(
			'format'     => 'email',
			'searchable' => true,
		);
	}

	/**
	 * A phone number, kept as typed; searchable by its digits.
	 *
	 * @param string $label Translated.
	 * @return array<string, mixed>
	 */
	public static function phone( string $label ): array {
		return self::text( $label, 50 ) + array(
			'format'     => 'tel',
			'searchable' => true,
		);
	}

	/**
	 * An http or https address.
	 *
	 * @param string $label Translated.
	 * @return array<string, mixed>
	 */
	public static function url( string $label ): array {
		return self::text( $label, 2000 ) + array( 'format' => 'uri' );
	}

	/**
	 * One of a fixed set of values; filterable.
	 *
	 * @param string                $label  Translated.
	 * @param array<string, string> $values Value => translated label.
	 * @return array<string, mixed>
	 */
	public static function choice( string $label, array $values ): array {
		return array(
			'type'       => 'string',
			'enum'       => $values,
			'label'      => $label,
			'filterable' => true,
		);
	}

	/**
	 * One value of a list in the settings; filterable.
	 *
	 * @param string $label Translated.
	 * @param string $name  Name of the list.
	 * @return array<string, mixed>
	 */
	public static function listed( string $label, string $name ): array {
		return array(
			'type'       => 'string',
			'choices'    => $name,
			'label'      => $label,
			'filterable' => true,
		);
	}

	/**
	 * A country; filterable.
	 *
	 * @param string $label Translated.
	 * @return array<string, mixed>
	 */
	public static function country( string $label ): array {
		return array(
			'type'       => 'string',
			'format'     => 'country',
			'nullable'   => true,
			'label'      => $label,
			'filterable' => true,
		);
	}

	/**
	 * A link to a record of another noun; filterable, and counted on the parent's tab.
	 *
	 * @param string $label Translated.
	 * @param string $noun  The parent's noun.
	 * @return array<string, mixed>
	 */
	public static function link( string $label, string $noun ): array {
		return array(
			'type'       => 'integer',
			'relation'   => $noun,
			'nullable'   => true,
			'label'      => $label,
			'filterable' => true,
			'index'      => true,
		);
	}

	/**
	 * A calendar day of the site; filterable and sortable.
	 *
	 * @param string $label Translated.
	 * @return array<string, mixed>
	 */
	public static function date( string $label ): array {
		return array(
			'type'       => 'string',
			'format'     => 'date',
			'nullable'   => true,
			'label'      => $label,
			'filterable' => true,
			'sortable'   => true,
		);
	}

	/**
	 * A time of day of the site: 09:30.
	 *
	 * @param string $label Translated.
	 * @return array<string, mixed>
	 */
	public static function time( string $label ): array {
		return array(
			'type'     => 'string',
			'format'   => 'time',
			'nullable' => true,
			'label'    => $label,
		);
	}

	/**
	 * A whole number within bounds.
	 *
	 * @param string $label   Translated.
	 * @param int    $minimum Smallest.
	 * @param int    $maximum Largest.
	 * @return array<string, mixed>
	 */
	public static function number( string $label, int $minimum, int $maximum ): array {
		return array(
			'type'     => 'integer',
			'minimum'  => $minimum,
			'maximum'  => $maximum,
			'nullable' => true,
			'label'    => $label,
		);
	}

	/**
	 * An amount of money, in minor units of the record's currency; filterable and sortable.
	 *
	 * @param string $label Translated.
	 * @return array<string, mixed>
	 */
	public static function money( string $label ): array {
		return self::number( $label, 1 - Money::LIMIT, Money::LIMIT - 1 ) + array(
			'format'     => 'money',
			'filterable' => true,
			'sortable'   => true,
		);
	}

	/**
	 * Yes or no; filterable.
	 *
	 * @param string $label Translated.
	 * @return array<string, mixed>
	 */
	public static function flag( string $label ): array {
		return array(
			'type'       => 'boolean',
			'default'    => false,
			'label'      => $label,
			'filterable' => true,
		);
	}

	/**
	 * The tags of a record.
	 *
	 * @return array<string, mixed>
	 */
	public static function tags(): array {
		return array(
			'type'       => 'array',
			'relation'   => 'tag',
			'column'     => false,
			'label'      => __( 'Tags', 'carnet-crm' ),
			'filterable' => true,
		);
	}

	/**
	 * A UTC date-time that the server sets; filterable and sortable.
	 *
	 * @param string $label Translated.
	 * @return array<string, mixed>
	 */
	public static function instant( string $label ): array {
		return array(
			'type'       => 'string',
			'format'     => 'date-time',
			'nullable'   => true,
			'readonly'   => true,
			'label'      => $label,
			'filterable' => true,
			'sortable'   => true,
		);
	}

	/**
	 * A person whom the server sets.
	 *
	 * @param string $label Translated.
	 * @return array<string, mixed>
	 */
	public static function person( string $label ): array {
		return array(
			'type'     => 'integer',
			'relation' => 'user',
			'readonly' => true,
			'label'    => $label,
		);
	}
}
