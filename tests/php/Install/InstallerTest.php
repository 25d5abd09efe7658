<?php
/**
 * Install, upgrade, uninstall.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Install;

use Carnet\Install\Installer;
use Carnet\Plugin;
use Carnet\Settings\Settings;
use Carnet\Store\Access;
use Carnet\Tests\Builders;
use Carnet\Tests\Snapshot;
use Carnet\Tests\Test_Case;

final class InstallerTest extends Test_Case {

	use Builders;
	use Snapshot;

	/**
	 * Whether a test has removed the tables.
	 */
	private bool $removed = false;

	protected function tearDown(): void {
		if ( $this->removed ) {
			$this->installer()->create_tables();
		}
		parent::tearDown();
	}

	public function test_activation_has_made_all_tables(): void {
		self::assertSame( array( 'changesets', 'changes', 'totals', 'search_keys', 'tag_links', 'counters', 'reminders', 'accounts', 'contacts', 'actions', 'deals', 'quotes', 'tasks', 'tags' ), array_map( static fn ( string $table ): string => str_replace( $GLOBALS['wpdb']->prefix . 'carnet_', '', $table ), $this->installer()->tables() ) );
		self::assertSame( array(), $this->missing_tables() );
		self::assertSame( CARNET_VERSION, get_option( Installer::OPTION ) );
	}

	public function test_a_second_install_changes_nothing(): void {
		$this->contact();
		$was     = $this->all_rows();
		$options = wp_load_alloptions( true );
		self::assertSame( array(), $this->installer()->create_tables() );
		$this->installer()->upgrade();
		$this->installer()->activate( false );
		self::assertSame( array(), $this->installer()->create_tables() );
		self::assertSame( $was, $this->all_rows() );
		self::assertSame( $options, wp_load_alloptions( true ) );
	}

	public function test_an_install_of_this_version_costs_no_statement(): void {
		get_option( Installer::OPTION );
		$before = $GLOBALS['wpdb']->num_queries;
		$this->installer()->upgrade();
		self::assertSame( $before, $GLOBALS['wpdb']->num_queries );
	}

	public function test_an_upgrade_from_an_older_version_keeps_data_and_what_was_taken_from_roles(): void {
		$this->contact();
		$was = $this->all_rows();
		update_option( Installer::OPTION, '0.0.1' );
		get_role( 'editor' )->remove_cap( 'carnet_export' );
		$this->installer()->upgrade();
		self::assertSame( $was, $this->all_rows() );
		self::assertSame( CARNET_VERSION, get_option( Installer::OPTION ) );
		self::assertFalse( get_role( 'editor' )->has_cap( 'carnet_export' ) );
	}

	public function test_columns_that_are_missing_are_added_and_keys_too(): void {
		global $wpdb;
		$wpdb->query( "ALTER TABLE {$wpdb->prefix}carnet_contacts DROP COLUMN profession" );
		$this->installer()->create_tables();
		self::assertContains( 'profession', $wpdb->get_col( "SHOW COLUMNS FROM {$wpdb->prefix}carnet_contacts" ) );
		self::assertSame( array(), $this->installer()->create_tables() );
		self::assertSame( 'Roux', $this->contact( array( 'profession' => 'Roux' ) )['profession'] );
	}

	/**
	 * @dataProvider grants
	 */
	public function test_each_role_has_its_capabilities_and_no_other( string $role, array $capabilities ): void {
		$granted = array_filter( (array) get_role( $role )?->capabilities );
		self::assertSame( $capabilities, array_values( array_intersect( array_values( Access::CAPABILITIES ), array_keys( $granted ) ) ) );
		if ( str_starts_with( $role, 'carnet_' ) ) {
			self::assertEqualsCanonicalizing( array( 'read', ...$capabilities ), array_keys( $granted ) );
		}
	}

	public static function grants(): array {
		$all = array( 'carnet_view', 'carnet_edit', 'carnet_others', 'carnet_export', 'carnet_purge', 'carnet_manage' );
		return array(
			'administrator' => array( 'administrator', $all ),
			'editor'        => array( 'editor', array( 'carnet_view', 'carnet_edit', 'carnet_others', 'carnet_export' ) ),
			'CRM manager'   => array( 'carnet_manager', array( 'carnet_view', 'carnet_edit', 'carnet_others', 'carnet_export', 'carnet_purge' ) ),
			'sales agent'   => array( 'carnet_agent', array( 'carnet_view', 'carnet_edit' ) ),
			'CRM viewer'    => array( 'carnet_viewer', array( 'carnet_view', 'carnet_others' ) ),
			'author'        => array( 'author', array() ),
			'contributor'   => array( 'contributor', array() ),
			'subscriber'    => array( 'subscriber', array() ),
		);
	}

	public function test_deactivation_keeps_everything(): void {
		$this->contact();
		$was = $this->all_rows();
		do_action( 'deactivate_' . plugin_basename( CARNET_FILE ), false );
		self::assertSame( $was, $this->all_rows() );
		self::assertNotFalse( get_option( Installer::OPTION ) );
		self::assertNotNull( get_role( 'carnet_agent' ) );
	}

	public function test_deleting_the_plugin_keeps_data_by_default(): void {
		$this->contact();
		$was = $this->all_rows();
		$this->delete_plugin();
		self::assertSame( $was, $this->all_rows() );
		self::assertNotNull( get_role( 'carnet_agent' ) );
	}

	public function test_deleting_the_plugin_removes_everything_when_the_settings_say_so(): void {
		global $wpdb;
		$this->expect_database_errors();
		$this->contact();
		update_option( Settings::OPTION, array( 'uninstall' => 'remove' ) );
		wp_schedule_single_event( time(), 'carnet_rebuild' );
		$this->removed = true;
		$this->delete_plugin();
		self::assertSame( $this->installer()->tables(), $this->missing_tables() );
		self::assertSame( array(), $wpdb->get_col( "SELECT option_name FROM {$wpdb->options} WHERE option_name LIKE '%carnet%'" ) );
		self::assertFalse( wp_next_scheduled( 'carnet_rebuild' ) );
		wp_roles()->for_site();
		self::assertNull( get_role( 'carnet_agent' ) );
		self::assertFalse( get_role( 'administrator' )->has_cap( 'carnet_view' ) );
		self::assertStringNotContainsString( 'carnet', (string) wp_json_encode( get_option( "{$wpdb->prefix}user_roles" ) ) );
	}

	public function test_an_install_after_that_starts_anew(): void {
		$this->expect_database_errors();
		$this->contact();
		$this->installer()->uninstall();
		$this->removed = true;
		$this->installer()->activate( false );
		self::assertSame( array(), $this->missing_tables() );
		self::assertSame( 1, $this->contact()['version'] );
		self::assertTrue( get_role( 'carnet_agent' )->has_cap( 'carnet_edit' ) );
	}

	/**
	 * What WordPress does when the plugin is deleted.
	 */
	private function delete_plugin(): void {
		if ( ! defined( 'WP_UNINSTALL_PLUGIN' ) ) {
			define( 'WP_UNINSTALL_PLUGIN', plugin_basename( CARNET_FILE ) );
		}
		if ( function_exists( 'carnet_uninstall_site' ) ) {
			carnet_uninstall_site();
		} else {
			require dirname( CARNET_FILE ) . '/uninstall.php';
		}
	}

	/**
	 * Tables that are not there.
	 *
	 * @return list<string>
	 */
	private function missing_tables(): array {
		$there = $GLOBALS['wpdb']->get_col( "SHOW TABLES LIKE '%carnet%'" );
		return array_values( array_diff( $this->installer()->tables(), $there ) );
	}

	private function installer(): Installer {
		return new Installer( Plugin::entities() );
	}
}
