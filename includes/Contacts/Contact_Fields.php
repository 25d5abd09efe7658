<?php
/**
 * What a contact is.
 *
 * @package Carnet
 */

namespace Carnet\Contacts;

use Carnet\Entity\Address_Fields;
use Carnet\Entity\Field;
use Carnet\Entity\Field_List;

defined( 'ABSPATH' ) || exit;

/**
 * The fields of a contact: a person, alone or in an account. What must hold is in Contact_Rules, what is counted in Contact_Figures.
 */
final class Contact_Fields {

	/**
	 * The list.
	 */
	public static function list(): Field_List {
		$name       = array(
			'sortable'   => true,
			'searchable' => true,
		);
		$indexed    = array(
			'sortable' => true,
			'index'    => true,
		);
		$civilities = array(
			'mr'   => __( 'Mr', 'carnet-crm' ),
			'ms'   => __( 'Ms', 'carnet-crm' ),
			'none' => __( 'None', 'carnet-crm' ),
		);
		$types      = array(
			'lead'     => __( 'Lead', 'carnet-crm' ),
			'prospect' => __( 'Prospect', 'carnet-crm' ),
			'customer' => __( 'Customer', 'carnet-crm' ),
		);
		return new Field_List(
			array(
				'account_id'     => Field::link( __( 'Account', 'carnet-crm' ), 'account' ) + array( 'searchable' => true ),
				'civility'       => Field::choice( _x( 'Title', 'Mr or Ms', 'carnet-crm' ), $civilities ) + array( 'nullable' => true ),
				'first_name'     => Field::text( __( 'First name', 'carnet-crm' ), 100 ) + $name,
				'last_name'      => Field::text( __( 'Last name', 'carnet-crm' ), 100 ) + $name,
				'email'          => Field::email( __( 'Email', 'carnet-crm' ) ) + array( 'unique' => true ),
				'email_personal' => Field::email( __( 'Personal email', 'carnet-crm' ) ),
				'phone'          => Field::phone( __( 'Phone', 'carnet-crm' ) ),
				'mobile'         => Field::phone( __( 'Mobile', 'carnet-crm' ) ),
				'job_title'      => Field::text( __( 'Job title', 'carnet-crm' ), 100 ),
				'profession'     => Field::text( __( 'Profession', 'carnet-crm' ), 100 ),
				'website'        => Field::url( __( 'Website', 'carnet-crm' ) ),
				'linkedin'       => Field::url( __( 'LinkedIn', 'carnet-crm' ) ),
				'type'           => Field::choice( __( 'Type', 'carnet-crm' ), $types ) + array( 'default' => 'lead' ) + $indexed,
				'status'         => Field::listed( __( 'Status', 'carnet-crm' ), 'contact_status' ) + $indexed,
				'source'         => Field::listed( __( 'Source', 'carnet-crm' ), 'source' ) + array( 'nullable' => true ),
			) + Address_Fields::all() + array(
				'note'           => Field::long_text( __( 'Note', 'carnet-crm' ) ),
				'tags'           => Field::tags(),
				'lead_since'     => Field::instant( __( 'Lead since', 'carnet-crm' ) ),
				'prospect_since' => Field::instant( __( 'Prospect since', 'carnet-crm' ) ),
				'customer_since' => Field::instant( __( 'Customer since', 'carnet-crm' ) ),
			)
		);
	}
}
