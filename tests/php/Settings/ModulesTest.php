<?php
/**
 * Nouns that are off.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Settings;

use Carnet\Admin\Boot_Data;
use Carnet\Admin\Menu;
use Carnet\Plugin;
use Carnet\Store\Checker;
use Carnet\Tasks\Reminder_Sweep;
use Carnet\Tests\Rest\Every_Route;
use Carnet\Tests\Rest\Rest_Case;

/**
 * What is off is nowhere to be seen, its data stays and is maintained, and all is back when it is on again.
 */
final class ModulesTest extends Rest_Case {
	use Every_Route;

	private const OFF = array( 'actions', 'deals', 'quotes', 'tasks' );

	private function switch( bool $on, string ...$modules ): void {
		self::assert_answered( 200, $this->request( 'PUT', '/settings', array( 'modules' => array_fill_keys( $modules, $on ) ), 'admin' ) );
		$this->restart_rest();
	}

	/**
	 * Every route and verb of the nouns that can be off.
	 *
	 * @return iterable<string, array{string, string, string}>
	 */
	public function matrix(): iterable {
		foreach ( self::all_needs() as $route => $verbs ) {
			$module = array( 'reminders' => 'tasks' )[ explode( '/', $route )[1] ] ?? explode( '/', $route )[1];
			foreach ( in_array( $module, self::OFF, true ) ? array_keys( $verbs ) : array() as $verb ) {
				yield "$verb $route" => array( $module, $route, $verb );
			}
		}
	}

	/**
	 * One of them.
	 *
	 * @dataProvider matrix
	 *
	 * @param string $module The noun.
	 * @param string $route  The route.
	 * @param string $verb   The verb.
	 */
	public function test_a_route_of_a_noun_that_is_off_is_not_there_and_back_when_it_is_on( string $module, string $route, string $verb ): void {
		$admin   = $this->user( 'admin' );
		$request = $this->good_request( $route, $verb, $admin );
		$this->switch( false, $module );
		$before = $this->tables();
		self::assert_refused( 404, 'rest_no_route', $this->as_user( $admin, ...$request ) );
		self::assertSame( $before, $this->tables() );
		$this->switch( true, $module );
		self::assertContains( $this->as_user( $admin, ...$request )->get_status(), array( 200, 201 ) );
	}

	/**
	 * Settings that cannot be.
	 *
	 * @testWith [{"accounts": false}]
	 *           [{"contacts": false}]
	 *           [{"deals": "perhaps"}]
	 *           [{"deals": null}]
	 *           [{"nonsense": false}]
	 *           ["deals"]
	 *
	 * @param mixed $modules What was sent.
	 */
	public function test_modules_that_cannot_be_are_refused( $modules ): void {
		$before = get_option( 'carnet_settings' );
		self::assert_refused( 400, 'rest_invalid_param', $this->request( 'PUT', '/settings', array( 'modules' => $modules ), 'admin' ), 'modules' );
		self::assertSame( $before, get_option( 'carnet_settings' ) );
	}

	public function test_the_other_routes_work_and_say_nothing_of_it(): void {
		$this->switch( false, ...self::OFF );
		foreach ( self::all_needs() as $route => $verbs ) {
			if ( ! in_array( explode( '/', $route )[1], array( ...self::OFF, 'reminders' ), true ) ) {
				foreach ( array_keys( $verbs ) as $verb ) {
					$request = $this->good_request( $route, $verb, $this->user( 'admin' ) );
					if ( isset( $request[2]['name'] ) ) {
						$request[2]['name'] = "$verb $route"; // Tags are told apart by it.
					}
					$answer = $this->as_user( $this->user( 'admin' ), ...$request );
					self::assertContains( $answer->get_status(), array( 200, 201 ), "$verb $route" );
					if ( '/settings' !== $route ) {
						self::assertDoesNotMatchRegularExpression( '/deal_id|deal_name|"(deals|quotes|actions|tasks)"|deal_stage|close_reason/', (string) wp_json_encode( self::json( $answer ) ), "$verb $route" );
					}
					$this->restart_rest();
				}
			}
		}
	}

	public function test_links_to_it_are_neither_shown_nor_taken_nor_lost(): void {
		$deal  = $this->deal();
		$other = $this->deal()['id'];
		$quote = $this->quote( array( 'deal_id' => $deal['id'], 'account_id' => $deal['account_id'] ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		$this->switch( false, 'deals' );
		$path = "/quotes/{$quote['id']}";
		$read = self::json( $this->request( 'GET', $path, array(), 'admin' ) );
		self::assertSame( array(), array_intersect( array( 'deal_id', 'deal_name', 'deal_trashed' ), array_keys( $read ) ) );
		self::assertArrayNotHasKey( 'deals', self::json( $this->request( 'GET', "/accounts/{$deal['account_id']}" ) )['counts'] );
		self::assert_answered(
			200,
			$this->request(
				'PATCH',
				$path,
				array(
					'title'   => 'Renamed',
					'deal_id' => $other,
					'version' => 1,
				)
			)
		);
		self::assert_answered( 200, $this->request( 'PUT', $path, array( 'title' => 'Again', 'version' => 2 ) ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		$history = self::json( $this->request( 'GET', "$path/history" ) );
		self::assertArrayNotHasKey( 'deal_id', end( $history )['changes'] );
		self::assert_answered( 200, $this->request( 'GET', '/quotes', array( 'deal_id' => $other ) ) );
		$this->switch( true, 'deals' );
		$back = $this->request( 'GET', $path )->get_data();
		self::assertSame( array( $deal['id'], 'Again' ), array( $back['deal_id'], $back['title'] ) );
	}

	public function test_what_is_kept_of_it_stays_right(): void {
		$deal = $this->deal( array( 'amount' => 10000 ) );
		$this->task( array( 'deal_id' => $deal['id'], 'account_id' => $deal['account_id'] ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		$this->switch( false, 'deals', 'tasks' );
		self::assert_answered( 200, $this->request( 'DELETE', "/accounts/{$deal['account_id']}", array( 'linked' => 'true' ), 'admin' ) );
		self::assert_answered( 409, $this->request( 'DELETE', "/accounts/{$deal['account_id']}", array( 'force' => 'true' ) ) );
		self::assertSame( array(), ( new Checker( Plugin::entities() ) )->differences() );
		$this->switch( true, 'deals', 'tasks' );
		self::assertSame( array( 1, 1 ), array( $this->request( 'GET', '/deals/counts' )->get_data()['total'], $this->request( 'GET', '/tasks/counts' )->get_data()['total'] ) );
	}

	public function test_its_changes_are_not_there(): void {
		$this->deal();
		$set = $this->changeset;
		$this->switch( false, 'deals' );
		self::assert_refused( 404, 'carnet_not_found', $this->request( 'GET', "/changesets/$set", array(), 'admin' ) );
		self::assert_refused( 404, 'carnet_not_found', $this->request( 'POST', "/changesets/$set/revert" ) );
		$this->switch( true, 'deals' );
		self::assert_answered( 200, $this->request( 'GET', "/changesets/$set" ) );
	}

	public function test_menu_and_screens_are_without_it(): void {
		$this->act_as( 'admin' );
		$this->switch( false, 'deals', 'tasks' );
		$GLOBALS['menu']    = array();
		$GLOBALS['submenu'] = array();
		( new Menu( Plugin::active() ) )->register();
		$pages = array_column( $GLOBALS['submenu']['carnet'], 2 );
		self::assertSame( array( 'carnet', 'carnet-accounts', 'carnet-contacts', 'carnet-actions', 'carnet-quotes', 'carnet-settings' ), $pages );
		self::assertFalse( has_action( 'admin_bar_menu' ) && str_contains( (string) wp_json_encode( array_keys( $GLOBALS['wp_filter']['admin_bar_menu']->callbacks[90] ?? array() ) ), 'add' ) );
		$boot = Boot_Data::of( Plugin::active() );
		self::assertSame( array( 'account', 'contact', 'action', 'quote' ), array_keys( $boot['entities'] ) );
		self::assertNotContains( 'deal_id', array_column( $boot['entities']['quote']['fields'], 'id' ) );
		self::assertSame( array( 'source', 'contact_status' ), array_keys( $boot['config']['lists'] ) );
	}

	public function test_reminders_wait_while_tasks_are_off(): void {
		$reminder = array(
			'minutes_before' => 0,
			'channel'        => 'in_app',
		);
		$this->task(
			array(
				'due_at'    => '2026-01-05T09:00:00Z',
				'reminders' => array( $reminder ),
			)
		);
		$this->switch( false, 'tasks' );
		Reminder_Sweep::run();
		$state = fn(): array => $GLOBALS['wpdb']->get_col( "SELECT state FROM {$GLOBALS['wpdb']->prefix}carnet_reminders" );
		self::assertSame( array( 'pending' ), $state() );
		$this->switch( true, 'tasks' );
		Reminder_Sweep::run();
		self::assertSame( array( 'sent' ), $state() );
	}

	public function test_switching_is_undone_like_any_change(): void {
		$off = $this->request( 'PUT', '/settings', array( 'modules' => array( 'deals' => false ) ), 'admin' );
		$this->restart_rest();
		self::assertSame(
			array(
				'accounts' => true,
				'contacts' => true,
				'actions'  => true,
				'deals'    => false,
				'quotes'   => true,
				'tasks'    => true,
			),
			self::json( $off )['modules']
		);
		self::assert_answered( 200, $this->request( 'POST', '/changesets/' . self::header_of( $off, 'X-Carnet-Changeset' ) . '/revert' ) );
		$this->restart_rest();
		self::assert_answered( 200, $this->request( 'GET', '/deals' ) );
	}
}
