<?php
/**
 * What a task is.
 *
 * @package Carnet
 */

namespace Carnet\Tasks;

use Carnet\Entity\Field;
use Carnet\Entity\Field_List;

defined( 'ABSPATH' ) || exit;

/**
 * The fields of a task: something its owner has to do, by a time, with reminders. What must hold is in Task_Rules, when it reminds
 * in Task_Reminders.
 */
final class Task_Fields {

	/**
	 * The list.
	 */
	public static function list(): Field_List {
		$title      = array(
			'required'   => true,
			'sortable'   => true,
			'searchable' => true,
		);
		$priorities = array(
			'low'    => __( 'Low', 'carnet-crm' ),
			'normal' => __( 'Normal', 'carnet-crm' ),
			'high'   => __( 'High', 'carnet-crm' ),
			'urgent' => __( 'Urgent', 'carnet-crm' ),
		);
		$statuses   = array(
			'open'      => _x( 'Open', 'status of a task', 'carnet-crm' ),
			'done'      => __( 'Done', 'carnet-crm' ),
			'cancelled' => __( 'Cancelled', 'carnet-crm' ),
		);
		$priority   = array(
			'default'  => 'normal',
			'sortable' => true,
			'ranked'   => true,
		);
		$status     = array(
			'default'  => 'open',
			'sortable' => true,
			'index'    => true,
		);
		$found      = array( 'searchable' => true );
		return new Field_List(
			array(
				'title'       => Field::text( __( 'Title', 'carnet-crm' ), 200 ) + $title,
				'description' => Field::long_text( __( 'Description', 'carnet-crm' ) ),
				'due_at'      => array(
					'readonly'   => false,
					'empty_last' => true,
					'agenda'     => true,
				) + Field::instant( __( 'Due', 'carnet-crm' ) ),
				'priority'    => Field::choice( __( 'Priority', 'carnet-crm' ), $priorities ) + $priority,
				'status'      => Field::choice( __( 'Status', 'carnet-crm' ), $statuses ) + $status,
				'done_at'     => Field::instant( __( 'Done on', 'carnet-crm' ) ),
				'contact_id'  => Field::link( __( 'Contact', 'carnet-crm' ), 'contact' ) + $found,
				'account_id'  => Field::link( __( 'Account', 'carnet-crm' ), 'account' ) + $found,
				'deal_id'     => Field::link( __( 'Deal', 'carnet-crm' ), 'deal' ),
				'reminders'   => self::reminders(),
			)
		);
	}

	/**
	 * The reminders of a task, to its owner.
	 *
	 * @return array<string, mixed>
	 */
	private static function reminders(): array {
		return array(
			'type'     => 'array',
			'label'    => __( 'Reminders', 'carnet-crm' ),
			'maxItems' => 5,
			'items'    => array(
				'type'                 => 'object',
				'additionalProperties' => false,
				'properties'           => array(
					'minutes_before' => array(
						'type'     => 'integer',
						'minimum'  => 0,
						'maximum'  => 525600,
						'required' => true,
						'label'    => __( 'Minutes before', 'carnet-crm' ),
						'valid'    => __( 'a whole number from 0 to 525600', 'carnet-crm' ),
					),
					'channel'        => array(
						'type'     => 'string',
						'enum'     => array( 'in_app', 'email' ),
						'required' => true,
						'label'    => __( 'Channel', 'carnet-crm' ),
						'valid'    => __( 'in_app or email', 'carnet-crm' ),
					),
				),
			),
		);
	}
}
