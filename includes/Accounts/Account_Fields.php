<?php
/**
 * What an account is.
 *
 * @package Carnet
 */

namespace Carnet\Accounts;

use Carnet\Entity\Address_Fields;
use Carnet\Entity\Field;
use Carnet\Entity\Field_List;

defined( 'ABSPATH' ) || exit;

/**
 * The fields of an account: a company that is a prospect, customer, supplier or partner.
 */
final class Account_Fields {

	/**
	 * The list.
	 */
	public static function list(): Field_List {
		$indexed = array(
			'sortable' => true,
			'index'    => true,
		);
		$types   = array(
			'prospect' => __( 'Prospect', 'carnet-crm' ),
			'customer' => __( 'Customer', 'carnet-crm' ),
			'supplier' => __( 'Supplier', 'carnet-crm' ),
			'partner'  => __( 'Partner', 'carnet-crm' ),
		);
		$name    = array(
			'required'   => true,
			'sortable'   => true,
			'searchable' => true,
		);
		return new Field_List(
			array(
				'name'       => Field::text( __( 'Company name', 'carnet-crm' ), 200 ) + $name,
				'type'       => Field::choice( __( 'Type', 'carnet-crm' ), $types ) + array( 'default' => 'prospect' ) + $indexed,
				'source'     => Field::listed( __( 'Source', 'carnet-crm' ), 'source' ) + array( 'nullable' => true ),
				'phone'      => Field::phone( __( 'Phone', 'carnet-crm' ) ),
				'fax'        => Field::phone( __( 'Fax', 'carnet-crm' ) ),
				'website'    => Field::url( __( 'Website', 'carnet-crm' ) ),
				'email'      => Field::email( __( 'Email', 'carnet-crm' ) ),
				'vat_number' => Field::text( __( 'VAT number', 'carnet-crm' ), 20 ),
			) + Address_Fields::all() + array(
				'note' => Field::long_text( __( 'Note', 'carnet-crm' ) ),
				'tags' => Field::tags(),
			)
		);
	}
}
