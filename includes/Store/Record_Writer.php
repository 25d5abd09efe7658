<?php
/**
 * One state of a record for another.
 *
 * @package Carnet
 */

namespace Carnet\Store;

use Carnet\Entity\Entities;
use Carnet\Entity\Entity;
use Carnet\Entity\Row_Format;

defined( 'ABSPATH' ) || exit;

/**
 * Replaces one state of a record by another, with everything that follows: row, tag links, log, totals, search keys. It asks no
 * rights and applies no rules: Transaction and Revert do. Log, totals and search keys are gathered and written at the end of the
 * unit, in few statements.
 */
final class Record_Writer {

	/**
	 * Rows of the log to write.
	 *
	 * @var list<array{changeset_id: int, entity: string, record_id: int, op: string, changes: string}>
	 */
	private array $log = array();

	/**
	 * Differences of totals to write.
	 *
	 * @var array<string, int>
	 */
	private array $totals = array();

	/**
	 * Search texts by noun and id: as stored, and as to be.
	 *
	 * @var array<string, array<int, array{string, string}>>
	 */
	private array $texts = array();

	/**
	 * What happened, for the hooks after the commit.
	 *
	 * @var list<array{string, string, array<string, mixed>|null, array<string, mixed>|null}>
	 */
	private array $events = array();

	/**
	 * Opened by Transaction.
	 *
	 * @param Entities   $entities     All nouns.
	 * @param Links      $links        Names of parents.
	 * @param Change_Set $set          Who, when and why.
	 * @param int        $changeset_id The open change set.
	 */
	public function __construct( private readonly Entities $entities, private readonly Links $links, private readonly Change_Set $set, private readonly int $changeset_id ) {}

	/**
	 * A stored record, locked until the unit ends, or null.
	 *
	 * @param Entity $entity The noun.
	 * @param int    $id     Its id.
	 * @return array<string, mixed>|null
	 */
	public function read( Entity $entity, int $id ): ?array {
		$row = Database::rows( "SELECT * FROM {$entity->table()} WHERE id = $id FOR UPDATE" )[0] ?? null;
		if ( null === $row ) {
			return null;
		}
		$this->texts[ $entity->name ][ $id ] ??= array( (string) ( $row['search_text'] ?? '' ), (string) ( $row['search_text'] ?? '' ) );
		$record                                = Row_Format::to_record( $entity, $row );
		return $entity->has_tags() ? $record + array( 'tags' => Tag_Links::of( $entity->name, array( $id ) )[ $id ] ?? array() ) : $record;
	}

	/**
	 * Writes a new state.
	 *
	 * @param Entity                    $entity          The noun.
	 * @param array<string, mixed>|null $before          As read() gave it; null when the record begins.
	 * @param array<string, mixed>|null $after           The state to be; null when the record ends.
	 * @param string                    $op              create, update, trash, restore or delete.
	 * @param bool                      $allow_duplicate Whether a second live record with a unique value is wanted.
	 * @return array<string, mixed> The state as stored, or as it was when it ended.
	 */
	public function write( Entity $entity, ?array $before, ?array $after, string $op, bool $allow_duplicate = false ): array {
		$claims = Uniqueness::claims( $entity, $before, $after, $allow_duplicate, $this->set->user_id );
		if ( null !== $before && null !== $after ) {
			$after = array_merge(
				$after,
				array(
					'version'    => $before['version'] + 1,
					'updated_at' => $this->set->at,
					'updated_by' => $this->set->user_id,
				)
			);
		}
		$id = $this->write_row( $entity, $before, $after, $claims );
		if ( null !== $after ) {
			$after['id'] = $id;
		}
		if ( $entity->has_tags() ) {
			Tag_Links::replace( $entity->name, $id, $before['tags'] ?? array(), $after['tags'] ?? array() );
		}
		$entity->derived?->sync( $before, $after );
		$this->log( $entity->name, $id, $op, Change_Log::difference( $before, $after ) );
		$this->count( $entity, $before, -1 );
		$this->count( $entity, $after, 1 );
		$this->events[] = array( $entity->name, $op, $before, $after );
		if ( null !== $before && null !== $after && $entity->name_of( $before ) !== $entity->name_of( $after ) ) {
			$this->links->forget( $entity->name, $id );
			$this->reindex_children( $entity, $id );
		}
		return $after ?? (array) $before;
	}

	/**
	 * Inserts, updates or deletes the row.
	 *
	 * @param Entity                     $entity The noun.
	 * @param array<string, mixed>|null  $before State before.
	 * @param array<string, mixed>|null  $after  State after.
	 * @param array<string, string|null> $claims Claim columns.
	 * @return int Its id.
	 */
	private function write_row( Entity $entity, ?array $before, ?array $after, array $claims ): int {
		$id = (int) ( $before['id'] ?? $after['id'] ?? 0 );
		if ( null === $after ) {
			Database::write( "DELETE FROM {$entity->table()} WHERE id = $id" );
			$this->texts[ $entity->name ][ $id ][1] = '';
			return $id;
		}
		$text = $this->text( $entity, $before, $after );
		$row  = Row_Format::to_row( $entity, $after ) + $claims + ( null === $text ? array() : array( 'search_text' => $text ) );
		if ( null !== $before ) {
			$was = Row_Format::to_row( $entity, $before );
			Database::update( $entity->table(), array_filter( $row, static fn( $value, $column ): bool => ! array_key_exists( $column, $was ) || $was[ $column ] !== $value, ARRAY_FILTER_USE_BOTH ), $id );
		} else {
			// A purged record that comes back by an undo keeps its id.
			$id = Database::insert( $entity->table(), ( $id ? array( 'id' => $id ) : array() ) + $row );
			$id = (int) ( $after['id'] ? $after['id'] : $id );
		}
		if ( null !== $text ) {
			$this->texts[ $entity->name ][ $id ] = array( $this->texts[ $entity->name ][ $id ][0] ?? '', $text );
		}
		return $id;
	}

	/**
	 * The new search text, or null where nothing that it holds has changed.
	 *
	 * @param Entity                    $entity The noun.
	 * @param array<string, mixed>|null $before State before.
	 * @param array<string, mixed>      $after  State after.
	 */
	private function text( Entity $entity, ?array $before, array $after ): ?string {
		$fields = $entity->fields()->having( 'searchable' );
		if ( ! $fields || ( null !== $before && array_intersect_key( $before, $fields ) === array_intersect_key( $after, $fields ) ) ) {
			return null;
		}
		return Search_Index::text( $entity, $after, $this->links->searchable_names( $entity, $after ) );
	}

	/**
	 * Writes the search texts of records anew whose parent has another name.
	 *
	 * @param Entity $parent The parent's noun.
	 * @param int    $id     Its id.
	 */
	private function reindex_children( Entity $parent, int $id ): void {
		foreach ( $this->entities->children( $parent->name ) as $noun => $field ) {
			$child = $this->entities->get( $noun );
			if ( empty( $child->fields()->get( $field )['searchable'] ) ) {
				continue;
			}
			foreach ( Database::rows( "SELECT * FROM {$child->table()} WHERE $field = $id ORDER BY id FOR UPDATE" ) as $row ) {
				$record = Row_Format::to_record( $child, $row );
				$text   = Search_Index::text( $child, $record, $this->links->searchable_names( $child, $record ) );
				$stored = $this->texts[ $noun ][ $record['id'] ][0] ?? (string) $row['search_text'];
				Database::update( $child->table(), array( 'search_text' => $text ), $record['id'] );
				$this->texts[ $noun ][ $record['id'] ] = array( $stored, $text );
			}
		}
	}

	/**
	 * Notes a change for the log.
	 *
	 * @param string                                            $entity  Noun.
	 * @param int                                               $id      Its id.
	 * @param string                                            $op      What was done.
	 * @param array<string, array{before: mixed, after: mixed}> $changes Fields.
	 */
	public function log( string $entity, int $id, string $op, array $changes ): void {
		$this->log[] = array(
			'changeset_id' => $this->changeset_id,
			'entity'       => $entity,
			'record_id'    => $id,
			'op'           => $op,
			'changes'      => (string) wp_json_encode( (object) $changes ),
		);
	}

	/**
	 * Adds or takes away what a state contributes to the totals.
	 *
	 * @param Entity                    $entity The noun.
	 * @param array<string, mixed>|null $record A state.
	 * @param int                       $sign   1 or -1.
	 */
	private function count( Entity $entity, ?array $record, int $sign ): void {
		if ( null === $record ) {
			return;
		}
		foreach ( List_Figures::contributions( $entity, $record ) as $key => $amount ) {
			$key                 .= "|{$record['owner_id']}";
			$this->totals[ $key ] = ( $this->totals[ $key ] ?? 0 ) + $sign * $amount;
		}
	}

	/**
	 * Writes what was gathered. The last thing before the commit.
	 */
	public function flush(): void {
		Change_Log::write( $this->log );
		foreach ( $this->texts as $entity => $texts ) {
			$changes = array();
			foreach ( $texts as $id => list( $was, $is ) ) {
				if ( $was !== $is ) {
					$old            = Search_Index::keys( $was );
					$new            = Search_Index::keys( $is );
					$changes[ $id ] = array( array_values( array_diff( $old, $new ) ), array_values( array_diff( $new, $old ) ) );
				}
			}
			Search_Index::write( $entity, $changes );
		}
		Totals::add( $this->totals );
	}

	/**
	 * Tells the rest of the site, after the commit.
	 */
	public function announce(): void {
		foreach ( $this->events as list( $entity, $op, $before, $after ) ) {
			/**
			 * After a record was created, changed, trashed, restored or deleted for good: carnet_account_saved, carnet_contact_saved, ...
			 *
			 * @param array<string, mixed>|null $after  The record as in the API; null once it was deleted for good.
			 * @param array<string, mixed>|null $before The record before; null when it was created.
			 * @param string                    $op     create, update, trash, restore or delete.
			 */
			do_action( "carnet_{$entity}_saved", $after, $before, $op );
		}
	}
}
