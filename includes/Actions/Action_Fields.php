<?php
/**
 * What an action is.
 *
 * @package Carnet
 */

namespace Carnet\Actions;

use Carnet\Entity\Field;
use Carnet\Entity\Field_List;

defined( 'ABSPATH' ) || exit;

/**
 * The fields of an action: what happened or is to happen with someone, a call, an e-mail, a meeting. Its owner is who does it.
 */
final class Action_Fields {

	/**
	 * The list.
	 */
	public static function list(): Field_List {
		$title    = array(
			'required'   => true,
			'sortable'   => true,
			'searchable' => true,
		);
		$natures  = array(
			'sales'          => __( 'Sales', 'carnet-crm' ),
			'administrative' => __( 'Administrative', 'carnet-crm' ),
			'accounting'     => __( 'Accounting', 'carnet-crm' ),
			'legal'          => __( 'Legal', 'carnet-crm' ),
			'marketing'      => __( 'Marketing', 'carnet-crm' ),
		);
		$types    = array(
			'task'      => __( 'Task', 'carnet-crm' ),
			'call'      => __( 'Call', 'carnet-crm' ),
			'email'     => __( 'Email', 'carnet-crm' ),
			'call_out'  => __( 'Outgoing call', 'carnet-crm' ),
			'call_in'   => __( 'Incoming call', 'carnet-crm' ),
			'email_out' => __( 'Outgoing email', 'carnet-crm' ),
			'email_in'  => __( 'Incoming email', 'carnet-crm' ),
			'meeting'   => __( 'Meeting', 'carnet-crm' ),
			'video'     => __( 'Video call', 'carnet-crm' ),
			'sms_out'   => __( 'Outgoing SMS', 'carnet-crm' ),
			'sms_in'    => __( 'Incoming SMS', 'carnet-crm' ),
		);
		$statuses = array(
			'not_started' => __( 'Not started', 'carnet-crm' ),
			'in_progress' => __( 'In progress', 'carnet-crm' ),
			'done'        => __( 'Done', 'carnet-crm' ),
			'cancelled'   => __( 'Cancelled', 'carnet-crm' ),
		);
		return new Field_List(
			array(
				'title'      => Field::text( __( 'Title', 'carnet-crm' ), 200 ) + $title,
				'nature'     => Field::choice( __( 'Nature', 'carnet-crm' ), $natures ) + array( 'default' => 'sales' ),
				'type'       => Field::choice( __( 'Type', 'carnet-crm' ), $types ) + array( 'nullable' => true, 'sortable' => true ), // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
				'status'     => Field::choice( __( 'Status', 'carnet-crm' ), $statuses ) + array( 'default' => 'not_started', 'sortable' => true, 'index' => true ), // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
				'date'       => array(
					'required' => true,
					'agenda'   => true,
				) + Field::date( __( 'Date', 'carnet-crm' ) ),
				'start_time' => Field::time( __( 'Start time', 'carnet-crm' ) ),
				'end_time'   => Field::time( __( 'End time', 'carnet-crm' ) ),
				'duration'   => Field::number( __( 'Duration (minutes)', 'carnet-crm' ), 0, 525600 ),
				'account_id' => Field::link( __( 'Account', 'carnet-crm' ), 'account' ) + array( 'searchable' => true ),
				'contact_id' => Field::link( __( 'Contact', 'carnet-crm' ), 'contact' ) + array( 'searchable' => true ),
				'deal_id'    => Field::link( __( 'Deal', 'carnet-crm' ), 'deal' ),
				'note'       => Field::long_text( __( 'Note', 'carnet-crm' ) ),
			)
		);
	}
}
