<?php
/**
 * The routes of deals.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Rest;

/**
 * Deals keep the contract of all nouns.
 */
final class Deal_RoutesTest extends Records_Case {
	use Tag_Field_Tests;

	/**
	 * An account that everybody in these tests may link to: the agent's.
	 */
	private int $linked_account = 0;

	protected function setUp(): void {
		parent::setUp();
		$this->linked_account = $this->account( array( 'owner_id' => $this->user( 'agent' ) ) )['id'];
	}

	protected function noun(): string {
		return 'deal';
	}

	protected function name_field(): string {
		return 'title';
	}

	protected function record( array $overrides = array() ): array {
		return $this->deal( $this->possible( $overrides ) );
	}

	protected function two_choices(): array {
		return array(
			'stage'    => 'proposal',
			'currency' => 'USD',
		);
	}

	protected function required(): array {
		return array( 'account_id' => $this->linked_account );
	}

	protected function defaults(): array {
		return array( 'probability' => 10 );
	}

	/**
	 * The whole deal is a lost one, so that every field may hold something.
	 *
	 * @param string $name Field.
	 * @return mixed
	 */
	protected function value_for( string $name ) {
		return array(
			'status'      => 'lost',
			'probability' => 0,
		)[ $name ] ?? parent::value_for( $name );
	}

	protected function when_emptied(): array {
		return array( 'probability' => 0 );
	}

	protected function kept_by_rules(): array {
		return array( 'close_reason' => 'close_reason' );
	}

	protected function possible( array $fields ): array {
		if ( isset( $fields['close_reason'] ) ) {
			return $fields + array( 'status' => 'lost' );
		}
		return in_array( $fields['status'] ?? '', array( 'lost', 'abandoned' ), true ) ? array( 'close_reason' => 'price' ) + $fields : $fields;
	}

	protected function sort_fields(): array {
		return array( 'id', 'title', 'status', 'stage', 'start_date', 'expected_close_date', 'amount', 'potential_amount', 'signed_amount', 'weighted_amount', 'closed_at', 'created_at', 'updated_at' );
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
			'contact_id',
			'status',
			'stage',
			'probability_min',
			'probability_max',
			'start_date_after',
			'start_date_before',
			'expected_close_date_after',
			'expected_close_date_before',
			'currency',
			'amount_min',
			'amount_max',
			'potential_amount_min',
			'potential_amount_max',
			'signed_amount_min',
			'signed_amount_max',
			'weighted_amount_min',
			'weighted_amount_max',
			'close_reason',
			'closed_at_after',
			'closed_at_before',
			'new_customer',
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
