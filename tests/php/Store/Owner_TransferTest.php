<?php
/**
 * A user is deleted.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Store;

use Carnet\Store\Change_Log;
use Carnet\Tests\Builders;
use Carnet\Tests\Snapshot;
use Carnet\Tests\Test_Case;

final class Owner_TransferTest extends Test_Case {

	use Builders;
	use Snapshot;

	public function test_records_go_to_who_receives_the_content(): void {
		list( $leaver, $account, $contact, $trashed ) = $this->leaver();
		$this->act_as( 'admin' );
		wp_delete_user( $leaver, $this->user( 'agent' ) );
		$this->assert_owned_by( $this->user( 'agent' ), array( 'account' => $account, 'contact' => $contact ) );
		self::assertSame( (string) $this->user( 'agent' ), $GLOBALS['wpdb']->get_var( "SELECT owner_id FROM {$GLOBALS['wpdb']->prefix}carnet_contacts WHERE id = $trashed" ), 'Also what is in the trash.' );
		$history = Change_Log::history( 'contact', $contact, 1, 1 )[0];
		self::assertSame( array( 'update', 'system', $this->user( 'admin' ) ), array( $history['op'], $history['source'], $history['user_id'] ) );
	}

	public function test_else_they_go_to_who_deletes(): void {
		list( $leaver, $account, $contact ) = $this->leaver();
		$this->act_as( 'admin' );
		wp_delete_user( $leaver );
		$this->assert_owned_by( $this->user( 'admin' ), array( 'account' => $account, 'contact' => $contact ) );
	}

	public function test_more_records_than_one_unit_takes_all_go_and_can_be_undone_together(): void {
		list( $leaver ) = $this->leaver();
		$this->change(
			static function ( $t ) use ( $leaver ): void {
				for ( $i = 0; $i < 401; $i++ ) {
					$t->create( 'contact', array( 'last_name' => "C$i", 'owner_id' => $leaver ) );
				}
			}
		);
		$this->act_as( 'admin' );
		wp_delete_user( $leaver, $this->user( 'agent' ) );
		self::assertSame( '0', $GLOBALS['wpdb']->get_var( "SELECT COUNT(*) FROM {$GLOBALS['wpdb']->prefix}carnet_contacts WHERE owner_id = $leaver" ) );
		self::assertSame( array(), ( new Recount() )->differences() );
		$sets = array_unique( array_column( array_filter( $this->rows_of( $GLOBALS['wpdb']->prefix . 'carnet_changes' ), static fn ( array $row ): bool => str_contains( (string) $row['changes'], 'owner_id' ) && 'update' === $row['op'] ), 'changeset_id' ) );
		self::assertCount( 1, $sets );
	}

	/**
	 * A person with an account, a contact and one in the trash.
	 *
	 * @return array{int, int, int, int}
	 */
	private function leaver(): array {
		$leaver  = wp_insert_user( array( 'user_login' => 'leaver', 'user_pass' => 'x', 'role' => 'carnet_agent' ) );
		$account = $this->account( array( 'owner_id' => $leaver ) )['id'];
		$contact = $this->contact( array( 'owner_id' => $leaver, 'account_id' => $account ) )['id'];
		$trashed = $this->contact( array( 'owner_id' => $leaver ) )['id'];
		$this->trashed( 'contact', $trashed );
		return array( (int) $leaver, $account, $contact, $trashed );
	}

	/**
	 * Records have an owner, in the rows and in all that is kept.
	 *
	 * @param int                $owner   Owner.
	 * @param array<string, int> $records Id by noun.
	 */
	private function assert_owned_by( int $owner, array $records ): void {
		foreach ( $records as $noun => $id ) {
			self::assertSame( (string) $owner, $GLOBALS['wpdb']->get_var( "SELECT owner_id FROM {$GLOBALS['wpdb']->prefix}carnet_{$noun}s WHERE id = $id" ) );
		}
		self::assertSame( array(), ( new Recount() )->differences() );
	}
}
