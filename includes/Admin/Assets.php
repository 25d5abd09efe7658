<?php
/**
 * Script and style of the screens.
 *
 * @package Carnet
 */

namespace Carnet\Admin;

use Carnet\Entity\Entities;

defined( 'ABSPATH' ) || exit;

/**
 * Loads the program of the screens with what it needs to show the first of them. Only ever called on our own screens.
 */
final class Assets {

	private const HANDLE = 'carnet-admin';

	/**
	 * Whether the program has been built; in a fresh clone it has not.
	 */
	public static function are_built(): bool {
		return is_file( self::folder() . 'index.asset.php' );
	}

	/**
	 * Enqueues them.
	 *
	 * @param Entities $entities All nouns.
	 */
	public static function enqueue( Entities $entities ): void {
		if ( ! self::are_built() ) {
			return;
		}
		$asset = require self::folder() . 'index.asset.php';
		$url   = plugins_url( 'build/', CARNET_FILE );
		wp_enqueue_script( self::HANDLE, $url . 'index.js', $asset['dependencies'], $asset['version'], true );
		wp_set_script_translations( self::HANDLE, 'carnet-crm', plugin_dir_path( CARNET_FILE ) . 'languages' );
		wp_enqueue_style( self::HANDLE, $url . 'style-index.css', array( 'wp-components' ), $asset['version'] );
		wp_style_add_data( self::HANDLE, 'rtl', 'replace' );

		$answers = ( new Preload( $entities ) )->answers( Address::current() );
		wp_add_inline_script(
			self::HANDLE,
			'window.carnet = ' . self::json( Boot_Data::of( $entities ) ) . ';'
				. 'wp.apiFetch.use( wp.apiFetch.createPreloadingMiddleware( ' . self::json( $answers ) . ' ) );',
			'before'
		);
	}

	/**
	 * Data as a script may hold it: no closing tag, entity or quote can end the element.
	 *
	 * @param array<string, mixed> $data Data.
	 */
	private static function json( array $data ): string {
		return (string) wp_json_encode( (object) $data, JSON_HEX_TAG | JSON_HEX_AMP | JSON_HEX_APOS | JSON_UNESCAPED_SLASHES );
	}

	/**
	 * Where the build is.
	 */
	private static function folder(): string {
		return plugin_dir_path( CARNET_FILE ) . 'build/';
	}
}
