<?php
/**
 * What lists show at first.
 *
 * @package Carnet
 */

namespace Carnet\Admin;

defined( 'ABSPATH' ) || exit;

/**
 * What a list asks for until a person changes it: parameters of the REST API, from which the screen makes its view and
 * Preload the answer that is embedded in the page. Columns are the screen's own (src).
 */
final class List_Defaults {

	/**
	 * The newest records.
	 */
	private const NEWEST = array(
		'per_page' => 20,
		'orderby'  => 'id',
		'order'    => 'desc',
	);

	/**
	 * What the list of a noun asks for: its order, and the filters with which it begins.
	 *
	 * @param string $noun Name of the noun.
	 * @return array<string, mixed>
	 */
	public static function of( string $noun ): array {
		$mine = array( 'owner_id' => array( get_current_user_id() ) );
		switch ( $noun ) {
			case 'action':
				$monday = current_datetime()->modify( 'monday this week' );
				$week   = array(
					'date_after'  => $monday->format( 'Y-m-d' ),
					'date_before' => $monday->modify( '+7 days' )->format( 'Y-m-d' ),
				);
				return self::by( 'date', 'asc' ) + $week + $mine;
			case 'deal':
				return self::by( 'expected_close_date', 'asc' ) + array( 'status' => array( 'open' ) );
			case 'task':
				return self::by( 'due_at', 'asc' ) + array( 'status' => array( 'open' ) ) + $mine;
			default:
				return self::NEWEST;
		}
	}

	/**
	 * The order alone: that of the noun's other lists (everything, the trash, tabs), which begin without filters.
	 *
	 * @param string $noun Name of the noun.
	 * @return array<string, mixed>
	 */
	public static function order( string $noun ): array {
		return array_intersect_key( self::of( $noun ), self::NEWEST );
	}

	/**
	 * An order.
	 *
	 * @param string $field     Field.
	 * @param string $direction asc or desc.
	 * @return array<string, mixed>
	 */
	private static function by( string $field, string $direction ): array {
		return array(
			'per_page' => 20,
			'orderby'  => $field,
			'order'    => $direction,
		);
	}
}
