<?php
/**
 * What every record carries.
 *
 * @package Carnet
 */

namespace Carnet\Entity;

defined( 'ABSPATH' ) || exit;

/**
 * The fields that the server sets on every record. Only owner_id can be written, by who may see others' records.
 */
final class Record_Fields {

	/**
	 * The fields, in the order of the answer.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public static function before(): array {
		return array(
			'id'      => array(
				'type'     => 'integer',
				'readonly' => true,
				'label'    => __( 'ID', 'carnet-crm' ),
				'sortable' => true,
			),
			'version' => array(
				'type'        => 'integer',
				'readonly'    => true,
				'label'       => __( 'Version', 'carnet-crm' ),
				'description' => __( 'Counts the changes of the record; sent back, it must be the current one.', 'carnet-crm' ),
			),
		);
	}

	/**
	 * The fields after the noun's own.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public static function after(): array {
		return array(
			'owner_id'   => array(
				'type'       => 'integer',
				'relation'   => 'user',
				'label'      => __( 'Owner', 'carnet-crm' ),
				'filterable' => true,
				'index'      => true,
			),
			'created_at' => self::instant( __( 'Created on', 'carnet-crm' ) ) + array(
				'sortable'   => true,
				'filterable' => true,
			),
			'created_by' => self::person( __( 'Created by', 'carnet-crm' ) ),
			'updated_at' => self::instant( __( 'Modified on', 'carnet-crm' ) ) + array(
				'sortable'   => true,
				'filterable' => true,
			),
			'updated_by' => self::person( __( 'Modified by', 'carnet-crm' ) ),
			'trashed_at' => self::instant( __( 'Trashed on', 'carnet-crm' ) ),
		);
	}

	/**
	 * A server-set UTC date-time.
	 *
	 * @param string $label Translated label.
	 * @return array<string, mixed>
	 */
	public static function instant( string $label ): array {
		return array(
			'type'     => 'string',
			'format'   => 'date-time',
			'nullable' => true,
			'readonly' => true,
			'label'    => $label,
		);
	}

	/**
	 * A server-set person.
	 *
	 * @param string $label Translated label.
	 * @return array<string, mixed>
	 */
	private static function person( string $label ): array {
		return array(
			'type'     => 'integer',
			'relation' => 'user',
			'readonly' => true,
			'label'    => $label,
		);
	}
}
