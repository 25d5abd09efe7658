<?php
/**
 * Users of the browser tests: one for each role and language, so that tests side by side do not share preferences.
 * Login and password are `<role>-<language>`, such as editor-fr.
 *
 * @package Carnet
 */

$carnet_roles   = array(
	'admin'      => 'administrator',
	'editor'     => 'editor',
	'manager'    => 'carnet_manager',
	'agent'      => 'carnet_agent',
	'viewer'     => 'carnet_viewer',
	'subscriber' => 'subscriber',
);
$carnet_locales = array(
	'en' => 'en_US',
	'fr' => 'fr_FR',
	'ar' => 'ar',
);
foreach ( $carnet_roles as $carnet_name => $carnet_role ) {
	foreach ( $carnet_locales as $carnet_language => $carnet_locale ) {
		$carnet_login = "$carnet_name-$carnet_language";
		wp_insert_user(
			array(
				'user_login'   => $carnet_login,
				'user_pass'    => $carnet_login,
				'user_email'   => "$carnet_login@example.test",
				'display_name' => ucfirst( $carnet_name ) . ' ' . strtoupper( $carnet_language ),
				'role'         => $carnet_role,
				'locale'       => $carnet_locale,
			)
		);
	}
}
