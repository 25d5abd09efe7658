<?php
/**
 * What must hold when a contact changes.
 *
 * @package Carnet
 */

namespace Carnet\Contacts;

use Carnet\Entity\Rule_Error;
use Carnet\Entity\Rules;

defined( 'ABSPATH' ) || exit;

/**
 * A contact can be called something, and remembers since when it has been a lead, a prospect, a customer.
 */
final class Contact_Rules implements Rules {

	/**
	 * Applies the rules.
	 *
	 * @param array<string, mixed>|null $before The stored contact.
	 * @param array<string, mixed>      $after  The contact as asked for.
	 * @param string                    $now    UTC, as in the API.
	 * @return array<string, mixed>
	 * @throws Rule_Error Naming the field.
	 */
	public function apply( ?array $before, array $after, string $now ): array {
		if ( '' === trim( $after['first_name'] . $after['last_name'] . $after['email'] ) ) {
			throw new Rule_Error( 'last_name', __( 'Give a first name, a last name or an email address: one of the three is needed.', 'carnet-crm' ) );
		}
		// The first time counts: coming back to a type does not move it.
		$after[ "{$after['type']}_since" ] ??= $now;
		return $after;
	}
}
