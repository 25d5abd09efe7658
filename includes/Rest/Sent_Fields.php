<?php
/**
 * The fields a client sends.
 *
 * @package Carnet
 */

namespace Carnet\Rest;

use Carnet\Entity\Entity;
use Carnet\Entity\Problem;
use Carnet\Entity\Value;
use WP_Error;
use WP_REST_Request;

defined( 'ABSPATH' ) || exit;

/**
 * Takes the writable fields out of a request or an object, each checked and in its stored form. WordPress checks those of a request
 * too, but lets a null pass.
 */
final class Sent_Fields {

	/**
	 * The fields of a request; what else it holds is ignored.
	 *
	 * @param Entity          $entity  The noun.
	 * @param WP_REST_Request $request The request.
	 * @return array<string, mixed>
	 * @throws Problem Naming a bad field.
	 */
	public static function of_request( Entity $entity, WP_REST_Request $request ): array {
		$sent = array();
		foreach ( array_keys( $entity->fields()->writable() ) as $name ) {
			if ( $request->has_param( $name ) ) {
				$sent[ $name ] = $request[ $name ];
			}
		}
		return self::stored( $entity, $sent, '' );
	}

	/**
	 * The fields of an object that must hold nothing else.
	 *
	 * @param Entity               $entity The noun.
	 * @param array<string, mixed> $sent   The object.
	 * @param string               $param  Parameter it came in.
	 * @return array<string, mixed>
	 * @throws Problem Naming a bad field.
	 */
	public static function of_object( Entity $entity, array $sent, string $param ): array {
		$writable = array_keys( $entity->fields()->writable() );
		if ( ! $sent || array_diff( array_map( 'strval', array_keys( $sent ) ), $writable ) ) {
			/* translators: 1: parameter name, 2: list of valid fields. */
			throw Problem::invalid( $param, sprintf( __( '%1$s must hold fields that can be written: %2$s.', 'carnet-crm' ), $param, implode( ', ', $writable ) ) );
		}
		return self::stored( $entity, $sent, "$param." );
	}

	/**
	 * Values in their stored form.
	 *
	 * @param Entity               $entity The noun.
	 * @param array<string, mixed> $sent   Values by field.
	 * @param string               $prefix Of the name in an error.
	 * @return array<string, mixed>
	 * @throws Problem Naming a bad field.
	 */
	private static function stored( Entity $entity, array $sent, string $prefix ): array {
		foreach ( $sent as $name => $value ) {
			$field = (array) $entity->fields()->get( $name );
			$valid = Value::validate( $field, $value );
			if ( $valid instanceof WP_Error ) {
				throw Problem::invalid( $prefix . $name, $valid->get_error_message() );
			}
			$sent[ $name ] = Value::sanitize( $field, $value );
		}
		return $sent;
	}
}
