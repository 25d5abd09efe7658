<?php
/**
 * The demo data.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Demo;

use Carnet\Entity\Instant;
use Carnet\Plugin;
use Carnet\Store\Access;
use Carnet\Store\Checker;
use Carnet\Store\Database;
use Carnet\Store\Tables;
use Carnet\Tests\Test_Case;

/**
 * A year of history in some 1,500 units of work: also the longest run of the write path.
 */
final class Demo_DataTest extends Test_Case {

	public function test_a_year_of_records_is_coherent_and_is_loaded_once(): void {
		foreach ( array( 'admin', 'editor', 'manager', 'agent' ) as $role ) {
			$this->user( $role );
		}
		$this->act_as( 'admin' );

		self::assertStringContainsString( '61 accounts, 250 contacts, 300 actions, 80 deals, 90 quotes and 120 tasks', $this->load() );
		self::assertSame( array(), ( new Checker( Plugin::entities() ) )->differences() );
		$contacts = $this->rows( 'contacts' );
		self::assertCount( 250, $contacts );
		self::assertCount( 61, $this->rows( 'accounts' ) );
		$this->check_contacts( $contacts );
		$contacts = array_column( $contacts, null, 'id' );
		$deals    = array_column( $this->rows( 'deals' ), null, 'id' );
		$this->check_deals( $deals, $contacts );
		$this->check_quotes( $deals, $contacts );
		$this->check_actions( $deals, $contacts );
		$this->check_tasks( $contacts );
		$this->check_history();

		self::assertStringContainsString( 'no demo data is loaded', $this->load() );
		self::assertSame( array_values( $contacts ), $this->rows( 'contacts' ) );
	}

	private function check_contacts( array $contacts ): void {
		foreach ( $contacts as $contact ) {
			$who = "{$contact['first_name']} {$contact['last_name']}";
			self::assertSame( 1, preg_match( '/^$|@[a-z0-9-]+\.example$|@example\.(com|org|net)$/', $contact['email'] ), "$who: $contact[email]" );
			self::assertTrue( Access::can( (int) $contact['owner_id'], 'edit' ), "$who belongs to who may edit." );
			self::assertNotNull( $contact[ "{$contact['type']}_since" ], $who );
			self::assertLessThanOrEqual( $contact['updated_at'], $contact['created_at'], $who );
			self::assertLessThanOrEqual( gmdate( 'Y-m-d H:i:s' ), $contact['updated_at'], $who );
			if ( null !== $contact['lead_since'] && null !== $contact['customer_since'] ) {
				self::assertLessThan( $contact['customer_since'], $contact['lead_since'], $who );
			}
		}
		$types = array_count_values( array_column( $contacts, 'type' ) );
		self::assertGreaterThan( 30, min( $types ), 'There are enough of each type.' );
		self::assertCount( 3, $types );
		self::assertLessThan( gmdate( 'Y-m-d', time() - 300 * DAY_IN_SECONDS ), min( array_column( $contacts, 'created_at' ) ) );
		self::assertGreaterThan( gmdate( 'Y-m-d', time() - 20 * DAY_IN_SECONDS ), max( array_column( $contacts, 'created_at' ) ) );
	}

	private function check_deals( array $deals, array $contacts ): void {
		self::assertCount( 80, $deals );
		$sold = array_column( array_filter( $this->rows( 'quotes' ), static fn( array $quote ): bool => 'accepted' === $quote['status'] ), null, 'deal_id' );
		foreach ( $deals as $id => $deal ) {
			$title   = $deal['title'];
			$contact = $contacts[ $deal['contact_id'] ];
			self::assertSame( $contact['account_id'], $deal['account_id'], "$title: the contact is of the account." );
			self::assertNull( $contact['trashed_at'], $title );
			self::assertLessThanOrEqual( $deal['created_at'], $contact['created_at'], $title );
			self::assertLessThanOrEqual( $deal['expected_close_date'], $deal['start_date'], $title );
			self::assertSame( in_array( $deal['status'], array( 'lost', 'abandoned' ), true ), null !== $deal['close_reason'], $title );
			self::assertSame( 'won' === $deal['status'], isset( $sold[ $id ] ), "$title: what is won has an accepted quote." );
			if ( 'won' === $deal['status'] ) {
				self::assertSame( array( $deal['signed_amount'], $deal['currency'] ), array( $sold[ $id ]['net_total'], $sold[ $id ]['currency'] ), $title );
				self::assertSame( $deal['closed_at'], $sold[ $id ]['accepted_at'], $title );
				// Their first deal makes a customer of them.
				self::assertSame( '1' === $deal['new_customer'], $deal['closed_at'] === $contact['customer_since'], $title );
				self::assertLessThanOrEqual( $deal['closed_at'], $contact['customer_since'], $title );
			}
		}
		$stages = array_count_values( array_column( array_filter( $deals, static fn( array $deal ): bool => 'open' === $deal['status'] ), 'stage' ) );
		self::assertCount( 5, $stages );
		self::assertGreaterThan( 4, min( $stages ), 'Some are open in each stage.' );
		$this->check_mix( $deals, 'status', 4, 6 );
		$this->check_mix( $deals, 'owner_id', 4, 8 );
	}

	private function check_quotes( array $deals, array $contacts ): void {
		$quotes = $this->rows( 'quotes' );
		$today  = Instant::site_day( Instant::now() );
		self::assertCount( 90, $quotes );
		foreach ( $quotes as $quote ) {
			$number = $quote['number'];
			$deal   = $deals[ $quote['deal_id'] ] ?? null;
			self::assertSame( $contacts[ $quote['contact_id'] ]['account_id'], $quote['account_id'], $number );
			if ( $deal ) {
				self::assertSame( array( $deal['contact_id'], $deal['currency'] ), array( $quote['contact_id'], $quote['currency'] ), $number );
				self::assertLessThanOrEqual( $quote['created_at'], $deal['created_at'], $number );
			}
			self::assertSame( substr( $quote['issued_on'], 0, 4 ), substr( $number, 2, 4 ) );
			self::assertSame( 'draft' === $quote['status'], null === $quote['sent_at'], $number );
			self::assertSame( (int) $quote['total'], (int) $quote['net_total'] + (int) $quote['tax_total'], $number );
			self::assertGreaterThan( 0, (int) $quote['net_total'], $number );
			if ( 'expired' === $quote['status'] ) {
				self::assertLessThan( $today, $quote['valid_until'], $number );
			} elseif ( 'draft' !== $quote['status'] ) {
				$until = substr( $quote['accepted_at'] ?? $quote['declined_at'] ?? $today, 0, 10 );
				self::assertLessThanOrEqual( $quote['valid_until'], $until, "$number: still valid." );
			}
		}
		$this->check_mix( $quotes, 'status', 5, 4 );
		self::assertGreaterThanOrEqual( 3, count( array_unique( array_column( $quotes, 'currency' ) ) ) );
	}

	private function check_actions( array $deals, array $contacts ): void {
		$actions = $this->rows( 'actions' );
		$today   = Instant::site_day( Instant::now() );
		self::assertCount( 300, $actions );
		foreach ( $actions as $action ) {
			$deal = $deals[ $action['deal_id'] ] ?? null;
			$what = "$action[title] $action[date]";
			self::assertSame( $contacts[ $action['contact_id'] ]['account_id'], $action['account_id'], $what );
			$is_to_do = in_array( $action['status'], array( 'not_started', 'in_progress' ), true );
			self::assertTrue( $is_to_do ? $action['date'] >= $today : $action['date'] <= $today, "$what is $action[status]." );
			if ( $deal ) {
				self::assertGreaterThanOrEqual( $deal['start_date'], $action['date'], $what );
				self::assertTrue( null === $deal['closed_at'] || $action['date'] <= substr( $deal['closed_at'], 0, 10 ), "$what: while the deal was open." );
			}
		}
		$this->check_mix( $actions, 'status', 4, 1 );
		$this->check_mix( $actions, 'nature', 5, 1 );
		$this->check_mix( $actions, 'owner_id', 4, 20 );
	}

	private function check_tasks( array $contacts ): void {
		$tasks = $this->rows( 'tasks' );
		$now   = gmdate( 'Y-m-d H:i:s' );
		$days  = array();
		self::assertCount( 120, $tasks );
		foreach ( $tasks as $task ) {
			self::assertSame( $contacts[ $task['contact_id'] ]['account_id'], $task['account_id'], $task['title'] );
			self::assertSame( 'done' === $task['status'], null !== $task['done_at'], $task['title'] );
			self::assertTrue( null === $task['due_at'] || $task['due_at'] >= $task['created_at'], "$task[title]: given before it is due." );
			if ( 'open' === $task['status'] && null !== $task['due_at'] ) {
				$days[] = intdiv( strtotime( substr( $task['due_at'], 0, 10 ) ) - strtotime( substr( $now, 0, 10 ) ), DAY_IN_SECONDS );
			}
		}
		self::assertCount( 12, array_filter( $days, static fn( int $day ): bool => $day < 0 ), 'Overdue.' );
		self::assertCount( 6, array_keys( $days, 0, true ), 'Today.' );
		self::assertGreaterThanOrEqual( 24, count( array_filter( $days, static fn( int $day ): bool => $day > 0 && $day < 10 ) ), 'Next week.' );
		$this->check_mix( $tasks, 'status', 3, 10 );
		$this->check_mix( $tasks, 'priority', 4, 3 );
		$this->check_mix( $tasks, 'owner_id', 4, 8 );

		$reminders = $this->rows( 'reminders' );
		self::assertSame( array(), array_filter( $reminders, static fn( array $reminder ): bool => 'email' === $reminder['channel'] && 'pending' === $reminder['state'] && $reminder['remind_at'] <= $now ), 'No mail is due.' );
		self::assertNotSame( array(), array_filter( $reminders, static fn( array $reminder ): bool => 'in_app' === $reminder['channel'] && 'pending' === $reminder['state'] && $reminder['remind_at'] <= $now ) );
		$this->check_mix( $reminders, 'channel', 2, 15 );
		$this->check_mix( $reminders, 'state', 2, 15 );
	}

	/**
	 * There are some of each kind.
	 *
	 * @param list<array<string, string|null>> $rows   Records.
	 * @param string                           $column What they differ in.
	 * @param int                              $kinds  How many kinds.
	 * @param int                              $least  Least of each.
	 */
	private function check_mix( array $rows, string $column, int $kinds, int $least ): void {
		$mix = array_count_values( array_column( $rows, $column ) );
		self::assertCount( $kinds, $mix, $column );
		self::assertGreaterThanOrEqual( $least, min( $mix ), "$column: " . wp_json_encode( $mix ) );
	}

	private function check_history(): void {
		$sources = Database::column( 'SELECT DISTINCT source FROM ' . Tables::name( 'changesets' ) . ' ORDER BY source' );
		self::assertSame( array( 'bulk', 'edit' ), $sources );
		$unordered = Database::value( 'SELECT COUNT(*) FROM ' . Tables::name( 'changesets' ) . ' a JOIN ' . Tables::name( 'changesets' ) . ' b ON b.id = a.id + 1 WHERE b.created_at < a.created_at' );
		self::assertSame( 0, (int) $unordered, 'What happened later has the higher number.' );
	}

	private function load(): string {
		ob_start();
		require dirname( __DIR__, 3 ) . '/tools/demo/load.php';
		return (string) ob_get_clean();
	}

	private function rows( string $table ): array {
		return Database::rows( 'SELECT * FROM ' . Tables::name( $table ) . ' ORDER BY id' );
	}
}
