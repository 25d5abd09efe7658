<?php
/**
 * The routes of accounts.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Rest;

/**
 * Accounts keep the contract of all nouns.
 */
final class Account_RoutesTest extends Records_Case {
	use Address_Tests;
	use Tag_Field_Tests;

	protected function noun(): string {
		return 'account';
	}

	protected function name_field(): string {
		return 'name';
	}

	protected function record( array $overrides = array() ): array {
		return $this->account( $overrides );
	}

	protected function two_choices(): array {
		return array(
			'type'   => 'customer',
			'source' => 'web',
		);
	}

	protected function sort_fields(): array {
		return array( 'id', 'name', 'type', 'created_at', 'updated_at' );
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
			'type',
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
		);
	}
}
