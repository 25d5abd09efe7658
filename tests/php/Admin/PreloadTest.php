<?php
/**
 * What comes with the page.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Admin;

use Carnet\Admin\Address;
use Carnet\Admin\Preload;
use Carnet\Admin\Reminder_Bell;
use Carnet\Plugin;
use Carnet\Tests\Builders;
use Carnet\Tests\Test_Case;

/**
 * The list of a page is the one that the screen will ask for: as it begins, or as the person has left it.
 */
final class PreloadTest extends Test_Case {

	use Builders;

	/**
	 * The parameters of the tasks that come with their page.
	 *
	 * @param array<string, mixed>|null $kept What the person has left, as the screen keeps it.
	 * @return array<string, mixed>
	 */
	private function tasks( ?array $kept ): array {
		wp_set_current_user( $this->user( 'editor' ) );
		$preferences = array( 'carnet' => null === $kept ? array() : array( 'view-task' => $kept ) );
		update_user_meta( get_current_user_id(), $GLOBALS['wpdb']->get_blog_prefix() . 'persisted_preferences', $preferences );
		$_GET  = array( 'page' => 'carnet-tasks' );
		$paths = ( new Preload( Plugin::entities() ) )->paths( Address::current() );
		$_GET  = array();
		parse_str( (string) wp_parse_url( (string) end( $paths ), PHP_URL_QUERY ), $params );
		return $params;
	}

	public function test_a_list_begins_with_its_own_filters(): void {
		$params = $this->tasks( null );
		self::assertSame( array( 'due_at', 'asc', array( 'open' ), array( (string) $this->user( 'editor' ) ) ), array( $params['orderby'], $params['order'], $params['status'], $params['owner_id'] ) );
	}

	public function test_another_order_leaves_the_filters_it_begins_with_in_force(): void {
		$params = $this->tasks(
			array(
				'view'  => array( 'perPage' => 50 ),
				'query' => array(
					'page'     => 1,
					'per_page' => 50,
					'orderby'  => 'priority',
					'order'    => 'desc',
				),
			)
		);
		self::assertSame( array( '50', 'priority', array( 'open' ) ), array( $params['per_page'], $params['orderby'], $params['status'] ) );
	}

	public function test_filters_that_a_person_chose_or_took_away_stand_in_their_place(): void {
		$params = $this->tasks(
			array(
				'view'  => array( 'filters' => array() ),
				'query' => array( 'per_page' => 20 ),
			)
		);
		self::assertSame( 'due_at', $params['orderby'] );
		self::assertArrayNotHasKey( 'status', $params );
		self::assertArrayNotHasKey( 'owner_id', $params );
	}

	/**
	 * The answers that come with the contacts.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	private function contacts(): array {
		unset( $GLOBALS['wp_rest_server'] );
		return ( new Preload( Plugin::entities() ) )->answers( new Address( 'carnet-contacts' ) );
	}

	public function test_what_comes_with_a_page_is_what_the_api_answers(): void {
		$this->contact( array( 'tags' => array( $this->tag()['id'] ) ) );
		wp_set_current_user( $this->user( 'editor' ) );
		$answers = $this->contacts();
		self::assertCount( 3, $answers );
		foreach ( $answers as $path => $answer ) {
			$asked = rest_preload_api_request( array(), $path );
			self::assertSame( wp_json_encode( $asked[ $path ] ), wp_json_encode( $answer ), $path );
		}
	}

	public function test_what_else_asks_wordpress_on_the_page_finds_all_routes(): void {
		wp_set_current_user( $this->user( 'editor' ) );
		$this->contacts();
		self::assertSame( 200, rest_do_request( '/wp/v2/types/post' )->get_status() );
		self::assertArrayHasKey( '/wp/v2/posts', rest_get_server()->get_routes() );
	}

	public function test_reminders_are_read_once_for_the_page_and_its_bells(): void {
		require_once ABSPATH . WPINC . '/class-wp-admin-bar.php';
		$asked = 0;
		$count = static function ( $sql ) use ( &$asked ) {
			$asked += (int) str_contains( $sql, 'carnet_reminders' );
			return $sql;
		};
		$shown = static function (): bool {
			$bar = new \WP_Admin_Bar();
			( new Reminder_Bell() )->add( $bar );
			return null !== $bar->get_node( 'carnet-reminders' );
		};
		wp_set_current_user( $this->user( 'editor' ) );
		add_filter( 'query', $count );
		Reminder_Bell::learn( $this->contacts() );
		self::assertFalse( $shown(), 'None waits.' );
		self::assertSame( 1, $asked );
		Reminder_Bell::learn( array( Reminder_Bell::PATH => array( 'headers' => array( 'X-WP-Total' => 2 ) ) ) );
		self::assertTrue( $shown() );
		Reminder_Bell::learn( array() );
		self::assertFalse( $shown() );
		self::assertSame( 2, $asked );
		remove_filter( 'query', $count );
	}

	public function test_people_to_give_records_to_are_all_or_oneself(): void {
		$this->user( 'agent', 2 );
		$names = function ( string $role ): array {
			wp_set_current_user( $this->user( $role ) );
			return array_column( \Carnet\Settings\Config_Controller::config( Plugin::entities() )['people'], 'id' );
		};
		self::assertSame( array( $this->user( 'agent' ) ), $names( 'agent' ) );
		self::assertContains( $this->user( 'agent', 2 ), $names( 'viewer' ) );
		self::assertNotContains( $this->user( 'viewer' ), $names( 'viewer' ) );
		self::assertSame( array(), $names( 'subscriber' ) );
	}
}
