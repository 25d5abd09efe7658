<?php
/**
 * The checker over REST.
 *
 * @package Carnet
 */

namespace Carnet\Rest;

use Carnet\Entity\Entities;
use Carnet\Store\Checker;
use Carnet\Store\Unit_Of_Work;
use WP_REST_Request;
use WP_REST_Response;

defined( 'ABSPATH' ) || exit;

/**
 * Compares what is kept with the records, and mends it, for who may manage.
 */
final class Check_Controller extends Controller {

	/**
	 * Differences named in the answer; there may be more.
	 */
	private const NAMED = 100;

	/**
	 * Checks all nouns.
	 *
	 * @param Unit_Of_Work $work     The write path.
	 * @param Entities     $entities All nouns.
	 */
	public function __construct( Unit_Of_Work $work, private readonly Entities $entities ) {
		parent::__construct( $work );
	}

	/**
	 * Registers the route.
	 */
	public function register_routes(): void {
		$repair = array(
			'description' => __( 'Whether to mend what differs.', 'carnet-crm' ),
			'type'        => 'boolean',
			'default'     => false,
		);
		$this->route(
			'/check',
			array(
				$this->endpoint( 'POST', 'manage', array( $this, 'check' ), array( 'repair' => $repair ) ),
				'schema' => array( $this, 'get_public_item_schema' ),
			)
		);
	}

	/**
	 * POST a check.
	 *
	 * @param WP_REST_Request $request The request.
	 */
	public function check( WP_REST_Request $request ): WP_REST_Response {
		$checker     = new Checker( $this->entities );
		$differences = $request['repair'] ? $checker->repair() : $checker->differences();
		return new WP_REST_Response(
			array(
				'ok'          => ! $differences,
				'repaired'    => (bool) $request['repair'],
				'count'       => count( $differences ),
				'differences' => array_slice( $differences, 0, self::NAMED ),
			)
		);
	}

	/**
	 * The schema of the answer.
	 *
	 * @return array<string, mixed>
	 */
	public function get_item_schema(): array {
		$property = static fn( string $type, string $description ): array => array(
			'description' => $description,
			'type'        => $type,
			'context'     => array( 'view' ),
			'readonly'    => true,
		);
		return array(
			'$schema'    => 'http://json-schema.org/draft-04/schema#',
			'title'      => 'carnet-check',
			'type'       => 'object',
			'properties' => array(
				'ok'          => $property( 'boolean', __( 'Whether everything agrees.', 'carnet-crm' ) ),
				'repaired'    => $property( 'boolean', __( 'Whether what differed was mended.', 'carnet-crm' ) ),
				'count'       => $property( 'integer', __( 'Number of differences.', 'carnet-crm' ) ),
				'differences' => $property( 'array', __( 'The first differences: what is kept, and what should be.', 'carnet-crm' ) ) + array(
					'items' => array(
						'type'       => 'object',
						'properties' => array(
							'kind'     => array( 'type' => 'string' ),
							'at'       => array( 'type' => 'string' ),
							'kept'     => array( 'type' => array( 'string', 'integer', 'null' ) ),
							'expected' => array( 'type' => array( 'string', 'integer', 'null' ) ),
						),
					),
				),
			),
		);
	}
}
