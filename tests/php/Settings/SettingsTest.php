<?php
/**
 * The settings over REST.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Settings;

use Carnet\Entity\Problem;
use Carnet\Tests\Rest\Rest_Case;
use WP_REST_Response;

/**
 * GET and PUT /settings: what is refused, that a rename touches no record, and that a value in use goes only with its replacement.
 */
final class SettingsTest extends Rest_Case {

	private function put( array $body, string $as = 'admin' ): WP_REST_Response {
		$response = $this->request( 'PUT', '/settings', $body, $as );
		$this->restart_rest();
		return $response;
	}

	/**
	 * A list as it is now.
	 *
	 * @param string $name The list.
	 * @return list<array<string, mixed>>
	 */
	private function list( string $name ): array {
		return self::json( $this->request( 'GET', '/settings', array(), 'admin' ) )['lists'][ $name ];
	}

	/**
	 * A value of a list.
	 *
	 * @param string $key   Key.
	 * @param string $label Label.
	 * @return array{key: string, label: string, color: string}
	 */
	private static function value( string $key, string $label = 'Label' ): array {
		return array(
			'key'   => $key,
			'label' => $label,
			'color' => '#123abc',
		);
	}

	/**
	 * Nobody but who manages.
	 *
	 * @testWith ["nobody", 401]
	 *           ["subscriber", 403]
	 *           ["viewer", 403]
	 *           ["agent", 403]
	 *           ["editor", 403]
	 *           ["manager", 403]
	 *
	 * @param string $role   Who.
	 * @param int    $status HTTP status.
	 */
	public function test_who_does_not_manage_reads_and_writes_no_settings( string $role, int $status ): void {
		$before = get_option( 'carnet_settings' );
		self::assert_refused( $status, 'rest_forbidden', $this->request( 'GET', '/settings', array(), $role ) );
		self::assert_refused( $status, 'rest_forbidden', $this->put( array( 'default_currency' => 'USD' ), $role ) );
		self::assertSame( $before, get_option( 'carnet_settings' ) );
	}

	public function test_what_is_sent_replaces_and_the_rest_stays(): void {
		$before   = self::json( $this->request( 'GET', '/settings', array(), 'admin' ) );
		$response = $this->put( array( 'default_currency' => 'USD' ) );
		self::assert_answered( 200, $response );
		self::assertGreaterThan( 0, (int) self::header_of( $response, 'X-Carnet-Changeset' ) );
		$after = array_merge( $before, array( 'default_currency' => 'USD' ) );
		self::assertSame( $after, self::json( $response ) );
		self::assertSame( $after, self::json( $this->request( 'GET', '/settings' ) ) );
		self::assertSame( 'USD', $this->request( 'GET', '/config' )->get_data()['default_currency'] );

		$this->put( array( 'lists' => array( 'source' => array( self::value( 'web' ) ) ) ) );
		$lists = self::json( $this->request( 'GET', '/settings' ) );
		self::assertSame( array( array( self::value( 'web' ) ), $before['lists']['contact_status'], 'USD' ), array( $lists['lists']['source'], $lists['lists']['contact_status'], $lists['default_currency'] ) );
	}

	public function test_what_somebody_else_saved_a_moment_ago_stays(): void {
		global $wpdb;
		$this->put( array( 'quotes' => array( 'digits' => 6 ) ) );
		// As another server does whose writes this one has not heard of: its copy of the options is older.
		$theirs                     = (array) get_option( 'carnet_settings' );
		$theirs['quotes']['digits'] = 7;
		$roles                      = (array) get_option( wp_roles()->role_key );

		$roles['author']['capabilities']['carnet_view'] = true;
		$wpdb->update( $wpdb->options, array( 'option_value' => serialize( $theirs ) ), array( 'option_name' => 'carnet_settings' ) ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- options are.
		$wpdb->update( $wpdb->options, array( 'option_value' => serialize( $roles ) ), array( 'option_name' => wp_roles()->role_key ) ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- options are.
		$now = $this->put(
			array(
				'default_currency' => 'CHF',
				'roles'            => array( 'contributor' => array( 'carnet_view' ) ),
			)
		)->get_data();
		self::assertSame( array( 7, 'CHF' ), array( $now['quotes']['digits'], $now['default_currency'] ) );
		self::assertSame( array( array( 'carnet_view' ), array( 'carnet_view' ) ), array( $now['roles']['author'], $now['roles']['contributor'] ) );
		wp_cache_delete( 'alloptions', 'options' );
		self::assertSame( 7, get_option( 'carnet_settings' )['quotes']['digits'] );
		self::assertTrue( get_option( wp_roles()->role_key )['author']['capabilities']['carnet_view'] );
	}

	public function test_the_copy_of_the_options_is_dropped_by_a_refusal_only_if_it_may_be_wrong(): void {
		$this->put( array( 'default_currency' => 'CHF' ) );
		$copy = array( 'carnet_marker' => '1' ) + wp_load_alloptions();
		wp_cache_set( 'alloptions', $copy, 'options' );
		self::assert_answered( 404, $this->request( 'PATCH', '/contacts/999', array( 'city' => 'Lyon' ), 'admin' ) );
		self::assert_answered( 400, $this->put( array( 'default_currency' => 'none' ) ) );
		self::assertSame( '1', wp_load_alloptions()['carnet_marker'] ?? null );

		$refuse = static function (): never {
			throw Problem::not_found();
		};
		add_action( 'update_option_carnet_settings', $refuse );
		self::assert_answered( 404, $this->put( array( 'default_currency' => 'USD' ) ) );
		remove_action( 'update_option_carnet_settings', $refuse );
		self::assertArrayNotHasKey( 'carnet_marker', wp_load_alloptions() );
		self::assertSame( 'CHF', get_option( 'carnet_settings' )['default_currency'] );
	}

	public function test_a_label_is_kept_as_typed(): void {
		$label = " l'été \\ <b>\"%s\"</b> 👍 ";
		$this->put( array( 'lists' => array( 'source' => array( self::value( 'web', $label ) ) ) ) );
		wp_cache_flush();
		self::assertSame( $label, $this->list( 'source' )[0]['label'] );
	}

	public function test_a_rename_touches_no_record(): void {
		$id     = $this->contact( array( 'status' => 'qualified' ) );
		$status = $this->list( 'contact_status' );

		$status[2]['label'] = 'Renamed';
		$this->put( array( 'lists' => array( 'contact_status' => $status ) ) );
		self::assertSame( $id['version'], $this->request( 'GET', "/contacts/{$id['id']}", array(), 'admin' )->get_data()['version'] );
		self::assertSame( 'Renamed', $this->list( 'contact_status' )[2]['label'] );
	}

	public function test_a_new_value_can_be_used_at_once_and_a_removed_one_no_longer(): void {
		$status = $this->list( 'contact_status' );
		$this->put( array( 'lists' => array( 'contact_status' => array( self::value( 'vip' ), ...array_slice( $status, 1 ) ) ) ) );
		$created = $this->request( 'POST', '/contacts', array( 'last_name' => 'x' ), 'admin' );
		self::assertSame( 'vip', $created->get_data()['status'] );
		self::assert_refused( 400, 'rest_invalid_param', $this->request( 'POST', '/contacts', array( 'last_name' => 'x' ) + array( 'status' => 'new' ) ), 'status' );
		self::assertSame( array( $created->get_data()['id'] ), self::ids( $this->request( 'GET', '/contacts', array( 'status' => 'vip' ) ) ) );
		self::assert_refused( 400, 'rest_invalid_param', $this->request( 'GET', '/contacts', array( 'status' => 'new' ) ), 'status' );
		self::assertSame( 1, $this->request( 'GET', '/contacts/counts' )->get_data()['by']->status['vip'] );
	}

	public function test_a_value_in_use_is_not_removed_without_its_replacement(): void {
		$live    = $this->contact( array( 'status' => 'new' ) )['id'];
		$trashed = $this->contact( array( 'status' => 'new' ) )['id'];
		$this->trashed( 'contact', $trashed );
		$rest     = array( 'lists' => array( 'contact_status' => array_slice( $this->list( 'contact_status' ), 1 ) ) );
		$before   = $this->tables();
		$settings = get_option( 'carnet_settings' );
		foreach ( array( array(), array( 'replacements' => array( 'contact_status' => array( 'new' => 'nonsense' ) ) ), array( 'replacements' => array( 'contact_status' => array( 'new' => 'new' ) ) ) ) as $replacements ) {
			$response = $this->put( $rest + $replacements );
			self::assert_refused( 409, 'carnet_in_use', $response, 'contact_status' );
			self::assertSame( array( 'new', 2 ), array( $response->get_data()['data']['value'], $response->get_data()['data']['count'] ) );
		}
		self::assertSame( array( $before, $settings ), array( $this->tables(), get_option( 'carnet_settings' ) ) );

		$response = $this->put( $rest + array( 'replacements' => array( 'contact_status' => array( 'new' => 'contacted' ) ) ) );
		self::assert_answered( 200, $response );
		foreach ( array( $live, $trashed ) as $id ) {
			self::assertSame( 'contacted', $this->request( 'GET', "/contacts/$id", array( 'trashed' => 'true' ), 'admin' )->get_data()['status'] );
		}
		self::assertSame( 1, $this->request( 'GET', '/contacts/counts' )->get_data()['by']->status['contacted'] );

		$undone = $this->request( 'POST', '/changesets/' . self::header_of( $response, 'X-Carnet-Changeset' ) . '/revert' );
		self::assert_answered( 200, $undone );
		self::assertSame( array(), $undone->get_data()['conflicts'] );
		$this->restart_rest();
		self::assertSame( array( 'new', 'new' ), array( $this->request( 'GET', "/contacts/$live" )->get_data()['status'], $this->list( 'contact_status' )[0]['key'] ) );
	}

	public function test_a_source_of_accounts_and_contacts_is_replaced_in_both(): void {
		$contact  = $this->contact( array( 'source' => 'file' ) )['id'];
		$account  = $this->account( array( 'source' => 'file' ) )['id'];
		$sources  = array_values( array_filter( $this->list( 'source' ), static fn( array $value ): bool => 'file' !== $value['key'] ) );
		$response = $this->put(
			array(
				'lists'        => array( 'source' => $sources ),
				'replacements' => array( 'source' => array( 'file' => 'web' ) ),
			)
		);
		self::assert_answered( 200, $response );
		self::assertSame( array( 'web', 'web' ), array( $this->request( 'GET', "/contacts/$contact" )->get_data()['source'], $this->request( 'GET', "/accounts/$account" )->get_data()['source'] ) );
	}

	/**
	 * Settings that cannot be.
	 *
	 * @return array<string, array{array<string, mixed>, string}>
	 */
	public function bad_settings(): array {
		$list     = static fn( array $values ): array => array( 'lists' => array( 'source' => $values ) );
		$currency = static fn( array $overrides ): array => array(
			'currencies' => array(
				$overrides + array(
					'code'     => 'EUR',
					'exponent' => 2,
					'symbol'   => '€',
				),
			),
		);
		$tax      = static fn( array $overrides ): array => array(
			'taxes' => array(
				$overrides + array(
					'key'   => 'standard',
					'label' => 'x',
					'rate'  => '20',
				),
			),
		);
		return array(
			'a list that is not there'         => array( array( 'lists' => array( 'colours' => array() ) ), 'lists' ),
			'lists that are a list'            => array( array( 'lists' => array( 'source' ) ), 'lists' ),
			'a list that is empty'             => array( $list( array() ), 'lists' ),
			'a value that is a text'           => array( $list( array( 'web' ) ), 'lists' ),
			'a value without a label'          => array( $list( array( array( 'key' => 'a' ) + array( 'color' => '#123abc' ) ) ), 'lists' ),
			'a value with an empty label'      => array( $list( array( self::value( 'a', '' ) ) ), 'lists' ),
			'a value with a long label'        => array( $list( array( self::value( 'a', str_repeat( 'x', 61 ) ) ) ), 'lists' ),
			'a value with more in it'          => array( $list( array( self::value( 'a' ) + array( 'x' => 1 ) ) ), 'lists' ),
			'a stage\'s probability elsewhere' => array( $list( array( self::value( 'a' ) + array( 'probability' => 1 ) ) ), 'lists' ),
			'a stage without probability'      => array( array( 'lists' => array( 'deal_stage' => array( self::value( 'a' ) ) ) ), 'lists' ),
			'a probability above 100'          => array( array( 'lists' => array( 'deal_stage' => array( self::value( 'a' ) + array( 'probability' => 101 ) ) ) ), 'lists' ),
			'a key in capitals'                => array( $list( array( self::value( 'Web' ) ) ), 'lists' ),
			'a key with a space'               => array( $list( array( self::value( 'a b' ) ) ), 'lists' ),
			'a key with a line end'            => array( $list( array( self::value( "web\n" ) ) ), 'lists' ),
			'a key that is too long'           => array( $list( array( self::value( str_repeat( 'a', 41 ) ) ) ), 'lists' ),
			'an empty key'                     => array( $list( array( self::value( '' ) ) ), 'lists' ),
			'a color that is none'             => array( $list( array( array( 'color' => 'red' ) + self::value( 'a' ) ) ), 'lists' ),
			'a color with a line end'          => array( $list( array( array( 'color' => "#123abc\n" ) + self::value( 'a' ) ) ), 'lists' ),
			'the same key twice'               => array( $list( array( self::value( 'a' ), self::value( 'a' ) ) ), 'source' ),
			'no currency'                      => array( array( 'currencies' => array() ), 'currencies' ),
			'a currency of two letters'        => array( $currency( array( 'code' => 'EU' ) ), 'currencies' ),
			'a currency in small letters'      => array( $currency( array( 'code' => 'eur' ) ), 'currencies' ),
			'an exponent that is a text'       => array( $currency( array( 'exponent' => 'two' ) ), 'currencies' ),
			'an exponent below zero'           => array( $currency( array( 'exponent' => -1 ) ), 'currencies' ),
			'a default currency that is gone'  => array( $currency( array( 'code' => 'USD' ) ), 'default_currency' ),
			'a default currency that is none'  => array( array( 'default_currency' => 'XXX' ), 'default_currency' ),
			'a default currency that is a list' => array( array( 'default_currency' => array( 'EUR' ) ), 'default_currency' ),
			'no tax'                           => array( array( 'taxes' => array() ), 'taxes' ),
			'a rate that is a number'          => array( $tax( array( 'rate' => 20 ) ), 'taxes' ),
			'a rate with a comma'              => array( $tax( array( 'rate' => '5,5' ) ), 'taxes' ),
			'a rate with three places'         => array( $tax( array( 'rate' => '5.555' ) ), 'taxes' ),
			'a rate above 100'                 => array( $tax( array( 'rate' => '101' ) ), 'taxes' ),
			'a default tax that is none'       => array( array( 'default_tax' => 'x' ), 'default_tax' ),
			'an uninstall that is neither'     => array( array( 'uninstall' => 'perhaps' ), 'uninstall' ),
			'replacements that are a text'     => array( array( 'replacements' => 'x' ), 'replacements' ),
			'a replacement that is a list'     => array( array( 'replacements' => array( 'source' => array( 'file' => array( 'web' ) ) ) ), 'replacements' ),
		);
	}

	/**
	 * Refuses them.
	 *
	 * @dataProvider bad_settings
	 *
	 * @param array<string, mixed> $body  The body.
	 * @param string               $named What is named.
	 */
	public function test_settings_that_cannot_be_are_refused_by_name_and_nothing_is_saved( array $body, string $named ): void {
		$before = array( $this->tables(), get_option( 'carnet_settings' ) );
		self::assert_refused( 400, 'rest_invalid_param', $this->put( $body ), $named );
		self::assertSame( $before, array( $this->tables(), get_option( 'carnet_settings' ) ) );
	}

	/**
	 * A list is no object, and a label shows something.
	 */
	public function test_a_list_in_the_place_of_an_object_is_refused(): void {
		foreach ( array( 'lists', 'modules', 'quotes', 'roles' ) as $name ) {
			self::assert_refused( 400, 'rest_invalid_param', $this->put( array( $name => array() ) ), $name );
		}
		self::assert_refused( 400, 'rest_invalid_param', $this->put( array( 'lists' => array( 'contact_status' => array( self::value( 'new', '   ' ) ) ) ) ), 'lists' );
	}

	public function test_an_unknown_setting_is_ignored(): void {
		$before = self::json( $this->request( 'GET', '/settings', array(), 'admin' ) );
		self::assertSame( $before, self::json( $this->put( array( 'nonsense' => 1 ) ) ) );
	}

	public function test_custom_currencies_and_taxes_are_taken(): void {
		$body = array(
			'currencies'       => array(
				array(
					'code'     => 'KWD',
					'exponent' => 3,
					'symbol'   => 'KD',
				),
				array(
					'code'     => 'POINT',
					'exponent' => 0,
					'symbol'   => 'pt',
				),
			),
			'default_currency' => 'POINT',
			'taxes'            => array(
				array(
					'key'   => 'swiss',
					'label' => 'TVA',
					'rate'  => '8.1',
				),
			),
			'default_tax'      => 'swiss',
			'uninstall'        => 'remove',
		);
		self::assert_answered( 200, $this->put( $body ) );
		self::assertSame( $body, array_intersect_key( array_merge( $body, self::json( $this->request( 'GET', '/settings' ) ) ), $body ) );
	}

	public function test_a_change_of_settings_is_undone_unless_they_changed_since(): void {
		$first = $this->put( array( 'default_currency' => 'USD' ) );
		$undo  = fn( WP_REST_Response $response ): WP_REST_Response => $this->request( 'POST', '/changesets/' . self::header_of( $response, 'X-Carnet-Changeset' ) . '/revert', array(), 'admin' );
		self::assert_answered( 404, $this->request( 'POST', '/changesets/' . self::header_of( $first, 'X-Carnet-Changeset' ) . '/revert', array(), 'editor' ) );
		self::assertCount( 1, $undo( $first )->get_data()['reverted'] );
		self::assertSame( 'EUR', $this->request( 'GET', '/settings' )->get_data()['default_currency'] );

		$second = $this->put( array( 'default_currency' => 'GBP' ) );
		$this->put( array( 'default_currency' => 'CHF' ) );
		self::assertCount( 1, $undo( $second )->get_data()['conflicts'] );
		self::assertSame( 'CHF', $this->request( 'GET', '/settings' )->get_data()['default_currency'] );
	}

	public function test_a_body_that_is_no_object_is_refused(): void {
		self::assert_refused( 400, 'rest_invalid_json', $this->send( 'PUT', '/settings', '[]', 'admin' ) );
	}
}
