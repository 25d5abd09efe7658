<?php
/**
 * A postal address.
 *
 * @package Carnet
 */

namespace Carnet\Contacts;

defined( 'ABSPATH' ) || exit;

/**
 * The address fields that contacts and accounts have alike.
 */
final class Address_Fields {

	/**
	 * The fields.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public static function all(): array {
		return array(
			'address_1' => array(
				'type'      => 'string',
				'maxLength' => 200,
				'label'     => __( 'Address', 'carnet-crm' ),
			),
			'address_2' => array(
				'type'      => 'string',
				'maxLength' => 200,
				'label'     => __( 'Address, line 2', 'carnet-crm' ),
			),
			'postcode'  => array(
				'type'      => 'string',
				'maxLength' => 20,
				'label'     => __( 'Postcode', 'carnet-crm' ),
			),
			'city'      => array(
				'type'      => 'string',
				'maxLength' => 100,
				'label'     => __( 'City', 'carnet-crm' ),
			),
			'country'   => array(
				'type'       => 'string',
				'format'     => 'country',
				'nullable'   => true,
				'label'      => __( 'Country', 'carnet-crm' ),
				'filterable' => true,
			),
		);
	}
}
