<?php
/**
 * The version a client has changed.
 *
 * @package Carnet
 */

namespace Carnet\Rest;

use WP_REST_Request;

defined( 'ABSPATH' ) || exit;

/**
 * Reads the version that a change was made from: If-Match, or `version` in the body, or both.
 */
final class Precondition {

	/**
	 * The `version` argument.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public static function args(): array {
		return array(
			'version' => array(
				'description' => __( 'The version that was changed; another current one is answered 412. If-Match does the same.', 'carnet-crm' ),
				'type'        => 'integer',
				'minimum'     => 1,
			),
		);
	}

	/**
	 * The version, or null where the client does not mind. A header that cannot be read, or another version beside it, is 0, which no
	 * record has.
	 *
	 * @param WP_REST_Request $request The request.
	 */
	public static function version( WP_REST_Request $request ): ?int {
		$header = trim( (string) $request->get_header( 'if_match' ) );
		$sent   = null === $request['version'] ? null : (int) $request['version'];
		if ( '' === $header || '*' === $header ) {
			return $sent;
		}
		$version = 1 === preg_match( '~^(?:W/)?"(\d{1,18})"$~', $header, $parts ) ? (int) $parts[1] : 0;
		return null === $sent || $sent === $version ? $version : 0;
	}
}
