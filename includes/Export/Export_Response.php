<?php
/**
 * An answer that is written while it is read.
 *
 * @package Carnet
 */

namespace Carnet\Export;

use WP_REST_Request;
use WP_REST_Response;

defined( 'ABSPATH' ) || exit;

/**
 * A REST response whose body is made piece by piece. Served over HTTP it is sent as it comes and never held in memory; to who asks
 * for its data inside WordPress (rest_do_request, `_envelope`) it is the whole text.
 */
final class Export_Response extends WP_REST_Response {

	/**
	 * Takes the way to make the pieces.
	 *
	 * @param \Closure(): iterable<string> $pieces Makes them anew at each call.
	 */
	public function __construct( private readonly \Closure $pieces ) {
		parent::__construct();
	}

	/**
	 * The pieces of the body, each made when it is asked for.
	 *
	 * @return iterable<string>
	 */
	public function pieces(): iterable {
		return ( $this->pieces )();
	}

	/**
	 * The whole body.
	 */
	public function get_data(): string {
		$text = '';
		foreach ( $this->pieces() as $piece ) {
			$text .= $piece;
		}
		return $text;
	}

	/**
	 * Sends the body of an export in place of WordPress, which would make JSON of it. On `rest_pre_serve_request`.
	 *
	 * @param bool            $served  Whether somebody has sent it already.
	 * @param mixed           $result  The answer.
	 * @param WP_REST_Request $request The request.
	 * @return bool
	 */
	public static function serve( $served, $result, WP_REST_Request $request ) {
		if ( $served || ! $result instanceof self ) {
			return $served;
		}
		if ( 'HEAD' !== $request->get_method() ) {
			$result->send();
		}
		return true;
	}

	/**
	 * Sends the pieces as they come. When the reader goes away, PHP ends at the next of them.
	 */
	private function send(): void {
		if ( function_exists( 'set_time_limit' ) ) {
			set_time_limit( 0 ); // phpcs:ignore Squiz.PHP.DiscouragedFunctions -- a long file is sent for as long as somebody reads it.
		}
		// Nothing holds back what is sent.
		wp_ob_end_flush_all();
		foreach ( $this->pieces() as $piece ) {
			echo $piece; // phpcs:ignore WordPress.Security.EscapeOutput -- a file, not HTML: it is sent as text/csv or x-ndjson, never sniffed.
			flush();
		}
	}
}
