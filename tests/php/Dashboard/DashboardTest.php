<?php
/**
 * The dashboard over REST.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Dashboard;

use Carnet\Store\Transaction;
use Carnet\Tests\Rest\Rest_Case;

/**
 * GET /dashboard: what is refused, whose records count, and that every figure is the number of rows that its list shows.
 */
final class DashboardTest extends Rest_Case {

	/**
	 * The dashboard of a period.
	 *
	 * @param string               $from   First day.
	 * @param string               $to     The day after the last.
	 * @param string               $as     Who asks.
	 * @param array<string, mixed> $params More of the query.
	 * @return array<string, mixed>
	 */
	private function dashboard( string $from, string $to, string $as = 'viewer', array $params = array() ): array {
		$response = $this->request( 'GET', '/dashboard', compact( 'from', 'to' ) + $params, $as );
		self::assert_answered( 200, $response );
		return self::json( $response );
	}

	/**
	 * A contact made at an instant.
	 *
	 * @param string               $at        UTC.
	 * @param array<string, mixed> $overrides Field values.
	 */
	private function made( string $at, array $overrides = array() ): int {
		return $this->change( static fn( Transaction $transaction ): array => $transaction->create( 'contact', $overrides + array( 'last_name' => 'x' ) ), null, $at )['id'];
	}

	/**
	 * A contact changed at an instant.
	 *
	 * @param int    $id   Contact.
	 * @param string $type Its new type.
	 * @param string $at   UTC.
	 */
	private function became( int $id, string $type, string $at ): void {
		$this->change( static fn( Transaction $transaction ): array => $transaction->update( 'contact', $id, array( 'type' => $type ) ), null, $at );
	}

	/**
	 * Periods and widgets that cannot be.
	 *
	 * @return array<string, array{array<string, mixed>, string}>
	 */
	public function bad_parameters(): array {
		return array(
			'a day that is none'       => array( array( 'from' => '2026-02-30' ), 'from' ),
			'a word'                   => array( array( 'to' => 'today' ), 'to' ),
			'an instant'               => array( array( 'from' => '2026-01-01T00:00:00Z' ), 'from' ),
			'a day with a line end'    => array( array( 'from' => "2026-01-01\n" ), 'from' ),
			'a list'                   => array( array( 'from' => array( '2026-01-01' ) ), 'from' ),
			'an end before the start'  => array(
				array(
					'from' => '2026-01-02',
					'to'   => '2026-01-01',
				),
				'to',
			),
			'no days at all'           => array(
				array(
					'from' => '2026-01-01',
					'to'   => '2026-01-01',
				),
				'to',
			),
			'a hundred years'          => array(
				array(
					'from' => '1926-01-01',
					'to'   => '2026-01-01',
				),
				'to',
			),
			'a widget that is not one' => array( array( 'widgets' => 'contacts_overview,nonsense' ), 'widgets' ),
			'SQL for a day'            => array( array( 'to' => "2026-01-01' OR '1'='1" ), 'to' ),
		);
	}

	/**
	 * Refuses them.
	 *
	 * @dataProvider bad_parameters
	 *
	 * @param array<string, mixed> $params The query.
	 * @param string               $named  What is named.
	 */
	public function test_what_cannot_be_asked_is_refused_by_name( array $params, string $named ): void {
		self::assert_refused( 400, 'rest_invalid_param', $this->request( 'GET', '/dashboard', $params, 'viewer' ), $named );
	}

	public function test_the_usual_period_is_the_last_thirty_days(): void {
		$answer = self::json( $this->request( 'GET', '/dashboard', array(), 'viewer' ) );
		self::assertSame( wp_date( 'Y-m-d', time() + DAY_IN_SECONDS ), $answer['to'] );
		self::assertSame( 30 * DAY_IN_SECONDS, strtotime( $answer['to'] ) - strtotime( $answer['from'] ) );
		self::assertSame( array( 'contacts_overview', 'total_revenue', 'average_transaction_value', 'lead_conversion', 'recent_transactions', 'upcoming_tasks', 'pipeline', 'recent_actions', 'win_rate' ), array_keys( $answer['widgets'] ) );
	}

	public function test_an_end_alone_means_the_thirty_days_before_it(): void {
		$answer = self::json( $this->request( 'GET', '/dashboard', array( 'to' => '2026-03-01' ), 'viewer' ) );
		self::assertSame( array( '2026-01-30', '2026-03-01' ), array( $answer['from'], $answer['to'] ) );
	}

	public function test_the_previous_period_is_as_long_and_just_before(): void {
		$answer = $this->dashboard( '2026-03-01', '2026-03-08' );
		self::assertSame( array( '2026-03-01', '2026-03-08' ), array( $answer['from'], $answer['to'] ) );
		$previous = array(
			'from' => '2026-02-22',
			'to'   => '2026-03-01',
		);
		self::assertSame( $previous, $answer['previous'] );
	}

	public function test_only_the_widgets_asked_for_are_answered(): void {
		self::assertSame( array( 'lead_conversion' ), array_keys( $this->dashboard( '2026-03-01', '2026-03-08', 'viewer', array( 'widgets' => 'lead_conversion' ) )['widgets'] ) );
	}

	public function test_live_contacts_are_counted_by_type_and_in_total(): void {
		$this->contact( array( 'type' => 'customer' ) );
		$this->contact( array( 'type' => 'customer' ) );
		$this->contact( array( 'type' => 'prospect' ) );
		$this->trashed( 'contact', $this->contact()['id'] );
		$overview = $this->dashboard( '2026-03-01', '2026-03-08' )['widgets']['contacts_overview'];
		$by_type  = array(
			'lead'     => 0,
			'prospect' => 1,
			'customer' => 2,
		);
		self::assertSame( array( 3, $by_type ), array( $overview['total'], $overview['by_type'] ) );
	}

	public function test_scope_is_stated_and_others_contacts_do_not_count_for_an_agent(): void {
		$this->made( '2026-03-02T10:00:00Z', array( 'owner_id' => $this->user( 'agent' ) ) );
		$this->became( $this->made( '2026-03-02T10:00:00Z' ), 'customer', '2026-03-03T10:00:00Z' );
		$figures    = function ( string $role ): array {
			$answer = $this->dashboard( '2026-03-01', '2026-03-08', $role );
			return array( $answer['scope'], $answer['widgets']['contacts_overview']['total'], array_sum( array_column( $answer['widgets']['contacts_overview']['growth'], 'created' ) ), $answer['widgets']['lead_conversion']['current'] );
		};
		$conversion = static fn( int $customers, int $leads ): array => compact( 'customers', 'leads' );
		self::assertSame( array( 'own', 1, 1, $conversion( 0, 1 ) ), $figures( 'agent' ) );
		self::assertSame( array( 'all', 2, 2, $conversion( 1, 2 ) ), $figures( 'viewer' ) );
	}

	public function test_growth_counts_created_trashed_and_the_number_at_the_end_of_each_day(): void {
		$gone = $this->made( '2026-02-27T10:00:00Z' );
		$this->made( '2026-03-01T00:00:00Z' );
		$this->made( '2026-03-02T23:59:59Z' );
		$this->made( '2026-03-03T00:00:00Z' );
		$this->change( static fn( Transaction $transaction ): array => $transaction->trash( 'contact', $gone ), null, '2026-03-02T12:00:00Z' );
		$part   = static fn( string $from, int $created, int $trashed, int $total ): array => compact( 'from', 'created', 'trashed', 'total' );
		$growth = array( $part( '2026-03-01', 1, 0, 2 ), $part( '2026-03-02', 1, 1, 2 ) );
		self::assertSame( $growth, $this->dashboard( '2026-03-01', '2026-03-03' )['widgets']['contacts_overview']['growth'] );
		self::assertSame( array( 1, 0, 1 ), array_slice( array_values( $this->dashboard( '2026-02-27', '2026-02-28' )['widgets']['contacts_overview']['growth'][0] ), 1 ) );
	}

	public function test_growth_goes_by_weeks_and_months_in_longer_periods(): void {
		self::assertSame( array( '2026-01-01', '2026-01-08' ), array_slice( array_column( $this->dashboard( '2026-01-01', '2026-03-01' )['widgets']['contacts_overview']['growth'], 'from' ), 0, 2 ) );
		self::assertSame( array( '2026-01-15', '2026-02-01', '2026-03-01' ), array_slice( array_column( $this->dashboard( '2026-01-15', '2027-01-01' )['widgets']['contacts_overview']['growth'], 'from' ), 0, 3 ) );
	}

	/**
	 * Periods: within a month, of weeks, of whole months, over the ends of months and years, far into the future.
	 *
	 * @return array<string, array{string, string}>
	 */
	public function periods(): array {
		return array(
			'a day'                  => array( '2026-02-28', '2026-03-01' ),
			'a month'                => array( '2026-02-01', '2026-03-01' ),
			'thirty days'            => array( '2026-01-15', '2026-02-14' ),
			'weeks'                  => array( '2025-11-03', '2026-03-16' ),
			'a calendar year'        => array( '2025-01-01', '2026-01-01' ),
			'a year to the middle'   => array( '2025-02-15', '2026-02-15' ),
			'a year to a last day'   => array( '2025-01-31', '2026-01-31' ),
			'years before and after' => array( '2023-06-10', '2028-06-10' ),
		);
	}

	/**
	 * Counted by hand, whatever is kept by day and by month.
	 *
	 * @dataProvider periods
	 *
	 * @param string $from First day.
	 * @param string $to   The day after the last.
	 */
	public function test_each_day_counts_in_its_period_and_part_and_in_no_other( string $from, string $to ): void {
		$days = array( '2024-12-31', '2025-01-01', '2025-01-30', '2025-01-31', '2025-02-01', '2025-02-14', '2025-02-15', '2025-02-15', '2025-11-02', '2025-11-03', '2025-12-31', '2026-01-01', '2026-01-14', '2026-01-15', '2026-01-31', '2026-02-13', '2026-02-14', '2026-02-15', '2026-02-28', '2026-03-01', '2026-03-15', '2026-03-16' );
		foreach ( $days as $day ) {
			$this->made( "{$day}T12:00:00Z", array( 'owner_id' => $this->user( 'agent' ) ) );
		}
		$between = static fn( string $first, string $end ): int => count( array_filter( $days, static fn( string $day ): bool => $day >= $first && $day < $end ) );
		foreach ( array( 'viewer', 'agent' ) as $role ) {
			$answer = $this->dashboard( $from, $to, $role );
			$growth = $answer['widgets']['contacts_overview']['growth'];
			$ends   = array( ...array_slice( array_column( $growth, 'from' ), 1 ), $to );
			foreach ( $growth as $at => $part ) {
				self::assertSame( array( $between( $part['from'], $ends[ $at ] ), $between( '', $ends[ $at ] ) ), array( $part['created'], $part['total'] ), "$role, {$part['from']}" );
			}
			self::assertSame( $between( $from, $to ), $answer['widgets']['lead_conversion']['current']['leads'] );
			self::assertSame( $between( $answer['previous']['from'], $from ), $answer['widgets']['lead_conversion']['previous']['leads'] );
		}
	}

	public function test_conversion_is_of_those_who_became_leads_in_the_period(): void {
		$this->became( $this->made( '2026-03-01T10:00:00Z' ), 'customer', '2026-05-01T10:00:00Z' );
		$this->made( '2026-03-02T10:00:00Z' );
		$this->made( '2026-03-02T10:00:00Z' );
		$this->made( '2026-03-03T10:00:00Z', array( 'type' => 'customer' ) );
		$this->became( $this->made( '2026-02-25T10:00:00Z' ), 'customer', '2026-03-02T10:00:00Z' );
		$this->made( '2026-02-25T10:00:00Z' );
		$trashed = $this->made( '2026-03-04T10:00:00Z' );
		$this->trashed( 'contact', $trashed );
		$conversion = $this->dashboard( '2026-03-01', '2026-03-08' )['widgets']['lead_conversion'];
		$current    = array(
			'customers' => 1,
			'leads'     => 3,
		);
		$previous   = array(
			'customers' => 1,
			'leads'     => 2,
		);
		self::assertSame( array( $current, $previous, '-33.3' ), array( $conversion['current'], $conversion['previous'], $conversion['change'] ) );
	}

	public function test_a_change_from_nothing_is_null(): void {
		$this->made( '2026-03-01T10:00:00Z' );
		$conversion = $this->dashboard( '2026-03-01', '2026-03-08' )['widgets']['lead_conversion'];
		self::assertNull( $conversion['change'] );
		self::assertNull( $this->dashboard( '2020-03-01', '2020-03-08' )['widgets']['lead_conversion']['change'] );
	}

	public function test_days_are_the_sites(): void {
		update_option( 'timezone_string', 'Asia/Tokyo' );
		$this->made( '2026-03-01T15:00:00Z' );
		$answer = $this->dashboard( '2026-03-02', '2026-03-03' );
		$before = $this->dashboard( '2026-03-01', '2026-03-02' );
		update_option( 'timezone_string', '' );
		self::assertSame( array( 1, 0 ), array( $answer['widgets']['contacts_overview']['growth'][0]['created'], $before['widgets']['contacts_overview']['growth'][0]['created'] ) );
		self::assertSame( 'Asia/Tokyo', $answer['time_zone'] );
	}

	/**
	 * Hours from now until tasks are due: some of today, more of today than are shown, far away ones only, one of each time ahead.
	 *
	 * @return array<string, array{list<float>}>
	 */
	public function due(): array {
		return array(
			'none'                         => array( array() ),
			'some of each'                 => array( array( -5000, -30, -3, -0.5, 0.5, 3, 30, 200, 800, 3000, 9000 ) ),
			'more at once than are shown'  => array( array( -1, -0.1, ...array_fill( 0, 12, 0.01 ) ) ),
			'as many at once as are shown' => array( array( -1, -0.1, ...array_fill( 0, 10, 0.01 ), 40 ) ),
			'enough within a week'         => array( array( -1, ...range( 10, 100, 8 ), 1000 ) ),
			'far away ones'                => array( array( -9000, ...array_fill( 0, 12, 20000 ) ) ),
		);
	}

	/**
	 * Whatever is known beforehand of days, months and what is far away.
	 *
	 * @dataProvider due
	 *
	 * @param list<float> $hours Hours from now.
	 */
	public function test_tasks_are_overdue_or_to_come_by_the_clock( array $hours ): void {
		foreach ( $hours as $at => $hour ) {
			$fields = array(
				'title'    => "$at",
				'due_at'   => gmdate( 'Y-m-d\TH:i:s\Z', time() + 30 + (int) ( $hour * HOUR_IN_SECONDS ) ),
				'owner_id' => $this->user( 'agent' ),
			);
			$this->change( static fn( Transaction $transaction ): array => $transaction->create( 'task', $fields ) );
		}
		$this->change( static fn( Transaction $transaction ): array => $transaction->create( 'task', array( 'title' => 'of somebody else', 'due_at' => gmdate( 'Y-m-d\TH:i:s\Z', time() - 60 ) ) ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		$to_come = array_filter( $hours, static fn( float $hour ): bool => $hour > 0 );
		$tasks   = $this->dashboard( '2026-03-01', '2026-03-08', 'agent' )['widgets']['upcoming_tasks'];
		self::assertSame( count( $hours ) - count( $to_come ), $tasks['overdue']['count'] );
		self::assertSame( array_slice( array_map( 'strval', array_keys( $to_come ) ), 0, 10 ), array_column( $tasks['items'], 'title' ) );
	}

	public function test_every_widget_says_in_words_how_it_is_counted(): void {
		foreach ( $this->dashboard( '2026-03-01', '2026-03-08' )['widgets'] as $name => $widget ) {
			self::assertNotSame( '', $widget['formula'], $name );
			self::assertStringStartsWith( 'admin.php?page=carnet-', $widget['rows'], $name );
		}
	}
}
