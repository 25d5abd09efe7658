<?php
/**
 * The database fails in the middle of a write.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Store;

use Carnet\Store\Access;
use Carnet\Store\Bulk_Change;
use Carnet\Store\Database_Error;
use Carnet\Store\Revert;
use Carnet\Store\Transaction;
use Carnet\Tags\Tag_Changes;
use Carnet\Tests\Builders;
use Carnet\Tests\Snapshot;
use Carnet\Tests\Test_Case;

/**
 * Every write of the plugin, with a fault at its first, second, ... last statement.
 */
final class Unit_Of_WorkFaultsTest extends Test_Case {

	use Builders;
	use Snapshot;

	/**
	 * Events that were announced.
	 *
	 * @var list<string>
	 */
	private array $announced = array();

	protected function setUp(): void {
		parent::setUp();
		$this->expect_database_errors();
		foreach ( array( 'account', 'contact', 'tag', 'deal', 'quote', 'task' ) as $noun ) {
			add_action( "carnet_{$noun}_saved", fn ( $after, $before, string $op ) => array_push( $this->announced, "$noun $op" ), 10, 3 );
		}
	}

	/**
	 * @dataProvider writes
	 */
	public function test_a_fault_at_any_statement_leaves_everything_as_it_was( \Closure $write, array $events ): void {
		$world = $this->world();
		$work  = static fn ( Transaction $transaction ) => $write( $transaction, $world );
		$was   = $this->all_rows();
		for ( $k = 1; $k < 100; $k++ ) {
			self::assertLessThan( 200, $k, 'The write never ends.' );
			$this->announced = array();
			$fault           = new Fault( array( $k ) );
			$failed          = null;
			try {
				$this->change( $work );
			} catch ( Database_Error $error ) {
				$failed = $error;
			}
			$count = $fault->end();
			if ( $count < $k ) {
				break;
			}
			self::assertNotNull( $failed, "Statement $k failed and nobody was told: {$fault->seen[ $k - 1 ]}" );
			self::assertSame( 'other', $failed->kind );
			self::assertMatchesRegularExpression( '/^[0-9a-f]{10}$/', $failed->ref );
			self::assertStringNotContainsString( 'secret', $failed->getMessage() );
			self::assertSame( $was, $this->all_rows(), "Something was left behind when statement $k failed: {$fault->seen[ $k - 1 ]}" );
			self::assertSame( array(), $this->announced, "A hook fired when statement $k failed." );
			self::assertSame( 1 === $k ? 'START TRANSACTION' : 'ROLLBACK', end( $fault->seen ) );
		}
		self::assertNull( $failed );
		self::assertGreaterThan( 5, $k );
		self::assertNotSame( $was, $this->all_rows() );
		self::assertSame( $events, $this->announced );
		self::assertSame( array(), ( new Recount() )->differences() );
	}

	/**
	 * @dataProvider some_writes
	 */
	public function test_a_passing_fault_at_any_statement_is_survived_and_the_write_happens_once( \Closure $write, array $events ): void {
		$clean = null;
		for ( $k = 1; $k < 100; $k++ ) {
			$this->forget();
			$world           = $this->world();
			$this->announced = array();
			$before          = count( $this->rows_of( $GLOBALS['wpdb']->prefix . 'carnet_changesets' ) );
			$calls           = 0;
			$fault           = new Fault( array( $k ), Fault::DEADLOCK );
			$this->change(
				static function ( Transaction $transaction ) use ( $write, $world, &$calls ) {
					++$calls;
					return $write( $transaction, $world );
				}
			);
			$count = $fault->end();
			self::assertSame( $events, $this->announced, "Fault at statement $k." );
			self::assertCount( $before + 1, $this->rows_of( $GLOBALS['wpdb']->prefix . 'carnet_changesets' ), "Fault at statement $k." );
			self::assertSame( array(), ( new Recount() )->differences(), "Fault at statement $k." );
			$shape   = array_map( 'count', $this->all_rows() );
			$clean ??= $shape;
			self::assertSame( $clean, $shape, "Fault at statement $k." );
			if ( $count < $k ) {
				self::assertSame( 1, $calls );
				break;
			}
			self::assertLessThanOrEqual( 2, $calls );
		}
	}

	/**
	 * What is written, and what is announced.
	 *
	 * @return array<string, array{\Closure( Transaction, array<string, int> ): mixed, list<string>}>
	 */
	public static function writes(): array {
		return array(
			'creating a contact with account and tags'       => array(
				static fn ( Transaction $t, array $w ) => $t->create( 'contact', array( 'first_name' => 'Éva', 'last_name' => 'Noël', 'email' => 'eva@example.com', 'phone' => '+33 6 12 34', 'account_id' => $w['account'], 'tags' => array( $w['tag'], $w['other_tag'] ) ) ),
				array( 'contact create' ),
			),
			'creating an account and two contacts together'  => array(
				static function ( Transaction $t ) {
					$id = $t->create( 'account', array( 'name' => 'Trois SARL' ) )['id'];
					$t->create( 'contact', array( 'last_name' => 'Un', 'account_id' => $id ) );
					$t->create( 'contact', array( 'last_name' => 'Deux', 'account_id' => $id ) );
				},
				array( 'account create', 'contact create', 'contact create' ),
			),
			'changing name, owner and e-mail of a contact'   => array(
				static fn ( Transaction $t, array $w ) => $t->update( 'contact', $w['contact'], array( 'last_name' => 'Garnier', 'email' => 'new@example.com', 'type' => 'customer', 'owner_id' => $w['agent'] ) ),
				array( 'contact update' ),
			),
			'renaming an account, which re-keys its contacts' => array(
				static fn ( Transaction $t, array $w ) => $t->update( 'account', $w['account'], array( 'name' => 'Nouveau Nom' ) ),
				array( 'account update' ),
			),
			'changing the tags of a contact'                 => array(
				static fn ( Transaction $t, array $w ) => $t->update( 'contact', $w['contact'], array( 'tags' => array( $w['other_tag'] ) ) ),
				array( 'contact update' ),
			),
			'trashing an account with its contacts'          => array(
				static fn ( Transaction $t, array $w ) => $t->trash( 'account', $w['account'], null, true ),
				array( 'account trash', 'contact trash' ),
			),
			'restoring a contact'                            => array(
				static fn ( Transaction $t, array $w ) => $t->restore( 'contact', $w['trashed'] ),
				array( 'contact restore' ),
			),
			'deleting an account for good, contacts stay'    => array(
				static fn ( Transaction $t, array $w ) => $t->delete( 'account', $w['account'] ),
				array( 'contact update', 'contact update', 'contact update', 'account delete' ),
			),
			'deleting a contact for good'                    => array(
				static fn ( Transaction $t, array $w ) => $t->delete( 'contact', $w['contact'] ),
				array( 'contact delete' ),
			),
			'renaming a tag'                                 => array(
				static fn ( Transaction $t, array $w ) => $t->update( 'tag', $w['tag'], array( 'name' => 'Autre' ) ),
				array( 'tag update' ),
			),
			'deleting a tag that is in use'                  => array(
				static fn ( Transaction $t, array $w ) => Tag_Changes::delete( $t, $w['tag'] ),
				array( 'account update', 'contact update', 'tag delete' ),
			),
			'merging two tags'                               => array(
				static fn ( Transaction $t, array $w ) => Tag_Changes::merge( $t, $w['tag'], $w['other_tag'] ),
				array( 'account update', 'contact update', 'tag delete' ),
			),
			'undoing a change set' => array(
				static fn ( Transaction $t, array $w ) => ( new Revert( $t ) )->undo( $w['set'] ),
				array( 'contact restore', 'account update' ),
			),
			'creating a quote, which takes a number'         => array(
				static fn ( Transaction $t, array $w ) => $t->create( 'quote', array( 'title' => 'Devis', 'account_id' => $w['client'], 'deal_id' => $w['deal'], 'status' => 'accepted', 'lines' => array( self::line() ), 'tags' => array( $w['tag'] ) ) ),
				array( 'quote create' ),
			),
			'winning a deal, whose contact becomes a customer' => array(
				static fn ( Transaction $t, array $w ) => $t->update( 'deal', $w['deal'], array( 'status' => 'won' ) ),
				array( 'deal update', 'contact update' ),
			),
			'creating a task with reminders'                 => array(
				static fn ( Transaction $t, array $w ) => $t->create( 'task', array( 'title' => 'Rappeler', 'contact_id' => $w['contact'], 'due_at' => '2026-03-02T09:00:00Z', 'reminders' => self::reminders( 'in_app', 'email' ) ) ),
				array( 'task create' ),
			),
			'moving a task to another day and owner'         => array(
				static fn ( Transaction $t, array $w ) => $t->update( 'task', $w['task'], array( 'due_at' => '2026-03-09T09:00:00Z', 'owner_id' => $w['agent'] ) ),
				array( 'task update' ),
			),
			'changing many, some of which refuse' => array(
				static fn ( Transaction $t, array $w ) => ( new Bulk_Change( $t->entities->get( 'contact' ), array( 'add_tags' => array( $w['other_tag'] ) ), array( $w['petit'] => 99 ) ) )->apply( $t, array( $w['contact'], $w['trashed'], $w['petit'], 999999 ) ),
				array( 'contact update' ),
			),
		);
	}

	/**
	 * Those that do most.
	 *
	 * @return array<string, array{\Closure( Transaction, array<string, int> ): mixed, list<string>}>
	 */
	public static function some_writes(): array {
		return array_intersect_key( self::writes(), array_flip( array( 'creating a contact with account and tags', 'renaming an account, which re-keys its contacts', 'trashing an account with its contacts', 'merging two tags', 'creating a quote, which takes a number', 'winning a deal, whose contact becomes a customer', 'moving a task to another day and owner' ) ) );
	}

	/**
	 * An account with two live contacts and one in the trash; two tags, one of them in use.
	 *
	 * @return array<string, int>
	 */
	private function world(): array {
		$ids = $this->change(
			static function ( Transaction $t ): array {
				$tag     = $t->create( 'tag', array( 'name' => 'Salon' ) )['id'];
				$other   = $t->create( 'tag', array( 'name' => 'Presse' ) )['id'];
				$account = $t->create( 'account', array( 'name' => 'Ancien Nom', 'tags' => array( $tag ) ) )['id'];
				$contact = $t->create( 'contact', array( 'last_name' => 'Fournier', 'email' => 'old@example.com', 'account_id' => $account, 'tags' => array( $tag ) ) )['id'];
				$petit   = $t->create( 'contact', array( 'last_name' => 'Petit', 'account_id' => $account ) )['id'];
				$trashed = $t->create( 'contact', array( 'last_name' => 'Roux', 'email' => 'gone@example.com', 'account_id' => $account ) )['id'];
				$t->trash( 'contact', $trashed );
				$client = $t->create( 'account', array( 'name' => 'Client' ) )['id'];
				$deal   = $t->create( 'deal', array( 'title' => 'Affaire', 'amount' => 500, 'account_id' => $client, 'contact_id' => $t->create( 'contact', array( 'last_name' => 'Client', 'account_id' => $client ) )['id'] ) )['id'];
				$task   = $t->create( 'task', array( 'title' => 'Relancer', 'due_at' => '2026-03-02T09:00:00Z', 'reminders' => self::reminders( 'in_app', 'email' ) ) )['id'];
				return array( 'client' => $client, 'deal' => $deal, 'task' => $task, 'account' => $account, 'contact' => $contact, 'petit' => $petit, 'trashed' => $trashed, 'tag' => $tag, 'other_tag' => $other );
			}
		);
		$this->change(
			static function ( Transaction $t ) use ( $ids ): void {
				$t->update( 'account', $ids['account'], array( 'city' => 'Lyon' ) );
				$t->trash( 'contact', $ids['petit'] );
			}
		);
		$agent = $this->user( 'agent' );
		// The people are read now, so that every statement counted below is the plugin's.
		Access::can( $agent, 'view' );
		return $ids + array( 'agent' => $agent, 'set' => $this->changeset );
	}

	/**
	 * Reminders an hour before.
	 *
	 * @param string ...$channels Channels.
	 * @return list<array{minutes_before: int, channel: string}>
	 */
	private static function reminders( string ...$channels ): array {
		return array_map( static fn ( string $channel ): array => array( 'minutes_before' => 60, 'channel' => $channel ), $channels );
	}

	/**
	 * Empties the tables.
	 */
	private function forget(): void {
		foreach ( array_keys( $this->all_rows() ) as $table ) {
			$GLOBALS['wpdb']->query( "DELETE FROM $table" );
		}
	}
}
