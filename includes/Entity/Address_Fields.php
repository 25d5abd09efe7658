<?php
/**
 * A postal address.
 *
 * @package Carnet
 */

namespace Carnet\Entity;

defined( 'ABSPATH' ) || exit;

/**
 * The address fields of every noun that has an address.
 */
final class Address_Fields {

	/**
	 * The fields.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public static function all(): array {
		return array(
			'address_1' => Field::text( __( 'Address', 'carnet-crm' ), 200 ),
			'address_2' => Field::text( __( 'Address, line 2', 'carnet-crm' ), 200 ),
			'postcode'  => Field::text( __( 'Postcode', 'carnet-crm' ), 20 ),
			'city'      => Field::text( __( 'City', 'carnet-crm' ), 100 ),
			'country'   => Field::country( __( 'Country', 'carnet-crm' ) ),
		);
	}
}
