<?php
/**
 * Finding fragments without scanning.
 *
 * @package Carnet
 */

namespace Carnet\Store;

use Carnet\Entity\Entity;
use Carnet\Entity\Text;

defined( 'ABSPATH' ) || exit;

/**
 * The search text of a record and its keys: every run of four characters of every word (the end of a word is padded, so that its
 * last letters have keys too). A search takes the records that hold some runs of the fragment, then looks for the whole fragment in
 * their search text, so it is exact; a fragment of up to four characters is the beginning of a key, and needs no look. The text and the
 * keys are pure functions of the record and its parents' names.
 */
final class Search_Index {

	/**
	 * Characters of a run. Runs of three are held by twenty times as many records.
	 */
	private const RUN = 4;

	/**
	 * Fills the end of a word up to a run.
	 */
	private const END = '$';

	/**
	 * Most runs of one fragment that are looked up: a few already leave next to nothing to check.
	 */
	private const RUNS = 3;

	/**
	 * Keys that are read at once.
	 */
	private const READ = 10000;

	/**
	 * Stands between a record's own words and the names of its parents.
	 */
	private const PARENTS = "\n\n";

	/**
	 * What can be found of a record: a line a field, normalised; phones as digits; behind an empty line the names of parents, which
	 * not everybody who sees the record may see.
	 *
	 * @param Entity                $entity The noun.
	 * @param array<string, mixed>  $record A whole record.
	 * @param array<string, string> $names  Names of parents by link field.
	 */
	public static function text( Entity $entity, array $record, array $names ): string {
		$own     = array();
		$parents = array();
		foreach ( $entity->fields()->having( 'searchable' ) as $field => $definition ) {
			$value = (string) ( $record[ $field ] ?? '' );
			if ( isset( $definition['relation'] ) ) {
				$parents[] = Text::fold( $names[ $field ] ?? '' );
			} else {
				$own[] = 'tel' === ( $definition['format'] ?? '' ) ? Text::digits( $value ) : Text::fold( $value );
			}
		}
		$lines = static fn( array $texts ): string => implode( "\n", array_filter( $texts, static fn( string $text ): bool => '' !== $text ) );
		return $lines( $own ) . ( $parents ? self::PARENTS . $lines( $parents ) : '' );
	}

	/**
	 * The keys of a search text.
	 *
	 * @param string $text As text() makes it.
	 * @return list<string>
	 */
	public static function keys( string $text ): array {
		$keys = array();
		foreach ( (array) preg_split( '/\s+/u', $text, -1, PREG_SPLIT_NO_EMPTY ) as $word ) {
			foreach ( self::runs( $word . str_repeat( self::END, self::RUN - 1 ) ) as $run ) {
				$keys[ $run ] = true;
			}
		}
		return array_map( 'strval', array_keys( $keys ) );
	}

	/**
	 * A number that stands for keys, in whatever order.
	 *
	 * @param list<string> $keys Keys.
	 */
	public static function fingerprint( array $keys ): int {
		return (int) array_sum( array_map( 'crc32', $keys ) );
	}

	/**
	 * The fingerprints of the stored keys of all records of a noun: one reading of them, in their order.
	 *
	 * @param Entity $entity The noun.
	 * @return array<int, int> By record; records without keys are left out.
	 */
	public static function fingerprints( Entity $entity ): array {
		global $wpdb;
		$prints = array();
		$last   = array( '', 0 );
		do {
			$rows = Database::rows( (string) $wpdb->prepare( 'SELECT gram, record_id FROM %i WHERE entity = %s AND (gram > %s OR (gram = %s AND record_id > %d)) ORDER BY gram, record_id LIMIT %d', Tables::name( 'search_keys' ), $entity->name, $last[0], $last[0], $last[1], self::READ ) );
			$met  = count( $rows );
			foreach ( $rows as $row ) {
				$last               = array( (string) $row['gram'], (int) $row['record_id'] );
				$prints[ $last[1] ] = ( $prints[ $last[1] ] ?? 0 ) + crc32( $last[0] );
			}
		} while ( self::READ === $met );
		return $prints;
	}

	/**
	 * The runs of a word.
	 *
	 * @param string $word Any text.
	 * @return list<string>
	 */
	private static function runs( string $word ): array {
		$letters = mb_str_split( $word, 1, 'UTF-8' );
		$runs    = array();
		for ( $i = 0; $i + self::RUN <= count( $letters ); $i++ ) { // phpcs:ignore Generic.CodeAnalysis.ForLoopWithTestFunctionCall, Squiz.PHP.DisallowSizeFunctionsInLoops -- short.
			$runs[] = implode( '', array_slice( $letters, $i, self::RUN ) );
		}
		return $runs;
	}

	/**
	 * What was typed, as fragments that must all be found: words, or the digits of what looks like a phone number. A leading 0 or
	 * 00 is dropped, so that 06 12 finds +33 6 12 34.
	 *
	 * @param string $search What was typed.
	 * @return list<string>
	 */
	public static function fragments( string $search ): array {
		if ( 1 === preg_match( '~^\s*\+?\(?\d[\d\s().\/-]*$~', $search ) ) {
			$digits = Text::digits( $search );
			return array( '' === ltrim( $digits, '0' ) ? $digits : ltrim( $digits, '0' ) );
		}
		$words = array_map( 'strval', array_filter( explode( ' ', Text::fold( $search ) ), static fn( string $word ): bool => '' !== $word ) );
		return array_slice( array_values( array_unique( $words ) ), 0, 8 );
	}

	/**
	 * The joins and conditions that find one fragment in `r`.
	 *
	 * @param Entity $entity   The noun.
	 * @param string $fragment As fragments() makes it.
	 * @param string $alias    Prefix for aliases.
	 * @param string $mine     Condition under which the reader sees all parents of `r`; empty where it always holds.
	 * @return array{join: list<string>, where: list<string>}
	 */
	public static function conditions( Entity $entity, string $fragment, string $alias, string $mine ): array {
		global $wpdb;
		$table = Tables::name( 'search_keys' );
		$joins = array();
		$like  = '%' . $wpdb->esc_like( $fragment ) . '%';
		// A key that begins like that says all; but the fill of a word's end is not in the text.
		$short = mb_strlen( $fragment, 'UTF-8' ) <= self::RUN;
		$where = $short && ! str_contains( $fragment, self::END ) ? array() : array( (string) $wpdb->prepare( 'r.search_text LIKE %s', $like ) );
		if ( '' !== $mine ) {
			$where[] = "($mine OR " . $wpdb->prepare( 'SUBSTRING(r.search_text, 1, INSTR(r.search_text, %s)) LIKE %s', self::PARENTS, $like ) . ')';
		}
		// phpcs:disable WordPress.DB.PreparedSQL.InterpolatedNotPrepared -- our table and aliases.
		if ( mb_strlen( $fragment, 'UTF-8' ) < self::RUN ) {
			$where[] = (string) $wpdb->prepare( "r.id IN (SELECT record_id FROM $table WHERE entity = %s AND gram LIKE %s)", $entity->name, $wpdb->esc_like( $fragment ) . '%' );
		} else {
			foreach ( self::telling_runs( $fragment ) as $i => $run ) {
				$joins[] = (string) $wpdb->prepare( "JOIN $table $alias$i ON $alias$i.entity = %s AND $alias$i.gram = %s AND $alias$i.record_id = r.id", $entity->name, $run );
			}
		}
		// phpcs:enable
		return array(
			'join'  => $joins,
			'where' => $where,
		);
	}

	/**
	 * Some runs of a fragment, spread over it; the engine starts from the rarest.
	 *
	 * @param string $fragment As many characters as a run, or more.
	 * @return list<string>
	 */
	private static function telling_runs( string $fragment ): array {
		$runs = array_values( array_unique( self::runs( $fragment ) ) );
		$last = count( $runs ) - 1;
		return $last < self::RUNS ? $runs : array( $runs[0], $runs[ intdiv( $last, 2 ) ], $runs[ $last ] );
	}

	/**
	 * Adds and removes keys of records.
	 *
	 * @param string                                $entity  Noun.
	 * @param array<int, array{list<string>, list<string>}> $changes By record id: keys to remove, keys to add.
	 */
	public static function write( string $entity, array $changes ): void {
		global $wpdb;
		$table = Tables::name( 'search_keys' );
		$rows  = array();
		$noun  = Database::text( $entity );
		foreach ( $changes as $id => list( $gone, $new ) ) {
			if ( $gone ) {
				$marks = implode( ',', array_fill( 0, count( $gone ), '%s' ) );
				Database::write( (string) $wpdb->prepare( "DELETE FROM $table WHERE entity = %s AND gram IN ($marks) AND record_id = %d", $entity, ...array( ...$gone, $id ) ) ); // phpcs:ignore WordPress.DB -- our table, as many placeholders as values.
			}
			foreach ( $new as $run ) {
				$rows[] = "($noun," . Database::text( $run ) . ",$id)";
			}
		}
		// In the order of the key: pages of the table are met one after the other, and two writers meet them in the same order.
		sort( $rows, SORT_STRING );
		Database::insert_tuples( $table, 'entity,gram,record_id', $rows );
	}
}
