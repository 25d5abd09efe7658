<?php
/**
 * Who changes what, together.
 *
 * @package Carnet
 */

namespace Carnet\Store;

use Carnet\Entity\Instant;

defined( 'ABSPATH' ) || exit;

/**
 * The frame of a unit of work: what is changed in it can be undone together.
 */
final class Change_Set {

	public const SOURCES = array( 'edit', 'bulk', 'import', 'api', 'restore', 'revert', 'system' );

	/**
	 * The instant of the change, UTC, as in the API.
	 */
	public readonly string $at;

	/**
	 * Frames a change.
	 *
	 * @param int         $user_id Who changes; their rights hold.
	 * @param string      $source  One of SOURCES.
	 * @param string      $label   What it was, in words.
	 * @param string|null $at      When, if not now: for data that brings its history.
	 * @param int         $id      A change set to go on with; 0 for a new one.
	 */
	public function __construct( public readonly int $user_id, public readonly string $source = 'edit', public readonly string $label = '', ?string $at = null, public readonly int $id = 0 ) {
		$this->at = $at ?? Instant::now();
	}
}
