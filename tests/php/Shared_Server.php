<?php
/**
 * The REST server of tests.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests;

use WP_REST_Server;

/**
 * Gives each test a REST server as a fresh request would have it. Registering all routes takes longer than most tests, so they are
 * registered once for each state of what they are made of, and each test gets a copy and the hooks that came with it.
 */
final class Shared_Server {

	/**
	 * Servers as they were made, by state.
	 *
	 * @var array<string, WP_REST_Server>
	 */
	private array $made = array();

	/**
	 * The hooks that WordPress adds when it makes one: name, priority, callback, number of arguments.
	 *
	 * @var list<array{string, int, callable, int}>
	 */
	private array $added;

	/**
	 * What registers routes at the start of a test.
	 *
	 * @var list<string>
	 */
	private array $registering;

	public function __construct() {
		$this->registering = self::registering();
		$before            = self::hooks();
		rest_get_server();
		$this->added = array_values( array_diff_key( self::hooks(), $before ) );
		foreach ( $this->added as list( $name, $priority, $callback ) ) {
			remove_filter( $name, $callback, $priority );
		}
		$GLOBALS['wp_rest_server'] = null;
	}

	/**
	 * Makes sure that there is one.
	 */
	public function provide(): void {
		if ( null !== ( $GLOBALS['wp_rest_server'] ?? null ) ) {
			return;
		}
		$state = (string) wp_json_encode( array( get_option( 'carnet_settings' ), get_option( 'permalink_structure' ), determine_locale(), get_current_blog_id() ) );
		// A test with routes or fields of its own gets a server of its own.
		if ( self::registering() !== $this->registering || ! empty( $GLOBALS['wp_rest_additional_fields'] ) ) {
			rest_get_server();
			return;
		}
		if ( ! isset( $this->made[ $state ] ) ) {
			$this->made[ $state ] = clone rest_get_server();
			return;
		}
		$GLOBALS['wp_rest_server'] = clone $this->made[ $state ];
		foreach ( $this->added as list( $name, $priority, $callback, $arguments ) ) {
			add_filter( $name, $callback, $priority, $arguments );
		}
	}

	/**
	 * The callbacks on rest_api_init.
	 *
	 * @return list<string>
	 */
	private static function registering(): array {
		return array_keys( array_filter( self::hooks(), static fn( array $hook ): bool => 'rest_api_init' === $hook[0] ) );
	}

	/**
	 * Every callback on every hook.
	 *
	 * @return array<string, array{string, int, callable, int}>
	 */
	private static function hooks(): array {
		$all = array();
		foreach ( $GLOBALS['wp_filter'] as $name => $hook ) {
			foreach ( $hook->callbacks as $priority => $callbacks ) {
				foreach ( $callbacks as $key => $callback ) {
					$all[ "$name $priority $key" ] = array( $name, $priority, $callback['function'], $callback['accepted_args'] );
				}
			}
		}
		return $all;
	}
}
