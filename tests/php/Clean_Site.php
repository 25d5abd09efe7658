<?php
/**
 * The state of the test site between tests.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests;

use WP_Hook;
use wpdb;

/**
 * Remembers the site as activation left it, and brings it back there before each test.
 * Tables are emptied rather than rolled back: the plugin's own transactions would end an outer one.
 */
final class Clean_Site {

	/**
	 * The real database object; a test may put a failing one in its place.
	 */
	private wpdb $wpdb;

	/**
	 * Options of the plugin and the roles: name => stored value.
	 *
	 * @var array<string, string>
	 */
	private array $options;

	/**
	 * Users that stay: ids.
	 *
	 * @var int[]
	 */
	private array $users;

	/**
	 * Hooks as they were: name => hook.
	 *
	 * @var array<string, WP_Hook>
	 */
	private array $hooks = array();

	public function __construct() {
		$this->wpdb    = $GLOBALS['wpdb'];
		$this->options = $this->stored_options();
		$this->users   = array_map( 'intval', $this->wpdb->get_col( "SELECT ID FROM {$this->wpdb->users}" ) );
		foreach ( $GLOBALS['wp_filter'] as $name => $hook ) {
			$this->hooks[ $name ] = clone $hook;
		}
	}

	/**
	 * Before a test.
	 */
	public function restore(): void {
		$this->empty_tables();
		$this->restore_options();
		$this->remove_users();
		wp_cache_flush();
		wp_set_current_user( 0 );
		$_GET                      = array();
		$_POST                     = array();
		$_REQUEST                  = array();
		$GLOBALS['wp_rest_server'] = null;
	}

	/**
	 * After a test, whether it passed or not.
	 */
	public function end_test(): void {
		$GLOBALS['wpdb'] = $this->wpdb;
		while ( is_locale_switched() ) {
			restore_current_locale();
		}
		$GLOBALS['wp_filter'] = array();
		foreach ( $this->hooks as $name => $hook ) {
			$GLOBALS['wp_filter'][ $name ] = clone $hook;
		}
	}

	/**
	 * A user made by a test for all tests.
	 *
	 * @param int $id User id.
	 */
	public function keep_user( int $id ): void {
		$this->users[] = $id;
	}

	/**
	 * Tables of the plugin that have rows, found with one query, are emptied.
	 */
	private function empty_tables(): void {
		$tables = $this->wpdb->get_col( "SHOW TABLES LIKE '{$this->wpdb->esc_like( $this->wpdb->prefix . 'carnet_' )}%'" );
		if ( ! $tables ) {
			return;
		}
		$selects = array_map( static fn ( string $table ): string => "SELECT '$table' AS name WHERE EXISTS ( SELECT 1 FROM $table )", $tables );
		foreach ( $this->wpdb->get_col( implode( ' UNION ALL ', $selects ) ) as $table ) {
			$this->wpdb->query( "DELETE FROM $table" );
		}
	}

	private function restore_options(): void {
		$now = $this->stored_options();
		if ( $now === $this->options ) {
			return;
		}
		foreach ( array_keys( array_diff_key( $now, $this->options ) ) as $name ) {
			delete_option( $name );
		}
		foreach ( array_diff_assoc( $this->options, $now ) as $name => $value ) {
			update_option( $name, maybe_unserialize( $value ) );
		}
		wp_roles()->for_site();
	}

	/**
	 * Options of the plugin, its transients, and the roles.
	 *
	 * @return array<string, string>
	 */
	private function stored_options(): array {
		$rows = $this->wpdb->get_results(
			"SELECT option_name, option_value FROM {$this->wpdb->options}
			WHERE option_name LIKE '%carnet%' OR option_name = '{$this->wpdb->prefix}user_roles' ORDER BY option_name",
			ARRAY_A
		);
		return array_column( (array) $rows, 'option_value', 'option_name' );
	}

	private function remove_users(): void {
		$now = array_map( 'intval', $this->wpdb->get_col( "SELECT ID FROM {$this->wpdb->users}" ) );
		foreach ( array_diff( $now, $this->users ) as $id ) {
			wp_delete_user( $id );
		}
		$this->wpdb->query( "DELETE FROM {$this->wpdb->usermeta} WHERE meta_key LIKE 'carnet%'" );
	}
}
