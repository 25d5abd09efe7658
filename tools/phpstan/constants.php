<?php
/**
 * Constants of WordPress that its stubs leave out, for PHPStan only. Values are samples, types are what counts.
 *
 * @package Carnet
 */

define( 'ABSPATH', '/wordpress/' );
define( 'WPINC', 'wp-includes' );
define( 'WP_CONTENT_DIR', '/wordpress/wp-content' );
define( 'WP_PLUGIN_DIR', '/wordpress/wp-content/plugins' );
define( 'WP_LANG_DIR', '/wordpress/wp-content/languages' );
define( 'COOKIEPATH', '/' );
define( 'COOKIE_DOMAIN', (bool) rand( 0, 1 ) ? false : 'example.org' );
define( 'WP_DEBUG', (bool) rand( 0, 1 ) );
define( 'OBJECT', 'OBJECT' );
define( 'OBJECT_K', 'OBJECT_K' );
define( 'ARRAY_A', 'ARRAY_A' );
define( 'ARRAY_N', 'ARRAY_N' );
define( 'MINUTE_IN_SECONDS', 60 );
define( 'HOUR_IN_SECONDS', 3600 );
define( 'DAY_IN_SECONDS', 86400 );
define( 'WEEK_IN_SECONDS', 604800 );
define( 'MONTH_IN_SECONDS', 2592000 );
define( 'YEAR_IN_SECONDS', 31536000 );
define( 'KB_IN_BYTES', 1024 );
define( 'MB_IN_BYTES', 1048576 );
