<?php
/**
 * A menu of the CRM alone.
 *
 * @package Carnet
 */

namespace Carnet\Admin;

use Carnet\Settings\Settings;
use WP_User;

defined( 'ABSPATH' ) || exit;

/**
 * For people all of whose roles were chosen in the settings: only Carnet CRM and the profile in the menu, and the CRM first after
 * signing in. Other menus are hidden, not forbidden: their pages open by their address as before.
 */
final class Crm_Only {

	/**
	 * Hides the other menus. On `admin_head`: the menu has been made and its pages found, but nothing is printed yet.
	 */
	public static function hide_others(): void {
		if ( ! self::is_for( wp_get_current_user() ) ) {
			return;
		}
		foreach ( (array) ( $GLOBALS['menu'] ?? array() ) as $item ) {
			if ( ! in_array( $item[2], array( Menu::DASHBOARD, 'profile.php' ), true ) ) {
				remove_menu_page( $item[2] );
			}
		}
	}

	/**
	 * Where signing in leads, unless a certain page was asked for. On `login_redirect`.
	 *
	 * @param mixed $to    Address so far.
	 * @param mixed $asked Address asked for.
	 * @param mixed $user  WP_User, or an error.
	 * @return mixed
	 */
	public static function landing( $to, $asked, $user ) {
		$anywhere = in_array( $asked, array( '', 'wp-admin/', admin_url() ), true );
		return $anywhere && $user instanceof WP_User && self::is_for( $user ) ? admin_url( 'admin.php?page=' . Menu::DASHBOARD ) : $to;
	}

	/**
	 * Whether it is for a person.
	 *
	 * @param WP_User $user The person.
	 */
	private static function is_for( WP_User $user ): bool {
		$chosen = ( (array) get_option( Settings::OPTION, array() ) )['crm_only'] ?? array();
		return $chosen && $user->roles && ! array_diff( $user->roles, $chosen ) && $user->has_cap( 'carnet_view' );
	}
}
