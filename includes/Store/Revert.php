<?php
/**
 * Undoing what was changed together.
 *
 * @package Carnet
 */

namespace Carnet\Store;

use Carnet\Entity\Entity;
use Carnet\Entity\Problem;
use Carnet\Settings\Settings;
use Carnet\Settings\Settings_Changes;

defined( 'ABSPATH' ) || exit;

/**
 * Gives every record of a change set back the values it had before, unless it has changed since or the person may not change it:
 * such records stay untouched and are named with both values. What was created goes to the trash; what was deleted for good comes
 * back with its id.
 */
final class Revert {

	/**
	 * Records given back.
	 *
	 * @var array<string, array{entity: string, id: int}>
	 */
	private array $reverted = array();

	/**
	 * Records left as they are.
	 *
	 * @var array<string, array{entity: string, id: int, changes: mixed, current: mixed}>
	 */
	private array $conflicts = array();

	/**
	 * The last change set of records, by noun and id. The log is written at the end, so it holds for the whole unit.
	 *
	 * @var array<string, array<int, int>>
	 */
	private array $touched = array();

	/**
	 * Works in an open unit.
	 *
	 * @param Transaction $transaction The open unit.
	 */
	public function __construct( private readonly Transaction $transaction ) {}

	/**
	 * Undoes a change set.
	 *
	 * @param int $changeset_id The set.
	 * @return array{changeset_id: int, reverted: list<array<string, mixed>>, conflicts: list<array<string, mixed>>}
	 */
	public function undo( int $changeset_id ): array {
		// Newest first, so that a parent that was deleted is back before its children link to it again.
		foreach ( $this->foreseen( array_reverse( Change_Log::of_set( $changeset_id ) ) ) as $change ) {
			$key = "{$change['entity']}:{$change['id']}";
			if ( isset( $this->conflicts[ $key ] ) ) {
				continue;
			}
			if ( 'settings' === $change['entity'] ? $this->undo_settings( $change, $changeset_id ) : $this->undo_change( $change, $changeset_id ) ) {
				$this->reverted[ $key ] = array(
					'entity' => $change['entity'],
					'id'     => $change['id'],
				);
			}
		}
		if ( $this->reverted ) {
			Change_Log::mark_reverted( $changeset_id, $this->transaction->changeset_id );
		}
		return array(
			'changeset_id' => $this->transaction->changeset_id,
			'reverted'     => array_values( $this->reverted ),
			'conflicts'    => array_values( $this->conflicts ),
		);
	}

	/**
	 * The changes with what undoing them asks for read ahead, some hundred at a time.
	 *
	 * @param list<array{entity: string, id: int, op: string, changes: array<string, array{before: mixed, after: mixed}>}> $changes From the log.
	 * @return \Generator<int, array{entity: string, id: int, op: string, changes: array<string, array{before: mixed, after: mixed}>}>
	 */
	private function foreseen( array $changes ): \Generator {
		foreach ( array_chunk( $changes, Record_Writer::AT_ONCE ) as $chunk ) {
			$ids = array();
			foreach ( $chunk as $change ) {
				$ids[ $change['entity'] ][ $change['id'] ] = $change['id'];
			}
			foreach ( $ids as $noun => $some ) {
				$this->touched[ $noun ] = Change_Log::last_of( $noun, array_values( $some ) ) + ( $this->touched[ $noun ] ?? array() );
				if ( $this->transaction->entities->has( $noun ) ) {
					$this->transaction->writer->foresee( $this->transaction->entities->get( $noun ), array_values( $some ) );
				}
			}
			yield from $chunk;
		}
	}

	/**
	 * Undoes one change of a record.
	 *
	 * @param array{entity: string, id: int, op: string, changes: array<string, array{before: mixed, after: mixed}>} $change       From the log.
	 * @param int                                                                                                   $changeset_id Its set.
	 * @return bool Whether it was undone.
	 */
	private function undo_change( array $change, int $changeset_id ): bool {
		if ( ! $this->transaction->entities->has( $change['entity'] ) ) {
			return false;
		}
		$entity  = $this->transaction->entities->get( $change['entity'] );
		$current = $this->transaction->writer->read( $entity, $change['id'] );
		$user    = $this->transaction->set->user_id;
		$owner   = $current['owner_id'] ?? $change['changes']['owner_id']['before'] ?? null;
		if ( ! Access::can( $user, 'view', $entity->trashable ? $owner : null ) ) {
			return false;
		}
		$touched = $this->touched[ $change['entity'] ][ $change['id'] ] ?? 0;
		$may     = $entity->trashable ? Access::can( $user, 'delete' === $change['op'] ? 'purge' : 'edit', $owner ) : Access::can( $user, 'edit' ) && Access::can( $user, 'others' );
		if ( $may && $touched === $changeset_id && ( null === $current ) === ( 'delete' === $change['op'] ) ) {
			try {
				$this->write( $entity, $current, $change );
				return true;
			} catch ( Problem $problem ) {
				// Its e-mail is taken, or a link leads nowhere by now: the record stays as it is.
				$may = false;
			}
		}
		$this->conflicts[ "{$change['entity']}:{$change['id']}" ] = array(
			'entity'  => $change['entity'],
			'id'      => $change['id'],
			'changes' => (object) $change['changes'],
			'current' => null === $current ? null : (object) array_intersect_key( $current, $change['changes'] ),
		);
		return false;
	}

	/**
	 * Writes the state before a change.
	 *
	 * @param Entity                    $entity  The noun.
	 * @param array<string, mixed>|null $current The record now.
	 * @param array{op: string, id: int, changes: array<string, array{before: mixed, after: mixed}>} $change From the log.
	 */
	private function write( Entity $entity, ?array $current, array $change ): void {
		$before = array_map( static fn( array $values ) => $values['before'], $change['changes'] );
		$links  = $this->transaction->links;
		$user   = $this->transaction->set->user_id;
		if ( 'delete' === $change['op'] ) {
			$links->check( $entity, null, $before, $user );
			$this->transaction->writer->write( $entity, null, array( 'id' => $change['id'] ) + $before + array_fill_keys( array_keys( $entity->fields()->all() ), null ), 'create' );
		} elseif ( 'create' === $change['op'] ) {
			$gone = $entity->trashable ? array_merge( (array) $current, array( 'trashed_at' => $this->transaction->set->at ) ) : null;
			if ( null === $gone ) {
				$this->transaction->delete( $entity->name, $change['id'] );
			} elseif ( null === ( $current['trashed_at'] ?? null ) ) {
				$this->transaction->writer->write( $entity, $current, $gone, 'trash' );
			}
		} else {
			$after = array_merge( (array) $current, $before );
			$links->check( $entity, $current, $after, $user );
			$this->transaction->writer->write( $entity, $current, $after, array( 'trash' => 'restore', 'restore' => 'trash' )[ $change['op'] ] ?? 'update' ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		}
	}

	/**
	 * Undoes a change of the settings.
	 *
	 * @param array{entity: string, id: int, op: string, changes: array<string, array{before: mixed, after: mixed}>} $change       From the log.
	 * @param int                                                                                                   $changeset_id Its set.
	 * @return bool Whether it was undone.
	 */
	private function undo_settings( array $change, int $changeset_id ): bool {
		if ( ! Access::can( $this->transaction->set->user_id, 'manage' ) ) {
			return false;
		}
		if ( $changeset_id === $this->touched['settings'][ $change['id'] ] ) {
			try {
				Settings_Changes::save( $this->transaction, array_map( static fn( array $values ) => $values['before'], $change['changes'] ), array() );
				return true;
			} catch ( Problem $problem ) {
				// Records use by now what was added then, or a role is gone: the settings stay as they are.
				unset( $problem );
			}
		}
		$this->conflicts[ "settings:{$change['id']}" ] = array(
			'entity'  => 'settings',
			'id'      => $change['id'],
			'changes' => (object) $change['changes'],
			'current' => (object) array_intersect_key( Settings::with_roles(), $change['changes'] ),
		);
		return false;
	}
}
