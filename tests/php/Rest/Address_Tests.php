<?php
/**
 * Nouns with a phone number and an e-mail address.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Rest;

/**
 * Numbers and addresses of people and companies: how they are found and kept.
 */
trait Address_Tests {

	public function test_a_search_finds_the_digits_of_a_phone_number(): void {
		$id = $this->record( array( 'phone' => '+33 6 12 34' ) )['id'];
		$this->record( array( 'phone' => '01 02 03' ) );
		foreach ( array( '06 12', '612', '+33 6', '6.12.34' ) as $search ) {
			self::assertSame( array( $id ), self::ids( $this->list( array( 'search' => $search ) ) ), $search );
		}
	}

	public function test_addresses_lose_their_outer_spaces_only(): void {
		$response = $this->request(
			'POST',
			$this->path(),
			$this->body(
				array(
					'email'   => '  Élan.O\'Brien+x@Exämple.COM ',
					'website' => ' https://example.com/a?b=<c>&d="e"#f ',
				)
			),
			'admin'
		);
		self::assert_answered( 201, $response );
		self::assertSame( array( 'Élan.O\'Brien+x@Exämple.COM', 'https://example.com/a?b=<c>&d="e"#f' ), array( $response->get_data()['email'], $response->get_data()['website'] ) );
	}
}
