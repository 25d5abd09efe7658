<?php
/**
 * Roles and their capabilities.
 *
 * @package Carnet
 */

namespace Carnet\Install;

defined( 'ABSPATH' ) || exit;

/**
 * Grants the capabilities of Store\Access to WordPress's roles and to three of our own.
 */
final class Roles {

	private const GRANTS = array(
		'administrator'  => array( 'view', 'edit', 'others', 'export', 'purge', 'manage' ),
		'editor'         => array( 'view', 'edit', 'others', 'export' ),
		'carnet_manager' => array( 'view', 'edit', 'others', 'export', 'purge' ),
		'carnet_agent'   => array( 'view', 'edit' ),
		'carnet_viewer'  => array( 'view', 'others' ),
	);

	/**
	 * Creates our roles and grants what is missing. What a site has taken away since stays taken: it runs once.
	 */
	public static function grant(): void {
		// The names are stored, so they are in the language the site has on installation.
		add_role( 'carnet_manager', __( 'CRM manager', 'carnet-crm' ), array( 'read' => true ) );
		add_role( 'carnet_agent', __( 'Sales agent', 'carnet-crm' ), array( 'read' => true ) );
		add_role( 'carnet_viewer', __( 'CRM viewer', 'carnet-crm' ), array( 'read' => true ) );
		foreach ( self::GRANTS as $name => $verbs ) {
			$role = get_role( $name );
			foreach ( $verbs as $verb ) {
				$role?->add_cap( \Carnet\Store\Access::CAPABILITIES[ $verb ] );
			}
		}
	}

	/**
	 * Takes everything back.
	 */
	public static function revoke(): void {
		foreach ( array_keys( wp_roles()->roles ) as $name ) {
			foreach ( \Carnet\Store\Access::CAPABILITIES as $capability ) {
				wp_roles()->remove_cap( $name, $capability );
			}
		}
		foreach ( array( 'carnet_manager', 'carnet_agent', 'carnet_viewer' ) as $name ) {
			remove_role( $name );
		}
	}
}
