<?php
/**
 * Why a change was refused.
 *
 * @package Carnet
 */

namespace Carnet\Entity;

use WP_Error;

defined( 'ABSPATH' ) || exit;

/**
 * A refusal that the person can understand and act on: code, words, status and data of the REST error it becomes.
 */
class Problem extends \RuntimeException {

	/**
	 * Describes the refusal.
	 *
	 * @param string               $error_code As in the API: carnet_not_found.
	 * @param int                  $status     HTTP status.
	 * @param string               $message    In the reader's language.
	 * @param array<string, mixed> $data       What else the client needs.
	 */
	public function __construct( public readonly string $error_code, public readonly int $status, string $message, public readonly array $data = array() ) {
		parent::__construct( $message );
	}

	/**
	 * Missing, in the trash, or someone else's: one answer for all three.
	 */
	public static function not_found(): self {
		return new self( 'carnet_not_found', 404, __( 'There is no such record, or it is not yours to see.', 'carnet-crm' ) );
	}

	/**
	 * Visible, but not to be changed by this person.
	 */
	public static function forbidden(): self {
		return new self( 'rest_forbidden', rest_authorization_required_code(), __( 'Your role does not allow this.', 'carnet-crm' ) );
	}

	/**
	 * A bad value.
	 *
	 * @param string $field   Field or parameter.
	 * @param string $message What would be valid.
	 */
	public static function invalid( string $field, string $message ): self {
		/* translators: %s: name of a parameter. */
		return new self( 'rest_invalid_param', 400, sprintf( __( 'Invalid parameter: %s', 'carnet-crm' ), $field ), array( 'params' => array( $field => $message ) ) );
	}

	/**
	 * A link that cannot be.
	 *
	 * @param string $field Link field.
	 * @param string $label Its label.
	 */
	public static function invalid_link( string $field, string $label ): self {
		/* translators: %s: field label. */
		return new self( 'carnet_invalid_link', 400, sprintf( __( '%s: the record chosen is missing, in the trash, or not yours to see. Choose another.', 'carnet-crm' ), $label ), array( 'field' => $field ) );
	}

	/**
	 * As the REST API answers it.
	 */
	public function to_error(): WP_Error {
		return new WP_Error( $this->error_code, $this->getMessage(), array( 'status' => $this->status ) + $this->data );
	}
}
