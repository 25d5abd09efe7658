<?php
/**
 * Undo.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Store;

use Carnet\Entity\Problem;
use Carnet\Plugin;
use Carnet\Store\Change_Log;
use Carnet\Store\Change_Set;
use Carnet\Store\Revert;
use Carnet\Store\Transaction;
use Carnet\Store\Unit_Of_Work;
use Carnet\Tags\Tag_Changes;
use Carnet\Tests\Builders;
use Carnet\Tests\Snapshot;
use Carnet\Tests\Test_Case;

final class RevertTest extends Test_Case {

	use Builders;
	use Snapshot;

	/**
	 * What every change leaves behind, undone or not.
	 */
	private const TRACES = array( 'version', 'updated_at', 'updated_by' );

	protected function tearDown(): void {
		if ( ! $this->hasFailed() ) {
			self::assertSame( array(), ( new Recount() )->differences() );
		}
		parent::tearDown();
	}

	/**
	 * @dataProvider changes
	 */
	public function test_undo_gives_back_every_value_link_and_tag_and_undoing_that_does_it_again( \Closure $change, bool $for_good = false ): void {
		$world  = $this->world();
		$before = $this->states();
		$this->change( static fn ( Transaction $t ) => $change( $t, $world ), null, '2026-11-22T09:30:00Z' );
		$set   = $this->changeset;
		$after = $this->states();
		self::assertNotSame( $before, $after );

		$undone = $this->undo( $set );
		self::assertSame( array(), $undone['conflicts'] );
		self::assertSame( $before, $this->states() );
		self::assertSame( $this->touched( $set ), $this->named( $undone['reverted'] ) );
		self::assertSame( $undone['changeset_id'], Change_Log::set( $set )['reverted_by'] );

		$redone = $this->undo( $undone['changeset_id'] );
		self::assertSame( array(), $redone['conflicts'] );
		if ( $for_good ) {
			self::assertCount( count( $before ), $this->states(), 'What came back is not deleted for good a second time.' );
		} else {
			self::assertSame( $after, $this->states( '2026-11-22 09:30:00' ) );
		}
	}

	public static function changes(): array {
		return array(
			'changing fields'                          => array( static fn ( Transaction $t, array $w ) => $t->update( 'contact', $w['contact'], array( 'last_name' => 'Garnier', 'note' => "a\r\nÉ🚀", 'country' => null, 'type' => 'customer', 'email' => 'new@example.com' ) ) ),
			'changing owner'                           => array( static fn ( Transaction $t, array $w ) => $t->update( 'contact', $w['contact'], array( 'owner_id' => $w['agent'] ) ) ),
			'changing tags'                            => array( static fn ( Transaction $t, array $w ) => $t->update( 'contact', $w['contact'], array( 'tags' => array( $w['other_tag'] ) ) ) ),
			'moving to another account'                => array( static fn ( Transaction $t, array $w ) => $t->update( 'contact', $w['contact'], array( 'account_id' => $w['other_account'] ) ) ),
			'renaming an account'                      => array( static fn ( Transaction $t, array $w ) => $t->update( 'account', $w['account'], array( 'name' => 'Autre' ) ) ),
			'trashing a contact'                       => array( static fn ( Transaction $t, array $w ) => $t->trash( 'contact', $w['contact'] ) ),
			'trashing an account with its contacts'    => array( static fn ( Transaction $t, array $w ) => $t->trash( 'account', $w['account'], null, true ) ),
			'restoring a contact'                      => array( static fn ( Transaction $t, array $w ) => $t->restore( 'contact', $w['trashed'] ) ),
			'deleting a contact for good'              => array( static fn ( Transaction $t, array $w ) => $t->delete( 'contact', $w['contact'] ), true ),
			'deleting an account for good, whose contacts stay' => array( static fn ( Transaction $t, array $w ) => $t->delete( 'account', $w['account'] ), true ),
			'deleting what was in the trash'           => array( static fn ( Transaction $t, array $w ) => $t->delete( 'contact', $w['trashed'] ), true ),
			'renaming a tag'                           => array( static fn ( Transaction $t, array $w ) => $t->update( 'tag', $w['tag'], array( 'name' => 'Autre', 'color' => '#000000' ) ) ),
			'deleting a tag'                           => array( static fn ( Transaction $t, array $w ) => Tag_Changes::delete( $t, $w['tag'] ) ),
			'merging a tag'                            => array( static fn ( Transaction $t, array $w ) => Tag_Changes::merge( $t, $w['tag'], $w['other_tag'] ) ),
			'many changes together'                    => array(
				static function ( Transaction $t, array $w ): void {
					$t->update( 'account', $w['account'], array( 'name' => 'Autre', 'city' => 'Lyon' ) );
					$t->update( 'contact', $w['contact'], array( 'city' => 'Lyon' ) );
					$t->trash( 'contact', $w['second'] );
				},
			),
			'the same record twice'                    => array(
				static function ( Transaction $t, array $w ): void {
					$t->update( 'contact', $w['contact'], array( 'city' => 'Lyon' ) );
					$t->update( 'contact', $w['contact'], array( 'city' => 'Nice', 'postcode' => '06000' ) );
				},
			),
			'changing, then trashing the same record'  => array(
				static function ( Transaction $t, array $w ): void {
					$t->update( 'contact', $w['contact'], array( 'city' => 'Lyon' ) );
					$t->trash( 'contact', $w['contact'] );
				},
			),
		);
	}

	public function test_what_was_created_goes_to_the_trash_and_comes_back(): void {
		$contact = $this->contact( array( 'email' => 'a@example.com' ) );
		$undone  = $this->undo( $this->changeset );
		self::assertSame( array( "contact {$contact['id']}" ), $this->named( $undone['reverted'] ) );
		self::assertNotNull( $this->row( 'contact', $contact['id'] )['trashed_at'] );
		$this->undo( $undone['changeset_id'] );
		self::assertNull( $this->row( 'contact', $contact['id'] )['trashed_at'] );
		self::assertSame( 'a@example.com', $this->row( 'contact', $contact['id'] )['email_claim'] );
	}

	public function test_a_created_tag_that_nobody_uses_is_gone_and_comes_back_with_its_id(): void {
		$tag    = $this->tag( array( 'name' => 'Salon', 'color' => '#123456' ) );
		$undone = $this->undo( $this->changeset );
		self::assertNull( $this->row( 'tag', $tag['id'] ) );
		$this->undo( $undone['changeset_id'] );
		self::assertSame( array( 'Salon', '#123456' ), array( $this->row( 'tag', $tag['id'] )['name'], $this->row( 'tag', $tag['id'] )['color'] ) );
	}

	public function test_a_created_tag_in_use_is_a_conflict(): void {
		$tag     = $this->tag()['id'];
		$set     = $this->changeset;
		$contact = $this->contact( array( 'tags' => array( $tag ) ) )['id'];
		$undone  = $this->undo( $set );
		self::assertSame( array( "tag $tag" ), $this->named( $undone['conflicts'] ) );
		self::assertSame( array( $tag ), $this->request( 'GET', "/contacts/$contact", array(), 'admin' )->get_data()['tags'] );
	}

	public function test_what_has_changed_since_is_a_conflict_and_stays_and_the_rest_is_undone(): void {
		$one = $this->contact( array( 'city' => 'Paris' ) )['id'];
		$two = $this->contact( array( 'city' => 'Paris' ) )['id'];
		$this->change(
			static function ( Transaction $t ) use ( $one, $two ): void {
				$t->update( 'contact', $one, array( 'city' => 'Lyon' ) );
				$t->update( 'contact', $two, array( 'city' => 'Lyon' ) );
			}
		);
		$set = $this->changeset;
		$this->changed( 'contact', $one, array( 'city' => 'Nice', 'postcode' => '06000' ) );
		$was    = $this->row( 'contact', $one );
		$undone = $this->undo( $set );
		self::assertSame( array( "contact $two" ), $this->named( $undone['reverted'] ) );
		self::assertSame( array( "contact $one" ), $this->named( $undone['conflicts'] ) );
		self::assertSame( array( 'before' => 'Paris', 'after' => 'Lyon' ), ( (array) $undone['conflicts'][0]['changes'] )['city'] );
		self::assertSame( array( 'city' => 'Nice' ), array_intersect_key( (array) $undone['conflicts'][0]['current'], array( 'city' => 1 ) ) );
		self::assertSame( $was, $this->row( 'contact', $one ) );
		self::assertSame( 'Paris', $this->row( 'contact', $two )['city'] );
	}

	/**
	 * @dataProvider conflicts
	 */
	public function test_a_conflict_leaves_the_record_as_it_is( \Closure $change, \Closure $since ): void {
		$world = $this->world();
		$this->change( static fn ( Transaction $t ) => $change( $t, $world ) );
		$set = $this->changeset;
		$this->change( static fn ( Transaction $t ) => $since( $t, $world ) );
		$was    = $this->states();
		$undone = $this->undo( $set );
		self::assertSame( array(), $undone['reverted'] );
		self::assertCount( 1, $undone['conflicts'] );
		self::assertSame( $was, $this->states() );
	}

	public static function conflicts(): array {
		return array(
			'deleted for good since'                     => array( static fn ( Transaction $t, array $w ) => $t->update( 'contact', $w['contact'], array( 'city' => 'Lyon' ) ), static fn ( Transaction $t, array $w ) => $t->delete( 'contact', $w['contact'] ) ),
			'trashed since'                              => array( static fn ( Transaction $t, array $w ) => $t->update( 'contact', $w['contact'], array( 'city' => 'Lyon' ) ), static fn ( Transaction $t, array $w ) => $t->trash( 'contact', $w['contact'] ) ),
			'its e-mail was taken while it was in the trash' => array( static fn ( Transaction $t, array $w ) => $t->trash( 'contact', $w['contact'] ), static fn ( Transaction $t ) => $t->create( 'contact', array( 'email' => 'OLD@example.com' ) ) ),
			'its former e-mail was taken'                => array( static fn ( Transaction $t, array $w ) => $t->update( 'contact', $w['contact'], array( 'email' => 'new@example.com' ) ), static fn ( Transaction $t ) => $t->create( 'contact', array( 'email' => 'old@example.com' ) ) ),
			'its former account was deleted'             => array( static fn ( Transaction $t, array $w ) => $t->update( 'contact', $w['contact'], array( 'account_id' => $w['other_account'] ) ), static fn ( Transaction $t, array $w ) => $t->delete( 'account', $w['account'] ) ),
			'its former tag was deleted'                 => array( static fn ( Transaction $t, array $w ) => $t->update( 'contact', $w['contact'], array( 'tags' => array() ) ), static fn ( Transaction $t, array $w ) => Tag_Changes::delete( $t, $w['tag'] ) ),
			'deleted, and its account was deleted after' => array( static fn ( Transaction $t, array $w ) => $t->delete( 'contact', $w['contact'] ), static fn ( Transaction $t, array $w ) => $t->delete( 'account', $w['account'] ) ),
			'a tag’s former name was taken'              => array( static fn ( Transaction $t, array $w ) => $t->update( 'tag', $w['tag'], array( 'name' => 'Autre' ) ), static fn ( Transaction $t ) => $t->create( 'tag', array( 'name' => 'SALON' ) ) ),
		);
	}

	public function test_undoing_twice_does_nothing_the_second_time(): void {
		$contact = $this->contact( array( 'city' => 'Paris' ) )['id'];
		$this->changed( 'contact', $contact, array( 'city' => 'Lyon' ) );
		$set = $this->changeset;
		$this->undo( $set );
		$was = $this->states();
		try {
			$undone = $this->undo( $set );
			self::assertSame( array(), $undone['reverted'] );
		} catch ( Problem $problem ) {
			self::assertSame( 409, $problem->status );
		}
		self::assertSame( $was, $this->states() );
	}

	/**
	 * @dataProvider people
	 */
	public function test_a_person_undoes_only_what_they_may_change( string $role, int $reverted, int $conflicts ): void {
		$agent = $this->user( 'agent' );
		$own   = $this->contact( array( 'owner_id' => $agent ) )['id'];
		$else  = $this->contact()['id'];
		$this->change(
			static function ( Transaction $t ) use ( $own, $else ): void {
				$t->update( 'contact', $own, array( 'city' => 'Lyon' ) );
				$t->update( 'contact', $else, array( 'city' => 'Lyon' ) );
			}
		);
		$undone = $this->undo( $this->changeset, $this->user( $role ) );
		self::assertCount( $reverted, $undone['reverted'] );
		self::assertCount( $conflicts, $undone['conflicts'] );
		self::assertSame( $reverted > 1 ? '' : 'Lyon', $this->row( 'contact', $else )['city'] );
	}

	public static function people(): array {
		return array(
			'an editor undoes both'                                    => array( 'editor', 2, 0 ),
			'an agent undoes their own and is told of nothing else'    => array( 'agent', 1, 0 ),
			'a viewer undoes nothing and sees both'                    => array( 'viewer', 0, 2 ),
			'a subscriber undoes nothing and sees nothing'             => array( 'subscriber', 0, 0 ),
		);
	}

	public function test_an_undo_needs_the_right_to_delete_for_good_where_it_brings_back_what_was(): void {
		$contact = $this->contact()['id'];
		$this->change( static fn ( Transaction $t ) => $t->delete( 'contact', $contact ) );
		$set = $this->changeset;
		self::assertCount( 0, $this->undo( $set, $this->user( 'editor' ) )['reverted'] );
		self::assertNull( $this->row( 'contact', $contact ) );
	}

	public function test_history_tells_who_changed_what_newest_first(): void {
		$contact = $this->contact( array( 'city' => 'Paris' ) )['id'];
		$this->changed( 'contact', $contact, array( 'city' => 'Lyon' ) );
		$set = $this->changeset;
		$this->changed( 'contact', $contact, array( 'city' => 'Lyon' ) );
		$this->undo( $set );
		$history = Change_Log::history( 'contact', $contact, 1, 10 );
		self::assertSame( array( 'update', 'update', 'create' ), array_column( $history, 'op' ), 'A change of nothing leaves no trace.' );
		self::assertSame( array( 'revert', 'edit', 'edit' ), array_column( $history, 'source' ) );
		self::assertEquals( (object) array( 'city' => array( 'before' => 'Paris', 'after' => 'Lyon' ) ), $history[1]['changes'] );
		self::assertSame( 3, Change_Log::count( 'contact', $contact ) );
		self::assertSame( array( 'create' ), array_column( Change_Log::history( 'contact', $contact, 2, 2 ), 'op' ) );
	}

	/**
	 * An account with contacts, one in the trash, tags, another account.
	 *
	 * @return array<string, int>
	 */
	private function world(): array {
		return array( 'agent' => $this->user( 'agent' ) ) + $this->change(
			static function ( Transaction $t ): array {
				$tag     = $t->create( 'tag', array( 'name' => 'Salon' ) )['id'];
				$other   = $t->create( 'tag', array( 'name' => 'Presse' ) )['id'];
				$account = $t->create( 'account', array( 'name' => 'Durand', 'tags' => array( $tag ) ) )['id'];
				$second  = $t->create( 'account', array( 'name' => 'Petit' ) )['id'];
				$contact = $t->create( 'contact', array( 'first_name' => 'Éva', 'last_name' => 'Noël', 'email' => 'old@example.com', 'phone' => '+33 6', 'country' => 'FR', 'civility' => 'ms', 'source' => 'web', 'note' => 'x', 'account_id' => $account, 'tags' => array( $tag, $other ) ) )['id'];
				$more    = $t->create( 'contact', array( 'last_name' => 'Roux', 'account_id' => $account ) )['id'];
				$trashed = $t->create( 'contact', array( 'last_name' => 'Blanc', 'account_id' => $account, 'tags' => array( $tag ) ) )['id'];
				$t->trash( 'contact', $trashed );
				return array( 'tag' => $tag, 'other_tag' => $other, 'account' => $account, 'other_account' => $second, 'contact' => $contact, 'second' => $more, 'trashed' => $trashed );
			},
			null,
			'2026-11-01T08:00:00Z'
		);
	}

	/**
	 * Undoes a change set.
	 *
	 * @param int      $set  Change set.
	 * @param int|null $user Who; the administrator when null.
	 * @return array{changeset_id: int, reverted: list<array<string, mixed>>, conflicts: list<array<string, mixed>>}
	 */
	private function undo( int $set, ?int $user = null ): array {
		$unit = new Unit_Of_Work( Plugin::entities() );
		return $unit->run( new Change_Set( $user ?? $this->user( 'admin' ), 'revert' ), static fn ( Transaction $t ): array => ( new Revert( $t ) )->undo( $set ) );
	}

	/**
	 * Every record and tag link, without the traces of changing; the instant of a trashing made equal where asked.
	 *
	 * @param string|null $trashed_at What to show for instants of this test run.
	 * @return array<string, array<mixed>>
	 */
	private function states( ?string $trashed_at = null ): array {
		$states = array();
		foreach ( array( 'accounts', 'contacts', 'tags' ) as $plural ) {
			foreach ( $this->rows_of( "{$GLOBALS['wpdb']->prefix}carnet_$plural" ) as $row ) {
				$row = array_diff_key( $row, array_flip( self::TRACES ) );
				foreach ( $row as $column => $value ) {
					$is_now = null !== $trashed_at && in_array( $column, array( 'trashed_at', 'customer_since' ), true ) && null !== $value && $value > gmdate( 'Y-m-d H:i:s', time() - 100 ) && $value <= gmdate( 'Y-m-d H:i:s', time() + 100 );

					$row[ $column ] = $is_now ? $trashed_at : $value;
				}
				$states[ "$plural {$row['id']}" ] = $row;
			}
		}
		ksort( $states );
		$states['links'] = array_map( static fn ( array $row ): string => implode( ' ', $row ), $this->rows_of( "{$GLOBALS['wpdb']->prefix}carnet_tag_links" ) );
		sort( $states['links'] );
		return $states;
	}

	/**
	 * The row of a record.
	 *
	 * @param string $noun Noun.
	 * @param int    $id   Id.
	 * @return array<string, string|null>|null
	 */
	private function row( string $noun, int $id ): ?array {
		return array_column( $this->rows_of( "{$GLOBALS['wpdb']->prefix}carnet_{$noun}s" ), null, 'id' )[ $id ] ?? null;
	}

	/**
	 * Records of an undo as words, sorted.
	 *
	 * @param list<array<string, mixed>> $records Records.
	 * @return list<string>
	 */
	private function named( array $records ): array {
		$names = array_map( static fn ( array $record ): string => "{$record['entity']} {$record['id']}", $records );
		sort( $names );
		return $names;
	}

	/**
	 * The records a change set touched, each once, sorted.
	 *
	 * @param int $set Change set.
	 * @return list<string>
	 */
	private function touched( int $set ): array {
		return array_values( array_unique( $this->named( Change_Log::of_set( $set ) ) ) );
	}
}
