<?php
/**
 * What a client needs to know of this site.
 *
 * @package Carnet
 */

namespace Carnet\Settings;

use Carnet\Rest\Controller;
use Carnet\Store\Access;
use WP_REST_Response;

defined( 'ABSPATH' ) || exit;

/**
 * The lists, currencies, taxes, people and rights that forms are made of.
 */
final class Config_Controller extends Controller {

	/**
	 * Registers the route.
	 */
	public function register_routes(): void {
		$this->route(
			'/config',
			array(
				$this->endpoint( 'GET', 'view', static fn() => new WP_REST_Response( self::config() ) ),
				'schema' => array( $this, 'get_public_item_schema' ),
			)
		);
	}

	/**
	 * The answer.
	 *
	 * @return array<string, mixed>
	 */
	public static function config(): array {
		$settings = Settings::all();
		return array(
			'lists'            => $settings['lists'],
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
		$own    = Access::scope( get_current_user_id() );
		$users  = get_users(
			array(
				'capability' => Access::CAPABILITIES['edit'],
				'fields'     => array( 'ID', 'display_name' ),
				'orderby'    => 'display_name',
				'number'     => 500,
			) + ( null === $own ? array() : array( 'include' => array( $own ) ) )
		);
		$people = array();
		foreach ( $users as $user ) {
			$people[] = array(
				'id'   => (int) $user->ID,
				'name' => (string) $user->display_name,
			);
		}
		return $people;
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
		unset( $properties['uninstall'], $properties['quotes'] );
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
