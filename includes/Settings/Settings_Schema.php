<?php
/**
 * What settings look like.
 *
 * @package Carnet
 */

namespace Carnet\Settings;

use Carnet\Store\Access;

defined( 'ABSPATH' ) || exit;

/**
 * The JSON schema of the settings, from which both the REST argument checks and the reference follow.
 */
final class Settings_Schema {

	/**
	 * The end of a pattern: PHP's $ alone lets a line end follow.
	 */
	private const END = '$(?!\n)';

	/**
	 * The properties.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public static function properties(): array {
		$lists = array();
		foreach ( array_keys( Lists::shipped() ) as $name ) {
			$lists[ $name ] = self::list_of( 'deal_stage' === $name );
		}
		return array(
			'lists'            => array(
				'description'          => __( 'Lists of values: key (kept in records), label, color.', 'carnet-crm' ),
				'type'                 => 'object',
				'properties'           => $lists,
				'additionalProperties' => false,
			),
			'currencies'       => array(
				'description' => __( 'Currencies: code of 3 to 5 capitals, number of decimals, symbol.', 'carnet-crm' ),
				'type'        => 'array',
				'minItems'    => 1,
				'items'       => self::shape(
					array(
						'code'     => array(
							'type'    => 'string',
							'pattern' => '^[A-Z]{3,5}' . self::END,
						),
						'exponent' => array(
							'type'    => 'integer',
							'minimum' => 0,
							'maximum' => 4,
						),
						'symbol'   => self::text( 10 ),
					)
				),
			),
			'default_currency' => array(
				'description' => __( 'Code of the currency of new deals and quotes.', 'carnet-crm' ),
				'type'        => 'string',
			),
			'taxes'            => array(
				'description' => __( 'Taxes: key, label and rate in per cent, a decimal such as 5.5.', 'carnet-crm' ),
				'type'        => 'array',
				'minItems'    => 1,
				'items'       => self::shape(
					array(
						'key'   => self::key(),
						'label' => self::text( 60 ),
						'rate'  => array(
							'type'    => 'string',
							'pattern' => '^(?:\d|[1-9]\d|100)(?:\.\d{1,2})?' . self::END,
						),
					)
				),
			),
			'default_tax'      => array(
				'description' => __( 'Key of the tax of new lines.', 'carnet-crm' ),
				'type'        => 'string',
			),
			'quotes'           => array(
				'description'          => __( 'What stands on quotes: the legal lines at their foot, and the number of new ones, such as Q-2026-0001: prefix and least number of digits.', 'carnet-crm' ),
				'type'                 => 'object',
				'properties'           => array(
					'legal_lines' => array(
						'type'     => 'array',
						'maxItems' => 10,
						'items'    => self::text( 500 ),
					),
					'prefix'      => array(
						'type'    => 'string',
						'pattern' => '^[A-Z0-9-]{1,10}' . self::END,
					),
					'digits'      => array(
						'type'    => 'integer',
						'minimum' => 3,
						'maximum' => 8,
					),
				),
				'additionalProperties' => false,
			),
			'modules'          => array(
				'description'          => __( 'The kinds of record that are in use. One that is off has no routes, menu or screens; its data stays. Accounts and contacts are always on.', 'carnet-crm' ),
				'type'                 => 'object',
				'properties'           => self::modules(),
				'additionalProperties' => false,
			),
			'roles'            => array(
				'description'          => __( 'The capabilities of the CRM by role of the site. Who lacks carnet_others sees only their own records; all need carnet_view. Administrators keep carnet_view and carnet_manage.', 'carnet-crm' ),
				'type'                 => 'object',
				'additionalProperties' => array(
					'type'        => 'array',
					'uniqueItems' => true,
					'items'       => array(
						'type' => 'string',
						'enum' => array_values( Access::CAPABILITIES ),
					),
				),
			),
			'crm_only'         => array(
				'description' => __( 'Roles with a menu of the CRM alone: people who have no other role see only Carnet CRM and their profile in the menu, and the CRM first after signing in. Other pages are hidden, not forbidden.', 'carnet-crm' ),
				'type'        => 'array',
				'uniqueItems' => true,
				'items'       => array( 'type' => 'string' ),
			),
			'uninstall'        => array(
				'description' => __( 'Whether deleting the plugin keeps or removes the data.', 'carnet-crm' ),
				'type'        => 'string',
				'enum'        => array( 'keep', 'remove' ),
			),
		);
	}

	/**
	 * On or off by noun.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	private static function modules(): array {
		$always = array_fill_keys( Modules::ALWAYS, array( 'enum' => array( true ) ) );
		return array_map( static fn( array $more ): array => array( 'type' => 'boolean' ) + $more, array_merge( array_map( static fn(): array => array(), Modules::shipped() ), $always ) );
	}

	/**
	 * A list of values.
	 *
	 * @param bool $staged Whether its values have a probability.
	 * @return array<string, mixed>
	 */
	private static function list_of( bool $staged ): array {
		$shape = array(
			'key'   => self::key(),
			'label' => self::text( 60 ),
			'color' => array(
				'type'    => 'string',
				'pattern' => '^#[0-9a-fA-F]{6}' . self::END,
			),
		);
		if ( $staged ) {
			$shape['probability'] = array(
				'type'    => 'integer',
				'minimum' => 0,
				'maximum' => 100,
			);
		}
		return array(
			'type'     => 'array',
			'minItems' => 1,
			'maxItems' => 100,
			'items'    => self::shape( $shape ),
		);
	}

	/**
	 * An object of exactly these properties.
	 *
	 * @param array<string, array<string, mixed>> $properties Properties.
	 * @return array<string, mixed>
	 */
	private static function shape( array $properties ): array {
		return array(
			'type'                 => 'object',
			'properties'           => array_map( static fn( array $property ): array => $property + array( 'required' => true ), $properties ),
			'additionalProperties' => false,
		);
	}

	/**
	 * A key that records store.
	 *
	 * @return array<string, mixed>
	 */
	private static function key(): array {
		return array(
			'type'    => 'string',
			'pattern' => '^[a-z0-9_]{1,40}' . self::END,
		);
	}

	/**
	 * A text that shows something.
	 *
	 * @param int $length Most characters.
	 * @return array<string, mixed>
	 */
	private static function text( int $length ): array {
		return array(
			'type'      => 'string',
			'pattern'   => '\S',
			'maxLength' => $length,
		);
	}
}
