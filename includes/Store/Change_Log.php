<?php
/**
 * What was, what is.
 *
 * @package Carnet
 */

namespace Carnet\Store;

use Carnet\Entity\Row_Format;

defined( 'ABSPATH' ) || exit;

/**
 * The log of every change, before and after, by change set: what history shows and undo restores. Writing is for Transaction only.
 */
final class Change_Log {

	/**
	 * What the change of any field brings along, and says nothing.
	 */
	private const SILENT = array( 'version', 'updated_at', 'updated_by' );

	/**
	 * What every record begins with; of one that ends it is kept, to bring it back as it was.
	 */
	private const GIVEN = array( 'id', 'created_at', 'created_by' );

	/**
	 * Opens a change set and answers its id.
	 *
	 * @param Change_Set $set The frame.
	 */
	public static function open( Change_Set $set ): int {
		return $set->id ? $set->id : Database::insert(
			Tables::name( 'changesets' ),
			array(
				'created_at' => Row_Format::sql_instant( $set->at ),
				'user_id'    => $set->user_id,
				'source'     => $set->source,
				'label'      => mb_substr( $set->label, 0, 200 ),
			)
		);
	}

	/**
	 * The fields that differ between two states: field => before and after. Of a record that begins or ends, all that is not empty.
	 *
	 * @param array<string, mixed>|null $before State before; null when it begins.
	 * @param array<string, mixed>|null $after  State after; null when it ends.
	 * @return array<string, array{before: mixed, after: mixed}>
	 */
	public static function difference( ?array $before, ?array $after ): array {
		$changes = array();
		foreach ( ( $after ?? array() ) + ( $before ?? array() ) as $field => $unused ) {
			$was = $before[ $field ] ?? null;
			$is  = $after[ $field ] ?? null;
			if ( $was === $is || ( null !== $after && ( in_array( $field, self::SILENT, true ) || ( null === $before && ( in_array( $field, self::GIVEN, true ) || '' === $is || array() === $is ) ) ) ) ) {
				continue;
			}
			$changes[ $field ] = array(
				'before' => $was,
				'after'  => $is,
			);
		}
		return $changes;
	}

	/**
	 * Writes rows of the log.
	 *
	 * @param list<array{changeset_id: int, entity: string, record_id: int, op: string, changes: string}> $rows Rows.
	 */
	public static function write( array $rows ): void {
		Database::insert_all( Tables::name( 'changes' ), $rows );
	}

	/**
	 * The changes of one set, oldest first.
	 *
	 * @param int $changeset_id The set.
	 * @return list<array{entity: string, id: int, op: string, changes: array<string, array{before: mixed, after: mixed}>}>
	 */
	public static function of_set( int $changeset_id ): array {
		global $wpdb;
		$rows = Database::rows( (string) $wpdb->prepare( 'SELECT entity, record_id, op, changes FROM %i WHERE changeset_id = %d ORDER BY id', Tables::name( 'changes' ), $changeset_id ) );
		return array_map(
			static fn( array $row ): array => array(
				'entity'  => (string) $row['entity'],
				'id'      => (int) $row['record_id'],
				'op'      => (string) $row['op'],
				'changes' => (array) json_decode( (string) $row['changes'], true ),
			),
			$rows
		);
	}

	/**
	 * The row of a change set, or null.
	 *
	 * @param int $changeset_id The set.
	 * @return array{id: int, at: string, user_id: int, source: string, label: string, reverted_by: int|null}|null
	 */
	public static function set( int $changeset_id ): ?array {
		global $wpdb;
		$row = Database::rows( (string) $wpdb->prepare( 'SELECT * FROM %i WHERE id = %d', Tables::name( 'changesets' ), $changeset_id ) )[0] ?? null;
		return null === $row ? null : array(
			'id'          => (int) $row['id'],
			'at'          => str_replace( ' ', 'T', (string) $row['created_at'] ) . 'Z',
			'user_id'     => (int) $row['user_id'],
			'source'      => (string) $row['source'],
			'label'       => (string) $row['label'],
			'reverted_by' => null === $row['reverted_by'] ? null : (int) $row['reverted_by'],
		);
	}

	/**
	 * The last change set that touched each of some records.
	 *
	 * @param string    $entity Noun.
	 * @param list<int> $ids    Record ids.
	 * @return array<int, int> By record id.
	 */
	public static function last_of( string $entity, array $ids ): array {
		global $wpdb;
		$table = Tables::name( 'changes' );
		$sql   = $wpdb->prepare( 'SELECT c.record_id, c.changeset_id FROM %i c JOIN (SELECT MAX(id) AS id FROM %i WHERE entity = %s AND record_id IN (' . Literal::integers( $ids ) . ') GROUP BY record_id) last ON last.id = c.id', $table, $table, $entity ); // phpcs:ignore WordPress.DB.PreparedSQL -- integers.
		$last  = array();
		foreach ( Database::rows( (string) $sql ) as $row ) {
			$last[ (int) $row['record_id'] ] = (int) $row['changeset_id'];
		}
		return $last;
	}

	/**
	 * A page of one record's history, newest first.
	 *
	 * @param string $entity   Noun.
	 * @param int    $id       Record id.
	 * @param int    $page     From 1.
	 * @param int    $per_page Changes a page.
	 * @return list<array<string, mixed>>
	 */
	public static function history( string $entity, int $id, int $page, int $per_page ): array {
		global $wpdb;
		$sql = $wpdb->prepare(
			'SELECT c.changeset_id, c.op, c.changes, s.created_at, s.user_id, s.source, s.reverted_by, u.display_name
			FROM %i c JOIN %i s ON s.id = c.changeset_id LEFT JOIN %i u ON u.ID = s.user_id
			WHERE c.entity = %s AND c.record_id = %d ORDER BY c.id DESC LIMIT %d OFFSET %d',
			Tables::name( 'changes' ),
			Tables::name( 'changesets' ),
			$wpdb->users,
			$entity,
			$id,
			$per_page,
			( $page - 1 ) * $per_page
		);
		return array_map(
			static fn( array $row ): array => array(
				'changeset_id' => (int) $row['changeset_id'],
				'at'           => str_replace( ' ', 'T', (string) $row['created_at'] ) . 'Z',
				'user_id'      => (int) $row['user_id'],
				'user_name'    => $row['display_name'],
				'source'       => $row['source'],
				'op'           => $row['op'],
				'changes'      => (object) json_decode( (string) $row['changes'], true ),
				'reverted_by'  => null === $row['reverted_by'] ? null : (int) $row['reverted_by'],
			),
			Database::rows( (string) $sql )
		);
	}

	/**
	 * How many changes a record has seen.
	 *
	 * @param string $entity Noun.
	 * @param int    $id     Record id.
	 */
	public static function count( string $entity, int $id ): int {
		global $wpdb;
		return (int) Database::value( (string) $wpdb->prepare( 'SELECT COUNT(*) FROM %i WHERE entity = %s AND record_id = %d', Tables::name( 'changes' ), $entity, $id ) );
	}

	/**
	 * Notes that a set was undone, and by which.
	 *
	 * @param int $changeset_id The set.
	 * @param int $by           The set that undid it.
	 */
	public static function mark_reverted( int $changeset_id, int $by ): void {
		Database::update( Tables::name( 'changesets' ), array( 'reverted_by' => $by ), $changeset_id );
	}
}
