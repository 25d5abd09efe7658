<?php
/**
 * The routes that only quotes have.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Rest;

/**
 * Totals of lines that are not saved, duplicates, and refusals that name the line.
 */
final class Quote_RoutesOwnTest extends Rest_Case {

	public function test_totals_are_those_that_saving_gives(): void {
		$lines  = array( self::line( array( 'quantity' => '3', 'unit_price' => 333 ) ), array( 'description' => 'Plain' ), self::line( array( 'unit_price' => 149, 'quantity' => '100', 'tax_rate' => '5.50', 'discount_percent' => '12.5' ) ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		$before = $this->tables();
		$totals = $this->request( 'POST', '/quotes/totals', array( 'lines' => $lines, 'currency' => 'USD' ), 'viewer' ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		self::assert_answered( 200, $totals );
		self::assertSame( $before, $this->tables() );
		$answer = $totals->get_data();
		$saved  = $this->request( 'POST', '/quotes', array( 'title' => 'Q', 'account_id' => $this->account()['id'], 'lines' => $lines, 'currency' => 'USD' ), 'admin' ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		self::assert_answered( 201, $saved );
		foreach ( array( 'currency', 'net_total', 'tax_total', 'total', 'taxes' ) as $name ) {
			self::assertSame( $saved->get_data()[ $name ], $answer[ $name ], $name );
		}
		self::assertSame( array( 999, 0, 13038 ), array_column( $answer['lines'], 'net' ) );
		self::assertSame( '5.5', $answer['lines'][2]['tax_rate'] );
		self::assertSame( '20', $answer['lines'][1]['tax_rate'] );
	}

	/**
	 * Bad lines.
	 *
	 * @return array<string, array{mixed, string}> Lines, and what the refusal must say.
	 */
	public function bad_lines(): array {
		$good = self::line();
		$bad  = static fn( array $change ): array => array( $good, array_merge( $good, $change ) );
		return array(
			'no description'          => array( array( array( 'quantity' => '1' ) ), 'no. 1: Description must be' ),
			'spaces for one'          => array( $bad( array( 'description' => "\u{20}\t" ) ), 'no. 2: Description must be' ),
			'nothing of it'           => array( $bad( array( 'quantity' => '0' ) ), 'no. 2: Quantity must be a text above 0' ),
			'nothing, with decimals'  => array( $bad( array( 'quantity' => '0.000' ) ), 'no. 2: Quantity must be' ),
			'less than nothing'       => array( $bad( array( 'quantity' => '-1' ) ), 'no. 2: Quantity must be' ),
			'a quantity as a number'  => array( $bad( array( 'quantity' => 1.5 ) ), 'no. 2: Quantity must be' ),
			'four decimals'           => array( $bad( array( 'quantity' => '1.0001' ) ), 'no. 2: Quantity must be' ),
			'an exponent'             => array( $bad( array( 'quantity' => '1e3' ) ), 'no. 2: Quantity must be' ),
			'a comma'                 => array( $bad( array( 'quantity' => '1,5' ) ), 'no. 2: Quantity must be' ),
			'a line end'              => array( $bad( array( 'quantity' => "1\n" ) ), 'no. 2: Quantity must be' ),
			'a price with decimals'   => array( $bad( array( 'unit_price' => 1.5 ) ), 'no. 2: Unit price must be a whole number' ),
			'a price beyond limits'   => array( $bad( array( 'unit_price' => 1000000000000000 ) ), 'no. 2: Unit price must be' ),
			'a discount above 100'    => array( $bad( array( 'discount_percent' => '100.01' ) ), 'no. 2: Discount (%) must be a text from 0 to 100' ),
			'a rate below 0'          => array( $bad( array( 'tax_rate' => '-5' ) ), 'no. 2: Tax rate (%) must be' ),
			'a word for a rate'       => array( $bad( array( 'tax_rate' => 'standard' ) ), 'no. 2: Tax rate (%) must be' ),
			'something unknown'       => array( $bad( array( 'net' => 5 ) ), 'no. 2: it must be an object of: description, quantity' ),
			'null for a price'        => array( $bad( array( 'unit_price' => null ) ), 'no. 2: Unit price must be' ),
			'a text for a line'       => array( array( $good, 'x' ), 'no. 2: it must be an object' ),
			'no list'                 => array( array( 'description' => 'x' ), 'must be a list of at most 500' ),
			'a text'                  => array( 'x', 'must be a list of at most 500' ),
			'too many'                => array( array_fill( 0, 501, $good ), 'must be a list of at most 500' ),
		);
	}

	/**
	 * One of them, for totals and for saving.
	 *
	 * @dataProvider bad_lines
	 *
	 * @param mixed  $lines What is sent.
	 * @param string $words What the refusal says.
	 */
	public function test_a_bad_line_is_refused_by_its_number_and_in_words( $lines, string $words ): void {
		foreach ( array( array( 'POST', '/quotes/totals' ), array( 'PATCH', "/quotes/{$this->quote()['id']}" ) ) as list( $verb, $path ) ) {
			$response = $this->request( $verb, $path, array( 'lines' => $lines, 'version' => 1 ), 'admin' ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
			self::assert_refused( 400, 'rest_invalid_param', $response, 'lines' );
			$message = $response->get_data()['data']['params']['lines'];
			self::assertStringContainsString( $words, $message );
			self::assertDoesNotMatchRegularExpression( '/[\\\\^]|\(\?/', $message );
		}
	}

	public function test_lines_that_mean_the_same_change_nothing(): void {
		$line  = array( 'description' => 'a', 'unit_price' => 500 ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		$quote = $this->quote( array( 'lines' => array( self::line( $line + array( 'quantity' => '1', 'discount_percent' => '0', 'tax_rate' => '20' ) ) ) ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		$same  = array( 'lines' => array( $line + array( 'quantity' => '1.000', 'discount_percent' => '0.00', 'tax_rate' => '20.00' ) ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		$saved = $this->request( 'PATCH', "/quotes/{$quote['id']}", $same + array( 'version' => $quote['version'] ), 'admin' );
		self::assert_answered( 200, $saved );
		self::assertSame( array( $quote['version'], $quote['lines'] ), array( $saved->get_data()['version'], $saved->get_data()['lines'] ) );
	}

	public function test_amounts_beyond_the_limit_are_refused(): void {
		$lines = array( self::line( array( 'quantity' => '999999999', 'unit_price' => 999999999999999 ) ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		self::assert_refused( 400, 'carnet_rule', $this->request( 'POST', '/quotes/totals', array( 'lines' => $lines ), 'admin' ), 'lines' );
		$lines = array( self::line( array( 'unit_price' => 999999999999999 ) ) );
		self::assert_refused( 400, 'carnet_rule', $this->request( 'POST', '/quotes/totals', array( 'lines' => $lines ) ), 'lines' );
		$lines = array( self::line( array( 'unit_price' => -999999999999999, 'tax_rate' => '0' ) ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		self::assertSame( -999999999999999, $this->request( 'POST', '/quotes/totals', array( 'lines' => $lines ) )->get_data()['total'] );
	}

	public function test_a_duplicate_is_a_new_draft_with_the_same_lines_and_parties(): void {
		$contact  = $this->contact()['id'];
		$quote    = $this->quote( array( 'contact_id' => $contact, 'currency' => 'GBP', 'note' => 'Old', 'issued_on' => '2025-02-03', 'lines' => array( self::line( array( 'quantity' => '2.5' ) ) ) ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		$accepted = $this->changed( 'quote', $quote['id'], array( 'status' => 'accepted' ) );
		$response = $this->request( 'POST', "/quotes/{$quote['id']}/duplicate", array(), 'editor' );
		self::assert_answered( 201, $response );
		$new = $response->get_data();
		self::assertSame( rest_url( "carnet/v1/quotes/{$new['id']}" ), self::header_of( $response, 'Location' ) );
		self::assertNotNull( self::header_of( $response, 'X-Carnet-Changeset' ) );
		foreach ( array( 'title', 'contact_id', 'account_id', 'deal_id', 'currency', 'lines', 'total' ) as $name ) {
			self::assertSame( $accepted[ $name ], $new[ $name ], $name );
		}
		self::assertSame( array( 'draft', null, '', 1, $this->user( 'editor' ) ), array( $new['status'], $new['accepted_at'], $new['note'], $new['version'], $new['owner_id'] ) );
		self::assertSame( \Carnet\Entity\Instant::site_day( $new['created_at'] ), $new['issued_on'] );
		self::assertNotSame( $accepted['number'], $new['number'] );
		$this->trashed( 'quote', $quote['id'] );
		self::assert_refused( 404, 'carnet_not_found', $this->request( 'POST', "/quotes/{$quote['id']}/duplicate" ) );
	}
}
