<?php
/**
 * The routes of tasks.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Rest;

/**
 * Tasks keep the contract of all nouns.
 */
final class Task_RoutesTest extends Records_Case {
	protected function noun(): string {
		return 'task';
	}

	protected function name_field(): string {
		return 'title';
	}

	protected function record( array $overrides = array() ): array {
		return $this->task( $overrides );
	}

	protected function two_choices(): array {
		return array(
			'priority' => 'urgent',
			'status'   => 'done',
		);
	}

	protected function note_field(): string {
		return 'description';
	}

	protected function value_for( string $name ) {
		return array(
			'reminders' => array(
				array(
					'minutes_before' => 60,
					'channel'        => 'in_app',
				),
			),
		)[ $name ] ?? parent::value_for( $name );
	}

	protected function kept_by_rules(): array {
		return array( 'due_at' => 'reminders' );
	}

	protected function sort_fields(): array {
		return array( 'id', 'title', 'due_at', 'priority', 'status', 'done_at', 'created_at', 'updated_at' );
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
			'due_at_after',
			'due_at_before',
			'priority',
			'status',
			'done_at_after',
			'done_at_before',
			'contact_id',
			'account_id',
			'deal_id',
			'owner_id',
			'created_at_after',
			'created_at_before',
			'updated_at_after',
			'updated_at_before',
		);
	}

	/**
	 * The most urgent first, on one page and by cursors.
	 */
	public function test_priorities_are_sorted_by_how_urgent_they_are(): void {
		foreach ( array( 'normal', 'urgent', 'low', 'high', 'urgent' ) as $priority ) {
			$this->task( array( 'priority' => $priority ) );
		}
		$params = array( 'orderby' => 'priority', 'order' => 'desc', '_fields' => 'id,priority' ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		$whole  = $this->request( 'GET', $this->path(), $params, 'admin' );
		$all    = array_column( self::json( $whole ), 'priority' );
		self::assertSame( array( 'urgent', 'urgent', 'high', 'normal', 'low' ), $all );
		$pages  = array();
		$cursor = null;
		do {
			$page   = $this->request( 'GET', $this->path(), array( 'per_page' => 1 ) + ( null === $cursor ? array() : array( 'cursor' => $cursor ) ) + $params, 'admin' );
			$cursor = self::header_of( $page, 'X-Carnet-Next-Cursor' );
			array_push( $pages, ...array_column( self::json( $page ), 'id' ) );
		} while ( null !== $cursor && count( $pages ) < 9 );
		self::assertSame( array_column( self::json( $whole ), 'id' ), $pages );
		self::assertSame( array( 'low', 'normal', 'high', 'urgent', 'urgent' ), array_column( self::json( $this->request( 'GET', $this->path(), array( 'order' => 'asc' ) + $params, 'admin' ) ), 'priority' ) );
	}
}
