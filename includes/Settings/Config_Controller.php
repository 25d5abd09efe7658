<?php
/**
 * What a client needs to know of this site.
 *
 * @package Carnet
 */

namespace Carnet\Settings;

use Carnet\Entity\Entities;
use Carnet\Rest\Controller;
use Carnet\Store\Access;
use Carnet\Store\Unit_Of_Work;
use WP_REST_Response;

defined( 'ABSPATH' ) || exit;

/**
 * The lists, currencies, taxes, people and rights that forms are made of.
 */
final class Config_Controller extends Controller {

	/**
	 * Tells of the nouns that are on.
	 *
	 * @param Unit_Of_Work $work     The write path.
	 * @param Entities     $entities Those nouns.
	 */
	public function __construct( Unit_Of_Work $work, private readonly Entities $entities ) {
		parent::__construct( $work );
	}

	/**
	 * Registers the route.
	 */
	public function register_routes(): void {
		$this->route(
			'/config',
			array(
				$this->endpoint( 'GET', 'view', fn() => new WP_REST_Response( self::config( $this->entities ) ) ),
				'schema' => array( $this, 'get_public_item_schema' ),
			)
		);
	}

	/**
	 * The answer.
	 *
	 * @param Entities $entities The nouns that are on.
	 * @return array<string, mixed>
	 */
	public static function config( Entities $entities ): array {
		$settings = Settings::all();
		$used     = array();
		foreach ( $entities->records() as $entity ) {
			$used += array_flip( array_column( $entity->fields()->having( 'choices' ), 'choices' ) );
		}
		return array(
			'lists'            => array_intersect_key( $settings['lists'], $used ),
			'currencies'       => $settings['currencies'],
			'default_currency' => $settings['default_currency'],
			'taxes'            => $settings['taxes'],
			'default_tax'      => $settings['default_tax'],
			'people'           => self::people(),
			'capabilities'     => Access::of( get_current_user_id() ),
			'time_zone'        => wp_timezone_string(),
			'locale'           => determine_locale(),
		);
	}

	/**
	 * The people to whom records can be given: those who may change records. Who sees only their own records learns of nobody else.
	 *
	 * @return list<array{id: int, name: string}>
	 */
	private static function people(): array {
		$user = wp_get_current_user();
		if ( null !== Access::scope( $user->ID ) ) {
			$me = array(
				'id'   => $user->ID,
				'name' => $user->display_name,
			);
			return Access::can( $user->ID, 'edit' ) ? array( $me ) : array();
		}
		return People::all();
	}

	/**
	 * The schema of the answer.
	 *
	 * @return array<string, mixed>
	 */
	public function get_item_schema(): array {
		$properties = Settings_Schema::properties() + array(
			'people'       => array(
				'description' => __( 'People to whom records can be given.', 'carnet-crm' ),
				'type'        => 'array',
				'items'       => array(
					'type'       => 'object',
					'properties' => array(
						'id'   => array( 'type' => 'integer' ),
						'name' => array( 'type' => 'string' ),
					),
				),
			),
			'capabilities' => array(
				'description' => __( 'What the reader may do.', 'carnet-crm' ),
				'type'        => 'array',
				'items'       => array( 'type' => 'string' ),
			),
			'time_zone'    => array(
				'description' => __( 'Time zone of the site’s days.', 'carnet-crm' ),
				'type'        => 'string',
			),
			'locale'       => array(
				'description' => __( 'Language of the reader.', 'carnet-crm' ),
				'type'        => 'string',
			),
		);
		unset( $properties['uninstall'], $properties['quotes'], $properties['modules'], $properties['roles'], $properties['crm_only'] );
		$readonly = static fn( array $property ): array => $property + array(
			'context'  => array( 'view', 'edit', 'embed' ),
			'readonly' => true,
		);
		return array(
			'$schema'    => 'http://json-schema.org/draft-04/schema#',
			'title'      => 'carnet-config',
			'type'       => 'object',
			'properties' => array_map( $readonly, $properties ),
		);
	}
}
