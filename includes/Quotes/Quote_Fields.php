<?php
/**
 * What a quote is.
 *
 * @package Carnet
 */

namespace Carnet\Quotes;

use Carnet\Entity\Field;
use Carnet\Entity\Field_List;
use Carnet\Entity\Money;

defined( 'ABSPATH' ) || exit;

/**
 * The fields of a quote; an accepted quote is a sale. What must hold is in Quote_Rules, how it is added up in Quote_Totals, how it
 * gets its number in Quote_Numbers.
 */
final class Quote_Fields {

	/**
	 * The list.
	 */
	public static function list(): Field_List {
		$server   = array( 'readonly' => true );
		$title    = array(
			'required'   => true,
			'sortable'   => true,
			'searchable' => true,
		);
		$found    = array( 'searchable' => true );
		$statuses = array(
			'draft'    => __( 'Draft', 'carnet-crm' ),
			'sent'     => __( 'Sent', 'carnet-crm' ),
			'accepted' => __( 'Accepted', 'carnet-crm' ),
			'declined' => __( 'Declined', 'carnet-crm' ),
			'expired'  => __( 'Expired', 'carnet-crm' ),
		);
		$status   = array(
			'default'  => 'draft',
			'sortable' => true,
			'index'    => true,
		);
		return new Field_List(
			array(
				'number'      => Field::text( __( 'Number', 'carnet-crm' ), 40 ) + $server + $found,
				'title'       => Field::text( __( 'Title', 'carnet-crm' ), 200 ) + $title,
				'contact_id'  => Field::link( __( 'Contact', 'carnet-crm' ), 'contact' ) + $found,
				'account_id'  => Field::link( __( 'Account', 'carnet-crm' ), 'account' ) + $found,
				'deal_id'     => Field::link( __( 'Deal', 'carnet-crm' ), 'deal' ),
				'status'      => Field::choice( __( 'Status', 'carnet-crm' ), $statuses ) + $status,
				'currency'    => Field::listed( __( 'Currency', 'carnet-crm' ), 'currency' ),
				'issued_on'   => array( 'agenda' => true ) + Field::date( __( 'Issued on', 'carnet-crm' ) ),
				'valid_until' => Field::date( __( 'Valid until', 'carnet-crm' ) ) + array( 'empty_last' => true ),
				'lines'       => array( 'required' => true ) + self::lines(),
				'net_total'   => Field::money( __( 'Net total', 'carnet-crm' ) ) + $server,
				'tax_total'   => Field::money( __( 'Tax', 'carnet-crm' ) ) + $server,
				'total'       => Field::money( __( 'Total', 'carnet-crm' ) ) + $server,
				'taxes'       => self::taxes(),
				'sent_at'     => Field::instant( __( 'Sent on', 'carnet-crm' ) ),
				'accepted_at' => Field::instant( __( 'Accepted on', 'carnet-crm' ) ),
				'declined_at' => Field::instant( __( 'Declined on', 'carnet-crm' ) ),
				'note'        => Field::long_text( __( 'Note', 'carnet-crm' ) ),
				'tags'        => Field::tags(),
			)
		);
	}

	/**
	 * The lines.
	 *
	 * @return array<string, mixed>
	 */
	public static function lines(): array {
		$percent = array(
			'type'    => 'string',
			'pattern' => '^(?:100(?:\.0{1,2})?|\d{1,2}(?:\.\d{1,2})?)$',
			'valid'   => __( 'a text from 0 to 100 with at most 2 decimals, such as 5.5', 'carnet-crm' ),
		);
		return array(
			'type'     => 'array',
			'label'    => __( 'Lines', 'carnet-crm' ),
			'column'   => 'quote_lines',
			'maxItems' => 500,
			'items'    => array(
				'type'                 => 'object',
				'additionalProperties' => false,
				'properties'           => array(
					'description'      => array(
						'type'      => 'string',
						'minLength' => 1,
						'maxLength' => 1000,
						'required'  => true,
						'label'     => __( 'Description', 'carnet-crm' ),
						'valid'     => __( 'a text of 1 to 1000 characters', 'carnet-crm' ),
					),
					'quantity'         => array(
						'type'    => 'string',
						'pattern' => '^(?!0*(?:\.0*)?$)\d{1,9}(?:\.\d{1,3})?$',
						'label'   => __( 'Quantity', 'carnet-crm' ),
						'valid'   => __( 'a text above 0 with at most 9 digits and 3 decimals, such as 1.5', 'carnet-crm' ),
					),
					'unit_price'       => array(
						'type'    => 'integer',
						'minimum' => 1 - Money::LIMIT,
						'maximum' => Money::LIMIT - 1,
						'label'   => __( 'Unit price', 'carnet-crm' ),
						'valid'   => __( 'a whole number of minor units, such as 1999 for 19.99', 'carnet-crm' ),
					),
					'discount_percent' => $percent + array( 'label' => __( 'Discount (%)', 'carnet-crm' ) ),
					'tax_rate'         => $percent + array( 'label' => __( 'Tax rate (%)', 'carnet-crm' ) ),
				),
			),
		);
	}

	/**
	 * The tax groups.
	 *
	 * @return array<string, mixed>
	 */
	private static function taxes(): array {
		return array(
			'type'     => 'array',
			'label'    => __( 'Taxes', 'carnet-crm' ),
			'readonly' => true,
			'items'    => array(
				'type'       => 'object',
				'properties' => array(
					'rate' => array( 'type' => 'string' ),
					'base' => array( 'type' => 'integer' ),
					'tax'  => array( 'type' => 'integer' ),
				),
			),
		);
	}
}
