<?php
/**
 * Lists of more than ten thousand records.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Rest;

/**
 * A total that is kept is exact; one that would have to be counted stops at 10,000 and says so, while pages and cursor go on.
 */
final class Long_ListTest extends Rest_Case {

	/**
	 * More than ten thousand contacts, by doubling one in the database.
	 *
	 * @return int How many.
	 */
	private function many(): int {
		global $wpdb;
		$this->contact( array( 'source' => 'web' ) );
		$table   = "{$wpdb->prefix}carnet_contacts";
		$columns = implode( ',', array_diff( array_keys( $wpdb->get_row( "SELECT * FROM $table", ARRAY_A ) ), array( 'id' ) ) );
		for ( $number = 1; $number <= 10000; $number *= 2 ) {
			$wpdb->query( "INSERT INTO $table ($columns) SELECT $columns FROM $table" );
		}
		foreach ( array( 'contacts', 'contacts.type', 'contacts.type.source' ) as $metric ) {
			$wpdb->query( "UPDATE {$wpdb->prefix}carnet_totals SET amount = $number WHERE metric = '$metric'" );
		}
		return $number;
	}

	public function test_a_long_list_is_counted_exactly_where_its_total_is_kept_and_to_ten_thousand_elsewhere(): void {
		$number = $this->many();
		foreach ( array(
			array( array(), $number, 'exact' ),
			array( array( 'type' => 'lead' ), $number, 'exact' ),
			array( array( 'type' => 'lead', 'source' => 'web' ), $number, 'exact' ),
			array( array( 'type' => 'lead', 'source' => 'web', 'status' => 'new' ), 10000, 'at-least' ),
			array( array( 'created_at_after' => '2020-01-01' ), 10000, 'at-least' ),
			array( array( 'created_at_after' => '2100-01-01' ), 0, 'exact' ),
		) as list( $query, $total, $said ) ) {
			$response = $this->request( 'GET', '/contacts', $query + array( 'per_page' => 1 ), 'admin' );
			self::assertSame( array( (string) $total, $said ), array( self::header_of( $response, 'X-WP-Total' ), self::header_of( $response, 'X-Carnet-Total' ) ) );
		}

		$filters = array(
			'type'     => 'lead',
			'source'   => 'web',
			'status'   => 'new',
			'per_page' => 100,
		);
		$beyond  = $this->request( 'GET', '/contacts', $filters + array( 'page' => 120 ) );
		self::assertCount( 100, self::ids( $beyond ) );
		$next = $this->request( 'GET', '/contacts', $filters + array( 'cursor' => self::header_of( $beyond, 'X-Carnet-Next-Cursor' ) ) );
		self::assertSame( self::ids( $this->request( 'GET', '/contacts', $filters + array( 'page' => 121 ) ) ), self::ids( $next ) );
		$link = (string) self::header_of( $beyond, 'Link' );
		self::assertMatchesRegularExpression( '/page=119>; rel="prev"/', $link );
		self::assertMatchesRegularExpression( '/page=121>; rel="next"/', $link );
		self::assert_refused( 400, 'rest_invalid_page_number', $this->request( 'GET', '/contacts', $filters + array( 'page' => 1 + (int) ceil( $number / 100 ) ) ) );
	}
}
