<?php
/**
 * Prints the script handles that built files depend on and this WordPress does not register, one a line.
 * WordPress drops a script with an unknown dependency without a word: the screen stays blank.
 *
 * @package Carnet
 */

foreach ( (array) glob( $args[0] . '/*.asset.php' ) as $carnet_file ) {
	$carnet_asset = require $carnet_file;
	foreach ( $carnet_asset['dependencies'] as $carnet_handle ) {
		if ( ! wp_script_is( $carnet_handle, 'registered' ) ) {
			echo basename( $carnet_file ) . ': ' . $carnet_handle . "\n";
		}
	}
}
