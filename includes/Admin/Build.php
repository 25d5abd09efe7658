<?php
/**
 * The built program of the screens.
 *
 * @package Carnet
 */

namespace Carnet\Admin;

defined( 'ABSPATH' ) || exit;

/**
 * Knows the files that webpack.config.js writes. There are two builds of one source: DataViews needs newer components than
 * those of WordPress 6, so there it brings its own.
 */
final class Build {

	/**
	 * The folder for this WordPress, in that of the plugin. The script wp-theme came with the components that DataViews needs, in 7.0.
	 */
	public static function folder(): string {
		return wp_script_is( 'wp-theme', 'registered' ) ? 'build' : 'build-wp6';
	}

	/**
	 * Whether it is there; in a fresh clone it is not.
	 */
	public static function exists(): bool {
		return is_file( self::path( 'index.asset.php' ) );
	}

	/**
	 * What index.js depends on, and its version.
	 *
	 * @return array{dependencies: list<non-empty-string>, version: string}
	 */
	public static function asset(): array {
		return require self::path( 'index.asset.php' );
	}

	/**
	 * Where the browser finds a file.
	 *
	 * @param string $file Name.
	 */
	public static function url( string $file ): string {
		return plugins_url( self::folder() . '/' . $file, CARNET_FILE );
	}

	/**
	 * Where the browser finds what a lazy part of the program consists of.
	 *
	 * @param string $part Name of the part, as `webpackChunkName` in src/ has it.
	 * @return list<string>
	 */
	public static function urls_of( string $part ): array {
		$files = wp_json_file_decode( self::path( 'chunks.json' ), array( 'associative' => true ) );
		return array_map( array( self::class, 'url' ), array_values( $files[ $part ] ?? array() ) );
	}

	/**
	 * Where a file is on the disk.
	 *
	 * @param string $file Name.
	 */
	private static function path( string $file ): string {
		return plugin_dir_path( CARNET_FILE ) . self::folder() . '/' . $file;
	}
}
