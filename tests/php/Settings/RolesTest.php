<?php
/**
 * The rights of roles in the settings.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Settings;

use Carnet\Install\Installer;
use Carnet\Plugin;
use Carnet\Store\Change_Set;
use Carnet\Store\Unit_Of_Work;
use Carnet\Settings\Settings_Changes;
use Carnet\Tests\Rest\Rest_Case;
use WP_REST_Response;

/**
 * Who gives rights, which are refused, and that WordPress's own roles are where they are kept.
 */
final class RolesTest extends Rest_Case {

	private function put( array $body, string $as = 'admin' ): WP_REST_Response {
		$response = $this->request( 'PUT', '/settings', $body, $as );
		$this->restart_rest();
		return $response;
	}

	/**
	 * The roles as stored.
	 */
	private static function kept(): array {
		return get_option( $GLOBALS['wpdb']->prefix . 'user_roles' );
	}

	/**
	 * Nobody gives rights to themselves: not by any role that has some.
	 *
	 * @testWith ["nobody", 401]
	 *           ["subscriber", 403]
	 *           ["author", 403]
	 *           ["viewer", 403]
	 *           ["agent", 403]
	 *           ["editor", 403]
	 *           ["manager", 403]
	 *
	 * @param string $role   The attacker.
	 * @param int    $status HTTP status.
	 */
	public function test_who_does_not_manage_gives_no_rights( string $role, int $status ): void {
		$name   = get_userdata( $this->user( $role ) )->roles[0] ?? 'editor';
		$before = self::kept();
		$rights = array( 'carnet_view', 'carnet_edit', 'carnet_others', 'carnet_manage' );
		self::assert_refused( $status, 'rest_forbidden', $this->put( array( 'roles' => array( $name => $rights ) ), $role ) );
		self::assert_refused( $status, 'rest_forbidden', $this->put( array( 'crm_only' => array( 'editor' ) ), $role ) );
		self::assertSame( $before, self::kept() );
	}

	public function test_a_person_who_manages_without_being_administrator_takes_nothing_from_administrators(): void {
		get_role( 'carnet_manager' )->add_cap( 'carnet_manage' );
		self::assert_refused( 400, 'rest_invalid_param', $this->put( array( 'roles' => array( 'administrator' => array( 'carnet_view' ) ) ), 'manager' ), 'roles' );
		self::assertTrue( get_role( 'administrator' )->has_cap( 'carnet_manage' ) );
	}

	public function test_the_table_is_that_of_wordpress(): void {
		get_role( 'author' )->add_cap( 'carnet_view' );
		$roles = self::json( $this->request( 'GET', '/settings', array(), 'admin' ) )['roles'];
		self::assertEqualsCanonicalizing( array_keys( wp_roles()->roles ), array_keys( $roles ) );
		self::assertSame( array( 'carnet_view', 'carnet_edit' ), $roles['carnet_agent'] );
		self::assertSame( array( array( 'carnet_view' ), array() ), array( $roles['author'], $roles['subscriber'] ) );
	}

	/**
	 * Rights that cannot be.
	 *
	 * @return array<string, array{array<string, mixed>, string}>
	 */
	public function bad_roles(): array {
		$roles = static fn( array $roles ): array => array( 'roles' => $roles );
		return array(
			'roles that are a text'                 => array( array( 'roles' => 'editor' ), 'roles' ),
			'a role that is not there'              => array( $roles( array( 'nonsense' => array( 'carnet_view' ) ) ), 'roles' ),
			'roles that are a list'                 => array( $roles( array( array( 'carnet_view' ) ) ), 'roles' ),
			'a right of WordPress'                  => array( $roles( array( 'editor' => array( 'carnet_view', 'manage_options' ) ) ), 'roles' ),
			'a right that is a number'              => array( $roles( array( 'editor' => array( 1 ) ) ), 'roles' ),
			'rights that are true'                  => array( $roles( array( 'editor' => true ) ), 'roles' ),
			'the same right twice'                  => array( $roles( array( 'editor' => array( 'carnet_view', 'carnet_view' ) ) ), 'roles' ),
			'changing without seeing'               => array( $roles( array( 'editor' => array( 'carnet_edit' ) ) ), 'roles' ),
			'managing without seeing'               => array( $roles( array( 'editor' => array( 'carnet_manage' ) ) ), 'roles' ),
			'one good role and a bad one'           => array( $roles( array( 'author' => array( 'carnet_view' ), 'editor' => array( 'carnet_purge' ) ) ), 'roles' ), // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
			'administrators who do not manage'      => array( $roles( array( 'administrator' => array( 'carnet_view' ) ) ), 'roles' ),
			'administrators who do not see'         => array( $roles( array( 'administrator' => array( 'carnet_manage' ) ) ), 'roles' ),
			'administrators without rights'         => array( $roles( array( 'administrator' => array() ) ), 'roles' ),
			'a menu for a role that is not there'   => array( array( 'crm_only' => array( 'nonsense' ) ), 'crm_only' ),
			'a menu for a role without the CRM'     => array( array( 'crm_only' => array( 'subscriber' ) ), 'crm_only' ),
			'a menu for administrators'             => array( array( 'crm_only' => array( 'administrator' ) ), 'crm_only' ),
			'a menu twice'                          => array( array( 'crm_only' => array( 'editor', 'editor' ) ), 'crm_only' ),
			'a menu for a role that loses the CRM'  => array( array( 'crm_only' => array( 'editor' ) ) + $roles( array( 'editor' => array() ) ), 'crm_only' ),
		);
	}

	/**
	 * Refuses them.
	 *
	 * @dataProvider bad_roles
	 *
	 * @param array<string, mixed> $body  The body.
	 * @param string               $named What is named.
	 */
	public function test_rights_that_cannot_be_are_refused_by_name_and_nothing_is_saved( array $body, string $named ): void {
		$before = array( $this->tables(), get_option( 'carnet_settings' ), self::kept() );
		self::assert_refused( 400, 'rest_invalid_param', $this->put( $body ), $named );
		self::assertSame( $before, array( $this->tables(), get_option( 'carnet_settings' ), self::kept() ) );
	}

	public function test_rights_are_given_and_taken_at_once_and_other_roles_keep_theirs(): void {
		$contact = $this->contact()['id'];
		self::assert_answered( 403, $this->request( 'GET', '/contacts', array(), 'contributor' ) );
		$answer = $this->put(
			array(
				'roles' => array(
					'contributor'  => array( 'carnet_others', 'carnet_view' ),
					'carnet_agent' => array(),
				),
			)
		);
		self::assert_answered( 200, $answer );
		self::assertSame( array( 'carnet_view', 'carnet_others' ), self::json( $answer )['roles']['contributor'] );
		self::assertSame( array( $contact ), self::ids( $this->request( 'GET', '/contacts', array(), 'contributor' ) ) );
		self::assert_answered( 403, $this->request( 'GET', '/contacts', array(), 'agent' ) );
		self::assertTrue( get_role( 'carnet_agent' )->has_cap( 'read' ) );
		self::assertTrue( get_role( 'editor' )->has_cap( 'carnet_export' ) );
		self::assertArrayNotHasKey( 'roles', get_option( 'carnet_settings' ) );
	}

	public function test_an_upgrade_does_not_give_back_what_was_taken(): void {
		$this->put( array( 'roles' => array( 'editor' => array() ) ) );
		update_option( Installer::OPTION, '0.0.1' );
		( new Installer( Plugin::entities() ) )->upgrade();
		( new Installer( Plugin::entities() ) )->activate( false );
		self::assertFalse( get_role( 'editor' )->has_cap( 'carnet_view' ) );
	}

	public function test_a_change_of_rights_is_in_history_and_undone_and_touches_no_other_role(): void {
		$given = $this->put( array( 'roles' => array( 'author' => array( 'carnet_view' ) ) ) );
		get_role( 'carnet_viewer' )->add_cap( 'carnet_export' );
		$set = self::header_of( $given, 'X-Carnet-Changeset' );
		self::assertSame(
			array(
				'roles' => array(
					'before' => array( 'author' => array() ),
					'after'  => array( 'author' => array( 'carnet_view' ) ),
				),
			),
			self::json( $this->request( 'GET', "/changesets/$set" ) )['records'][0]['changes']
		);
		self::assertCount( 1, $this->request( 'POST', "/changesets/$set/revert" )->get_data()['reverted'] );
		self::assertFalse( get_role( 'author' )->has_cap( 'carnet_view' ) );
		self::assertTrue( get_role( 'carnet_viewer' )->has_cap( 'carnet_export' ) );
	}

	public function test_undoing_rights_of_a_role_that_is_gone_says_so(): void {
		add_role( 'carnet_guest', 'Guest', array( 'read' => true ) );
		$set = self::header_of( $this->put( array( 'roles' => array( 'carnet_guest' => array( 'carnet_view' ) ) ) ), 'X-Carnet-Changeset' );
		remove_role( 'carnet_guest' );
		$undone = $this->request( 'POST', "/changesets/$set/revert" );
		self::assert_answered( 200, $undone );
		self::assertCount( 1, $undone->get_data()['conflicts'] );
	}

	public function test_rights_that_were_not_committed_are_not_given(): void {
		$unit = new Unit_Of_Work( Plugin::entities() );
		try {
			$unit->run(
				new Change_Set( $this->act_as( 'admin' ), 'edit' ),
				static function ( $transaction ): void {
					Settings_Changes::save( $transaction, array( 'roles' => array( 'author' => array( 'carnet_view' ) ) ), array() );
					self::assertTrue( get_role( 'author' )->has_cap( 'carnet_view' ) );
					throw new \RuntimeException( 'The connection is gone.' );
				}
			);
		} catch ( \RuntimeException $error ) {
			self::assertFalse( get_role( 'author' )->has_cap( 'carnet_view' ) );
			self::assertArrayNotHasKey( 'carnet_view', self::kept()['author']['capabilities'] );
			return;
		}
		self::fail( 'It was committed.' );
	}

	public function test_a_role_that_is_gone_keeps_nobody_from_saving(): void {
		add_role( 'carnet_guest', 'Guest', array( 'carnet_view' => true ) );
		self::assert_answered( 200, $this->put( array( 'crm_only' => array( 'carnet_guest' ) ) ) );
		remove_role( 'carnet_guest' );
		self::assert_answered( 200, $this->put( array( 'default_currency' => 'USD' ) ) );
	}
}
