<?php
/**
 * Trash, restore, and the end of a record.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Rest;

/**
 * DELETE and restore: who may not, what is answered, what stays.
 */
trait Trash_Tests {

	public function test_who_may_only_look_trashes_restores_and_deletes_nothing(): void {
		$id     = $this->record()['id'];
		$before = $this->tables();
		self::assert_refused( 403, 'rest_forbidden', $this->request( 'DELETE', $this->path( $id ), array(), 'viewer' ) );
		self::assert_refused( 403, 'rest_forbidden', $this->request( 'DELETE', $this->path( $id ), array( 'force' => 'true' ), 'viewer' ) );
		self::assert_refused( 403, 'rest_forbidden', $this->request( 'POST', $this->path( $id, '/restore' ), array(), 'viewer' ) );
		self::assertSame( $before, $this->tables() );
	}

	/**
	 * Who may change but not delete for good.
	 *
	 * @testWith ["agent"]
	 *           ["editor"]
	 *
	 * @param string $role Role.
	 */
	public function test_deleting_for_good_needs_its_own_right( string $role ): void {
		$live    = $this->record( array( 'owner_id' => $this->user( $role ) ) )['id'];
		$trashed = $this->record( array( 'owner_id' => $this->user( $role ) ) )['id'];
		$this->trashed( $this->noun(), $trashed );
		$before = $this->tables();
		foreach ( array( $live, $trashed ) as $id ) {
			self::assert_refused( 403, 'rest_forbidden', $this->request( 'DELETE', $this->path( $id ), array( 'force' => 'true' ), $role ) );
		}
		self::assertSame( $before, $this->tables() );
	}

	public function test_delete_moves_to_the_trash_and_answers_the_record(): void {
		$id       = $this->record( array( 'owner_id' => $this->user( 'agent' ) ) )['id'];
		$response = $this->request( 'DELETE', $this->path( $id ), array(), 'agent' );
		self::assert_answered( 200, $response );
		self::assertSame( array( $id, 2 ), array( $response->get_data()['id'], $response->get_data()['version'] ) );
		self::assertMatchesRegularExpression( '/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/', $response->get_data()['trashed_at'] );
		$this->assert_change_set( $response, 'api', 'trash', $id );
		self::assert_answered( 404, $this->request( 'GET', $this->path( $id ) ) );
	}

	public function test_deleting_twice_is_gone(): void {
		$id = $this->record( array( 'owner_id' => $this->user( 'agent' ) ) )['id'];
		$this->request( 'DELETE', $this->path( $id ), array(), 'agent' );
		$before = $this->tables();
		self::assert_refused( 410, 'carnet_gone', $this->request( 'DELETE', $this->path( $id ), array(), 'agent' ) );
		self::assert_refused( 404, 'carnet_not_found', $this->request( 'DELETE', $this->path( 999999 ), array(), 'agent' ) );
		self::assertSame( $before, $this->tables() );
	}

	/**
	 * From the list or from the trash.
	 *
	 * @testWith [false]
	 *           [true]
	 *
	 * @param bool $trashed Whether it is in the trash.
	 */
	public function test_force_deletes_for_good_and_answers_what_was( bool $trashed ): void {
		$id = $this->record( array( 'tags' => array( $this->tag()['id'] ) ) )['id'];
		if ( $trashed ) {
			$this->trashed( $this->noun(), $id );
		}
		$was      = self::json( $this->request( 'GET', $this->path( $id ), array( 'trashed' => 'true' ), 'manager' ) );
		$response = $this->request( 'DELETE', $this->path( $id ), array( 'force' => 'true' ), 'manager' );
		self::assert_answered( 200, $response );
		$answer = self::json( $response );
		unset( $was['counts'], $was['_links'], $answer['previous']['counts'] );
		self::assertSame(
			array(
				'deleted'  => true,
				'previous' => $was,
			),
			$answer
		);
		$this->assert_change_set( $response, 'api', 'delete', $id );
		self::assert_refused( 404, 'carnet_not_found', $this->request( 'GET', $this->path( $id ), array( 'trashed' => 'true' ) ) );
		self::assert_refused( 404, 'carnet_not_found', $this->request( 'DELETE', $this->path( $id ), array( 'force' => 'true' ) ) );
	}

	public function test_force_with_linked_is_refused(): void {
		$id     = $this->record()['id'];
		$before = $this->tables();
		self::assert_refused( 400, 'rest_invalid_param', $this->request( 'DELETE', $this->path( $id ), array( 'force' => 'true' ) + array( 'linked' => 'true' ), 'admin' ), 'linked' );
		self::assertSame( $before, $this->tables() );
	}

	/**
	 * Flags that are none.
	 *
	 * @testWith ["force"]
	 *           ["linked"]
	 *
	 * @param string $flag Parameter.
	 */
	public function test_a_flag_that_is_neither_true_nor_false_is_refused( string $flag ): void {
		$id = $this->record()['id'];
		self::assert_refused( 400, 'rest_invalid_param', $this->request( 'DELETE', $this->path( $id ), array( $flag => 'perhaps' ), 'admin' ), $flag );
		self::assert_answered( 200, $this->request( 'GET', $this->path( $id ) ) );
	}

	public function test_a_flag_counts_in_a_json_body_too(): void {
		$id = $this->record()['id'];
		self::assertTrue( $this->send( 'DELETE', $this->path( $id ), '{"force":true}', 'admin' )->get_data()['deleted'] );
	}

	public function test_a_record_comes_back_from_the_trash_as_it_was(): void {
		$before = self::json( $this->request( 'POST', $this->path(), $this->full_body(), 'admin' ) );
		$this->request( 'DELETE', $this->path( $before['id'] ) );
		$response = $this->request( 'POST', $this->path( $before['id'], '/restore' ) );
		self::assert_answered( 200, $response );
		$this->assert_change_set( $response, 'restore', 'restore', $before['id'] );
		$after = self::json( $response );
		self::assertSame( array( null, 3 ), array( $after['trashed_at'], $after['version'] ) );
		unset( $before['version'], $before['updated_at'], $after['version'], $after['updated_at'] );
		self::assertSame( $before, $after );
	}

	public function test_restoring_what_is_not_there_is_not_found(): void {
		self::assert_refused( 404, 'carnet_not_found', $this->request( 'POST', $this->path( 999999, '/restore' ), array(), 'admin' ) );
	}

	public function test_restoring_what_is_not_in_the_trash_changes_nothing(): void {
		$id       = $this->record()['id'];
		$response = $this->request( 'POST', $this->path( $id, '/restore' ), array(), 'admin' );
		self::assertSame( array( 200, 1 ), array( $response->get_status(), $response->get_data()['version'] ) );
	}

	public function test_restoring_an_old_version_is_refused(): void {
		$id = $this->record()['id'];
		$this->trashed( $this->noun(), $id );
		$response = $this->request( 'POST', $this->path( $id, '/restore' ), array(), 'admin', array( 'If-Match' => '"1"' ) );
		self::assertSame( array( 412, 2 ), array( $response->get_status(), $response->get_data()['data']['current']['version'] ) );
		self::assert_answered( 404, $this->request( 'GET', $this->path( $id ) ) );
	}
}
