<?php
/**
 * What a deal is.
 *
 * @package Carnet
 */

namespace Carnet\Deals;

use Carnet\Entity\Field;
use Carnet\Entity\Field_List;

defined( 'ABSPATH' ) || exit;

/**
 * The fields of a deal. What follows from them is in Deal_Rules and Deal_Effects, what is counted in Deal_Figures.
 */
final class Deal_Fields {

	/**
	 * The list.
	 */
	public static function list(): Field_List {
		$title    = array(
			'required'   => true,
			'sortable'   => true,
			'searchable' => true,
		);
		$indexed  = array(
			'sortable' => true,
			'index'    => true,
		);
		$account  = array(
			'required'   => true,
			'searchable' => true,
		);
		$contact  = array(
			'within'     => 'account_id',
			'searchable' => true,
		);
		$statuses = array(
			'open'      => _x( 'Open', 'status of a deal', 'carnet-crm' ),
			'won'       => __( 'Won', 'carnet-crm' ),
			'lost'      => __( 'Lost', 'carnet-crm' ),
			'abandoned' => __( 'Abandoned', 'carnet-crm' ),
		);
		$computed = array( 'readonly' => true );
		return new Field_List(
			array(
				'title'               => Field::text( __( 'Title', 'carnet-crm' ), 200 ) + $title,
				'account_id'          => Field::link( __( 'Account', 'carnet-crm' ), 'account' ) + $account,
				'contact_id'          => Field::link( __( 'Contact', 'carnet-crm' ), 'contact' ) + $contact,
				'status'              => Field::choice( __( 'Status', 'carnet-crm' ), $statuses ) + array( 'default' => 'open' ) + $indexed,
				'stage'               => Field::listed( __( 'Stage', 'carnet-crm' ), 'deal_stage' ) + $indexed,
				'probability'         => Field::number( __( 'Probability (%)', 'carnet-crm' ), 0, 100 ) + array( 'filterable' => true ),
				'start_date'          => Field::date( __( 'Start date', 'carnet-crm' ) ),
				'expected_close_date' => Field::date( __( 'Expected close date', 'carnet-crm' ) ) + array(
					'empty_last' => true,
					'agenda'     => true,
				),
				'currency'            => Field::listed( __( 'Currency', 'carnet-crm' ), 'currency' ),
				'amount'              => Field::money( __( 'Forecast amount', 'carnet-crm' ) ),
				'potential_amount'    => Field::money( __( 'Potential amount', 'carnet-crm' ) ),
				'signed_amount'       => Field::money( __( 'Signed amount', 'carnet-crm' ) ),
				'weighted_amount'     => Field::money( __( 'Weighted amount', 'carnet-crm' ) ) + $computed,
				'close_reason'        => Field::listed( __( 'Close reason', 'carnet-crm' ), 'close_reason' ) + array( 'nullable' => true ),
				'closed_at'           => Field::instant( __( 'Closed on', 'carnet-crm' ) ),
				'new_customer'        => Field::flag( __( 'New customer', 'carnet-crm' ) ),
				'note'                => Field::long_text( __( 'Note', 'carnet-crm' ) ),
				'tags'                => Field::tags(),
			)
		);
	}
}
