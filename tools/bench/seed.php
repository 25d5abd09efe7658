<?php
/**
 * Makes the benchmark's data through the unit of work: `seed.php <contacts>`, a tenth as many accounts, 3 of 50 tags each.
 *
 * @package Carnet
 */

use Carnet\Plugin;
use Carnet\Store\Change_Set;
use Carnet\Store\Transaction;
use Carnet\Store\Unit_Of_Work;

( static function ( int $contacts ): void {
	mt_srand( 7 ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- the same data in every run.
	$work     = new Unit_Of_Work( Plugin::entities() );
	$set      = new Change_Set( get_current_user_id(), 'system' );
	$pick     = static fn( array $of ): string => $of[ mt_rand( 0, count( $of ) - 1 ) ]; // phpcs:ignore WordPress.WP.AlternativeFunctions -- as above.
	$syllable = array( 'mar', 'tin', 'ber', 'nard', 'du', 'bois', 'tho', 'mas', 'ro', 'bert', 'ri', 'chard', 'pe', 'tit', 'mo', 'reau', 'lau', 'rent', 'si', 'mon', 'mi', 'chel', 'le', 'fe', 'vre', 'gar', 'cia', 'da', 'vid', 'qui', 'st', 'son' );
	$word     = static fn(): string => ucfirst( $pick( $syllable ) . $pick( $syllable ) . $pick( $syllable ) );
	$work->run(
		$set,
		static function ( Transaction $transaction ) use ( $word ): void {
			for ( $i = 1; $i <= 50; $i++ ) {
				$transaction->create( 'tag', array( 'name' => "Tag $i" ) );
			}
		}
	);
	for ( $made = 0; $made < $contacts; $made += 500 ) {
		$work->run(
			$set,
			static function ( Transaction $transaction ) use ( $word, $pick, $made, $contacts ): void {
				$end = min( $contacts, $made + 500 );
				for ( $i = $made; $i < $end; $i++ ) {
					if ( 0 === $i % 10 ) {
						$account = $transaction->create( 'account', array( 'name' => $word() . ' ' . $word(), 'city' => $word() ) )['id']; // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
					}
					$transaction->create(
						'contact',
						array(
							'first_name' => $word(),
							'last_name'  => $word(),
							'email'      => "person$i@example.com",
							'phone'      => sprintf( '+33 6 %02d %02d %02d %02d', $i % 97, $i % 89, $i % 83, $i % 79 ),
							'account_id' => $account,
							'type'       => $pick( array( 'lead', 'prospect', 'customer' ) ),
							'status'     => $pick( array( 'new', 'contacted', 'qualified', 'nurturing', 'inactive' ) ),
							'tags'       => array( 1 + $i % 50, 1 + ( $i + 17 ) % 50, 1 + ( $i + 31 ) % 50 ),
						)
					);
				}
			}
		);
	}
} )( (int) ( $args[0] ?? 1000 ) );
