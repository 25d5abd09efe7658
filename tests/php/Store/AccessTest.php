<?php
/**
 * Rights.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Store;

use Carnet\Entity\Problem;
use Carnet\Store\Access;
use Carnet\Store\Transaction;
use Carnet\Tests\Builders;
use Carnet\Tests\Snapshot;
use Carnet\Tests\Test_Case;

final class AccessTest extends Test_Case {

	use Builders;
	use Snapshot;

	/**
	 * What each role may do: to records at large, to one's own, to another's.
	 */
	private const TABLE = array(
		'admin'       => array( 'view' => 'yes', 'edit' => 'yes', 'others' => 'yes', 'export' => 'yes', 'purge' => 'yes', 'manage' => 'yes' ),
		'editor'      => array( 'view' => 'yes', 'edit' => 'yes', 'others' => 'yes', 'export' => 'yes', 'purge' => 'no', 'manage' => 'no' ),
		'manager'     => array( 'view' => 'yes', 'edit' => 'yes', 'others' => 'yes', 'export' => 'yes', 'purge' => 'yes', 'manage' => 'no' ),
		'agent'       => array( 'view' => 'own', 'edit' => 'own', 'others' => 'no', 'export' => 'no', 'purge' => 'no', 'manage' => 'no' ),
		'viewer'      => array( 'view' => 'yes', 'edit' => 'no', 'others' => 'yes', 'export' => 'no', 'purge' => 'no', 'manage' => 'no' ),
		'author'      => array( 'view' => 'no', 'edit' => 'no', 'others' => 'no', 'export' => 'no', 'purge' => 'no', 'manage' => 'no' ),
		'contributor' => array( 'view' => 'no', 'edit' => 'no', 'others' => 'no', 'export' => 'no', 'purge' => 'no', 'manage' => 'no' ),
		'subscriber'  => array( 'view' => 'no', 'edit' => 'no', 'others' => 'no', 'export' => 'no', 'purge' => 'no', 'manage' => 'no' ),
		'nobody'      => array( 'view' => 'no', 'edit' => 'no', 'others' => 'no', 'export' => 'no', 'purge' => 'no', 'manage' => 'no' ),
	);

	/**
	 * @dataProvider roles
	 */
	public function test_who_may_do_what_to_whose_records( string $role ): void {
		$user = $this->user( $role );
		$else = $this->user( 'editor', 2 );
		foreach ( self::TABLE[ $role ] as $verb => $may ) {
			self::assertSame( 'no' !== $may, Access::can( $user, $verb ), "$role $verb" );
			self::assertSame( 'no' !== $may, Access::can( $user, $verb, $user ), "$role $verb own" );
			self::assertSame( 'yes' === $may, Access::can( $user, $verb, $else ), "$role $verb another's" );
		}
	}

	public static function roles(): array {
		$roles = array_keys( self::TABLE );
		return array_combine( $roles, array_map( static fn ( string $role ): array => array( $role ), $roles ) );
	}

	public function test_what_is_not_a_verb_is_not_allowed(): void {
		self::assertFalse( Access::can( $this->user( 'admin' ), 'carnet_view' ) );
		self::assertFalse( Access::can( $this->user( 'admin' ), '' ) );
		self::assertFalse( Access::can( -1, 'view' ) );
		self::assertFalse( Access::can( 999999, 'view' ) );
	}

	public function test_a_capability_without_the_right_to_see_is_worth_nothing(): void {
		get_role( 'subscriber' )->add_cap( 'carnet_edit' );
		get_role( 'subscriber' )->add_cap( 'carnet_others' );
		$user = $this->user( 'subscriber' );
		clean_user_cache( $user );
		self::assertTrue( user_can( $user, 'carnet_edit' ) );
		self::assertFalse( Access::can( $user, 'edit' ) );
		self::assertSame( $user, Access::scope( $user ) );
	}

	public function test_who_sees_only_their_own_is_scoped_to_them(): void {
		self::assertNull( Access::scope( $this->user( 'viewer' ) ) );
		self::assertSame( $this->user( 'agent' ), Access::scope( $this->user( 'agent' ) ) );
		self::assertSame( 0, Access::scope( 0 ) );
		self::assertSame( array( 'carnet_view', 'carnet_edit' ), Access::of( $this->user( 'agent' ) ) );
		self::assertSame( array(), Access::of( $this->user( 'subscriber' ) ) );
	}

	/**
	 * @dataProvider verbs
	 */
	public function test_each_verb_of_the_write_path_asks_for_rights_and_a_refusal_writes_nothing( \Closure $write, array $answers ): void {
		foreach ( $answers as $who => $expected ) {
			list( $role, $whose ) = explode( ', ', $who );
			$user                 = $this->user( $role );
			$owner                = 'own' === $whose ? $user : $this->user( 'editor', 2 );
			$contact              = $this->contact( array( 'owner_id' => $owner ? $owner : 1 ) );
			$trashed              = $this->contact( array( 'owner_id' => $owner ? $owner : 1 ) );
			$this->trashed( 'contact', $trashed['id'] );
			$was = $this->all_rows();
			$got = 'done';
			try {
				$this->change( static fn ( Transaction $t ) => $write( $t, $contact['id'], $trashed['id'], $owner ), $user );
			} catch ( Problem $problem ) {
				$got = $problem->error_code;
				self::assertSame( $was, $this->all_rows(), $who );
			}
			self::assertSame( $expected, $got, $who );
		}
	}

	public static function verbs(): array {
		$edit  = array(
			'admin, another’s'      => 'done',
			'editor, another’s'     => 'done',
			'manager, another’s'    => 'done',
			'agent, own'            => 'done',
			'agent, another’s'      => 'carnet_not_found',
			'viewer, another’s'     => 'rest_forbidden',
			'subscriber, another’s' => 'carnet_not_found',
			'nobody, another’s'     => 'carnet_not_found',
		);
		$purge = array(
			'editor, another’s' => 'rest_forbidden',
			'agent, own'        => 'rest_forbidden',
		);
		return array(
			'changing'          => array( static fn ( Transaction $t, int $id ) => $t->update( 'contact', $id, array( 'city' => 'Lyon' ) ), $edit ),
			'trashing'          => array( static fn ( Transaction $t, int $id ) => $t->trash( 'contact', $id ), $edit ),
			'restoring'         => array( static fn ( Transaction $t, int $id, int $trashed ) => $t->restore( 'contact', $trashed ), $edit ),
			'deleting for good' => array( static fn ( Transaction $t, int $id ) => $t->delete( 'contact', $id ), $purge + $edit ),
			'creating'          => array(
				static fn ( Transaction $t ) => $t->create( 'contact', array( 'last_name' => 'x' ) ),
				array( 'admin, own' => 'done', 'editor, own' => 'done', 'manager, own' => 'done', 'agent, own' => 'done', 'viewer, another’s' => 'rest_forbidden', 'subscriber, another’s' => 'rest_forbidden', 'nobody, another’s' => 'rest_forbidden' ),
			),
			'giving a record away' => array(
				static fn ( Transaction $t, int $id ) => $t->update( 'contact', $id, array( 'owner_id' => 1 ) ),
				array( 'editor, another’s' => 'done', 'agent, own' => 'carnet_invalid_link' ),
			),
			'creating for another' => array(
				static fn ( Transaction $t ) => $t->create( 'contact', array( 'last_name' => 'x', 'owner_id' => 1 ) ),
				array( 'manager, own' => 'done', 'agent, own' => 'carnet_invalid_link' ),
			),
		);
	}

	/**
	 * @dataProvider links
	 */
	public function test_a_link_leads_to_a_live_record_that_the_person_may_see( string $case, bool $good ): void {
		$agent   = $this->user( 'agent' );
		$account = $this->account( array( 'owner_id' => 'another’s' === $case ? $this->user( 'editor' ) : $agent ) )['id'];
		if ( 'in the trash' === $case ) {
			$this->trashed( 'account', $account );
		}
		$link = 'missing' === $case ? $account + 1000 : $account;
		$was  = $this->all_rows();
		try {
			$this->change( static fn ( Transaction $t ) => $t->create( 'contact', array( 'last_name' => 'x', 'account_id' => $link ) ), $agent );
			self::assertTrue( $good );
		} catch ( Problem $problem ) {
			self::assertFalse( $good );
			self::assertSame( array( 'carnet_invalid_link', 400, 'account_id' ), array( $problem->error_code, $problem->status, $problem->data['field'] ) );
			self::assertSame( $was, $this->all_rows() );
		}
	}

	public static function links(): array {
		return array(
			'their own account'       => array( 'own', true ),
			'an account of another'   => array( 'another’s', false ),
			'an account in the trash' => array( 'in the trash', false ),
			'no account at all'       => array( 'missing', false ),
		);
	}

	public function test_a_link_that_was_there_before_may_stay_whatever_became_of_it(): void {
		$account = $this->account()['id'];
		$contact = $this->contact( array( 'account_id' => $account ) )['id'];
		$this->trashed( 'account', $account );
		self::assertSame( 'Lyon', $this->changed( 'contact', $contact, array( 'city' => 'Lyon', 'account_id' => $account ) )['city'] );
	}

	public function test_trashing_with_linked_records_leaves_those_the_person_may_not_change(): void {
		$agent   = $this->user( 'agent' );
		$account = $this->account( array( 'owner_id' => $agent ) )['id'];
		$own     = $this->contact( array( 'account_id' => $account, 'owner_id' => $agent ) )['id'];
		$else    = $this->contact( array( 'account_id' => $account ) )['id'];
		$this->change( static fn ( Transaction $t ) => $t->trash( 'account', $account, null, true ), $agent );
		$trashed = $GLOBALS['wpdb']->get_col( "SELECT id FROM {$GLOBALS['wpdb']->prefix}carnet_contacts WHERE trashed_at IS NOT NULL" );
		self::assertSame( array( (string) $own ), $trashed );
		self::assertSame( (string) $account, $GLOBALS['wpdb']->get_var( "SELECT account_id FROM {$GLOBALS['wpdb']->prefix}carnet_contacts WHERE id = $else" ) );
		self::assertSame( array(), ( new Recount() )->differences() );
	}
}
