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
 * Reads the version that a change was made from: If-Match, else `version` in the body.
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
	 * The version, or null where the client does not mind. What cannot be read is 0, which no record has.
	 *
	 * @param WP_REST_Request $request The request.
	 */
	public static function version( WP_REST_Request $request ): ?int {
		$header = trim( (string) $request->get_header( 'if_match' ) );
		if ( '' !== $header && '*' !== $header ) {
			return 1 === preg_match( '~^(?:W/)?"(\d+)"$~', $header, $parts ) ? (int) $parts[1] : 0;
		}
		return null === $request['version'] ? null : (int) $request['version'];
	}
}
