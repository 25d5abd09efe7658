<?php
/**
 * What must hold when a tag changes.
 *
 * @package Carnet
 */

namespace Carnet\Tags;

use Carnet\Entity\Rule_Error;
use Carnet\Entity\Rules;

defined( 'ABSPATH' ) || exit;

/**
 * A tag's name can be joined by | in exports, and its color can be shown.
 */
final class Tag_Rules implements Rules {

	/**
	 * Applies the rules.
	 *
	 * @param array<string, mixed>|null $before The stored tag.
	 * @param array<string, mixed>      $after  The tag as asked for.
	 * @param string                    $now    UTC, as in the API.
	 * @return array<string, mixed>
	 * @throws Rule_Error Naming the field.
	 */
	public function apply( ?array $before, array $after, string $now ): array {
		if ( str_contains( $after['name'], '|' ) ) {
			throw new Rule_Error( 'name', __( 'A tag’s name cannot hold |.', 'carnet-crm' ) );
		}
		if ( 1 !== preg_match( '/^#[0-9a-f]{6}$/iD', $after['color'] ) ) {
			throw new Rule_Error( 'color', __( 'A color is # and six digits, such as #3858e9.', 'carnet-crm' ) );
		}
		return $after;
	}
}
