<?php
/**
 * Must-use plugin of the sites made by tools/: WordPress does not ask wordpress.org, which would only fill the log.
 *
 * @package Carnet
 */

defined( 'ABSPATH' ) || exit;

foreach ( array( 'core', 'plugins', 'themes' ) as $carnet_kind ) {
	add_filter(
		"pre_site_transient_update_$carnet_kind",
		static fn () => (object) array(
			'last_checked'    => time(),
			'version_checked' => wp_get_wp_version(),
			'updates'         => array(),
			'response'        => array(),
			'translations'    => array(),
			'no_update'       => array(),
			'checked'         => array(),
		)
	);
}
remove_action( 'wp_version_check', 'wp_version_check' );
remove_action( 'wp_update_plugins', 'wp_update_plugins' );
remove_action( 'wp_update_themes', 'wp_update_themes' );

// The dashboard's news box asks from the browser.
add_action( 'wp_dashboard_setup', static fn () => remove_meta_box( 'dashboard_primary', 'dashboard', 'side' ) );

// Neither does the profile screen, for languages to offer.
add_filter( 'translations_api', static fn () => array( 'translations' => array() ) );
