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
	 * Enqueues them.
	 *
	 * @param Entities $entities All nouns.
	 */
	public static function enqueue( Entities $entities ): void {
		if ( ! Build::exists() ) {
			return;
		}
		$asset = Build::asset();
		wp_enqueue_script( self::HANDLE, Build::url( 'index.js' ), $asset['dependencies'], $asset['version'], true );
		wp_set_script_translations( self::HANDLE, 'carnet-crm', plugin_dir_path( CARNET_FILE ) . 'languages' );
		wp_enqueue_style( self::HANDLE, Build::url( 'style-index.css' ), array( 'wp-components' ), $asset['version'] );
		wp_style_add_data( self::HANDLE, 'rtl', 'replace' );

		$address = Address::current();
		add_action( 'admin_head', fn() => self::load_ahead( $address ), 1 );
		$answers = ( new Preload( $entities ) )->answers( $address );
		Reminder_Bell::learn( $answers );
		wp_add_inline_script(
			self::HANDLE,
			'window.carnet = ' . self::json( Boot_Data::of( $entities ) ) . ';'
				. 'wp.apiFetch.use( wp.apiFetch.createPreloadingMiddleware( ' . self::json( $answers ) . ' ) );',
			'before'
		);
	}

	/**
	 * Has the browser load the part of the program that shows this screen together with its beginning, which would ask for it
	 * only once it runs. WordPress has wp_preload_resources() for that, on the site's own pages only.
	 *
	 * @param Address $address Where the person is.
	 */
	private static function load_ahead( Address $address ): void {
		$parts = match ( $address->page ) {
			Menu::DASHBOARD => array( 'dashboard' ),
			Menu::SETTINGS  => array( 'settings' ),
			default         => 'export' === $address->view ? array( 'records', 'export' ) : array( 'records' ),
		};
		foreach ( array_merge( ...array_map( array( Build::class, 'urls_of' ), $parts ) ) as $url ) {
			printf( "<link rel='preload' href='%s' as='script'>\n", esc_url( $url ) );
		}
	}

	/**
	 * Data as a script may hold it: no closing tag, entity or quote can end the element.
	 *
	 * @param array<string, mixed> $data Data.
	 */
	private static function json( array $data ): string {
		return (string) wp_json_encode( (object) $data, JSON_HEX_TAG | JSON_HEX_AMP | JSON_HEX_APOS | JSON_UNESCAPED_SLASHES );
	}
}
