<?php
/**
 * Currencies, taxes, stages and quote numbers in the settings.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Settings;

use Carnet\Tests\Rest\Rest_Case;
use WP_REST_Response;

/**
 * What records hold is kept in step with the settings that say what it means.
 */
final class Money_SettingsTest extends Rest_Case {

	private function put( array $body ): WP_REST_Response {
		$response = $this->request( 'PUT', '/settings', $body, 'admin' );
		$this->restart_rest();
		return $response;
	}

	/**
	 * A part of the settings as it is now.
	 *
	 * @param string $name Its name.
	 * @return mixed
	 */
	private function now( string $name ) {
		return self::json( $this->request( 'GET', '/settings', array(), 'admin' ) )[ $name ];
	}

	/**
	 * The currencies with another exponent, or without one.
	 *
	 * @param string   $code     Its code.
	 * @param int|null $exponent Decimals; null removes it.
	 * @return list<array<string, mixed>>
	 */
	private function currencies( string $code, ?int $exponent ): array {
		$all = $this->now( 'currencies' );
		foreach ( $all as $place => $currency ) {
			if ( $code === $currency['code'] ) {
				$all[ $place ]['exponent'] = $exponent;
			}
		}
		return array_values( array_filter( $all, static fn( array $currency ): bool => null !== $currency['exponent'] ) );
	}

	public function test_a_currency_in_use_stays_and_keeps_its_decimals(): void {
		$this->quote( array( 'currency' => 'JPY' ) );
		$this->deal( array( 'currency' => 'JPY' ) );
		$this->trashed( 'deal', $this->deal( array( 'currency' => 'JPY' ) )['id'] );
		$before = array( $this->tables(), get_option( 'carnet_settings' ) );
		foreach ( array( null, 2 ) as $exponent ) {
			$response = $this->put( array( 'currencies' => $this->currencies( 'JPY', $exponent ) ) );
			self::assert_refused( 409, 'carnet_in_use', $response, 'currencies' );
			self::assertSame( array( 'JPY', 3 ), array( $response->get_data()['data']['value'], $response->get_data()['data']['count'] ) );
			self::assertStringContainsString( 'JPY', $response->get_data()['message'] );
		}
		self::assertSame( $before, array( $this->tables(), get_option( 'carnet_settings' ) ) );
	}

	public function test_a_currency_that_is_not_in_use_is_changed_and_removed_and_symbols_always_change(): void {
		$this->quote( array( 'currency' => 'EUR' ) );
		self::assert_answered( 200, $this->put( array( 'currencies' => $this->currencies( 'JPY', 2 ) ) ) );
		self::assert_answered( 200, $this->put( array( 'currencies' => $this->currencies( 'JPY', null ) ) ) );
		$all              = array_reverse( $this->now( 'currencies' ) );
		$all[4]['symbol'] = 'euro';
		self::assert_answered( 200, $this->put( array( 'currencies' => $all ) ) );
		self::assertSame( $all, $this->now( 'currencies' ) );
	}

	public function test_adding_a_currency_is_not_undone_once_records_use_it(): void {
		$new   = array(
			'code'     => 'KWD',
			'exponent' => 3,
			'symbol'   => 'KD',
		);
		$added = $this->put( array( 'currencies' => array( ...$this->now( 'currencies' ), $new ) ) );
		$this->quote( array( 'currency' => 'KWD' ) );
		$undone = $this->request( 'POST', '/changesets/' . self::header_of( $added, 'X-Carnet-Changeset' ) . '/revert' );
		self::assert_answered( 200, $undone );
		self::assertCount( 1, $undone->get_data()['conflicts'] );
		self::assertContains( $new, $this->now( 'currencies' ) );
	}

	public function test_a_tax_is_removed_and_quotes_keep_their_rate(): void {
		$quote = $this->quote( array( 'lines' => array( self::line( array( 'tax_rate' => '5.5' ) ) ) ) );
		$taxes = array_values( array_filter( $this->now( 'taxes' ), static fn( array $tax ): bool => 'reduced' !== $tax['key'] ) );
		self::assert_answered( 200, $this->put( array( 'taxes' => $taxes ) ) );
		self::assertSame( '5.5', $this->request( 'GET', "/quotes/{$quote['id']}" )->get_data()['lines'][0]['tax_rate'] );
		self::assert_refused( 400, 'rest_invalid_param', $this->put( array( 'taxes' => array_slice( $taxes, 1 ) ) ), 'default_tax' );
	}

	public function test_a_deal_follows_its_stage_when_that_is_replaced_unless_its_probability_is_its_own(): void {
		$open   = $this->deal( array( 'stage' => 'proposal', 'amount' => 10000 ) )['id']; // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		$own    = $this->deal( array( 'stage' => 'proposal', 'amount' => 10000, 'probability' => 33 ) )['id']; // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		$won    = $this->changed( 'deal', $this->deal( array( 'stage' => 'proposal', 'amount' => 10000 ) )['id'], array( 'status' => 'won' ) )['id']; // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		$stages = array_slice( $this->now( 'lists' )['deal_stage'], 0, 4 );
		$new    = array(
			'key'         => 'offer',
			'label'       => 'Offer',
			'color'       => '#123abc',
			'probability' => 70,
		);
		self::assert_refused( 409, 'carnet_in_use', $this->put( array( 'lists' => array( 'deal_stage' => array( ...$stages, $new ) ) ) ), 'deal_stage' );
		$replaced = $this->put(
			array(
				'lists'        => array( 'deal_stage' => array( ...$stages, $new ) ),
				'replacements' => array( 'deal_stage' => array( 'proposal' => 'offer' ) ),
			)
		);
		self::assert_answered( 200, $replaced );
		$of = fn( int $id ): array => array_values( array_intersect_key( $this->request( 'GET', "/deals/$id" )->get_data(), array_flip( array( 'stage', 'probability', 'weighted_amount' ) ) ) );
		self::assertSame( array( array( 'offer', 70, 7000 ), array( 'offer', 33, 3300 ), array( 'offer', 100, 10000 ) ), array( $of( $open ), $of( $own ), $of( $won ) ) );

		$undone = $this->request( 'POST', '/changesets/' . self::header_of( $replaced, 'X-Carnet-Changeset' ) . '/revert' );
		self::assertSame( array(), $undone->get_data()['conflicts'] );
		$this->restart_rest();
		self::assertSame( array( array( 'proposal', 80, 8000 ), array( 'proposal', 33, 3300 ) ), array( $of( $open ), $of( $own ) ) );
		self::assertSame( 'proposal', $this->now( 'lists' )['deal_stage'][4]['key'] );
	}

	public function test_a_close_reason_in_use_goes_with_its_replacement(): void {
		$lost    = $this->changed( 'deal', $this->deal()['id'], array( 'status' => 'lost', 'close_reason' => 'price' ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		$reasons = array_slice( $this->now( 'lists' )['close_reason'], 0, 5 );
		self::assert_refused( 409, 'carnet_in_use', $this->put( array( 'lists' => array( 'close_reason' => $reasons ) ) ), 'close_reason' );
		self::assert_answered(
			200,
			$this->put(
				array(
					'lists'        => array( 'close_reason' => $reasons ),
					'replacements' => array( 'close_reason' => array( 'price' => 'budget' ) ),
				)
			)
		);
		$deal = $this->request( 'GET', "/deals/{$lost['id']}" )->get_data();
		self::assertSame( array( 'lost', 'budget', $lost['closed_at'] ), array( $deal['status'], $deal['close_reason'], $deal['closed_at'] ) );
	}

	/**
	 * Numbering that cannot be.
	 *
	 * @testWith [{"prefix": ""}]
	 *           [{"prefix": "q"}]
	 *           [{"prefix": "ABCDEFGHIJK"}]
	 *           [{"prefix": "A B"}]
	 *           [{"prefix": "É"}]
	 *           [{"prefix": "Q%d"}]
	 *           [{"prefix": "Q\n"}]
	 *           [{"prefix": null}]
	 *           [{"digits": 2}]
	 *           [{"digits": 9}]
	 *           [{"digits": 4.5}]
	 *           [{"digits": "four"}]
	 *           [{"nonsense": 1}]
	 *           ["Q"]
	 *
	 * @param mixed $quotes What was sent.
	 */
	public function test_numbering_that_cannot_be_is_refused( $quotes ): void {
		$before = get_option( 'carnet_settings' );
		self::assert_refused( 400, 'rest_invalid_param', $this->put( array( 'quotes' => $quotes ) ), 'quotes' );
		self::assertSame( $before, get_option( 'carnet_settings' ) );
	}

	public function test_a_new_prefix_goes_on_with_the_count_of_the_year(): void {
		$number = fn( string $day = '2026-05-01' ): string => $this->quote( array( 'issued_on' => $day ) )['number'];
		$first  = $this->quote( array( 'issued_on' => '2026-05-01' ) );
		self::assertSame( 'Q-2026-0001', $first['number'] );
		self::assert_answered( 200, $this->put( array( 'quotes' => array( 'prefix' => 'DEV-A', 'digits' => 6 ) ) ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		self::assertSame( array( 'DEV-A-2026-000002', 'DEV-A-2027-000001' ), array( $number(), $number( '2027-01-01' ) ) );
		self::assert_answered( 200, $this->put( array( 'quotes' => array( 'prefix' => 'Q' ) ) ) );
		self::assertSame( array( 'Q', 6, array() ), array_values( array_merge( array_flip( array( 'prefix', 'digits', 'legal_lines' ) ), $this->now( 'quotes' ) ) ) );
		self::assert_answered( 200, $this->put( array( 'quotes' => array( 'digits' => 3 ) ) ) );
		self::assertSame( 'Q-2026-003', $number() );
		self::assertSame( 'Q-2026-0001', $this->request( 'GET', "/quotes/{$first['id']}" )->get_data()['number'] );
		self::assertSame( 'Q-2026-0001', $this->changed( 'quote', $first['id'], array( 'title' => 'x' ) )['number'] );
	}

	public function test_the_longest_number_is_kept_whole(): void {
		$this->put( array( 'quotes' => array( 'prefix' => 'ABCDEFGHI-', 'digits' => 8 ) ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		$quote = $this->quote( array( 'issued_on' => '2026-05-01' ) );
		self::assertSame( 'ABCDEFGHI--2026-00000001', $this->request( 'GET', "/quotes/{$quote['id']}" )->get_data()['number'] );
		self::assertSame( array( $quote['id'] ), self::ids( $this->request( 'GET', '/quotes', array( 'search' => 'ABCDEFGHI--2026-00000001' ) ) ) );
	}
}
