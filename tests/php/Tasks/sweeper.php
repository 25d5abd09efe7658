<?php
/**
 * One of several sweeps at the same time: sweeps at the instant it is given, or is killed before its mails are noted as sent, and prints the mails it sent.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

use Carnet\Tasks\Reminder_Sweep;

list( $carnet_at, $carnet_killed ) = json_decode( (string) $args[0], true );

$carnet_mails = array();
add_filter(
	'pre_wp_mail',
	static function ( $unused, array $mail ) use ( &$carnet_mails, $carnet_killed ): bool {
		$carnet_mails[] = $mail['to'] . "\n" . $mail['message'];
		if ( $carnet_killed ) {
			// Killed between claim and note: nothing of PHP runs any more.
			echo "\n", wp_json_encode( $carnet_mails ), "\n";
			posix_kill( getmypid(), SIGKILL );
		}
		return true;
	},
	10,
	2
);
echo "\nready\n";
fgets( STDIN );
try {
	( new Reminder_Sweep( (int) strtotime( $carnet_at ) ) )->sweep();
} catch ( Carnet\Store\Database_Error $carnet_error ) {
	$carnet_mails[] = $carnet_error->kind;
}
echo "\n", wp_json_encode( $carnet_mails ), "\n";
