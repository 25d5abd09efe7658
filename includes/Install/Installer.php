<?php
/**
 * Brings a site to this version.
 *
 * @package Carnet
 */

namespace Carnet\Install;

use Carnet\Entity\Entities;
use Carnet\Entity\Table_Sql;
use Carnet\Settings\People;
use Carnet\Settings\Settings;
use Carnet\Store\Tables;
use Carnet\Tasks\Reminder_Sweep;

defined( 'ABSPATH' ) || exit;

/**
 * Creates tables from the field lists, grants roles once, and runs the upgrade steps between the installed version and this one.
 * A second run changes nothing.
 */
final class Installer {

	public const OPTION = 'carnet_version';

	/**
	 * Takes all nouns.
	 *
	 * @param Entities $entities All nouns.
	 */
	public function __construct( private readonly Entities $entities ) {}

	/**
	 * Installs or upgrades this site if it is not at this version yet.
	 */
	public function upgrade(): void {
		$from = (string) get_option( self::OPTION, '' );
		if ( CARNET_VERSION === $from ) {
			return;
		}
		$this->create_tables();
		if ( '' === $from ) {
			Roles::grant();
			// Autoloaded while it is still empty: what is not there would be looked up by every request.
			add_option( Settings::OPTION, array(), '', true );
		}
		foreach ( self::steps() as $version => $step ) {
			if ( '' !== $from && version_compare( $from, $version, '<' ) ) {
				$step();
			}
		}
		// An option that is not there costs a query on every request that asks for it.
		add_option( Reminder_Sweep::LAST, time(), '', true );
		if ( ! wp_next_scheduled( Reminder_Sweep::HOOK ) ) {
			wp_schedule_event( time(), Reminder_Sweep::SCHEDULE, Reminder_Sweep::HOOK );
		}
		update_option( self::OPTION, CARNET_VERSION, true );
	}

	/**
	 * Upgrade steps by the version that needs them, oldest first, each a class of its own that may be run twice:
	 * '0.2.0' => Upgrade_0_2_0::run( ... ). What dbDelta does by itself (new columns, new keys) needs no step.
	 *
	 * @return array<string, callable(): void>
	 */
	private static function steps(): array {
		return array();
	}

	/**
	 * Creates the tables, and adds columns and keys that are missing.
	 *
	 * @return array<string> What dbDelta did, in words; empty when all was there.
	 */
	public function create_tables(): array {
		require_once ABSPATH . 'wp-admin/includes/upgrade.php';
		$statements = Tables::create();
		foreach ( $this->entities->all() as $entity ) {
			$statements[] = Table_Sql::create( $entity );
		}
		return dbDelta( $statements );
	}

	/**
	 * The names of all tables.
	 *
	 * @return list<string>
	 */
	public function tables(): array {
		$names = array_map( array( Tables::class, 'name' ), array( 'changesets', 'changes', 'totals', 'search_keys', 'tag_links', 'counters', 'reminders' ) );
		foreach ( $this->entities->all() as $entity ) {
			$names[] = $entity->table();
		}
		return $names;
	}

	/**
	 * On activation: this site, or on a network activation every site.
	 *
	 * @param bool $network_wide Whether it is for the whole network.
	 */
	public function activate( bool $network_wide ): void {
		if ( ! is_multisite() || ! $network_wide ) {
			$this->activate_here();
			return;
		}
		foreach ( get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) as $site ) { // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
			switch_to_blog( $site );
			$this->activate_here();
			restore_current_blog();
		}
	}

	/**
	 * On activation: this site. Users and roles may have changed while nobody followed.
	 */
	private function activate_here(): void {
		People::forget();
		$this->upgrade();
	}

	/**
	 * A new site of a network on which the plugin is active everywhere.
	 *
	 * @param int $site Its id.
	 */
	public function add_site( int $site ): void {
		require_once ABSPATH . 'wp-admin/includes/plugin.php';
		if ( is_plugin_active_for_network( plugin_basename( CARNET_FILE ) ) ) {
			switch_to_blog( $site );
			$this->upgrade();
			restore_current_blog();
		}
	}

	/**
	 * Removes everything of this site: tables, options, roles.
	 */
	public function uninstall(): void {
		global $wpdb;
		foreach ( $this->tables() as $table ) {
			$wpdb->query( "DROP TABLE IF EXISTS $table" ); // phpcs:ignore WordPress.DB -- our own tables.
		}
		delete_option( self::OPTION );
		delete_option( Settings::OPTION );
		delete_option( Reminder_Sweep::LAST );
		delete_option( People::OPTION );
		wp_clear_scheduled_hook( 'carnet_rebuild' );
		wp_clear_scheduled_hook( Reminder_Sweep::HOOK );
		Roles::revoke();
	}
}
