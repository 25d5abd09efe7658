<?php
/**
 * One of several processes that write at the same time: makes the units of work it is given and prints what came of each.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

use Carnet\Plugin;
use Carnet\Store\Change_Set;
use Carnet\Store\Transaction;
use Carnet\Store\Unit_Of_Work;

$carnet_steps = json_decode( (string) $args[0], true );
$carnet_done  = array();
// All begin together.
echo "\nready\n";
fgets( STDIN );
foreach ( $carnet_steps as $carnet_unit ) {
	try {
		( new Unit_Of_Work( Plugin::entities() ) )->run(
			new Change_Set( 1 ),
			static function ( Transaction $transaction ) use ( $carnet_unit ): void {
				foreach ( $carnet_unit as list( $verb, $arguments ) ) {
					$transaction->$verb( ...$arguments );
				}
			}
		);
		$carnet_done[] = 'done';
	} catch ( Carnet\Entity\Problem $carnet_problem ) {
		$carnet_done[] = $carnet_problem->error_code;
	} catch ( Carnet\Store\Database_Error $carnet_error ) {
		$carnet_done[] = $carnet_error->kind;
	}
}
echo "\n", wp_json_encode( $carnet_done ), "\n";
