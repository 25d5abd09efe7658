<?php
/**
 * Lists of more than ten thousand records.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Rest;

use Carnet\Store\Totals;

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

	public function test_far_pages_by_number_are_those_of_the_whole_list_in_both_orders_and_for_who_sees_only_their_own(): void {
		global $wpdb;
		$this->many();
		$table = "{$wpdb->prefix}carnet_contacts";
		$agent = $this->user( 'agent' );
		$wpdb->query( "UPDATE $table SET owner_id = $agent WHERE id % 5 <> 0" );
		$wpdb->query( "UPDATE $table SET trashed_at = '2026-01-01 00:00:00' WHERE id % 7 = 0" );
		$wpdb->query( "UPDATE $table SET trashed_at = '2026-01-01 00:00:00' WHERE id BETWEEN 4900 AND 10100" );
		// The check would do as well, but looks at all else, too.
		$wpdb->query( "DELETE FROM {$wpdb->prefix}carnet_totals WHERE metric IN ('contacts', 'contacts.id_range')" );
		$totals = array();
		foreach ( $wpdb->get_results( "SELECT id, owner_id FROM $table WHERE trashed_at IS NULL" ) as $row ) {
			foreach ( array( "contacts||$row->owner_id", sprintf( 'contacts.id_range|%010d|%d', intdiv( (int) $row->id, 5000 ), $row->owner_id ) ) as $key ) {
				$totals[ $key ] = ( $totals[ $key ] ?? 0 ) + 1;
			}
		}
		Totals::add( $totals );
		foreach ( array(
			'admin' => array( array(), '1 = 1' ),
			'agent' => array( array(), "owner_id = $agent" ),
			'editor' => array( array( 'owner_id' => $agent ), "owner_id = $agent" ),
		) as $who => list( $filters, $where ) ) {
			foreach ( array( 'asc', 'desc' ) as $order ) {
				$all   = array_map( 'intval', $wpdb->get_col( "SELECT id FROM $table WHERE trashed_at IS NULL AND $where ORDER BY id $order" ) );
				$pages = array_chunk( $all, 100 );
				foreach ( array( 50, 51, 60, count( $pages ) - 1, count( $pages ) ) as $page ) {
					$response = $this->request( 'GET', '/contacts', $filters + array( 'order' => $order, 'per_page' => 100, 'page' => $page ), $who );
					self::assertSame( $pages[ $page - 1 ], self::ids( $response ), "$who $order $page" );
					self::assertSame( (string) count( $all ), self::header_of( $response, 'X-WP-Total' ) );
				}
				self::assert_refused( 400, 'rest_invalid_page_number', $this->request( 'GET', '/contacts', $filters + array( 'order' => $order, 'per_page' => 100, 'page' => count( $pages ) + 1 ), $who ) );
			}
		}
	}

	public function test_a_long_list_in_another_order_has_the_same_pages_by_number_and_by_cursor(): void {
		global $wpdb;
		$this->many();
		$table = "{$wpdb->prefix}carnet_contacts";
		$wpdb->query( "UPDATE $table SET last_name_sort = CASE WHEN id % 2 = 0 THEN 'b' ELSE 'a' END" );
		$wpdb->query( "UPDATE $table SET status = 'contacted' WHERE id % 3 = 0" );
		$by_name = array(
			'orderby'  => 'last_name',
			'order'    => 'asc',
			'per_page' => 50,
		);
		foreach ( array(
			'kept'         => array( array( 'type' => 'lead' ), '1 = 1' ),
			'counted'      => array( array( 'source' => 'web', 'type' => 'lead', 'status' => 'contacted' ), 'id % 3 = 0' ),
			'above 10,000' => array( array( 'created_at_after' => '2020-01-01' ), '1 = 1' ),
		) as $said => list( $filters, $where ) ) {
			$expected = array_map( 'intval', $wpdb->get_col( "SELECT id FROM $table WHERE $where ORDER BY last_name_sort, id LIMIT 100" ) );
			$first    = $this->request( 'GET', '/contacts', $filters + $by_name, 'admin' );
			$second   = $this->request( 'GET', '/contacts', $filters + $by_name + array( 'page' => 2 ) );
			$behind   = $this->request( 'GET', '/contacts', $filters + $by_name + array( 'cursor' => self::header_of( $first, 'X-Carnet-Next-Cursor' ) ) );
			self::assertSame( $expected, array( ...self::ids( $first ), ...self::ids( $second ) ), $said );
			self::assertSame( self::ids( $second ), self::ids( $behind ), $said );
		}
	}
}
