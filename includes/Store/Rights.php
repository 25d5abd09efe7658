<?php
/**
 * Rights that are asked for again and again.
 *
 * @package Carnet
 */

namespace Carnet\Store;

defined( 'ABSPATH' ) || exit;

/**
 * What Access says, found out once for each question: thousands of records have few owners. For one piece of work, in which nobody's
 * rights change.
 */
final class Rights {

	/**
	 * The answers by what was asked.
	 *
	 * @var array<string, bool>
	 */
	private array $known = array();

	/**
	 * As Access::can().
	 *
	 * @param int      $user  User id.
	 * @param string   $verb  A key of Access::CAPABILITIES.
	 * @param int|null $owner The record's owner, where it is about one record.
	 */
	public function can( int $user, string $verb, ?int $owner = null ): bool {
		return $this->known[ "$user $verb $owner" ] ??= Access::can( $user, $verb, $owner );
	}
}
