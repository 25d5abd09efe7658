<?php
/**
 * What a bulk change answers.
 *
 * @package Carnet
 */

namespace Carnet\Rest;

defined( 'ABSPATH' ) || exit;

/**
 * The schema of Bulk_Controller's answers: by ids with results, by query with remaining and cursor.
 */
final class Bulk_Schema {

	/**
	 * The answer.
	 *
	 * @return array<string, mixed>
	 */
	public static function answer(): array {
		return array(
			'$schema'    => 'http://json-schema.org/draft-04/schema#',
			'title'      => 'carnet-bulk',
			'type'       => 'object',
			'properties' => array(
				'changeset_id' => self::property( 'integer', __( 'Change set it belongs to.', 'carnet-crm' ) ),
				'results'      => self::property( 'array', __( 'By ids: what became of each record.', 'carnet-crm' ) ) + array(
					'items' => array(
						'type'       => 'object',
						'properties' => array(
							'id'      => array( 'type' => 'integer' ),
							'result'  => array(
								'type' => 'string',
								'enum' => array( 'done', 'forbidden', 'missing', 'conflict', 'invalid' ),
							),
							'message' => array( 'type' => 'string' ),
						),
					),
				),
				'done'         => self::property( 'integer', __( 'Records changed.', 'carnet-crm' ) ),
				'failed'       => self::property( 'integer', __( 'Records left as they are.', 'carnet-crm' ) ),
				'remaining'    => self::property( 'integer', __( 'By query: records still to come.', 'carnet-crm' ) ),
				'cursor'       => self::property( 'string', __( 'By query: where to go on.', 'carnet-crm' ) ),
			),
		);
	}

	/**
	 * A property.
	 *
	 * @param string $type        JSON type.
	 * @param string $description Translated.
	 * @return array<string, mixed>
	 */
	private static function property( string $type, string $description ): array {
		return array(
			'description' => $description,
			'type'        => $type,
			'context'     => array( 'view' ),
			'readonly'    => true,
		);
	}
}
