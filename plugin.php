<?php
/**
 * Plugin Name:       Carnet CRM
 * Description:       A sales CRM inside wp-admin: companies, contacts, calls, deals, quotes and tasks, on your own server and in your own language.
 * Version:           0.1.0
 * Requires at least: 6.8
 * Requires PHP:      8.1
 * Author:            Carnet CRM contributors
 * License:           GPL-2.0-or-later
 * License URI:       https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain:       carnet-crm
 * Domain Path:       /languages
 *
 * This file must run on any PHP and WordPress: it checks both, and only then loads what needs them.
 *
 * @package Carnet
 */

defined( 'ABSPATH' ) || exit;

define( 'CARNET_VERSION', '0.1.0' );
define( 'CARNET_FILE', __FILE__ );

if ( version_compare( PHP_VERSION, '8.1', '<' ) || version_compare( get_bloginfo( 'version' ), '6.8-alpha', '<' ) ) {
	add_action( 'admin_notices', 'carnet_requirements_notice' );
	return;
}

spl_autoload_register( 'carnet_autoload' );
Carnet\Plugin::boot();

/**
 * Loads a class of this plugin: Carnet\Entity\Field_List is includes/Entity/Field_List.php.
 *
 * @param string $name Full class name.
 * @return void
 */
function carnet_autoload( $name ) {
	if ( 0 === strncmp( $name, 'Carnet\\', 7 ) ) {
		$file = __DIR__ . '/includes/' . str_replace( '\\', '/', substr( $name, 7 ) ) . '.php';
		if ( is_file( $file ) ) {
			require $file;
		}
	}
}

/**
 * Says why the plugin does nothing here.
 *
 * @return void
 */
function carnet_requirements_notice() {
	echo '<div class="notice notice-error"><p>' . esc_html__( 'Carnet CRM needs WordPress 6.8 and PHP 8.1 or newer. It is doing nothing until then.', 'carnet-crm' ) . '</p></div>';
}
