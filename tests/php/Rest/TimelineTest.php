<?php
/**
 * What happened around a record.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Rest;

use Carnet\Store\Transaction;

/**
 * Actions, tasks, quotes and turns of the history in one order, scoped, by cursor.
 */
final class TimelineTest extends Rest_Case {

	/**
	 * A deal with one of everything.
	 *
	 * @return array{int, int} Account and deal.
	 */
	private function busy_deal(): array {
		$account = $this->account( array( 'owner_id' => $this->user( 'agent' ) ) )['id'];
		$deal    = $this->change( static fn( Transaction $t ): array => $t->create( 'deal', array( 'title' => 'Deal', 'account_id' => $account ) ), $this->user( 'agent' ), '2026-03-01T08:00:00Z' )['id']; // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		$this->change( static fn( Transaction $t ): array => $t->update( 'deal', $deal, array( 'stage' => 'proposal' ) ), $this->user( 'agent' ), '2026-03-03T08:00:00Z' );
		$this->change( static fn( Transaction $t ): array => $t->update( 'deal', $deal, array( 'title' => 'Not a turn, "stage":"x"' ) ), $this->user( 'agent' ), '2026-03-03T09:00:00Z' );
		$links = array( 'account_id' => $account, 'deal_id' => $deal, 'owner_id' => $this->user( 'agent' ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		$this->action( $links + array( 'title' => 'Call', 'date' => '2026-03-02', 'start_time' => '10:00', 'type' => 'call_out', 'status' => 'done' ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		$this->action( $links + array( 'title' => 'Some time', 'date' => '2026-03-02' ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		$this->task( $links + array( 'title' => 'Write', 'due_at' => '2026-03-02T09:30:00Z' ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		$this->quote( $links + array( 'title' => 'Offer', 'issued_on' => '2026-03-04' ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		$this->trashed( 'action', $this->action( $links + array( 'title' => 'Trash' ) )['id'] );
		$this->action( array( 'deal_id' => $deal, 'title' => 'Of the administrator', 'date' => '2026-03-05' ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		return array( $account, $deal );
	}

	/**
	 * Kinds and moments.
	 *
	 * @param \WP_REST_Response $response The answer.
	 * @return list<string>
	 */
	private static function moments( \WP_REST_Response $response ): array {
		self::assert_answered( 200, $response );
		return array_map( static fn( array $item ): string => "{$item['at']} {$item['kind']} " . ( '' === $item['title'] ? $item['type'] : $item['title'] ), $response->get_data() );
	}

	public function test_everything_is_in_one_order_newest_first_and_scoped(): void {
		update_option( 'timezone_string', 'Europe/Paris' );
		list( $account, $deal ) = $this->busy_deal();

		$mine  = array(
			'2026-03-03T23:00:00Z quote Q-2026-0001 Offer',
			'2026-03-03T08:00:00Z change update',
			'2026-03-02T09:30:00Z task Write',
			'2026-03-02T09:00:00Z action Call',
			'2026-03-01T23:00:00Z action Some time',
			'2026-03-01T08:00:00Z change create',
		);
		$agent = $this->request( 'GET', "/deals/$deal/timeline", array(), 'agent' );
		$all   = $this->request( 'GET', "/deals/$deal/timeline", array(), 'admin' );
		$of    = $this->request( 'GET', "/accounts/$account/timeline", array(), 'agent' );
		update_option( 'timezone_string', '' );
		self::assertSame( $mine, self::moments( $agent ) );
		self::assertSame( array( '2026-03-04T23:00:00Z action Of the administrator', ...$mine ), self::moments( $all ) );
		self::assertSame( array( 'quote', 'task', 'action', 'action' ), array_values( array_diff( array_column( $of->get_data(), 'kind' ), array( 'change' ) ) ) );
		self::assertEquals( (object) array( 'stage' => array( 'before' => 'prospecting', 'after' => 'proposal' ) ), $agent->get_data()[1]['changes'] ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		self::assertSame( 12000, $agent->get_data()[0]['total'] );
	}

	/**
	 * Whatever the size of a page, the pages are the whole.
	 *
	 * @testWith [1]
	 *           [2]
	 *           [5]
	 *
	 * @param int $per_page Items.
	 */
	public function test_pages_by_cursor_are_the_whole_even_at_equal_moments( int $per_page ): void {
		list( , $deal ) = $this->busy_deal();
		foreach ( array( 1, 2, 3 ) as $i ) {
			$this->task( array( 'deal_id' => $deal, 'title' => "Same $i", 'due_at' => '2026-03-02T10:00:00Z' ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
			$this->action( array( 'deal_id' => $deal, 'title' => "Same $i", 'date' => '2026-03-02', 'start_time' => '10:00' ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		}
		$whole  = self::moments( $this->request( 'GET', "/deals/$deal/timeline", array( 'per_page' => 100 ), 'admin' ) );
		$pages  = array();
		$cursor = array();
		do {
			$page   = $this->request( 'GET', "/deals/$deal/timeline", $cursor + array( 'per_page' => $per_page ) );
			$pages  = array_merge( $pages, self::moments( $page ) );
			$next   = self::header_of( $page, 'X-Carnet-Next-Cursor' );
			$cursor = array( 'cursor' => $next );
		} while ( null !== $next && count( $pages ) < 50 );
		self::assertCount( 13, $whole );
		self::assertSame( $whole, $pages );
	}

	public function test_a_bad_cursor_and_anothers_record_are_refused(): void {
		list( , $deal ) = $this->busy_deal();
		foreach ( array( 'x', '2026-02-30T00:00:00Z.task.1', '2026-03-02T00:00:00Z.contact.1', "2026-03-02T00:00:00Z.task.1' OR 1=1" ) as $cursor ) {
			self::assert_refused( 400, 'rest_invalid_param', $this->request( 'GET', "/deals/$deal/timeline", array( 'cursor' => $cursor ), 'admin' ), 'cursor' );
		}
		self::assert_refused( 404, 'carnet_not_found', $this->request( 'GET', "/deals/{$this->deal()['id']}/timeline", array(), 'agent' ) );
	}
}
