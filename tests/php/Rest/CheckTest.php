<?php
/**
 * The checker over REST.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Rest;

/**
 * What POST /check tells and mends.
 */
final class CheckTest extends Rest_Case {

	public function test_all_is_well_after_every_kind_of_write(): void {
		$account = $this->request( 'POST', '/accounts', array( 'name' => 'A' ), 'admin' )->get_data()['id'];
		$tag     = $this->request( 'POST', '/tags', array( 'name' => 'T' ) )->get_data()['id'];
		$body    = array(
			'last_name'  => 'Élan',
			'account_id' => $account,
			'tags'       => array( $tag ),
		);
		$id      = $this->request( 'POST', '/contacts', $body )->get_data()['id'];
		$this->request( 'PATCH', "/accounts/$account", array( 'name' => 'B' ) );
		$this->request( 'PATCH', "/contacts/$id", array( 'type' => 'customer' ) );
		$this->request( 'DELETE', "/accounts/$account", array( 'linked' => 'true' ) );
		$this->request( 'POST', "/contacts/$id/restore" );
		$this->request( 'DELETE', "/accounts/$account", array( 'force' => 'true' ) );
		$this->request( 'DELETE', "/tags/$tag" );
		$answer = $this->request( 'POST', '/check' )->get_data();
		self::assertSame( array( true, false, 0, array() ), array( $answer['ok'], $answer['repaired'], $answer['count'], $answer['differences'] ) );
	}

	public function test_what_differs_is_told_and_mended_only_when_asked(): void {
		global $wpdb;
		$this->contact( array( 'last_name' => 'Martin' ) );
		$wpdb->query( "UPDATE {$wpdb->prefix}carnet_totals SET amount = 7 WHERE metric = 'contacts'" );
		foreach ( array( false, true ) as $repair ) {
			$answer = $this->request( 'POST', '/check', array( 'repair' => $repair ), 'admin' )->get_data();
			self::assertSame( array( false, $repair, 1 ), array( $answer['ok'], $answer['repaired'], $answer['count'] ) );
			self::assertSame( 'total', $answer['differences'][0]['kind'] );
		}
		self::assertTrue( $this->request( 'POST', '/check' )->get_data()['ok'] );
		self::assertSame( 1, $this->request( 'GET', '/contacts/counts' )->get_data()['total'] );
	}

	public function test_repair_must_be_true_or_false(): void {
		self::assert_refused( 400, 'rest_invalid_param', $this->request( 'POST', '/check', array( 'repair' => 'perhaps' ), 'admin' ), 'repair' );
	}
}
