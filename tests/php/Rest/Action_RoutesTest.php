<?php
/**
 * The routes of actions.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Rest;

/**
 * Actions keep the contract of all nouns.
 */
final class Action_RoutesTest extends Records_Case {
	protected function noun(): string {
		return 'action';
	}

	protected function name_field(): string {
		return 'title';
	}

	protected function record( array $overrides = array() ): array {
		return $this->action( $overrides );
	}

	protected function two_choices(): array {
		return array(
			'nature' => 'legal',
			'type'   => 'meeting',
		);
	}

	protected function required(): array {
		return array( 'date' => '2026-03-02' );
	}

	protected function value_for( string $name ) {
		return array(
			'start_time' => '09:30',
			'end_time'   => '11:00',
			'duration'   => 90,
		)[ $name ] ?? parent::value_for( $name );
	}

	protected function when_emptied(): array {
		return array( 'duration' => 90 );
	}

	protected function sort_fields(): array {
		return array( 'id', 'title', 'type', 'status', 'date', 'created_at', 'updated_at' );
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
			'nature',
			'type',
			'status',
			'date_after',
			'date_before',
			'account_id',
			'contact_id',
			'deal_id',
			'owner_id',
			'created_at_after',
			'created_at_before',
			'updated_at_after',
			'updated_at_before',
		);
	}
}
