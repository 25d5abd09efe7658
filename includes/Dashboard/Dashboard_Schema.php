<?php
/**
 * What the dashboard answers.
 *
 * @package Carnet
 */

namespace Carnet\Dashboard;

defined( 'ABSPATH' ) || exit;

/**
 * The schema of the dashboard and of each of its widgets.
 */
final class Dashboard_Schema {

	/**
	 * The answer.
	 *
	 * @return array<string, mixed>
	 */
	public static function answer(): array {
		$described = array(
			'from'      => self::described( array( 'type' => 'string' ), __( 'First day.', 'carnet-crm' ) ),
			'to'        => self::described( array( 'type' => 'string' ), __( 'The day after the last.', 'carnet-crm' ) ),
			'previous'  => self::described( self::shape( array_fill_keys( array( 'from', 'to' ), array( 'type' => 'string' ) ) ), __( 'The equally long period just before.', 'carnet-crm' ) ),
			'time_zone' => self::described( array( 'type' => 'string' ), __( 'Time zone of the days.', 'carnet-crm' ) ),
			'scope'     => self::described(
				array(
					'type' => 'string',
					'enum' => array( 'all', 'own' ),
				),
				__( 'all: everybody’s records; own: the reader’s.', 'carnet-crm' )
			),
			'widgets'   => self::described( self::shape( self::widgets() ), __( 'The widgets by name, each with its formula in words and the address of the list it counts.', 'carnet-crm' ) ),
		);
		return array(
			'$schema'    => 'http://json-schema.org/draft-04/schema#',
			'title'      => 'carnet-dashboard',
			'type'       => 'object',
			'properties' => $described,
		);
	}

	/**
	 * The widgets.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	private static function widgets(): array {
		$number = array( 'type' => 'integer' );
		$words  = array_fill_keys( array( 'formula', 'rows' ), array( 'type' => 'string' ) );
		$part   = self::shape( array( 'from' => array( 'type' => 'string' ) ) + array_fill_keys( array( 'created', 'trashed', 'total' ), $number ) );
		$ratio  = self::shape( array_fill_keys( array( 'customers', 'leads' ), $number ) );
		return array(
			'contacts_overview' => self::shape(
				array(
					'total'   => $number,
					'by_type' => self::shape( array_fill_keys( array( 'lead', 'prospect', 'customer' ), $number ) ),
					'growth'  => array(
						'type'  => 'array',
						'items' => $part,
					),
				) + $words
			),
			'lead_conversion'   => self::shape(
				array(
					'current'  => $ratio,
					'previous' => $ratio,
					'change'   => array( 'type' => array( 'string', 'null' ) ),
				) + $words
			),
		);
	}

	/**
	 * An object.
	 *
	 * @param array<string, array<string, mixed>> $properties Properties.
	 * @return array<string, mixed>
	 */
	private static function shape( array $properties ): array {
		return array(
			'type'       => 'object',
			'properties' => $properties,
		);
	}

	/**
	 * A property of the answer.
	 *
	 * @param array<string, mixed> $schema      Its schema.
	 * @param string               $description Translated.
	 * @return array<string, mixed>
	 */
	private static function described( array $schema, string $description ): array {
		return array( 'description' => $description ) + $schema + array(
			'context'  => array( 'view' ),
			'readonly' => true,
		);
	}
}
