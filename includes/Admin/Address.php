<?php
/**
 * The address of a screen.
 *
 * @package Carnet
 */

namespace Carnet\Admin;

defined( 'ABSPATH' ) || exit;

/**
 * What an address of the CRM asks to see, read once. The twin of src/router/address.ts. Reading only: nothing is changed by it.
 */
final class Address {

	/**
	 * Takes the parts.
	 *
	 * @param string                             $page   Page slug.
	 * @param string                             $id     Record id, `new` or ''.
	 * @param string                             $tab    Tab of the record or ''.
	 * @param string                             $view   `trash` or ''.
	 * @param string                             $search What is searched for.
	 * @param int                                $paged  Page of the list.
	 * @param array<string, string|list<string>> $others Everything else, filters by their REST names among it.
	 */
	public function __construct(
		public readonly string $page,
		public readonly string $id = '',
		public readonly string $tab = '',
		public readonly string $view = '',
		public readonly string $search = '',
		public readonly int $paged = 1,
		public readonly array $others = array(),
	) {}

	/**
	 * The address of this request.
	 */
	public static function current(): self {
		$params = array();
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended -- an address is read, nothing is done.
		foreach ( wp_unslash( $_GET ) as $name => $value ) {
			$params[ (string) $name ] = is_array( $value ) ? array_values( array_map( 'strval', array_filter( $value, 'is_scalar' ) ) ) : (string) $value;
		}
		$text = static fn( string $name ): string => is_string( $params[ $name ] ?? '' ) ? $params[ $name ] ?? '' : '';
		return new self(
			sanitize_key( $text( 'page' ) ),
			sanitize_key( $text( 'id' ) ),
			sanitize_key( $text( 'tab' ) ),
			sanitize_key( $text( 'view' ) ),
			$text( 's' ),
			max( 1, (int) $text( 'paged' ) ),
			array_diff_key( $params, array_flip( array( 'page', 'id', 'tab', 'view', 's', 'paged' ) ) )
		);
	}
}
