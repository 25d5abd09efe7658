<?php
/**
 * How many records there are.
 *
 * @package Carnet
 */

namespace Carnet\Rest;

use Carnet\Entity\Entity;
use Carnet\Entity\Field_List;
use Carnet\Entity\Value;
use Carnet\Store\Access;
use Carnet\Store\List_Figures;
use Carnet\Store\Totals;
use Carnet\Store\Unit_Of_Work;
use WP_REST_Response;

defined( 'ABSPATH' ) || exit;

/**
 * The live records of each noun that the reader may see, in total and by every closed set of values. From the totals, in one read.
 */
final class Counts_Controller extends Controller {

	/**
	 * Registers the route of a noun.
	 *
	 * @param Entity $entity The noun.
	 */
	public function register_noun( Entity $entity ): void {
		$this->route(
			"/{$entity->plural}/counts",
			array(
				$this->endpoint( 'GET', 'view', static fn(): WP_REST_Response => new WP_REST_Response( self::counts( $entity ) ) ),
				'schema' => static fn(): array => self::schema( $entity ),
			)
		);
	}

	/**
	 * The fields by whose values records are counted.
	 *
	 * @param Entity $entity The noun.
	 * @return array<string, array<string, mixed>>
	 */
	private static function fields( Entity $entity ): array {
		$counted = array_flip( List_Figures::fields( $entity ) );
		return array_filter( array_intersect_key( $entity->fields()->all(), $counted ), array( Field_List::class, 'is_choice' ) );
	}

	/**
	 * The counts of one noun.
	 *
	 * @param Entity $entity The noun.
	 * @return array{total: int, by: object}
	 */
	private static function counts( Entity $entity ): array {
		$fields  = self::fields( $entity );
		$metrics = array_map( static fn( string $name ): string => "{$entity->plural}.$name", array_keys( $fields ) );
		$sums    = Totals::of( array( $entity->plural, ...$metrics ), null, Access::scope( get_current_user_id() ) );
		$by      = array();
		foreach ( $fields as $name => $field ) {
			foreach ( Value::choices( $field ) as $value ) {
				$by[ $name ][ $value ] = $sums[ "{$entity->plural}.$name" ][ $value ] ?? 0;
			}
		}
		return array(
			'total' => $sums[ $entity->plural ][''] ?? 0,
			'by'    => (object) $by,
		);
	}

	/**
	 * The schema of the answer.
	 *
	 * @param Entity $entity The noun.
	 * @return array<string, mixed>
	 */
	private static function schema( Entity $entity ): array {
		$by = static fn( array $field ): array => array(
			'description'          => $field['label'],
			'type'                 => 'object',
			'additionalProperties' => array( 'type' => 'integer' ),
		);
		return array(
			'$schema'    => 'http://json-schema.org/draft-04/schema#',
			'title'      => "carnet-{$entity->name}-counts",
			'type'       => 'object',
			'properties' => array(
				'total' => array(
					'description' => __( 'Live records that the reader may see.', 'carnet-crm' ),
					'type'        => 'integer',
					'context'     => array( 'view' ),
					'readonly'    => true,
				),
				'by'    => array(
					'description' => __( 'By field and value.', 'carnet-crm' ),
					'type'        => 'object',
					'properties'  => array_map( $by, self::fields( $entity ) ),
					'context'     => array( 'view' ),
					'readonly'    => true,
				),
			),
		);
	}
}
