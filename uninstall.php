<?php
/**
 * Runs when the plugin is deleted. Data is kept unless the settings say "remove".
 *
 * @package Carnet
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

require_once __DIR__ . '/plugin.php';

/**
 * Removes one site's data where its settings say so.
 */
function carnet_uninstall_site() {
	if ( class_exists( 'Carnet\Plugin' ) && 'remove' === Carnet\Settings\Settings::all()['uninstall'] ) {
		( new Carnet\Install\Installer( Carnet\Plugin::entities() ) )->uninstall();
	}
}

if ( is_multisite() ) {
	foreach ( get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) as $carnet_site ) { // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		switch_to_blog( $carnet_site );
		carnet_uninstall_site();
		restore_current_blog();
	}
} else {
	carnet_uninstall_site();
}
