<?php
/**
 * Which nouns are in use.
 *
 * @package Carnet
 */

namespace Carnet\Settings;

defined( 'ABSPATH' ) || exit;

/**
 * The nouns that an administrator has switched off. Their data stays and is maintained; Plugin::active() leaves them out of routes,
 * menu and screens.
 */
final class Modules {

	/**
	 * Nouns without which there is no CRM.
	 */
	public const ALWAYS = array( 'accounts', 'contacts' );

	/**
	 * All on: as shipped.
	 *
	 * @return array<string, bool> By the plural of the noun.
	 */
	public static function shipped(): array {
		return array_fill_keys( array( ...self::ALWAYS, 'actions', 'deals', 'quotes', 'tasks' ), true );
	}

	/**
	 * The nouns that are off. Read on every request of ours, so from the option itself.
	 *
	 * @return list<string> In the plural.
	 */
	public static function off(): array {
		$modules = ( (array) get_option( Settings::OPTION, array() ) )['modules'] ?? array();
		return array_values( array_diff( array_keys( (array) $modules, false, true ), self::ALWAYS ) );
	}
}
