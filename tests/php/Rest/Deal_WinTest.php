<?php
/**
 * Winning a deal.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Rest;

/**
 * The contact of a deal that is won becomes a customer in the same change set, which one undo takes back.
 */
final class Deal_WinTest extends Rest_Case {

	/**
	 * A deal with a contact, both of this owner.
	 *
	 * @param array<string, mixed> $contact Fields of the contact.
	 * @param array<string, mixed> $deal    Fields of the deal.
	 * @return array{int, int} Deal and contact.
	 */
	private function deal_and_contact( array $contact = array(), array $deal = array() ): array {
		$id = $this->contact( $contact )['id'];
		return array( $this->deal( $deal + array( 'contact_id' => $id ) )['id'], $id );
	}

	/**
	 * Type of a contact and status of a deal.
	 *
	 * @param int $contact Contact.
	 * @param int $deal    Deal.
	 * @return array{string, string}
	 */
	private function state_of( int $contact, int $deal ): array {
		return array( $this->request( 'GET', "/contacts/$contact", array(), 'admin' )->get_data()['type'], $this->request( 'GET', "/deals/$deal" )->get_data()['status'] );
	}

	/**
	 * Yes and no as WordPress takes them.
	 *
	 * @testWith [true, true]
	 *           ["TRUE", true]
	 *           ["1", true]
	 *           [1, true]
	 *           ["False", false]
	 *           [0, false]
	 *
	 * @param mixed $sent What is sent.
	 * @param bool  $kept What it means.
	 */
	public function test_yes_is_yes_however_it_is_written( $sent, bool $kept ): void {
		$deal  = $this->deal( array( 'new_customer' => ! $kept ) );
		$saved = $this->request( 'PATCH', "/deals/{$deal['id']}", array( 'new_customer' => $sent, 'version' => $deal['version'] ), 'admin' ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		self::assert_answered( 200, $saved );
		self::assertSame( $kept, $saved->get_data()['new_customer'] );
	}

	public function test_winning_makes_the_contact_a_customer_in_one_change_set_that_undoes_both(): void {
		list( $deal, $contact ) = $this->deal_and_contact();
		$won                    = $this->request( 'PATCH', "/deals/$deal", array( 'status' => 'won', 'version' => 1 ), 'editor' ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		self::assert_answered( 200, $won );
		self::assertSame( array( 100, $won->get_data()['updated_at'] ), array( $won->get_data()['probability'], $won->get_data()['closed_at'] ) );
		self::assertSame( array( 'customer', 'won' ), $this->state_of( $contact, $deal ) );
		$set     = (int) self::header_of( $won, 'X-Carnet-Changeset' );
		$records = self::json( $this->request( 'GET', "/changesets/$set" ) )['records'];
		self::assertSame( array( array( 'deal', $deal ), array( 'contact', $contact ) ), array_map( static fn( array $record ): array => array( $record['entity'], $record['id'] ), $records ) );
		self::assertSame( array( 'before' => 'lead', 'after' => 'customer' ), $records[1]['changes']['type'] ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		self::assertSame( $set, $this->request( 'GET', "/contacts/$contact/history" )->get_data()[0]['changeset_id'] );

		$undone = $this->request( 'POST', "/changesets/$set/revert", array(), 'editor' )->get_data();
		self::assertSame( array( 2, array() ), array( count( $undone['reverted'] ), $undone['conflicts'] ) );
		self::assertSame( array( 'lead', 'open' ), $this->state_of( $contact, $deal ) );
		$deal = $this->request( 'GET', "/deals/$deal" )->get_data();
		self::assertSame( array( 10, null, null ), array( $deal['probability'], $deal['closed_at'], $deal['signed_amount'] ) );
		self::assertNull( $this->request( 'GET', "/contacts/$contact" )->get_data()['customer_since'] );
	}

	public function test_the_contact_stays_as_it_is_when_asked_for(): void {
		list( $deal, $contact ) = $this->deal_and_contact();
		self::assert_refused( 400, 'rest_invalid_param', $this->request( 'PATCH', "/deals/$deal", array( 'status' => 'won', 'version' => 1, 'keep_contact_type' => 'perhaps' ), 'admin' ), 'keep_contact_type' ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		self::assert_answered( 200, $this->request( 'PATCH', "/deals/$deal", array( 'status' => 'won', 'version' => 1, 'keep_contact_type' => true ), 'admin' ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		self::assertSame( array( 'lead', 'won' ), $this->state_of( $contact, $deal ) );
		self::assertSame( 1, $this->request( 'GET', "/contacts/$contact" )->get_data()['version'] );
	}

	/**
	 * Ways to win or not to win, and the type of a lead then.
	 *
	 * @testWith ["won", "customer"]
	 *           ["lost", "lead"]
	 *           ["abandoned", "lead"]
	 *
	 * @param string $status Status of the new deal.
	 * @param string $type   Type of the contact.
	 */
	public function test_a_deal_that_begins_won_counts_as_won( string $status, string $type ): void {
		list( $deal, $contact ) = $this->deal_and_contact( array(), array( 'status' => $status ) + ( 'won' === $status ? array() : array( 'close_reason' => 'price' ) ) );
		self::assertSame( array( $type, $status ), $this->state_of( $contact, $deal ) );
	}

	public function test_of_a_customer_nothing_changes_and_one_in_the_trash_stays_there(): void {
		list( $deal, $contact ) = $this->deal_and_contact( array( 'type' => 'customer' ) );
		$this->request( 'PATCH', "/deals/$deal", array( 'status' => 'won', 'version' => 1 ), 'admin' ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		self::assertSame( 1, $this->request( 'GET', "/contacts/$contact" )->get_data()['version'] );
		list( $deal, $contact ) = $this->deal_and_contact();
		$this->trashed( 'contact', $contact );
		self::assert_answered( 200, $this->request( 'PATCH', "/deals/$deal", array( 'status' => 'won', 'version' => 1 ) ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		self::assertSame( 'lead', $this->request( 'GET', "/contacts/$contact", array( 'trashed' => 'true' ) )->get_data()['type'] );
	}

	public function test_a_contact_that_changed_since_is_a_conflict_and_the_deal_is_undone(): void {
		list( $deal, $contact ) = $this->deal_and_contact();
		$set                    = self::header_of( $this->request( 'PATCH', "/deals/$deal", array( 'status' => 'won', 'version' => 1 ), 'admin' ), 'X-Carnet-Changeset' ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		$this->changed( 'contact', $contact, array( 'city' => 'Lyon' ) );
		$undone = self::json( $this->request( 'POST', "/changesets/$set/revert" ) );
		self::assertSame( array( array( array( 'entity' => 'deal', 'id' => $deal ) ), array( $contact ) ), array( $undone['reverted'], array_column( $undone['conflicts'], 'id' ) ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		self::assertSame( array( 'customer', 'open' ), $this->state_of( $contact, $deal ) );
	}

	public function test_a_change_of_an_old_version_wins_nothing(): void {
		list( $deal, $contact ) = $this->deal_and_contact();
		$this->changed( 'deal', $deal, array( 'amount' => 500 ) );
		$before = $this->tables();
		$answer = $this->request( 'PATCH', "/deals/$deal", array( 'status' => 'won' ), 'admin', array( 'If-Match' => '"1"' ) );
		self::assertSame( array( 412, 2, 500 ), array( $answer->get_status(), $answer->get_data()['data']['current']['version'], $answer->get_data()['data']['current']['amount'] ) );
		self::assertSame( $before, $this->tables() );
		self::assertSame( array( 'lead', 'open' ), $this->state_of( $contact, $deal ) );
	}

	public function test_many_are_won_at_once_and_each_contact_becomes_a_customer(): void {
		list( $a, $first )  = $this->deal_and_contact();
		list( $b, $second ) = $this->deal_and_contact();
		$done               = $this->request( 'POST', '/deals/bulk', array( 'ids' => array( $a, $b ), 'set' => array( 'status' => 'won' ) ), 'admin' )->get_data(); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		self::assertSame( 2, $done['done'] );
		self::assertSame( array( array( 'customer', 'won' ), array( 'customer', 'won' ) ), array( $this->state_of( $first, $a ), $this->state_of( $second, $b ) ) );
		$undone = $this->request( 'POST', "/changesets/{$done['changeset_id']}/revert" )->get_data();
		self::assertCount( 4, $undone['reverted'] );
		self::assertSame( array( array( 'lead', 'open' ), array( 'lead', 'open' ) ), array( $this->state_of( $first, $a ), $this->state_of( $second, $b ) ) );
	}
}
