<?php
/**
 * What a contact is.
 *
 * @package Carnet
 */

namespace Carnet\Contacts;

use Carnet\Entity\Field_List;
use Carnet\Entity\Record_Fields;

defined( 'ABSPATH' ) || exit;

/**
 * The fields of a contact: a person, alone or in an account. What must hold is in Contact_Rules, what is counted in Contact_Figures.
 */
final class Contact_Fields {

	/**
	 * The list.
	 */
	public static function list(): Field_List {
		return new Field_List( self::person() + self::sorting() + Address_Fields::all() + self::rest() );
	}

	/**
	 * Who it is and how to reach them.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	private static function person(): array {
		$name  = array(
			'type'       => 'string',
			'maxLength'  => 100,
			'sortable'   => true,
			'searchable' => true,
		);
		$email = array(
			'type'       => 'string',
			'format'     => 'email',
			'maxLength'  => 254,
			'searchable' => true,
		);
		$phone = array(
			'type'       => 'string',
			'format'     => 'tel',
			'maxLength'  => 50,
			'searchable' => true,
		);
		$url   = array(
			'type'      => 'string',
			'format'    => 'uri',
			'maxLength' => 2000,
		);
		$text  = array(
			'type'      => 'string',
			'maxLength' => 100,
		);
		return array(
			'account_id'     => array(
				'type'       => 'integer',
				'relation'   => 'account',
				'nullable'   => true,
				'label'      => __( 'Account', 'carnet-crm' ),
				'filterable' => true,
				'searchable' => true,
				'index'      => true,
			),
			'civility'       => array(
				'type'       => 'string',
				'enum'       => array(
					'mr'   => __( 'Mr', 'carnet-crm' ),
					'ms'   => __( 'Ms', 'carnet-crm' ),
					'none' => __( 'None', 'carnet-crm' ),
				),
				'nullable'   => true,
				'label'      => _x( 'Title', 'Mr or Ms', 'carnet-crm' ),
				'filterable' => true,
			),
			'first_name'     => array( 'label' => __( 'First name', 'carnet-crm' ) ) + $name,
			'last_name'      => array( 'label' => __( 'Last name', 'carnet-crm' ) ) + $name,
			'email'          => array(
				'label'  => __( 'Email', 'carnet-crm' ),
				'unique' => true,
			) + $email,
			'email_personal' => array( 'label' => __( 'Personal email', 'carnet-crm' ) ) + $email,
			'phone'          => array( 'label' => __( 'Phone', 'carnet-crm' ) ) + $phone,
			'mobile'         => array( 'label' => __( 'Mobile', 'carnet-crm' ) ) + $phone,
			'job_title'      => array( 'label' => __( 'Job title', 'carnet-crm' ) ) + $text,
			'profession'     => array( 'label' => __( 'Profession', 'carnet-crm' ) ) + $text,
			'website'        => array( 'label' => __( 'Website', 'carnet-crm' ) ) + $url,
			'linkedin'       => array( 'label' => __( 'LinkedIn', 'carnet-crm' ) ) + $url,
		);
	}

	/**
	 * Where they stand.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	private static function sorting(): array {
		return array(
			'type'   => array(
				'type'       => 'string',
				'enum'       => array(
					'lead'     => __( 'Lead', 'carnet-crm' ),
					'prospect' => __( 'Prospect', 'carnet-crm' ),
					'customer' => __( 'Customer', 'carnet-crm' ),
				),
				'default'    => 'lead',
				'label'      => __( 'Type', 'carnet-crm' ),
				'filterable' => true,
				'sortable'   => true,
				'index'      => true,
			),
			'status' => array(
				'type'       => 'string',
				'choices'    => 'contact_status',
				'label'      => __( 'Status', 'carnet-crm' ),
				'filterable' => true,
				'sortable'   => true,
				'index'      => true,
			),
			'source' => array(
				'type'       => 'string',
				'choices'    => 'source',
				'nullable'   => true,
				'label'      => __( 'Source', 'carnet-crm' ),
				'filterable' => true,
			),
		);
	}

	/**
	 * Note, tags and the instants the server sets.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	private static function rest(): array {
		$since = Record_Fields::instant( '' ) + array(
			'filterable' => true,
			'sortable'   => true,
		);
		return array(
			'note'           => array(
				'type'   => 'string',
				'format' => 'long-text',
				'label'  => __( 'Note', 'carnet-crm' ),
			),
			'tags'           => array(
				'type'       => 'array',
				'relation'   => 'tag',
				'column'     => false,
				'label'      => __( 'Tags', 'carnet-crm' ),
				'filterable' => true,
			),
			'lead_since'     => array( 'label' => __( 'Lead since', 'carnet-crm' ) ) + $since,
			'prospect_since' => array( 'label' => __( 'Prospect since', 'carnet-crm' ) ) + $since,
			'customer_since' => array( 'label' => __( 'Customer since', 'carnet-crm' ) ) + $since,
		);
	}
}
