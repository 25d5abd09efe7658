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
	 * How many records are read, changed or numbered by one statement.
	 */
	public const AT_ONCE = 500;

	/**
	 * Rows of the log to write.
	 *
	 * @var list<array{changeset_id: int, entity: string, record_id: int, op: string, changes: string}>
	 */
	private array $log = array();

	/**
	 * What totals change by.
	 */
	private readonly Figure_Changes $figures;

	/**
	 * What search keys follow from, by noun and id: as stored, and as to be.
	 *
	 * @var array<string, array<int, array{array{string, int, bool}, array{string, int, bool}}>>
	 */
	private array $indexed = array();

	/**
	 * Records read ahead, by noun and id; null where there is none.
	 *
	 * @var array<string, array<int, array<string, mixed>|null>>
	 */
	private array $ahead = array();

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
	public function __construct( private readonly Entities $entities, private readonly Links $links, private readonly Change_Set $set, private readonly int $changeset_id ) {
		$this->figures = new Figure_Changes();
	}

	/**
	 * Reads records, and locks them in id order, that read() will be asked for: two statements for all of them.
	 *
	 * @param Entity    $entity The noun.
	 * @param list<int> $ids    Their ids, some hundred at most.
	 */
	public function foresee( Entity $entity, array $ids ): void {
		$rows = $ids ? array_column( Database::rows( "SELECT * FROM {$entity->table()} WHERE id IN (" . Literal::integers( $ids ) . ') ORDER BY id FOR UPDATE' ), null, 'id' ) : array();
		$tags = $entity->has_tags() ? Tag_Links::of( $entity->name, $ids ) : array();
		foreach ( $ids as $id ) {
			$this->ahead[ $entity->name ][ $id ] = isset( $rows[ $id ] ) ? $this->record( $entity, $rows[ $id ], $tags[ $id ] ?? array() ) : null;
		}
	}

	/**
	 * Any number of records, some hundred read at a time; those that are gone are left out.
	 *
	 * @param Entity    $entity The noun.
	 * @param list<int> $ids    Their ids.
	 * @return \Generator<int, array<string, mixed>>
	 */
	public function records( Entity $entity, array $ids ): \Generator {
		foreach ( array_chunk( $ids, self::AT_ONCE ) as $chunk ) {
			$this->foresee( $entity, $chunk );
			foreach ( $chunk as $id ) {
				$record = $this->read( $entity, $id );
				if ( null !== $record ) {
					yield $record;
				}
			}
		}
	}

	/**
	 * A stored record, locked until the unit ends, or null.
	 *
	 * @param Entity $entity The noun.
	 * @param int    $id     Its id.
	 * @return array<string, mixed>|null
	 */
	public function read( Entity $entity, int $id ): ?array {
		if ( ! array_key_exists( $id, $this->ahead[ $entity->name ] ?? array() ) ) {
			$this->foresee( $entity, array( $id ) );
		}
		$record = $this->ahead[ $entity->name ][ $id ];
		unset( $this->ahead[ $entity->name ][ $id ] );
		return $record;
	}

	/**
	 * A row as a record. What its search keys follow from is kept.
	 *
	 * @param Entity                     $entity The noun.
	 * @param array<string, string|null> $row    Its row.
	 * @param list<int>                  $tags   Its tags.
	 * @return array<string, mixed>
	 */
	private function record( Entity $entity, array $row, array $tags ): array {
		$record = Row_Format::to_record( $entity, $row );
		$stored = Search_Keys::indexed( (string) ( $row['search_text'] ?? '' ), $record );
		$this->indexed[ $entity->name ][ $record['id'] ] ??= array( $stored, $stored );
		return $record + ( $entity->has_tags() ? array( 'tags' => $tags ) : array() );
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
		if ( null === $before ) {
			return $this->insert( $entity, array( (array) $after ), $allow_duplicate )[0];
		}
		$claims  = Uniqueness::claims( $entity, $before, $after, $allow_duplicate, $this->set->user_id );
		$changes = Change_Log::difference( $before, $after );
		if ( null === $after ) {
			Database::write( "DELETE FROM {$entity->table()} WHERE id = {$before['id']}" );
			$this->indexed[ $entity->name ][ $before['id'] ][1] = Search_Keys::NOTHING;
		} else {
			$silent = array(
				'version'    => $before['version'] + 1,
				'updated_at' => $this->set->at,
				'updated_by' => $this->set->user_id,
			);
			$after  = array_merge( $after, $silent );
			$this->update( $entity, $before, $after, array_intersect_key( $after, $changes + $silent ), $claims );
		}
		$this->follow( $entity, $before, $after, $op, $changes );
		if ( null !== $after && array_intersect_key( $changes, array_flip( $entity->name_columns() ) ) && $entity->name_of( $before ) !== $entity->name_of( $after ) ) {
			$this->reindex_children( $entity, $before['id'] );
		}
		return $after ?? $before;
	}

	/**
	 * Writes records that begin, in one statement.
	 *
	 * @param Entity                     $entity          The noun.
	 * @param list<array<string, mixed>> $records         Whole records, some hundred at most. One that was purged and comes back by an undo keeps its id.
	 * @param bool                       $allow_duplicate Whether a second live record with a unique value is wanted.
	 * @return list<array<string, mixed>> As stored.
	 */
	public function insert( Entity $entity, array $records, bool $allow_duplicate = false ): array {
		$rows  = array();
		$texts = array();
		$taken = Uniqueness::taken( $entity, $records );
		foreach ( $records as $record ) {
			$text    = $this->text( $entity, null, $record );
			$texts[] = $text;
			$rows[]  = ( $record['id'] ? array( 'id' => $record['id'] ) : array() )
				+ Row_Format::to_row( $entity, $record )
				+ Uniqueness::claims( $entity, null, $record, $allow_duplicate, $this->set->user_id, $taken )
				+ ( null === $text ? array() : array( 'search_text' => $text ) );
		}
		foreach ( Database::insert_numbered( $entity->table(), $rows ) as $i => $id ) {
			$records[ $i ]['id'] = $records[ $i ]['id'] ? $records[ $i ]['id'] : $id;
			if ( null !== $texts[ $i ] ) {
				$this->indexed[ $entity->name ][ $records[ $i ]['id'] ] = array( Search_Keys::NOTHING, Search_Keys::indexed( $texts[ $i ], $records[ $i ] ) );
			}
			$this->follow( $entity, null, $records[ $i ], 'create', Change_Log::difference( null, $records[ $i ] ) );
		}
		return $records;
	}

	/**
	 * Updates the columns that differ.
	 *
	 * @param Entity                     $entity  The noun.
	 * @param array<string, mixed>       $before  State before.
	 * @param array<string, mixed>       $after   State after.
	 * @param array<string, mixed>       $changed The fields of it that differ.
	 * @param array<string, string|null> $claims  Claim columns.
	 */
	private function update( Entity $entity, array $before, array $after, array $changed, array $claims ): void {
		$text  = $this->text( $entity, $before, $after );
		$index =& $this->indexed[ $entity->name ][ $before['id'] ][1];
		$index = Search_Keys::indexed( $text ?? $index[0], $after );

		// A difference, since it is the same for all that get a tag: they are written together.
		$mask = array( 'tags_mask' => Tag_Links::mask( $after['tags'] ?? array() ) - Tag_Links::mask( $before['tags'] ?? array() ) );
		Database::update( $entity->table(), Row_Format::to_row( $entity, array_diff_key( $changed, array( 'tags' => true ) ) ) + $claims + ( null === $text ? array() : array( 'search_text' => $text ) ), $before['id'], $mask );
	}

	/**
	 * What a new state brings along: tags, rows made of the record, log, totals, hooks.
	 *
	 * @param Entity                    $entity  The noun.
	 * @param array<string, mixed>|null $before  State before.
	 * @param array<string, mixed>|null $after   State after.
	 * @param string                    $op      What was done.
	 * @param array<string, array{before: mixed, after: mixed}> $changes The fields that differ, as Change_Log has them.
	 */
	private function follow( Entity $entity, ?array $before, ?array $after, string $op, array $changes ): void {
		$id = (int) ( $after['id'] ?? $before['id'] ?? 0 );
		if ( $entity->has_tags() ) {
			Tag_Links::replace( $entity->name, $id, $before['tags'] ?? array(), $after['tags'] ?? array() );
		}
		$entity->derived()?->sync( $before, $after );
		$this->log( $entity->name, $id, $op, $changes );
		$this->figures->count( $entity, $before, $after, $changes );
		$this->events[] = array( $entity->name, $op, $before, $after );
		$this->links->forget( $entity->name, $id );
		unset( $this->ahead[ $entity->name ][ $id ] );
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
		return Search_Keys::text( $entity, $after, $this->links->searchable_names( $entity, $after ) );
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
				$text   = Search_Keys::text( $child, $record, $this->links->searchable_names( $child, $record ) );
				$stored = $this->indexed[ $noun ][ $record['id'] ][0] ?? Search_Keys::indexed( (string) $row['search_text'], $record );
				Database::update( $child->table(), array( 'search_text' => $text ), $record['id'] );
				$this->indexed[ $noun ][ $record['id'] ] = array( $stored, Search_Keys::indexed( $text, $record ) );
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
	 * Writes what was gathered. The last thing before the commit.
	 */
	public function flush(): void {
		Change_Log::write( $this->log );
		foreach ( $this->indexed as $entity => $records ) {
			$changes = array();
			foreach ( $records as $id => list( $was, $is ) ) {
				if ( $was !== $is ) {
					$changes[ $id ] = array( Search_Keys::keys( ...$was ), Search_Keys::keys( ...$is ) );
				}
			}
			Search_Index::write( $entity, $changes );
		}
		$this->figures->write();
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
