<?php
/**
 * The rights of roles.
 *
 * @package Carnet
 */

namespace Carnet\Settings;

use Carnet\Entity\Problem;
use Carnet\Install\Roles;
use Carnet\Store\Access;

defined( 'ABSPATH' ) || exit;

/**
 * Reads and writes the capabilities of the CRM where WordPress keeps them, in its roles; other capabilities are never touched.
 */
final class Role_Rights {

	/**
	 * The capabilities of every role that can be edited here.
	 *
	 * @return array<string, list<string>> By role, in the order of Access::CAPABILITIES.
	 */
	public static function all(): array {
		$held = static fn( array $role ): array => array_values( array_filter( Access::CAPABILITIES, static fn( string $capability ): bool => ! empty( $role['capabilities'][ $capability ] ) ) );
		return array_map( $held, self::editable() );
	}

	/**
	 * The names of those roles.
	 *
	 * @return array<string, string> By role, translated.
	 */
	public static function names(): array {
		return array_map( static fn( array $role ): string => Roles::names()[ $role['name'] ] ?? translate_user_role( $role['name'] ), self::editable() );
	}

	/**
	 * Refuses rights that make no sense, and to lock everybody out.
	 *
	 * @param array<string, list<string>> $roles Roles that were sent.
	 * @throws Problem 400 naming roles.
	 */
	public static function check( array $roles ): void {
		foreach ( $roles as $role => $capabilities ) {
			if ( ! isset( self::editable()[ $role ] ) ) {
				/* translators: %s: key of a role, such as editor. */
				throw Problem::invalid( 'roles', sprintf( __( '%s is no role of this site.', 'carnet-crm' ), $role ) );
			}
			if ( 'administrator' === $role && array_diff( array( 'carnet_view', 'carnet_manage' ), $capabilities ) ) {
				throw Problem::invalid( 'roles', __( 'Administrators keep carnet_view and carnet_manage: otherwise nobody could change the settings again.', 'carnet-crm' ) );
			}
			if ( $capabilities && ! in_array( 'carnet_view', $capabilities, true ) ) {
				/* translators: %s: key of a role, such as editor. */
				throw Problem::invalid( 'roles', sprintf( __( '%s: every right of the CRM needs carnet_view.', 'carnet-crm' ), $role ) );
			}
		}
	}

	/**
	 * Gives and takes what differs.
	 *
	 * @param array<string, list<string>> $before As all() gave it.
	 * @param array<string, list<string>> $after  The rights to be.
	 */
	public static function save( array $before, array $after ): void {
		foreach ( $after as $role => $capabilities ) {
			foreach ( array_diff( $capabilities, $before[ $role ] ?? array() ) as $capability ) {
				get_role( $role )?->add_cap( $capability );
			}
			foreach ( array_diff( $before[ $role ] ?? array(), $capabilities ) as $capability ) {
				get_role( $role )?->remove_cap( $capability );
			}
		}
	}

	/**
	 * The roles that WordPress lets one edit.
	 *
	 * @return array<string, array{name: string, capabilities: array<string, bool>}>
	 */
	private static function editable(): array {
		require_once ABSPATH . 'wp-admin/includes/user.php';
		/**
		 * WordPress says array only.
		 *
		 * @var array<string, array{name: string, capabilities: array<string, bool>}> $roles
		 */
		$roles = get_editable_roles();
		return $roles;
	}
}
