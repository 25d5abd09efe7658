<?php
/**
 * What an account is.
 *
 * @package Carnet
 */

namespace Carnet\Accounts;

use Carnet\Contacts\Address_Fields;
use Carnet\Entity\Field_List;

defined( 'ABSPATH' ) || exit;

/**
 * The fields of an account: a company, customer, supplier or partner.
 */
final class Account_Fields {

	/**
	 * The list.
	 */
	public static function list(): Field_List {
		return new Field_List(
			array(
				'name'       => array(
					'type'       => 'string',
					'maxLength'  => 200,
					'required'   => true,
					'label'      => __( 'Company name', 'carnet-crm' ),
					'sortable'   => true,
					'searchable' => true,
				),
				'type'       => array(
					'type'       => 'string',
					'enum'       => array(
						'prospect' => __( 'Prospect', 'carnet-crm' ),
						'customer' => __( 'Customer', 'carnet-crm' ),
						'supplier' => __( 'Supplier', 'carnet-crm' ),
						'partner'  => __( 'Partner', 'carnet-crm' ),
					),
					'default'    => 'prospect',
					'label'      => __( 'Type', 'carnet-crm' ),
					'filterable' => true,
					'sortable'   => true,
					'index'      => true,
				),
				'source'     => array(
					'type'       => 'string',
					'choices'    => 'source',
					'nullable'   => true,
					'label'      => __( 'Source', 'carnet-crm' ),
					'filterable' => true,
				),
				'phone'      => array(
					'type'       => 'string',
					'format'     => 'tel',
					'maxLength'  => 50,
					'label'      => __( 'Phone', 'carnet-crm' ),
					'searchable' => true,
				),
				'fax'        => array(
					'type'       => 'string',
					'format'     => 'tel',
					'maxLength'  => 50,
					'label'      => __( 'Fax', 'carnet-crm' ),
					'searchable' => true,
				),
				'website'    => array(
					'type'      => 'string',
					'format'    => 'uri',
					'maxLength' => 2000,
					'label'     => __( 'Website', 'carnet-crm' ),
				),
				'email'      => array(
					'type'       => 'string',
					'format'     => 'email',
					'maxLength'  => 254,
					'label'      => __( 'Email', 'carnet-crm' ),
					'searchable' => true,
				),
				'vat_number' => array(
					'type'      => 'string',
					'maxLength' => 20,
					'label'     => __( 'VAT number', 'carnet-crm' ),
				),
			) + Address_Fields::all() + array(
				'note' => array(
					'type'   => 'string',
					'format' => 'long-text',
					'label'  => __( 'Note', 'carnet-crm' ),
				),
				'tags' => array(
					'type'       => 'array',
					'relation'   => 'tag',
					'column'     => false,
					'label'      => __( 'Tags', 'carnet-crm' ),
					'filterable' => true,
				),
			)
		);
	}
}
