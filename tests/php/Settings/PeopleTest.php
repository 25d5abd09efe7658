<?php
/**
 * The people to whom records can be given.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Settings;

use Carnet\Install\Installer;
use Carnet\Plugin;
use Carnet\Settings\People;
use Carnet\Tests\Test_Case;

/**
 * They are found once, and again when somebody gains or loses the right to change records, is renamed or goes.
 */
final class PeopleTest extends Test_Case {

	/**
	 * A new user, without the rights to begin with.
	 *
	 * @param string $name Their name.
	 */
	private function person( string $name ): int {
		return (int) wp_insert_user(
			array(
				'user_login'   => 'people-' . sanitize_title( $name ),
				'user_pass'    => 'x',
				'display_name' => $name,
				'role'         => 'subscriber',
			)
		);
	}

	/**
	 * The names, as they are and as they would be found anew.
	 *
	 * @return list<string>
	 */
	private function names(): array {
		$kept = People::all();
		delete_option( People::OPTION );
		self::assertSame( People::all(), $kept );
		return array_column( $kept, 'name' );
	}

	public function test_they_are_looked_for_once(): void {
		People::all();
		$before = $GLOBALS['wpdb']->num_queries;
		self::assertNotSame( array(), People::all() );
		self::assertSame( $before, $GLOBALS['wpdb']->num_queries );
	}

	public function test_who_may_not_change_records_is_not_among_them(): void {
		People::all();
		$this->person( 'Customer' );
		get_user_by( 'id', $this->person( 'Watcher' ) )->set_role( 'carnet_viewer' );
		wp_update_user( array( 'ID' => $this->person( 'Another' ), 'display_name' => 'Renamed' ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		self::assertIsArray( get_option( People::OPTION ), 'Whom it does not concern makes nobody be looked for again.' );
		self::assertSame( array(), array_intersect( array( 'Customer', 'Watcher', 'Another', 'Renamed' ), $this->names() ) );
	}

	public function test_a_role_that_is_given_and_taken_back_is_followed(): void {
		People::all();
		$user = get_user_by( 'id', $this->person( 'Zoé' ) );
		$user->add_role( 'carnet_agent' );
		self::assertContains( 'Zoé', $this->names() );
		$user->remove_role( 'carnet_agent' );
		self::assertNotContains( 'Zoé', $this->names() );
	}

	public function test_a_person_who_is_renamed_has_their_new_name_in_its_order(): void {
		$user = $this->person( 'Zoé' );
		get_user_by( 'id', $user )->set_role( 'editor' );
		People::all();
		wp_update_user( array( 'ID' => $user, 'display_name' => 'Émile' ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		$names = $this->names();
		self::assertNotContains( 'Zoé', $names );
		$place = array_search( 'Émile', $names, true );
		self::assertIsInt( $place );
		foreach ( $names as $at => $name ) {
			self::assertSame( $at < $place, strcasecmp( remove_accents( $name ), 'Emile' ) < 0, $name );
		}
	}

	public function test_a_person_who_is_deleted_is_gone(): void {
		$user = $this->person( 'Gone' );
		get_user_by( 'id', $user )->set_role( 'editor' );
		People::all();
		require_once ABSPATH . 'wp-admin/includes/user.php';
		is_multisite() ? wpmu_delete_user( $user ) : wp_delete_user( $user );
		self::assertNotContains( 'Gone', $this->names() );
	}

	public function test_who_came_while_the_plugin_was_not_active_is_there_when_it_is_again(): void {
		$kept = People::all();
		get_user_by( 'id', $this->person( 'Newcomer' ) )->set_role( 'editor' );
		update_option( People::OPTION, array_column( $kept, 'name', 'id' ) );
		self::assertNotContains( 'Newcomer', array_column( People::all(), 'name' ) );
		( new Installer( Plugin::entities() ) )->activate( false );
		self::assertContains( 'Newcomer', array_column( People::all(), 'name' ) );
	}

	public function test_what_a_role_may_do_is_followed(): void {
		get_user_by( 'id', $this->person( 'Author' ) )->set_role( 'author' );
		self::assertNotContains( 'Author', $this->names() );
		foreach ( array( 'carnet_view', 'carnet_edit' ) as $right ) {
			get_role( 'author' )->add_cap( $right );
		}
		self::assertContains( 'Author', $this->names() );
		get_role( 'author' )->remove_cap( 'carnet_edit' );
		self::assertNotContains( 'Author', $this->names() );
	}
}
