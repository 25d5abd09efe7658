<?php
/**
 * What a change looks like over REST.
 *
 * @package Carnet
 */

namespace Carnet\Rest;

use Carnet\Store\Change_Set;

defined( 'ABSPATH' ) || exit;

/**
 * The schemas of a change of one record and of a change set.
 */
final class History_Schema {

	/**
	 * One change of one record.
	 *
	 * @return array<string, mixed>
	 */
	public static function change(): array {
		return self::schema(
			'carnet-change',
			array(
				'changeset_id' => self::property( 'integer', __( 'Change set it belongs to.', 'carnet-crm' ) ),
			) + self::frame() + array(
				'user_name' => self::property( array( 'string', 'null' ), __( 'Name of who changed it.', 'carnet-crm' ) ),
			) + self::what()
		);
	}

	/**
	 * A change set.
	 *
	 * @return array<string, mixed>
	 */
	public static function changeset(): array {
		$record = array(
			'entity' => self::property( 'string', __( 'Kind of record: account, contact, ...', 'carnet-crm' ) ),
			'id'     => self::property( 'integer', __( 'Its ID.', 'carnet-crm' ) ),
		) + self::what();
		return self::schema(
			'carnet-changeset',
			array( 'id' => self::property( 'integer', __( 'ID of the change set.', 'carnet-crm' ) ) ) + self::frame() + array(
				'label'   => self::property( 'string', __( 'What it was, in words.', 'carnet-crm' ) ),
				'records' => self::property( 'array', __( 'The changed records that the reader may see.', 'carnet-crm' ) ) + self::records( $record ),
			)
		);
	}

	/**
	 * When, who and why.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	private static function frame(): array {
		return array(
			'at'          => self::property( 'string', __( 'When, UTC.', 'carnet-crm' ) ) + array( 'format' => 'date-time' ),
			'user_id'     => self::property( 'integer', __( 'Who changed it.', 'carnet-crm' ) ),
			'source'      => self::property( 'string', __( 'Where the change came from.', 'carnet-crm' ) ) + array( 'enum' => Change_Set::SOURCES ),
			'reverted_by' => self::property( array( 'integer', 'null' ), __( 'The change set that undid it.', 'carnet-crm' ) ),
		);
	}

	/**
	 * What was done.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	private static function what(): array {
		return array(
			'op'      => self::property( 'string', __( 'What was done.', 'carnet-crm' ) ) + array( 'enum' => array( 'create', 'update', 'trash', 'restore', 'delete' ) ),
			'changes' => self::property( 'object', __( 'By field: the value before and after.', 'carnet-crm' ) ) + self::before_and_after(),
		);
	}

	/**
	 * Both values of each field.
	 *
	 * @return array<string, mixed>
	 */
	private static function before_and_after(): array {
		$any = array(
			'type'  => array( 'string', 'integer', 'boolean', 'array', 'object', 'null' ),
			// Tags are ids; lines and reminders are objects.
			'items' => array(
				'type'                 => array( 'integer', 'object' ),
				'additionalProperties' => array( 'type' => array( 'string', 'integer' ) ),
			),
		);
		return array(
			'additionalProperties' => array(
				'type'       => 'object',
				'properties' => array(
					'before' => $any,
					'after'  => $any,
				),
			),
		);
	}

	/**
	 * The answer to an undo.
	 *
	 * @return array<string, mixed>
	 */
	public static function revert(): array {
		$record = array(
			'entity' => self::property( 'string', __( 'Kind of record: account, contact, ...', 'carnet-crm' ) ),
			'id'     => self::property( 'integer', __( 'Its ID.', 'carnet-crm' ) ),
		);
		$values = array(
			'changes' => self::property( 'object', __( 'By field: the value before and after.', 'carnet-crm' ) ) + self::before_and_after(),
			'current' => self::property( array( 'object', 'null' ), __( 'By field: the value now; null where the record is gone.', 'carnet-crm' ) ) + array( 'additionalProperties' => true ),
		);
		return self::schema(
			'carnet-revert',
			array(
				'changeset_id' => self::property( 'integer', __( 'Change set of the undo.', 'carnet-crm' ) ),
				'reverted'     => self::property( 'array', __( 'Records that have their values back.', 'carnet-crm' ) ) + self::records( $record ),
				'conflicts'    => self::property( 'array', __( 'Records left as they are: changed since, or not the reader’s to change.', 'carnet-crm' ) ) + self::records( $record + $values ),
			)
		);
	}

	/**
	 * A list of records.
	 *
	 * @param array<string, array<string, mixed>> $properties Of each.
	 * @return array<string, mixed>
	 */
	private static function records( array $properties ): array {
		return array(
			'items' => array(
				'type'       => 'object',
				'properties' => $properties,
			),
		);
	}

	/**
	 * A property.
	 *
	 * @param string|list<string> $type        JSON type.
	 * @param string              $description Translated.
	 * @return array<string, mixed>
	 */
	private static function property( $type, string $description ): array {
		return array(
			'description' => $description,
			'type'        => $type,
			'context'     => array( 'view' ),
			'readonly'    => true,
		);
	}

	/**
	 * A schema.
	 *
	 * @param string                              $title      Title.
	 * @param array<string, array<string, mixed>> $properties Properties.
	 * @return array<string, mixed>
	 */
	private static function schema( string $title, array $properties ): array {
		return array(
			'$schema'    => 'http://json-schema.org/draft-04/schema#',
			'title'      => $title,
			'type'       => 'object',
			'properties' => $properties,
		);
	}
}
