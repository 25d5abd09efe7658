<?php
/**
 * Hundreds of random writes.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Store;

use Carnet\Entity\Problem;
use Carnet\Entity\Records_Repository;
use Carnet\Plugin;
use Carnet\Store\Checker;
use Carnet\Store\Revert;
use Carnet\Store\Transaction;
use Carnet\Tags\Tag_Changes;
use Carnet\Tests\Builders;
use Carnet\Tests\Snapshot;
use Carnet\Tests\Test_Case;

/**
 * After any sequence of writes, what is kept equals what the rows say.
 */
final class Random_WritesTest extends Test_Case {

	use Builders;
	use Snapshot;

	private const WRITES = 400;

	private const NAMES = array( 'Éva', 'O’Brien', 'Martin', 'martin', 'Jean-Paul', 'Łukasz', '株式会社', '🚀', '100% A_B', '', 'de la Tour', "Tab\tName", 'Straße' );

	/**
	 * What is written, parents more often.
	 */
	private const NOUNS = array( 'account', 'account', 'contact', 'contact', 'contact', 'action', 'deal', 'deal', 'quote', 'quote', 'task' );

	/**
	 * What was made, by noun.
	 *
	 * @var array<string, list<int>>
	 */
	private array $ids = array(
		'account' => array(),
		'contact' => array(),
		'action'  => array(),
		'deal'    => array(),
		'quote'   => array(),
		'task'    => array(),
		'tag'     => array(),
	);

	/**
	 * @dataProvider seeds
	 */
	public function test_totals_search_keys_and_links_follow_every_write( int $seed ): void {
		mt_srand( $seed );
		$people  = array( $this->user( 'admin' ), $this->user( 'editor' ), $this->user( 'agent' ), $this->user( 'agent', 2 ), $this->user( 'manager' ) );
		$refused = 0;
		$done    = 0;
		$sets    = array();
		for ( $i = 1; $i <= self::WRITES; $i++ ) {
			$steps = mt_rand( 1, 10 ) > 8 ? mt_rand( 2, 6 ) : 1;
			// Instants of a few days around a change of the clocks, in order.
			$at   = gmdate( 'Y-m-d\TH:i:s\Z', 1774645200 + $i * 900 );
			$made = array();
			$this->change(
				function ( Transaction $transaction ) use ( $steps, &$made, $sets, &$refused, &$done ): void {
					for ( $step = 0; $step < $steps; $step++ ) {
						try {
							$this->write( $transaction, $made, $sets );
							++$done;
						} catch ( Problem $problem ) {
							// As in a bulk change: the unit goes on, so a refusal must have written nothing.
							++$refused;
						}
					}
				},
				$people[ max( 0, mt_rand( -3, 4 ) ) ],
				$at
			);
			$sets[] = $this->changeset;
			foreach ( $made as list( $noun, $id ) ) {
				$this->ids[ $noun ][] = $id;
			}
			if ( 0 === $i % 100 ) {
				self::assertSame( array(), ( new Recount() )->differences(), "After write $i." );
			}
		}
		self::assertSame( array(), ( new Checker( Plugin::entities() ) )->differences() );
		self::assertGreaterThan( self::WRITES / 2, $done );
		self::assertGreaterThan( 10, $refused );
		// It met what it is about: the log has it all, also of records that are gone since.
		foreach ( array( 'deal' => array( 'won', 'lost', 'abandoned', '33' ), 'quote' => array( 'accepted', 'sent', 'Q-2025-0001', 'USD' ), 'task' => array( 'in_app' ), 'action' => array( 'meeting', '60' ) ) as $noun => $values ) { // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
			$log = implode( "\n", $GLOBALS['wpdb']->get_col( "SELECT changes FROM {$GLOBALS['wpdb']->prefix}carnet_changes WHERE entity = '$noun'" ) );
			foreach ( $values as $value ) {
				self::assertTrue( str_contains( $log, $value ), "No $noun with $value." );
			}
		}
		foreach ( array( 'admin', 'agent' ) as $role ) {
			$this->lists_agree( $this->user( $role ) );
		}
	}

	public static function seeds(): array {
		return array(
			'seed 1' => array( 1 ),
			'seed 2' => array( 20261122 ),
		);
	}

	/**
	 * One random write.
	 *
	 * @param Transaction             $transaction The open unit.
	 * @param list<array{string,int}> $made        What is made is added here.
	 * @param list<int>               $sets        Change sets so far.
	 */
	private function write( Transaction $transaction, array &$made, array $sets ): void {
		$noun = self::NOUNS[ mt_rand( 0, 10 ) ];
		$id   = $this->one_of( $noun );
		$dice = mt_rand( 1, 100 );
		if ( $dice <= 30 || ! $id ) {
			$made[] = array( $noun, $transaction->create( $noun, $this->fields( $noun, true ), array( 'allow_duplicate' => mt_rand( 1, 4 ) > 3 ) )['id'] );
		} elseif ( $dice <= 60 ) {
			$transaction->update( $noun, $id, $this->fields( $noun, false ), null, array( 'allow_duplicate' => mt_rand( 1, 4 ) > 3 ) );
		} elseif ( $dice <= 67 ) {
			$transaction->trash( $noun, $id, null, mt_rand( 0, 1 ) > 0 );
		} elseif ( $dice <= 76 ) {
			$transaction->restore( $noun, $id );
		} elseif ( $dice <= 80 ) {
			$transaction->delete( $noun, $id );
		} elseif ( $dice <= 90 ) {
			$made[] = array( 'tag', $transaction->create( 'tag', array( 'name' => self::NAMES[ mt_rand( 0, 12 ) ] . mt_rand( 1, 30 ) ) )['id'] );
		} elseif ( $dice <= 92 && $this->one_of( 'tag' ) ) {
			Tag_Changes::merge( $transaction, $this->one_of( 'tag' ), $this->one_of( 'tag' ) );
		} elseif ( $dice <= 93 && $this->one_of( 'tag' ) ) {
			Tag_Changes::delete( $transaction, $this->one_of( 'tag' ) );
		} elseif ( $sets ) {
			( new Revert( $transaction ) )->undo( $sets[ mt_rand( max( 0, count( $sets ) - 15 ), count( $sets ) - 1 ) ] );
		}
	}

	/**
	 * Random values.
	 *
	 * @param string $noun Noun.
	 * @param bool   $all  All fields, or some.
	 * @return array<string, mixed>
	 */
	private function fields( string $noun, bool $all ): array {
		$name   = static fn (): string => self::NAMES[ mt_rand( 0, 12 ) ];
		$phone  = static fn (): string => mt_rand( 0, 1 ) ? '+33 6 ' . mt_rand( 10, 99 ) . ' ' . mt_rand( 10, 99 ) : '';
		$of     = static fn ( array $values ) => $values[ mt_rand( 0, count( $values ) - 1 ) ];
		$tags   = array_values( array_unique( array_filter( array( $this->one_of( 'tag' ), $this->one_of( 'tag' ), $this->one_of( 'tag' ) ) ) ) );
		$links  = array( 'account_id' => mt_rand( 0, 2 ) ? $this->one_of( 'account' ) : null, 'contact_id' => mt_rand( 0, 2 ) ? $this->one_of( 'contact' ) : null, 'deal_id' => mt_rand( 0, 2 ) ? $this->one_of( 'deal' ) : null );
		$status = $of( array( 'open', 'open', 'won', 'lost', 'abandoned' ) );
		sort( $tags );
		$fields = array( 'owner_id' => $this->user( $of( array( 'admin', 'agent', 'editor' ) ) ), 'tags' => $tags ) + array(
			'account' => array( 'name' => $name() . ' SA', 'type' => $of( array( 'prospect', 'customer', 'supplier' ) ), 'email' => mt_rand( 0, 1 ) ? 'info@example.com' : '', 'source' => $of( array( null, 'web', 'file' ) ), 'phone' => $phone(), 'city' => $name() ),
			'contact' => array(
				'first_name' => $name(),
				'last_name'  => $name(),
				'email'      => mt_rand( 0, 1 ) ? 'Person' . mt_rand( 1, 25 ) . '@Example.com' : '',
				'phone'      => $phone(),
				'mobile'     => $phone(),
				'city'       => $name(),
				'type'       => $of( array( 'lead', 'prospect', 'customer' ) ),
				'status'     => $of( array( 'new', 'qualified' ) ),
				'source'     => $of( array( null, 'web', 'file' ) ),
				'civility'   => $of( array( null, 'mr', 'ms' ) ),
				'account_id' => $links['account_id'],
			),
			'action'  => array( 'title' => $name(), 'date' => '2026-03-' . mt_rand( 10, 28 ), 'type' => $of( array( null, 'call', 'meeting' ) ), 'nature' => $of( array( 'sales', 'legal' ) ), 'status' => $of( array( 'not_started', 'done' ) ), 'start_time' => '09:00', 'end_time' => $of( array( null, '08:00', '10:00' ) ) ) + $links,
			// Some parties and reasons are left out or do not go together, which is refused.
			'deal'    => array(
				'title'        => $name(),
				'account_id'   => $this->one_of( 'account' ) ?? 987654,
				'contact_id'   => mt_rand( 0, 2 ) ? null : $links['contact_id'],
				'status'       => $status,
				'close_reason' => in_array( $status, array( 'lost', 'abandoned' ), true ) ? $of( array( 'price', 'budget' ) ) : null,
				'stage'        => $of( array( 'prospecting', 'proposal', 'needs_analysis' ) ),
				'probability'  => $of( array( null, 33 ) ),
				'amount'       => $of( array( null, 0, 333, 50050, -101 ) ),
				'currency'     => $of( array( 'EUR', 'USD' ) ),
			),
			'quote'   => array(
				'title'     => $name(),
				'status'    => $of( array( 'draft', 'sent', 'accepted', 'accepted', 'declined' ) ),
				'currency'  => $of( array( 'EUR', 'USD' ) ),
				'issued_on' => $of( array( null, '2025-12-31', '2026-01-01' ) ),
				'lines'     => array( self::line( array( 'unit_price' => mt_rand( -500, 5000 ), 'quantity' => $of( array( '1', '2.5', '0.333' ) ), 'tax_rate' => $of( array( '20', '5.5' ) ) ) ), self::line( array( 'unit_price' => mt_rand( 0, 999 ), 'discount_percent' => $of( array( '0', '33.33' ) ) ) ) ),
			) + $links,
			'task'    => array(
				'title'     => $name(),
				'due_at'    => $of( array( null, '2026-04-01T09:00:00Z', '2026-04-02T09:00:00Z', '2026-04-02T09:30:00Z' ) ),
				'status'    => $of( array( 'open', 'open', 'done', 'cancelled' ) ),
				'priority'  => $of( array( 'low', 'urgent' ) ),
				'reminders' => $of( array( array(), array( array( 'minutes_before' => 30, 'channel' => 'in_app' ) ), array( array( 'minutes_before' => 60, 'channel' => 'email' ), array( 'minutes_before' => 0, 'channel' => 'in_app' ) ) ) ),
			) + $links,
		)[ $noun ];
		return $all ? $fields : array_filter( $fields, static fn (): bool => mt_rand( 1, 3 ) > 2 );
	}

	/**
	 * Most often a record that is there, else one that was made and may be gone since; null before the first.
	 *
	 * @param string $noun Noun.
	 */
	private function one_of( string $noun ): ?int {
		$ids = $this->ids[ $noun ];
		if ( mt_rand( 1, 10 ) > 2 ) {
			$ids = $GLOBALS['wpdb']->get_col( "SELECT id FROM {$GLOBALS['wpdb']->prefix}carnet_{$noun}s" . ( 'tag' === $noun || mt_rand( 1, 4 ) > 3 ? '' : ' WHERE trashed_at IS NULL' ) . ' ORDER BY id' );
		}
		return $ids ? (int) $ids[ mt_rand( 0, count( $ids ) - 1 ) ] : null;
	}

	/**
	 * The number a list is said to have is the number of its rows.
	 *
	 * @param int $user Who reads.
	 */
	private function lists_agree( int $user ): void {
		$lists = array( array(), array( 'trashed' => true ), array( 'type' => array( 'customer' ) ), array( 'source' => array( 'web' ) ), array( 'owner_id' => array( $this->user( 'agent' ) ) ), array( 'owner_id' => array( $this->user( 'agent' ) ), 'type' => array( 'prospect' ) ), array( 'tags' => array( (int) $this->one_of( 'tag' ) ) ), array( 'type' => array( 'customer', 'prospect' ) ) );
		foreach ( array_unique( self::NOUNS ) as $noun ) {
			$repository = new Records_Repository( Plugin::entities()->get( $noun ), Plugin::entities(), $user );
			foreach ( $lists as $params ) {
				$query = $repository->query( $params );
				self::assertSame( $repository->exact_count( $query ), $repository->count( $query )['total'], "$noun " . wp_json_encode( $params ) );
			}
		}
	}
}
