<?php
/**
 * A rule of the domain was broken.
 *
 * @package Carnet
 */

namespace Carnet\Entity;

defined( 'ABSPATH' ) || exit;

/**
 * Names the field that breaks a rule and says what would hold.
 */
final class Rule_Error extends Problem {

	/**
	 * Names the field.
	 *
	 * @param string $field   Field.
	 * @param string $message What would be valid, in the reader's language.
	 */
	public function __construct( public readonly string $field, string $message ) {
		parent::__construct( 'carnet_rule', 400, $message, array( 'field' => $field ) );
	}
}
