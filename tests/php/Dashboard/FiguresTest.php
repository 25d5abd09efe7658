<?php
/**
 * The figures of the dashboard against the lists they open.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Dashboard;

use Carnet\Entity\Problem;
use Carnet\Store\Transaction;
use Carnet\Tests\Rest\Rest_Case;

/**
 * Every figure opens the list of exactly the rows that it counts; and a golden data set has the figures worked out by hand.
 */
final class FiguresTest extends Rest_Case {

	protected function setUp(): void {
		parent::setUp();
		update_option( 'timezone_string', 'Europe/Paris' );
	}

	protected function tearDown(): void {
		update_option( 'timezone_string', '' );
		parent::tearDown();
	}

	/**
	 * The widgets of March 2026, in which the clocks change.
	 *
	 * @param string $role Who asks.
	 * @return array<string, array<string, mixed>>
	 */
	private function march( string $role ): array {
		$response = $this->request( 'GET', '/dashboard', array( 'from' => '2026-03-01', 'to' => '2026-04-01' ), $role ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		self::assert_answered( 200, $response );
		return self::json( $response )['widgets'];
	}

	/**
	 * All rows of the list that a figure opens.
	 *
	 * @param string                $address Its `rows`.
	 * @param string                $role    Who reads.
	 * @param array<string, string> $more    More parameters.
	 * @return list<array<string, mixed>>
	 */
	private function rows( string $address, string $role, array $more = array() ): array {
		parse_str( (string) wp_parse_url( $address, PHP_URL_QUERY ), $query );
		$plural = substr( (string) $query['page'], strlen( 'carnet-' ) );
		unset( $query['page'] );
		$rows = array();
		for ( $page = 1, $pages = 1; $page <= $pages; $page++ ) {
			$response = $this->request( 'GET', "/$plural", array( 'page' => $page, 'per_page' => 100 ) + $query + $more, $role ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
			self::assertSame( 200, $response->get_status(), $address );
			$pages = (int) self::header_of( $response, 'X-WP-TotalPages' );
			$rows  = array( ...$rows, ...self::json( $response ) );
		}
		return $rows;
	}

	/**
	 * Sums an amount of rows by currency; what has none is left out.
	 *
	 * @param list<array<string, mixed>> $rows  Records.
	 * @param string                     $field Amount.
	 * @return array<string, int>
	 */
	private static function sums( array $rows, string $field ): array {
		$sums = array();
		foreach ( $rows as $row ) {
			$sums[ $row['currency'] ] = ( $sums[ $row['currency'] ] ?? 0 ) + ( $row[ $field ] ?? 0 );
		}
		ksort( $sums );
		return $sums;
	}

	/**
	 * Random records of several owners over some months, in many states, some of them in the trash.
	 *
	 * @param int $seed Seed.
	 */
	private function random_year( int $seed ): void {
		mt_srand( $seed );
		$at       = static fn(): string => gmdate( 'Y-m-d\TH:i:s\Z', mt_rand( 1767225600, 1777593600 ) );
		$one_of   = static fn( array $values ) => $values[ mt_rand( 0, count( $values ) - 1 ) ];
		$owners   = array( $this->user( 'admin' ), $this->user( 'agent' ), $this->user( 'editor' ) );
		$accounts = array_map( fn(): int => $this->account()['id'], range( 1, 4 ) );
		$make     = fn( string $noun, array $fields ): int => $this->change( static fn( Transaction $t ): array => $t->create( $noun, $fields ), null, $at() )['id'];
		$then     = function ( string $noun, int $id, array $changes ) use ( $at ): void {
			$this->change(
				static function ( Transaction $t ) use ( $noun, $id, $changes ): void {
					try {
						$t->update( $noun, $id, $changes );
					} catch ( Problem $problem ) {
						return;
					}
				},
				null,
				$at()
			);
		};
		$all      = array();
		for ( $i = 0; $i < 60; $i++ ) {
			$owner    = array( 'owner_id' => $one_of( $owners ) );
			$account  = array( 'account_id' => $one_of( $accounts ) );
			$currency = array( 'currency' => $one_of( array( 'EUR', 'USD', 'JPY' ) ) );
			$contact  = $make( 'contact', $owner + array( 'last_name' => "C$i", 'type' => $one_of( array( 'lead', 'lead', 'customer' ) ) ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
			$deal     = $make( 'deal', $owner + $account + $currency + array( 'title' => "D$i", 'stage' => $one_of( array( 'prospecting', 'qualification', 'proposal' ) ), 'amount' => $one_of( array( null, mt_rand( 1, 999999 ) ) ) ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
			$quote    = $make( 'quote', $owner + $account + $currency + array( 'title' => "Q$i", 'issued_on' => '2026-03-' . mt_rand( 10, 28 ), 'lines' => array( self::line( array( 'unit_price' => mt_rand( -500, 99999 ), 'quantity' => '1.333' ) ) ) ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
			$task     = $make( 'task', $owner + array( 'title' => "T$i", 'due_at' => $one_of( array( null, gmdate( 'Y-m-d\TH:i:s\Z', time() + mt_rand( -500000, 500000 ) ) ) ), 'status' => $one_of( array( 'open', 'open', 'done' ) ) ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
			$action   = $make( 'action', $owner + array( 'title' => "A$i", 'date' => wp_date( 'Y-m-d', time() + DAY_IN_SECONDS * mt_rand( -20, 5 ) ) ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
			$all      = array( ...$all, array( 'contact', $contact ), array( 'deal', $deal ), array( 'quote', $quote ), array( 'task', $task ), array( 'action', $action ) );
			$then( 'contact', $contact, array( 'type' => $one_of( array( 'prospect', 'customer' ) ) ) );
			$then( 'deal', $deal, $one_of( array( array( 'status' => 'won' ), array( 'status' => 'lost', 'close_reason' => 'budget' ), array( 'stage' => 'needs_analysis' ), array( 'probability' => 33 ) ) ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
			$then( 'deal', $deal, array( 'status' => $one_of( array( 'open', 'won' ) ) ) );
			$then( 'quote', $quote, array( 'status' => $one_of( array( 'accepted', 'accepted', 'sent' ) ) ) );
		}
		foreach ( $all as list( $noun, $id ) ) {
			if ( mt_rand( 1, 8 ) > 7 ) {
				$this->trashed( $noun, $id );
			}
		}
	}

	/**
	 * Who reads.
	 *
	 * @return array<string, array{string}>
	 */
	public static function readers(): array {
		return array(
			'everybody’s records' => array( 'viewer' ),
			'own records only'    => array( 'agent' ),
		);
	}

	/**
	 * @dataProvider readers
	 */
	public function test_the_list_that_a_figure_opens_adds_up_to_it( string $role ): void {
		$this->random_year( 7 );
		$w = $this->march( $role );

		self::assertCount( $w['contacts_overview']['total'], $this->rows( $w['contacts_overview']['rows'], $role ) );
		foreach ( $w['contacts_overview']['by_type'] as $type => $count ) {
			self::assertCount( $count, $this->rows( $w['contacts_overview']['rows'], $role, array( 'type' => $type ) ), $type );
		}

		$leads     = $this->rows( $w['lead_conversion']['rows'], $role );
		$customers = array_filter( $leads, static fn( array $lead ): bool => $lead['customer_since'] >= $lead['lead_since'] );
		self::assertSame( array( 'customers' => count( $customers ), 'leads' => count( $leads ) ), $w['lead_conversion']['current'] ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound

		$sales = $this->rows( $w['total_revenue']['rows'], $role );
		self::assertNotEmpty( $sales );
		self::assertSame( self::sums( $sales, 'net_total' ), $w['total_revenue']['current'] );
		$numbers = array_count_values( array_column( $sales, 'currency' ) );
		foreach ( $w['average_transaction_value']['current'] as $currency => $average ) {
			self::assertSame( (int) round( $w['total_revenue']['current'][ $currency ] / $numbers[ $currency ] ), $average, $currency );
		}

		$closed = array_count_values( array_column( $this->rows( $w['win_rate']['rows'], $role ), 'status' ) );
		self::assertSame( array( 'won' => $closed['won'] ?? 0, 'lost' => $closed['lost'] ?? 0 ), $w['win_rate']['current'] ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound

		$weighted = array();
		foreach ( $w['pipeline']['stages'] as $stage ) {
			$deals    = $this->rows( $stage['rows'], $role );
			$weighted = array( ...$weighted, ...$deals );
			self::assertCount( $stage['count'], $deals, $stage['stage'] );
			self::assertCount( $stage['unvalued'], array_filter( $deals, static fn( array $deal ): bool => null === $deal['amount'] ) );
			self::assertSame( array_filter( self::sums( $deals, 'amount' ) ), $stage['amount'] );
			self::assertSame( array_filter( self::sums( $deals, 'weighted_amount' ) ), $stage['weighted'] );
		}
		self::assertSame( array_filter( self::sums( $weighted, 'weighted_amount' ) ), $w['pipeline']['weighted'] );
		self::assertCount( count( $weighted ), $this->rows( $w['pipeline']['rows'], $role ) );

		$by_due = array(
			'orderby' => 'due_at',
			'order'   => 'asc',
		);
		self::assertGreaterThan( 0, $w['upcoming_tasks']['overdue']['count'] );
		self::assertCount( $w['upcoming_tasks']['overdue']['count'], $this->rows( $w['upcoming_tasks']['overdue']['rows'], $role ) );
		self::assertSame( array_slice( array_column( $this->rows( $w['upcoming_tasks']['rows'], $role, $by_due ), 'id' ), 0, 10 ), array_column( $w['upcoming_tasks']['items'], 'id' ) );
		foreach ( array( 'recent_transactions' => 'issued_on', 'recent_actions' => 'date' ) as $name => $field ) { // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
			self::assertSame( array_slice( array_column( $this->rows( $w[ $name ]['rows'], $role, array( 'orderby' => $field ) ), 'id' ), 0, 10 ), array_column( $w[ $name ]['items'], 'id' ), $name );
		}
	}

	public function test_a_golden_data_set_has_the_figures_worked_out_by_hand(): void {
		$account = $this->account()['id'];
		$make    = fn( string $at, string $noun, array $fields ): int => $this->change( static fn( Transaction $t ): array => $t->create( $noun, $fields ), null, $at )['id'];
		$change  = fn( string $at, string $noun, int $id, array $changes ): array => $this->change( static fn( Transaction $t ): array => $t->update( $noun, $id, $changes ), null, $at );
		$sale    = function ( string $at, string $currency, int $net ) use ( $make, $account ): int {
			$fields = array(
				'title'      => 'Sale',
				'account_id' => $account,
				'status'     => 'accepted',
				'currency'   => $currency,
				'lines'      => array( self::line( array( 'unit_price' => $net ) ) ),
			);
			return $make( $at, 'quote', $fields );
		};
		$sale( '2026-02-28T22:59:59Z', 'EUR', 1 );      // A second before March in Paris.
		$sale( '2026-02-28T23:00:00Z', 'EUR', 100000 ); // The first second of March.
		$sale( '2026-03-29T01:30:00Z', 'EUR', 33333 );  // The night of the change of the clocks.
		$sale( '2026-03-31T21:59:59Z', 'USD', 5000 );   // The last second of March, in summer time.
		$sale( '2026-03-31T22:00:00Z', 'USD', 7000 );   // April.
		$sale( '2026-02-10T12:00:00Z', 'JPY', 5000 );
		$gone = $sale( '2026-03-15T12:00:00Z', 'EUR', 1000 );
		$back = $sale( '2026-03-16T12:00:00Z', 'EUR', 10001 );
		$this->trashed( 'quote', $gone );
		$this->trashed( 'quote', $back );
		$this->change( static fn( Transaction $t ): array => $t->restore( 'quote', $back ) );

		$deal     = array(
			'title'      => 'Deal',
			'account_id' => $account,
		);
		$reopened = $make( '2026-02-01T12:00:00Z', 'deal', $deal + array( 'amount' => 700 ) );
		$change( '2026-03-02T12:00:00Z', 'deal', $reopened, array( 'status' => 'won' ) );
		$change( '2026-03-03T12:00:00Z', 'deal', $reopened, array( 'status' => 'open' ) );
		$change( '2026-03-04T12:00:00Z', 'deal', $reopened, array( 'status' => 'lost', 'close_reason' => 'price' ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		$make( '2026-03-05T12:00:00Z', 'deal', $deal + array( 'status' => 'won' ) );
		$make( '2026-03-05T12:00:00Z', 'deal', $deal + array( 'status' => 'won' ) );
		$make( '2026-03-05T12:00:00Z', 'deal', $deal + array( 'status' => 'abandoned', 'close_reason' => 'budget' ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		foreach ( array( array( 100, 99 ), array( 200, 0 ), array( null, 50 ) ) as list( $amount, $probability ) ) {
			$make( '2026-03-06T12:00:00Z', 'deal', $deal + array( 'stage' => 'proposal' ) + compact( 'amount', 'probability' ) );
		}

		$lead = static fn( string $name ): array => array( 'last_name' => $name );
		$change( '2026-05-01T12:00:00Z', 'contact', $make( '2026-03-10T12:00:00Z', 'contact', $lead( 'a' ) ), array( 'type' => 'customer' ) );
		$make( '2026-03-10T12:00:00Z', 'contact', $lead( 'b' ) );
		$make( '2026-03-10T12:00:00Z', 'contact', $lead( 'c' ) + array( 'type' => 'customer' ) );
		$this->trashed( 'contact', $make( '2026-03-10T12:00:00Z', 'contact', $lead( 'd' ) ) );

		$w = $this->march( 'viewer' );
		self::assertSame( array( 'EUR' => 143334, 'USD' => 5000 ), $w['total_revenue']['current'] ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		self::assertSame( array( 'EUR' => 1, 'JPY' => 5000 ), $w['total_revenue']['previous'] ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		self::assertEquals( array( 'EUR' => '14333300.0', 'USD' => null, 'JPY' => '-100.0' ), $w['total_revenue']['change'] ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		self::assertSame( array( 'EUR' => 47778, 'USD' => 5000 ), $w['average_transaction_value']['current'] ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		self::assertSame( array( 'won' => 2, 'lost' => 1 ), $w['win_rate']['current'] ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		self::assertNull( $w['win_rate']['change'], 'Nothing was closed in the period before.' );
		self::assertSame( array( 'EUR' => 99 ), $w['pipeline']['weighted'], '100 at 99 % and 200 at 0 %.' );
		$proposal = array_column( $w['pipeline']['stages'], null, 'stage' )['proposal'];
		self::assertSame( array( 3, 1, array( 'EUR' => 300 ) ), array( $proposal['count'], $proposal['unvalued'], $proposal['amount'] ) );
		self::assertSame( array( 'customers' => 1, 'leads' => 2 ), $w['lead_conversion']['current'] ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		self::assertSame( array( 4, 3 ), array( array_sum( array_column( $w['contacts_overview']['growth'], 'created' ) ), $w['contacts_overview']['total'] ) );
		self::assertCount( 31, $w['contacts_overview']['growth'] );
	}

	public function test_another_time_zone_moves_the_days_once_the_figures_are_rebuilt(): void {
		$account = $this->account()['id'];
		$fields  = array(
			'title'      => 'Sale',
			'account_id' => $account,
			'status'     => 'accepted',
			'lines'      => array( self::line( array( 'unit_price' => 500 ) ) ),
		);
		$this->change( static fn( Transaction $t ): array => $t->create( 'quote', $fields ), null, '2026-02-28T23:30:00Z' );
		self::assertSame( array( 'EUR' => 500 ), $this->march( 'viewer' )['total_revenue']['current'] );
		update_option( 'timezone_string', 'America/New_York' );
		do_action( 'carnet_rebuild' ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- as WP-Cron does.
		self::assertSame( array(), $this->march( 'viewer' )['total_revenue']['current'] );
	}
}
