<?php
/**
 * The database refused.
 *
 * @package Carnet
 */

namespace Carnet\Store;

defined( 'ABSPATH' ) || exit;

/**
 * A failed statement. It always ends the unit of work; what was refused stands in the log under the reference, never in an answer.
 */
final class Database_Error extends \RuntimeException {

	/**
	 * Says what kind of failure it was.
	 *
	 * @param string $kind duplicate, locked, connection or other.
	 * @param string $ref  What to look for in the log.
	 */
	public function __construct( public readonly string $kind, public readonly string $ref ) {
		parent::__construct( "Carnet CRM: database error $ref ($kind)" );
	}

	/**
	 * Whether the whole unit may succeed if it is run again.
	 */
	public function is_passing(): bool {
		return 'other' !== $this->kind;
	}
}
