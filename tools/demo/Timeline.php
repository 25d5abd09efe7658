<?php
/**
 * What happened, in order.
 *
 * @package Carnet
 */

namespace Carnet\Demo;

use Carnet\Entity\Entities;
use Carnet\Store\Change_Set;
use Carnet\Store\Transaction;
use Carnet\Store\Unit_Of_Work;

/**
 * Collects what happens to the records, and lets it happen from the oldest to the newest, each as a unit of work of its own at its
 * own instant: history, totals and search keys come about as in daily use. What one person does at the same instant is one unit: the
 * quote that is accepted, the deal that it wins, and the contact who becomes a customer by it.
 */
final class Timeline {

	/**
	 * What happens.
	 *
	 * @var list<array{string, int, string, \Closure(Transaction): void, string}>
	 */
	private array $events = array();

	/**
	 * Records that go to the trash, and when.
	 *
	 * @var array<string, string>
	 */
	private array $ends = array();

	/**
	 * Records have names here until they have ids.
	 *
	 * @var array<string, int>
	 */
	private array $ids = array();

	/**
	 * Adds something that happens.
	 *
	 * @param string                      $at     UTC, as in the API.
	 * @param int                         $user   Who does it.
	 * @param \Closure(Transaction): void $event  What is done.
	 * @param string                      $source As of Change_Set.
	 * @param string                      $name   The one record it is about, if so: it does not happen once that is in the trash.
	 */
	public function add( string $at, int $user, \Closure $event, string $source = 'edit', string $name = '' ): void {
		$this->events[] = array( $at, $user, $source, $event, $name );
	}

	/**
	 * A record begins.
	 *
	 * @param string                            $at     UTC, as in the API.
	 * @param int                               $user   Who creates it.
	 * @param string                            $noun   Its noun.
	 * @param string                            $name   Its name in the timeline.
	 * @param \Closure(): array<string, mixed>  $fields Its fields, asked for when it happens: ids of others are known then.
	 */
	public function create( string $at, int $user, string $noun, string $name, \Closure $fields ): void {
		$this->add(
			$at,
			$user,
			function ( Transaction $transaction ) use ( $noun, $name, $fields ): void {
				$this->ids[ $name ] = $transaction->create( $noun, $fields() )['id'];
			},
			'edit',
			$name
		);
	}

	/**
	 * A record changes.
	 *
	 * @param string                           $at      UTC, as in the API.
	 * @param int                              $user    Who changes it.
	 * @param string                           $noun    Its noun.
	 * @param string                           $name    Its name in the timeline.
	 * @param \Closure(): array<string, mixed> $changes Changed fields.
	 */
	public function update( string $at, int $user, string $noun, string $name, \Closure $changes ): void {
		$this->add( $at, $user, fn( Transaction $transaction ) => $transaction->update( $noun, $this->id( $name ), $changes() ), 'edit', $name );
	}

	/**
	 * Records change together, those that are there and live.
	 *
	 * @param string                                               $at      UTC, as in the API.
	 * @param int                                                  $user    Who changes them.
	 * @param string                                               $noun    Their noun.
	 * @param list<string>                                         $names   Their names in the timeline.
	 * @param \Closure(array<string, mixed>): array<string, mixed> $changes Changed fields of a record.
	 */
	public function bulk( string $at, int $user, string $noun, array $names, \Closure $changes ): void {
		$this->add(
			$at,
			$user,
			function ( Transaction $transaction ) use ( $noun, $names, $changes ): void {
				foreach ( array_intersect_key( $this->ids, array_flip( $names ) ) as $id ) {
					$record = $transaction->writer->read( $transaction->entities->get( $noun ), $id );
					if ( null === ( $record['trashed_at'] ?? null ) ) {
						$transaction->update( $noun, $id, $changes( (array) $record ) );
					}
				}
			},
			'bulk'
		);
	}

	/**
	 * A record goes to the trash.
	 *
	 * @param string       $at     UTC, as in the API.
	 * @param int          $user   Who trashes it.
	 * @param string       $noun   Its noun.
	 * @param string       $name   Its name in the timeline.
	 * @param list<string> $linked Names of its children, which go with it.
	 */
	public function trash( string $at, int $user, string $noun, string $name, array $linked = array() ): void {
		$this->add( $at, $user, fn( Transaction $transaction ) => $transaction->trash( $noun, $this->id( $name ), null, (bool) $linked ) );
		$this->ends += array_fill_keys( array( $name, ...$linked ), $at );
	}

	/**
	 * The id of a record that has begun.
	 *
	 * @param string $name Its name in the timeline.
	 */
	public function id( string $name ): int {
		return $this->ids[ $name ];
	}

	/**
	 * The ids of tags, in order.
	 *
	 * @param list<string> $keys Keys of tags.
	 * @return list<int>
	 */
	public function tags( array $keys ): array {
		$ids = array_map( fn( string $key ): int => $this->ids[ "tag $key" ], array_values( array_unique( $keys ) ) );
		sort( $ids );
		return $ids;
	}

	/**
	 * Lets it all happen.
	 *
	 * @param Entities $entities All nouns.
	 * @return int How many units of work that were.
	 */
	public function play( Entities $entities ): int {
		// The order of what happens at the same instant stays: sorting is stable since PHP 8.0.
		usort( $this->events, static fn( array $one, array $other ): int => $one[0] <=> $other[0] );
		$work  = new Unit_Of_Work( $entities );
		$units = array();
		$last  = array();
		foreach ( $this->events as list( $at, $user, $source, $event, $name ) ) {
			if ( ( $this->ends[ $name ] ?? $at ) < $at ) {
				continue;
			}
			if ( array( $at, $user, $source ) !== $last ) {
				$last    = array( $at, $user, $source );
				$units[] = array( new Change_Set( $user, $source, '', $at ), array() );
			}
			$units[ array_key_last( $units ) ][1][] = $event;
		}
		foreach ( $units as list( $set, $events ) ) {
			$work->run( $set, static fn( Transaction $transaction ) => array_walk( $events, static fn( \Closure $event ) => $event( $transaction ) ) );
		}
		return count( $units );
	}
}
