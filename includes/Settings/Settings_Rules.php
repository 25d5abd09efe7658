<?php
/**
 * What must hold in the settings as a whole.
 *
 * @package Carnet
 */

namespace Carnet\Settings;

use Carnet\Entity\Problem;

defined( 'ABSPATH' ) || exit;

/**
 * Refuses settings that contradict themselves. Their shape is Settings_Schema's; what records hold is Values_In_Use's.
 */
final class Settings_Rules {

	/**
	 * Checks settings.
	 *
	 * @param array<string, mixed> $settings All settings, as they would be.
	 * @param array<string, mixed> $sent     What of them was sent.
	 * @throws Problem 400 naming the setting.
	 */
	public static function check( array $settings, array $sent ): void {
		foreach ( $settings['lists'] as $name => $values ) {
			self::distinct( $name, array_column( $values, 'key' ) );
		}
		self::distinct( 'taxes', array_column( $settings['taxes'], 'key' ) );
		self::distinct( 'currencies', array_column( $settings['currencies'], 'code' ) );
		if ( ! in_array( $settings['default_currency'], array_column( $settings['currencies'], 'code' ), true ) ) {
			throw Problem::invalid( 'default_currency', __( 'The default currency must be one of the currencies.', 'carnet-crm' ) );
		}
		if ( ! in_array( $settings['default_tax'], array_column( $settings['taxes'], 'key' ), true ) ) {
			throw Problem::invalid( 'default_tax', __( 'The default tax must be one of the taxes.', 'carnet-crm' ) );
		}
		Role_Rights::check( $sent['roles'] ?? array() );
		self::crm_only( $settings, $sent['crm_only'] ?? array() );
	}

	/**
	 * Refuses a key that comes twice.
	 *
	 * @param string       $name List.
	 * @param list<string> $keys Its keys.
	 */
	private static function distinct( string $name, array $keys ): void {
		if ( count( array_unique( $keys ) ) < count( $keys ) ) {
			/* translators: %s: name of a list in the settings. */
			throw Problem::invalid( $name, sprintf( __( '%s: every value needs a key of its own.', 'carnet-crm' ), $name ) );
		}
	}

	/**
	 * Refuses a menu of the CRM alone to roles that would have no menu then, and to administrators, who need the others.
	 * A role that is gone since is no reason to refuse.
	 *
	 * @param array<string, mixed> $settings All settings.
	 * @param list<string>         $sent     Roles that were sent.
	 */
	private static function crm_only( array $settings, array $sent ): void {
		if ( array_diff( $sent, array_keys( $settings['roles'] ) ) ) {
			/* translators: %s: keys of roles, such as editor. */
			throw Problem::invalid( 'crm_only', sprintf( __( 'crm_only takes roles of this site: %s.', 'carnet-crm' ), implode( ', ', array_keys( $settings['roles'] ) ) ) );
		}
		foreach ( array_intersect_key( $settings['roles'], array_flip( $settings['crm_only'] ) ) as $role => $capabilities ) {
			if ( 'administrator' === $role || ! in_array( 'carnet_view', $capabilities, true ) ) {
				/* translators: %s: key of a role, such as editor. */
				throw Problem::invalid( 'crm_only', sprintf( __( '%s cannot have the menu of the CRM alone: that is for roles with carnet_view, and not for administrators.', 'carnet-crm' ), $role ) );
			}
		}
	}
}
