<?php
/**
 * A menu of the CRM alone.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Admin;

use Carnet\Admin\Crm_Only;
use Carnet\Settings\Settings;
use Carnet\Tests\Test_Case;

/**
 * Who has it, what it hides, and where signing in leads.
 */
final class Crm_OnlyTest extends Test_Case {

	protected function setUp(): void {
		parent::setUp();
		update_option( Settings::OPTION, array( 'crm_only' => array( 'carnet_agent' ) ) );
		$GLOBALS['menu'] = array();
		foreach ( array( 'index.php', 'edit.php', 'separator1', 'carnet', 'profile.php', 'another-plugin' ) as $place => $slug ) {
			$GLOBALS['menu'][ $place ] = array( $slug, 'read', $slug, '', '' );
		}
	}

	/**
	 * The items that are left.
	 *
	 * @return list<string>
	 */
	private static function items(): array {
		Crm_Only::hide_others();
		return array_values( array_column( $GLOBALS['menu'], 2 ) );
	}

	public function test_only_the_crm_and_the_profile_are_left_for_the_chosen(): void {
		$this->act_as( 'agent' );
		self::assertSame( array( 'carnet', 'profile.php' ), self::items() );
	}

	/**
	 * Everybody else.
	 *
	 * @testWith ["admin"]
	 *           ["editor"]
	 *           ["viewer"]
	 *           ["subscriber"]
	 *           ["nobody"]
	 *
	 * @param string $role The role.
	 */
	public function test_nothing_is_hidden_from_others( string $role ): void {
		$this->act_as( $role );
		self::assertCount( 6, self::items() );
	}

	public function test_nothing_is_hidden_from_who_has_another_role_too_or_lost_the_crm(): void {
		$user = get_userdata( $this->act_as( 'agent', 2 ) );
		$user->add_role( 'author' );
		wp_set_current_user( 0 );
		$this->act_as( 'agent', 2 );
		self::assertCount( 6, self::items() );
		$user->remove_role( 'author' );
		get_role( 'carnet_agent' )->remove_cap( 'carnet_view' );
		wp_set_current_user( 0 );
		$this->act_as( 'agent', 2 );
		self::assertCount( 6, self::items() );
	}

	public function test_signing_in_leads_to_the_crm_unless_a_page_was_asked_for(): void {
		$crm   = admin_url( 'admin.php?page=carnet' );
		$agent = get_userdata( $this->user( 'agent' ) );
		foreach ( array( '', 'wp-admin/', admin_url() ) as $asked ) {
			self::assertSame( $crm, apply_filters( 'login_redirect', admin_url(), $asked, $agent ) );
			self::assertSame( admin_url(), apply_filters( 'login_redirect', admin_url(), $asked, get_userdata( $this->user( 'editor' ) ) ) );
		}
		self::assertSame( admin_url( 'profile.php' ), apply_filters( 'login_redirect', admin_url( 'profile.php' ), admin_url( 'profile.php' ), $agent ) );
		self::assertSame( admin_url(), apply_filters( 'login_redirect', admin_url(), '', new \WP_Error( 'incorrect_password' ) ) );
	}
}
