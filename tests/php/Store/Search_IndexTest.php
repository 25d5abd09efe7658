<?php
/**
 * The keys of a search.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Store;

use Carnet\Plugin;
use Carnet\Store\Search_Index;
use Carnet\Store\Search_Keys;
use Carnet\Tests\Test_Case;

final class Search_IndexTest extends Test_Case {

	/**
	 * How many at once: each number is written another way.
	 *
	 * @testWith [1]
	 *           [40]
	 */
	public function test_the_keys_of_any_text_are_stored_as_they_were_made( int $many ): void {
		$contact = Plugin::entities()->get( 'contact' );
		$stored  = array();
		foreach ( array( 'made', 'made anew', 'of nothing' ) as $round ) {
			$changes = array();
			$keys    = array();
			for ( $id = 9001; $id <= 9000 + $many; $id++ ) {
				$keys[ $id ]    = 'of nothing' === $round ? array() : Search_Keys::keys( self::text(), random_int( 1, 2 ), (bool) random_int( 0, 1 ) );
				$changes[ $id ] = array( $stored[ $id ] ?? array(), $keys[ $id ] );
			}
			Search_Index::write( 'contact', $changes );
			$stored = Search_Index::stored( $contact, array_keys( $keys ) );
			foreach ( $keys as $id => $made ) {
				ksort( $made, SORT_STRING );
				$found = $stored[ $id ] ?? array();
				ksort( $found, SORT_STRING );
				self::assertSame( $made, $found, $round );
			}
		}
	}

	/**
	 * Words of a record and of its parents: from none to more than one statement takes as one text; with all that means something to a
	 * database, or to WordPress on SQLite, which takes some literals for dates.
	 */
	private static function text(): string {
		$letters = array( 'a', 'b', '0', '1', '2', '-', '-', '.', '@', "'", '"', '\\', '%', '_', '$', '?', ':', ' ', ' ', "\n", 'é', 'ß', '東', '🚀', 'Я' );
		$words   = array( '2026-1-5', '2026-11-29t9:05:01z', '100%', "''", '\\\\', '%s', '{0}', ':a' );
		$text    = '';
		foreach ( array( 0, 1 ) as $part ) {
			$text .= $part ? Search_Keys::PARENTS : '';
			for ( $i = random_int( 0, 90 ); $i > 0; $i-- ) {
				$text .= random_int( 0, 9 ) ? $letters[ array_rand( $letters ) ] : ' ' . $words[ array_rand( $words ) ] . ' ';
			}
		}
		return $text;
	}
}
