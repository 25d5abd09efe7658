<?php
/**
 * The table of a noun, from its field list.
 *
 * @package Carnet
 */

namespace Carnet\Entity;

defined( 'ABSPATH' ) || exit;

/**
 * Projects a noun to CREATE TABLE in the form dbDelta reads. Beside the fields it holds shadow columns, filled by Row_Format:
 * `search_text`, `<field>_sort`, `<field>_rank` and `<field>_key`, normalised in PHP so that both database engines sort and compare alike,
 * `<field>_claim`, whose unique key stops two records from taking the same value at the same moment, and `tags_mask`, by which a key
 * tells who cannot have a tag.
 */
final class Table_Sql {

	/**
	 * Longest sort key kept: enough to order names, short enough for an index.
	 */
	public const SORT_LENGTH = 100;

	/**
	 * The statement.
	 *
	 * @param Entity $entity The noun.
	 */
	public static function create( Entity $entity ): string {
		$lines = array();
		foreach ( $entity->fields()->stored() as $name => $field ) {
			$lines[] = Field_List::column( $name, $field ) . ' ' . self::column( $name, $field );
			if ( ! empty( $field['sortable'] ) && Field_List::is_text( $field ) ) {
				$lines[] = "{$name}_sort varchar(" . self::SORT_LENGTH . ") CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT ''";
			}
			if ( ! empty( $field['empty_last'] ) ) {
				$lines[] = "{$name}_sort datetime NOT NULL DEFAULT '" . Row_Format::LATER_THAN_ALL . "'";
			}
			if ( ! empty( $field['ranked'] ) ) {
				$lines[] = "{$name}_rank tinyint(4) NOT NULL DEFAULT 0";
			}
			if ( ! empty( $field['unique'] ) ) {
				$lines[] = "{$name}_key varchar(191) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT ''";
				$lines[] = "{$name}_claim varchar(191) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL";
			}
		}
		if ( $entity->has_tags() ) {
			$lines[] = 'tags_mask bigint(20) NOT NULL DEFAULT 0';
		}
		if ( $entity->fields()->having( 'searchable' ) ) {
			$lines[] = 'search_text text CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL';
		}
		return 'CREATE TABLE ' . $entity->table() . " (\n" . implode( ",\n", array_merge( $lines, self::keys( $entity ) ) ) . "\n) ENGINE=InnoDB " . $GLOBALS['wpdb']->get_charset_collate() . ';';
	}

	/**
	 * Type and default of a column.
	 *
	 * @param string               $name  Column name.
	 * @param array<string, mixed> $field Field definition.
	 */
	private static function column( string $name, array $field ): string {
		if ( 'id' === $name ) {
			return 'bigint(20) NOT NULL AUTO_INCREMENT';
		}
		$null = ! empty( $field['nullable'] ) ? 'NULL' : 'NOT NULL';
		$text = Field_List::is_text( $field ) ? "NOT NULL DEFAULT ''" : $null;
		if ( 'integer' === $field['type'] ) {
			return "bigint(20) $null" . ( 'NULL' === $null ? '' : ' DEFAULT 0' );
		}
		if ( 'boolean' === $field['type'] ) {
			return 'tinyint(1) NOT NULL DEFAULT 0';
		}
		if ( 'array' === $field['type'] ) {
			return 'longtext NOT NULL';
		}
		switch ( $field['format'] ?? '' ) {
			case 'date-time':
				return "datetime $null";
			case 'date':
				return "date $null";
			case 'long-text':
				return 'text NOT NULL';
			case 'country':
				return "varchar(2) $null";
			case 'time':
				return "varchar(5) $null";
		}
		return 'varchar(' . ( Field_List::is_choice( $field ) ? 40 : $field['maxLength'] ) . ") $text";
	}

	/**
	 * The keys: one per list that the API offers, and one for what somebody has of this and that kind and tag, which is filtered by
	 * together most. What somebody has, the newest first, and what is of an agenda, everybody's and somebody's, know the same of each record,
	 * so that those of another kind are passed over in the key.
	 * Every secondary key ends in the id by nature, so each also orders by it.
	 *
	 * @param Entity $entity The noun.
	 * @return list<string>
	 */
	private static function keys( Entity $entity ): array {
		$keys  = array( 'PRIMARY KEY  (id)', 'KEY live (trashed_at)' );
		$kinds = array_keys( array_filter( $entity->fields()->stored(), static fn( array $field ): bool => Field_List::is_choice( $field ) && ! empty( $field['sortable'] ) ) );
		$known = implode( ',', array( ...array_slice( $kinds, 0, 3 ), ...( $entity->has_tags() ? array( 'tags_mask' ) : array() ) ) );
		if ( count( $kinds ) > 1 ) {
			$keys[] = "KEY kinds (owner_id,trashed_at,$known)";
		}
		foreach ( $entity->fields()->stored() as $name => $field ) {
			if ( ! empty( $field['index'] ) || ( ! empty( $field['filterable'] ) && ( empty( $field['sortable'] ) || ! empty( $field['ranked'] ) ) ) ) {
				$keys[] = "KEY $name ($name,trashed_at" . ( 'owner_id' === $name && '' !== $known ? ",id,$known" : '' ) . ')';
			}
			if ( ! empty( $field['sortable'] ) && 'id' !== $name ) {
				$column = self::sort_column( $name, $field );
				$more   = empty( $field['agenda'] ) || '' === $known ? '' : ",id,$known";
				$keys[] = 'KEY ' . self::order_key( $name ) . " (trashed_at,$column$more)";
				if ( ! empty( $field['agenda'] ) ) {
					$keys[] = 'KEY ' . self::own_order_key( $name ) . " (owner_id,trashed_at,$column$more)";
				}
			}
			if ( ! empty( $field['unique'] ) ) {
				$keys[] = "KEY {$name}_key ({$name}_key)";
				$keys[] = "UNIQUE KEY {$name}_claim ({$name}_claim)";
			}
		}
		return $keys;
	}

	/**
	 * The key that orders by a sortable field other than the id.
	 *
	 * @param string $name Field name.
	 */
	public static function order_key( string $name ): string {
		return "by_$name";
	}

	/**
	 * The key that orders what one owner has by the day or instant of an agenda.
	 *
	 * @param string $name Field name.
	 */
	public static function own_order_key( string $name ): string {
		return "own_$name";
	}

	/**
	 * The column that orders by a field.
	 *
	 * @param string               $name  Field name.
	 * @param array<string, mixed> $field Its definition.
	 */
	public static function sort_column( string $name, array $field ): string {
		if ( ! empty( $field['ranked'] ) ) {
			return "{$name}_rank";
		}
		return Field_List::is_text( $field ) || ! empty( $field['empty_last'] ) ? "{$name}_sort" : $name;
	}
}
