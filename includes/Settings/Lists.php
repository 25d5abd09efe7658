<?php
/**
 * The lists an administrator edits.
 *
 * @package Carnet
 */

namespace Carnet\Settings;

defined( 'ABSPATH' ) || exit;

/**
 * Closed sets of values whose labels, colours and order are settings. Records store the key, so a rename touches no record.
 * Until a list is changed for the first time, its labels are in each reader's language.
 */
final class Lists {

	/**
	 * The values of a list, in order.
	 *
	 * @param string $name source, contact_status, deal_stage or close_reason.
	 * @return list<array{key: string, label: string, color: string, probability?: int}>
	 */
	public static function of( string $name ): array {
		return Settings::all()['lists'][ $name ];
	}

	/**
	 * The keys of a list, in order; of currencies, their codes.
	 *
	 * @param string $name List, or currency.
	 * @return list<string>
	 */
	public static function keys( string $name ): array {
		if ( 'currency' === $name ) {
			return array_column( Settings::all()['currencies'], 'code' );
		}
		return array_column( Settings::all()['lists'][ $name ], 'key' );
	}

	/**
	 * The probabilities of the stages of deals.
	 *
	 * @return array<string, int> By key, per cent.
	 */
	public static function probabilities(): array {
		return array_map( 'intval', array_column( self::of( 'deal_stage' ), 'probability', 'key' ) );
	}

	/**
	 * The lists as shipped.
	 *
	 * @return array<string, list<array{key: string, label: string, color: string, probability?: int}>>
	 */
	public static function shipped(): array {
		return array(
			'source'         => array(
				self::value( 'network', __( 'Network', 'carnet-crm' ), '#4f46e5' ),
				self::value( 'web', __( 'Web', 'carnet-crm' ), '#0e7490' ),
				self::value( 'file', __( 'File', 'carnet-crm' ), '#57606a' ),
				self::value( 'partnership', __( 'Partnership', 'carnet-crm' ), '#a21caf' ),
				self::value( 'trade_show', __( 'Trade show', 'carnet-crm' ), '#b45309' ),
			),
			'contact_status' => array(
				self::value( 'new', __( 'New', 'carnet-crm' ), '#2563eb' ),
				self::value( 'contacted', __( 'Contacted', 'carnet-crm' ), '#0e7490' ),
				self::value( 'qualified', __( 'Qualified', 'carnet-crm' ), '#15803d' ),
				self::value( 'nurturing', __( 'Nurturing', 'carnet-crm' ), '#b45309' ),
				self::value( 'inactive', __( 'Inactive', 'carnet-crm' ), '#57606a' ),
			),
			'deal_stage'     => array(
				self::value( 'prospecting', __( 'Prospecting', 'carnet-crm' ), '#57606a', 10 ),
				self::value( 'contact_handover', __( 'Contact handover', 'carnet-crm' ), '#4f46e5', 20 ),
				self::value( 'qualification', __( 'Qualification', 'carnet-crm' ), '#0e7490', 40 ),
				self::value( 'needs_analysis', __( 'Needs analysis', 'carnet-crm' ), '#b45309', 60 ),
				self::value( 'proposal', __( 'Proposal', 'carnet-crm' ), '#15803d', 80 ),
			),
			'close_reason'   => array(
				self::value( 'budget', __( 'Budget', 'carnet-crm' ), '#57606a' ),
				self::value( 'change_of_goal', __( 'Change of goal', 'carnet-crm' ), '#57606a' ),
				self::value( 'unknown', __( 'Unknown', 'carnet-crm' ), '#57606a' ),
				self::value( 'services', __( 'Services', 'carnet-crm' ), '#57606a' ),
				self::value( 'company_policy', __( 'Company policy', 'carnet-crm' ), '#57606a' ),
				self::value( 'price', __( 'Price', 'carnet-crm' ), '#57606a' ),
			),
		);
	}

	/**
	 * One value.
	 *
	 * @param string   $key         Stored in records.
	 * @param string   $label       Translated.
	 * @param string   $color       #rrggbb.
	 * @param int|null $probability Per cent, of a deal's stage.
	 * @return array{key: string, label: string, color: string, probability?: int}
	 */
	private static function value( string $key, string $label, string $color, ?int $probability = null ): array {
		return array(
			'key'   => $key,
			'label' => $label,
			'color' => $color,
		) + ( null === $probability ? array() : array( 'probability' => $probability ) );
	}
}
