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
		list( $manager, $agent, $viewer ) = array_values( self::names() );
		add_role( 'carnet_manager', $manager, array( 'read' => true ) );
		add_role( 'carnet_agent', $agent, array( 'read' => true ) );
		add_role( 'carnet_viewer', $viewer, array( 'read' => true ) );
		foreach ( self::GRANTS as $name => $verbs ) {
			$role = get_role( $name );
			foreach ( $verbs as $verb ) {
				$role?->add_cap( \Carnet\Store\Access::CAPABILITIES[ $verb ] );
			}
		}
	}

	/**
	 * The names of our roles as they are here, by what they are in English: a site that was installed in English has those.
	 *
	 * @return array<string, string>
	 */
	public static function names(): array {
		return array(
			'CRM manager' => __( 'CRM manager', 'carnet-crm' ),
			'Sales agent' => __( 'Sales agent', 'carnet-crm' ),
			'CRM viewer'  => __( 'CRM viewer', 'carnet-crm' ),
		);
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
