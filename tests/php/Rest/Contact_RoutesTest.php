<?php
/**
 * The routes of contacts.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Rest;

/**
 * Contacts keep the contract of all nouns.
 */
final class Contact_RoutesTest extends Records_Case {
	use Address_Tests;
	use Tag_Field_Tests;

	protected function noun(): string {
		return 'contact';
	}

	protected function name_field(): string {
		return 'last_name';
	}

	protected function record( array $overrides = array() ): array {
		return $this->contact( $overrides );
	}

	protected function two_choices(): array {
		return array(
			'type'   => 'customer',
			'source' => 'web',
		);
	}

	protected function sort_fields(): array {
		return array( 'id', 'first_name', 'last_name', 'type', 'status', 'lead_since', 'prospect_since', 'customer_since', 'created_at', 'updated_at' );
	}

	protected function list_parameters(): array {
		return array(
			'context',
			'page',
			'per_page',
			'orderby',
			'order',
			'cursor',
			'search',
			'include',
			'exclude',
			'trashed',
			'account_id',
			'civility',
			'type',
			'status',
			'source',
			'country',
			'tags',
			'tags_match',
			'tags_exclude',
			'owner_id',
			'created_at_after',
			'created_at_before',
			'updated_at_after',
			'updated_at_before',
			'lead_since_after',
			'lead_since_before',
			'prospect_since_after',
			'prospect_since_before',
			'customer_since_after',
			'customer_since_before',
		);
	}
}
