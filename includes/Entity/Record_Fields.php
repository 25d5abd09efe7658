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
				'export'      => false,
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
			'created_at' => array( 'agenda' => true ) + Field::instant( __( 'Created on', 'carnet-crm' ) ),
			'created_by' => Field::person( __( 'Created by', 'carnet-crm' ) ),
			'updated_at' => Field::instant( __( 'Modified on', 'carnet-crm' ) ),
			'updated_by' => Field::person( __( 'Modified by', 'carnet-crm' ) ),
			'trashed_at' => array_diff_key( Field::instant( __( 'Trashed on', 'carnet-crm' ) ), array_flip( array( 'filterable', 'sortable' ) ) ),
		);
	}
}
