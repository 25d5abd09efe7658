<?php
/**
 * The rules of a quote.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Quotes;

use Carnet\Entity\Problem;
use Carnet\Quotes\Quote_Rules;
use Carnet\Tests\Builders;
use Carnet\Tests\Test_Case;

/**
 * Parties, dates, the ways between statuses, and what an accepted quote keeps.
 */
final class Quote_RulesTest extends Test_Case {

	use Builders;

	private const EARLIER = '2026-01-05T08:00:00Z';

	private const NOW = '2026-11-22T09:30:00Z';

	private const STATUSES = array( 'draft', 'sent', 'accepted', 'declined', 'expired' );

	/**
	 * Every way from a status to another one that is open, with the instants after; a new quote begins as a draft.
	 */
	private const OPEN = array(
		'draft sent'        => array( self::NOW, null, null ),
		'draft accepted'    => array( null, self::NOW, null ),
		'draft declined'    => array( null, null, self::NOW ),
		'sent accepted'     => array( self::EARLIER, self::NOW, null ),
		'sent declined'     => array( self::EARLIER, null, self::NOW ),
		'sent expired'      => array( self::EARLIER, null, null ),
		'sent draft'        => array( null, null, null ),
		'declined draft'    => array( null, null, null ),
		'expired draft'     => array( null, null, null ),
		'draft draft'       => array( null, null, null ),
		'sent sent'         => array( self::EARLIER, null, null ),
		'accepted accepted' => array( self::EARLIER, self::EARLIER, null ),
		'declined declined' => array( self::EARLIER, null, self::EARLIER ),
		'expired expired'   => array( self::EARLIER, null, null ),
	);

	/**
	 * All pairs of statuses.
	 *
	 * @return iterable<string, array{string, string}>
	 */
	public static function ways(): iterable {
		foreach ( self::STATUSES as $from ) {
			foreach ( self::STATUSES as $to ) {
				yield "from $from to $to" => array( $from, $to );
			}
		}
	}

	/**
	 * One of them.
	 *
	 * @dataProvider ways
	 *
	 * @param string $from Status before.
	 * @param string $to   Status asked for.
	 */
	public function test_a_status_leads_to_some_and_remembers_when( string $from, string $to ): void {
		$before = self::quote_state( array( 'status' => $from, 'sent_at' => 'draft' === $from ? null : self::EARLIER, 'accepted_at' => 'accepted' === $from ? self::EARLIER : null, 'declined_at' => 'declined' === $from ? self::EARLIER : null ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		$after  = self::apply( $before, array( 'status' => $to ) );
		if ( isset( self::OPEN[ "$from $to" ] ) ) {
			self::assertSame( array( $to, ...self::OPEN[ "$from $to" ] ), array( $after['status'], $after['sent_at'], $after['accepted_at'], $after['declined_at'] ) );
		} else {
			self::assertSame( array( 'carnet_rule', 400, 'status' ), $after );
		}
	}

	/**
	 * Statuses of a new quote.
	 *
	 * @testWith ["draft", true]
	 *           ["sent", true]
	 *           ["accepted", true]
	 *           ["declined", true]
	 *           ["expired", false]
	 *
	 * @param string $status Status.
	 * @param bool   $good   Whether it may begin so.
	 */
	public function test_a_new_quote_goes_on_from_a_draft( string $status, bool $good ): void {
		$after = self::apply( null, array( 'status' => $status ) );
		self::assertSame( $good ? array( $status, self::OPEN[ "draft $status" ][0] ) : array( 'carnet_rule', 400 ), $good ? array( $after['status'], $after['sent_at'] ) : array_slice( $after, 0, 2 ) );
	}

	/**
	 * Before (null: new), change, what must come of it (or the refusal).
	 *
	 * @return array<string, array{array<string, mixed>|null, array<string, mixed>, array<int|string, mixed>}>
	 */
	public static function cases(): array {
		$accepted = array( 'status' => 'accepted', 'accepted_at' => self::EARLIER, 'contact_id' => 8, 'deal_id' => 9 ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		$nobody   = array( 'carnet_rule', 400, 'contact_id' );
		$frozen   = static fn( string $field ): array => array( 'carnet_frozen', 409, $field );
		return array(
			'an account is party enough'                => array( null, array( 'account_id' => 7, 'contact_id' => null ), array( 'account_id' => 7 ) ),
			'so is a contact'                           => array( null, array( 'account_id' => null, 'contact_id' => 8 ), array( 'contact_id' => 8 ) ),
			'a deal is not'                             => array( null, array( 'account_id' => null, 'deal_id' => 9 ), $nobody ),
			'the last party cannot be taken away'       => array( array(), array( 'account_id' => null ), $nobody ),
			'one may take the place of the other'       => array( array(), array( 'account_id' => null, 'contact_id' => 8 ), array( 'account_id' => null ) ),
			'issued today where no day is sent'         => array( null, array( 'issued_on' => null ), array( 'issued_on' => '2026-11-22' ) ),
			'also when the day is taken away'           => array( array( 'issued_on' => '2026-01-05' ), array( 'issued_on' => null ), array( 'issued_on' => '2026-11-22' ) ),
			'on the day that is sent'                   => array( null, array( 'issued_on' => '2020-02-29' ), array( 'issued_on' => '2020-02-29' ) ),
			'an end before that day is refused'         => array( null, array( 'issued_on' => '2026-05-02', 'valid_until' => '2026-05-01' ), array( 'carnet_rule', 400, 'valid_until' ) ),
			'an end before today too'                   => array( null, array( 'issued_on' => null, 'valid_until' => '2026-11-21' ), array( 'carnet_rule', 400, 'valid_until' ) ),
			'an end on that day is not'                 => array( null, array( 'issued_on' => '2026-05-02', 'valid_until' => '2026-05-02' ), array( 'valid_until' => '2026-05-02' ) ),
			'lines have defaults and plain decimals'    => array( null, array( 'lines' => array( array( 'description' => 'A' ), self::line( array( 'quantity' => '02.500', 'tax_rate' => '5.50' ) ) ) ), array( 'lines' => array( self::line( array( 'description' => 'A', 'unit_price' => 0, 'tax_rate' => '7.7' ) ), self::line( array( 'quantity' => '2.5', 'tax_rate' => '5.5' ) ) ), 'net_total' => 25000, 'total' => 26375 ) ),
			'totals follow the lines'                   => array( array(), array( 'lines' => array( self::line( array( 'unit_price' => 333, 'quantity' => '3' ) ) ) ), array( 'net_total' => 999, 'tax_total' => 200, 'total' => 1199, 'taxes' => array( array( 'rate' => '20', 'base' => 999, 'tax' => 200 ) ) ) ),
			'an accepted quote keeps its lines'         => array( $accepted, array( 'lines' => array( self::line( array( 'unit_price' => 1 ) ) ) ), $frozen( 'lines' ) ),
			'its currency'                              => array( $accepted, array( 'currency' => 'USD' ), $frozen( 'currency' ) ),
			'its contact'                               => array( $accepted, array( 'contact_id' => null ), $frozen( 'contact_id' ) ),
			'its account'                               => array( $accepted, array( 'account_id' => 77 ), $frozen( 'account_id' ) ),
			'and its deal'                              => array( $accepted, array( 'deal_id' => null ), $frozen( 'deal_id' ) ),
			'the same lines, written otherwise, do'     => array( $accepted, array( 'lines' => array( self::line( array( 'quantity' => '1.000', 'tax_rate' => '020.00' ) ) ) ), array( 'total' => 12000 ) ),
			'its title, note, tags and end may change'  => array( $accepted, array( 'title' => 'B', 'note' => 'n', 'tags' => array( 4 ), 'valid_until' => '2099-01-01', 'owner_id' => 3 ), array( 'title' => 'B', 'note' => 'n', 'tags' => array( 4 ), 'valid_until' => '2099-01-01', 'owner_id' => 3, 'accepted_at' => self::EARLIER ) ),
			'accepting may change the lines with it'    => array( array(), array( 'status' => 'accepted', 'lines' => array( self::line( array( 'unit_price' => 1 ) ) ) ), array( 'net_total' => 1, 'accepted_at' => self::NOW ) ),
			'sent, the lines may still change'          => array( array( 'status' => 'sent' ), array( 'lines' => array( self::line( array( 'unit_price' => 1 ) ) ) ), array( 'net_total' => 1 ) ),
		);
	}

	/**
	 * One of them.
	 *
	 * @dataProvider cases
	 *
	 * @param array<string, mixed>|null $before   The quote before; null for a new one.
	 * @param array<string, mixed>      $change   What is asked for.
	 * @param array<int|string, mixed>  $expected What comes of it, or code, status and field of the refusal.
	 */
	public function test_a_quote_follows_its_rules( ?array $before, array $change, array $expected ): void {
		$after = self::apply( null === $before ? null : self::quote_state( $before ), $change );
		self::assertSame( array_is_list( $expected ), array_is_list( $after ), (string) wp_json_encode( $after ) );
		self::assertSame( $expected, array_is_list( $expected ) ? $after : array_merge( $expected, array_intersect_key( $after, $expected ) ) );
	}

	public function test_today_is_the_sites_day(): void {
		update_option( 'timezone_string', 'Pacific/Auckland' );
		$after = self::apply( null, array( 'issued_on' => null ), '2026-06-30T12:00:00Z' );
		update_option( 'timezone_string', '' );
		self::assertSame( '2026-07-01', $after['issued_on'] );
	}

	/**
	 * A quote for account 7 with one line, as stored.
	 *
	 * @param array<string, mixed> $overrides Field values.
	 * @return array<string, mixed>
	 */
	private static function quote_state( array $overrides ): array {
		return self::state( 'quote', $overrides + array( 'account_id' => 7, 'issued_on' => '2026-01-05', 'lines' => array( self::line() ) ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
	}

	/**
	 * What the rules make of a change; of a refusal its code, status and field.
	 *
	 * @param array<string, mixed>|null $before The quote before.
	 * @param array<string, mixed>      $change What is asked for.
	 * @param string                    $now    The present.
	 * @return array<int|string, mixed>
	 */
	private static function apply( ?array $before, array $change, string $now = self::NOW ): array {
		try {
			return ( new Quote_Rules( static fn(): string => '7.7' ) )->apply( $before, array_merge( $before ?? self::quote_state( array() ), $change ), $now );
		} catch ( Problem $problem ) {
			return array( $problem->error_code, $problem->status, $problem->data['field'] ?? null );
		}
	}
}
