<?php
/**
 * What an export can be asked for.
 *
 * @package Carnet
 */

namespace Carnet\Export;

use Carnet\Entity\Collection_Params;
use Carnet\Entity\Entity;
use Carnet\Entity\Export_Columns;

defined( 'ABSPATH' ) || exit;

/**
 * Projects a noun to the parameters of its export: filters and order of the list, and how the file is written.
 */
final class Export_Params {

	/**
	 * The parameters with their schema.
	 *
	 * @param Entity $entity The noun.
	 * @return array<string, array<string, mixed>>
	 */
	public static function of( Entity $entity ): array {
		return array(
			'fields'    => array(
				'description' => __( 'Columns of the file, in this order. Without them, all.', 'carnet-crm' ),
				'type'        => 'array',
				'items'       => array(
					'type' => 'string',
					'enum' => Export_Columns::of( $entity ),
				),
			),
			'format'    => array(
				'description' => __( 'Format of the file; without it the header Accept decides: text/csv or application/x-ndjson.', 'carnet-crm' ),
				'type'        => 'string',
				'enum'        => array( 'csv', 'ndjson' ),
			),
			'delimiter' => array(
				'description' => __( 'CSV: what separates the cells.', 'carnet-crm' ),
				'type'        => 'string',
				'default'     => ',',
				'enum'        => array( ',', ';', 'tab' ),
			),
			'bom'       => array(
				'description' => __( 'CSV: whether to begin with the mark by which Excel knows UTF-8.', 'carnet-crm' ),
				'type'        => 'boolean',
				'default'     => false,
			),
		) + array_diff_key( Collection_Params::of( $entity ), array_flip( array( 'page', 'per_page', 'cursor' ) ) );
	}

	/**
	 * The schema of the answer.
	 *
	 * @return array<string, mixed>
	 */
	public static function answer(): array {
		return array(
			'$schema'     => 'http://json-schema.org/draft-04/schema#',
			'title'       => 'carnet-export',
			'description' => __( 'The rows: lines of CSV, or JSON objects of the API’s own values, one a line.', 'carnet-crm' ),
			'type'        => 'string',
		);
	}
}
