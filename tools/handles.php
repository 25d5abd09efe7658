<?php
/**
 * Prints the folder of the build for this WordPress, then the script handles that its files depend on and this WordPress does
 * not register, one a line. WordPress drops a script with an unknown dependency without a word: the screen stays blank.
 *
 * @package Carnet
 */

require $args[0] . '/includes/Admin/Build.php';
$carnet_folder = \Carnet\Admin\Build::folder();
echo $carnet_folder . "\n";
foreach ( (array) glob( "{$args[0]}/$carnet_folder/*.asset.php" ) as $carnet_file ) {
	$carnet_asset = require $carnet_file;
	foreach ( $carnet_asset['dependencies'] as $carnet_handle ) {
		if ( ! wp_script_is( $carnet_handle, 'registered' ) ) {
			echo basename( $carnet_file ) . ': ' . $carnet_handle . "\n";
		}
	}
}
