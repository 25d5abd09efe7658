<?php
/**
 * What a unit of work changes of the totals.
 *
 * @package Carnet
 */

namespace Carnet\Store;

use Carnet\Entity\Entity;

defined( 'ABSPATH' ) || exit;

/**
 * Gathers the differences that changes of records make to the totals, to be written together at the end.
 */
final class Figure_Changes {

	/**
	 * What was gathered, as Totals takes it.
	 *
	 * @var array<string, int>
	 */
	private array $differences = array();

	/**
	 * Takes away what a state contributed to the totals, and adds what another does.
	 *
	 * @param Entity                    $entity  The noun.
	 * @param array<string, mixed>|null $before  State before.
	 * @param array<string, mixed>|null $after   State after.
	 * @param array<string, mixed>      $changed The fields that differ, as Change_Log has them.
	 */
	public function count( Entity $entity, ?array $before, ?array $after, array $changed ): void {
		// Most of a record stays as it is, and adds nothing; unless it is counted elsewhere.
		$is_moved = null === $before || null === $after || isset( $changed['owner_id'] ) || isset( $changed['trashed_at'] );
		if ( ! $is_moved && array( 'tags' ) === array_keys( $changed ) ) {
			// Those that it has still count for what they did.
			list( $was, $is ) = array( $before['tags'], $after['tags'] );
			$before['tags']   = array_diff( $was, $is );
			$after['tags']    = array_diff( $is, $was );
		}
		$changes = array();
		foreach ( array( array( $before, -1 ), array( $after, 1 ) ) as list( $record, $sign ) ) {
			if ( null === $record ) {
				continue;
			}
			foreach ( List_Figures::contributions( $entity, $record, $is_moved ? null : $changed ) as $key => $amount ) {
				$changes[ $record['owner_id'] ][ $key ] = ( $changes[ $record['owner_id'] ][ $key ] ?? 0 ) + $sign * $amount;
			}
		}
		foreach ( $changes as $owner => $contributions ) {
			foreach ( Totals::of_owner( array_filter( $contributions ), $owner ) as $key => $amount ) {
				$this->differences[ $key ] = ( $this->differences[ $key ] ?? 0 ) + $amount;
			}
		}
	}

	/**
	 * Writes them. The last thing before the commit: until then nobody waits for a total.
	 */
	public function write(): void {
		Totals::add( $this->differences );
	}
}
