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
		$number  = array( 'type' => 'integer' );
		$text    = array( 'type' => 'string' );
		$nothing = array( 'type' => array( 'string', 'null' ) );
		$words   = array_fill_keys( array( 'formula', 'rows' ), $text );
		$part    = self::shape( array( 'from' => $text ) + array_fill_keys( array( 'created', 'trashed', 'total' ), $number ) );
		$money   = self::map_of( $number );
		$ratio   = static fn( string ...$parts ): array => self::shape(
			array(
				'current'  => self::shape( array_fill_keys( $parts, $number ) ),
				'previous' => self::shape( array_fill_keys( $parts, $number ) ),
				'change'   => $nothing,
			) + $words
		);
		$amount  = self::shape(
			array(
				'current'  => $money,
				'previous' => $money,
				'change'   => self::map_of( $nothing ),
			) + $words
		);
		$parties = array(
			'contact_id'   => array( 'type' => array( 'integer', 'null' ) ),
			'contact_name' => $nothing,
			'account_id'   => array( 'type' => array( 'integer', 'null' ) ),
			'account_name' => $nothing,
		);
		$named   = array(
			'id'    => $number,
			'title' => $text,
		);
		$stage   = array(
			'stage'    => $text,
			'count'    => $number,
			'unvalued' => $number,
			'amount'   => $money,
			'weighted' => $money,
			'rows'     => $text,
		);
		return array(
			'contacts_overview'         => self::shape(
				array(
					'total'   => $number,
					'by_type' => self::shape( array_fill_keys( array( 'lead', 'prospect', 'customer' ), $number ) ),
					'growth'  => self::list_of( $part ),
				) + $words
			),
			'total_revenue'             => $amount,
			'average_transaction_value' => $amount,
			'lead_conversion'           => $ratio( 'customers', 'leads' ),
			'recent_transactions'       => self::shape( array( 'items' => self::list_of( self::shape( $named + $parties + array_fill_keys( array( 'number', 'status', 'currency', 'issued_on' ), $text ) + array_fill_keys( array( 'net_total', 'total' ), $number ) ) ) ) + $words ),
			'upcoming_tasks'            => self::shape(
				array(
					'overdue' => self::shape(
						array(
							'count' => $number,
							'rows'  => $text,
						)
					),
					'items'   => self::list_of( self::shape( $named + $parties + array_fill_keys( array( 'due_at', 'priority' ), $text ) + array( 'next_reminder' => $nothing ) ) ),
				) + $words
			),
			'pipeline'                  => self::shape(
				array(
					'stages'   => self::list_of( self::shape( $stage ) ),
					'weighted' => $money,
				) + $words
			),
			'recent_actions'            => self::shape( array( 'items' => self::list_of( self::shape( $named + $parties + array_fill_keys( array( 'status', 'date' ), $text ) + array_fill_keys( array( 'type', 'start_time' ), $nothing ) ) ) ) + $words ),
			'win_rate'                  => $ratio( 'won', 'lost' ),
		);
	}

	/**
	 * A list.
	 *
	 * @param array<string, mixed> $items What is in it.
	 * @return array<string, mixed>
	 */
	private static function list_of( array $items ): array {
		return array(
			'type'  => 'array',
			'items' => $items,
		);
	}

	/**
	 * An object by currency.
	 *
	 * @param array<string, mixed> $value What each has.
	 * @return array<string, mixed>
	 */
	private static function map_of( array $value ): array {
		return array(
			'type'                 => 'object',
			'additionalProperties' => $value,
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
