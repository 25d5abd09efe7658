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
	 * Most runs of a line to write.
	 */
	private const LINE = 64;

	/**
	 * Lines of a statement. SQLite takes 500 parts of a UNION.
	 */
	private const LINES = 400;

	/**
	 * From how many lines on they are sent as texts.
	 */
	private const MANY = 4;

	/**
	 * From which no keys follow: a record that is not there.
	 */
	public const NOTHING = array( '', 0, false );

	/**
	 * Keys that are read at once.
	 */
	private const READ = 10000;

	/**
	 * Stands between a record's own words and the names of its parents.
	 */
	public const PARENTS = "\n\n";

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
	 * What the keys of a record follow from: the parameters of keys().
	 *
	 * @param string               $text   As text() makes it.
	 * @param array<string, mixed> $record The record.
	 * @return array{string, int, bool}
	 */
	public static function indexed( string $text, array $record ): array {
		return array( $text, $record['owner_id'] ?? 0, isset( $record['trashed_at'] ) );
	}

	/**
	 * The keys of a record, each with what is stored beside it, as SQL: the owner, whether it is in the trash, and whether only names of
	 * parents have the run.
	 *
	 * @param string $text    As text() makes it.
	 * @param int    $owner   The record's owner; 0 where the noun has none.
	 * @param bool   $trashed Whether the record is in the trash.
	 * @return array<int|string, string> By run; PHP makes an integer of some.
	 */
	public static function keys( string $text, int $owner, bool $trashed ): array {
		$keys = array();
		foreach ( explode( self::PARENTS, $text, 2 ) as $inherited => $part ) {
			$beside = $owner . ',' . (int) $trashed . ',' . $inherited;
			foreach ( (array) preg_split( '/\s+/u', $part, -1, PREG_SPLIT_NO_EMPTY ) as $word ) {
				foreach ( self::runs( $word . str_repeat( self::END, self::RUN - 1 ) ) as $run ) {
					$keys[ $run ] ??= $beside;
				}
			}
		}
		return $keys;
	}

	/**
	 * A number that stands for keys, in whatever order.
	 *
	 * @param array<int|string, string> $keys As keys() makes them.
	 */
	public static function fingerprint( array $keys ): int {
		$print = 0;
		foreach ( $keys as $run => $beside ) {
			$print += crc32( "$run,$beside" );
		}
		return $print;
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
			$rows = Database::rows( (string) $wpdb->prepare( 'SELECT * FROM %i WHERE entity = %s AND (gram > %s OR (gram = %s AND record_id > %d)) ORDER BY gram, record_id LIMIT %d', Tables::name( 'search_keys' ), $entity->name, $last[0], $last[0], $last[1], self::READ ) );
			$met  = count( $rows );
			foreach ( $rows as $row ) {
				$last               = array( (string) $row['gram'], (int) $row['record_id'] );
				$prints[ $last[1] ] = ( $prints[ $last[1] ] ?? 0 ) + self::fingerprint( array( $last[0] => self::beside( $row ) ) );
			}
		} while ( self::READ === $met );
		return $prints;
	}

	/**
	 * The stored keys of records, as keys() makes them. The table has no key by record: a statement reads the noun's whole part of it.
	 *
	 * @param Entity    $entity The noun.
	 * @param list<int> $ids    Records.
	 * @return array<int, array<int|string, string>> By record.
	 */
	public static function stored( Entity $entity, array $ids ): array {
		global $wpdb;
		$keys = array();
		if ( $ids ) {
			$sql = $wpdb->prepare( 'SELECT * FROM %i WHERE entity = %s AND record_id IN (' . implode( ',', $ids ) . ')', Tables::name( 'search_keys' ), $entity->name ); // phpcs:ignore WordPress.DB.PreparedSQL -- integers.
			foreach ( Database::rows( (string) $sql ) as $row ) {
				$keys[ (int) $row['record_id'] ][ (string) $row['gram'] ] = self::beside( $row );
			}
		}
		return $keys;
	}

	/**
	 * What is stored beside a run, as keys() has it.
	 *
	 * @param array<string, string|null> $row A row of the table.
	 */
	private static function beside( array $row ): string {
		return "{$row['owner_id']},{$row['trashed']},{$row['inherited']}";
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
	 * Whether a fragment has keys: it is long enough.
	 *
	 * @param string $fragment As Search::fragments() makes it.
	 */
	public static function has_key( string $fragment ): bool {
		return mb_strlen( $fragment, 'UTF-8' ) >= self::RUN;
	}

	/**
	 * Whether a key that begins like a fragment says that the fragment is there. The fill of a word's end is not in the text.
	 *
	 * @param string $fragment As Search::fragments() makes it.
	 */
	public static function is_of_key( string $fragment ): bool {
		return mb_strlen( $fragment, 'UTF-8' ) <= self::RUN && ! str_contains( $fragment, self::END );
	}

	/**
	 * Some runs of a fragment, spread over it; the engine starts from the rarest.
	 *
	 * @param string $fragment As many characters as a run, or more.
	 * @return list<string>
	 */
	public static function telling_runs( string $fragment ): array {
		$runs = array_values( array_unique( self::runs( $fragment ) ) );
		$last = count( $runs ) - 1;
		return $last < self::RUNS ? $runs : array( $runs[0], $runs[ intdiv( $last, 2 ) ], $runs[ $last ] );
	}

	/**
	 * Writes keys of records: those that are gone, new or have something else beside them.
	 *
	 * @param string                                                                $entity  Noun.
	 * @param array<int, array{array<int|string, string>, array<int|string, string>}> $changes By record id: the keys as stored, and as to be.
	 */
	public static function write( string $entity, array $changes ): void {
		$table = Tables::name( 'search_keys' );
		$noun  = Literal::text( $entity );
		$lines = array();
		foreach ( $changes as $id => list( $was, $is ) ) {
			$gone = array_keys( array_diff_key( $was, $is ) );
			if ( $gone ) {
				Database::write( "DELETE FROM $table WHERE entity = $noun AND gram IN (" . Literal::texts( array_map( 'strval', $gone ) ) . ") AND record_id = $id" );
			}
			$runs = array();
			foreach ( array_diff_assoc( $is, $was ) as $run => $beside ) {
				list( $owner, $trashed, $inherited )                 = explode( ',', $beside );
				$runs[ "$id,$owner,$trashed" ][ (int) $inherited ][] = (string) $run;
			}
			foreach ( $runs as $whose => $some ) {
				$own = $some[0] ?? array();
				foreach ( array_chunk( array_merge( $own, $some[1] ?? array() ), self::LINE ) as $i => $line ) {
					$lines[] = array( $whose, max( 0, count( $own ) - $i * self::LINE ), $line );
				}
			}
		}
		foreach ( array_chunk( $lines, self::LINES ) as $some ) {
			$rows = count( $lines ) < self::MANY ? self::one_by_one( $noun, $some ) : self::taken_apart( $noun, $some );
			Database::write( "INSERT INTO $table (entity, gram, record_id, owner_id, trashed, inherited) $rows ON DUPLICATE KEY UPDATE owner_id = VALUES(owner_id), trashed = VALUES(trashed), inherited = VALUES(inherited)" );
		}
	}

	/**
	 * Rows of keys, in their order: pages of the table are met one after the other. The least for few.
	 *
	 * @param string                                 $noun  The noun as SQL.
	 * @param list<array{string, int, list<string>}> $lines Record, owner and whether in the trash; how many runs are its own; these, then inherited ones.
	 */
	private static function one_by_one( string $noun, array $lines ): string {
		$rows = array();
		foreach ( $lines as list( $whose, $own, $runs ) ) {
			foreach ( $runs as $i => $run ) {
				$rows[] = "($noun," . Literal::text( $run ) . ",$whose," . (int) ( $i >= $own ) . ')';
			}
		}
		sort( $rows, SORT_STRING );
		return 'VALUES ' . implode( ',', $rows );
	}

	/**
	 * The same rows, which the database takes out of one text a line. Many are written a tenth faster so, and five times as fast by
	 * WordPress on SQLite, which translates each value of a statement.
	 *
	 * @param string                                 $noun  As above.
	 * @param list<array{string, int, list<string>}> $lines As above.
	 */
	private static function taken_apart( string $noun, array $lines ): string {
		$run    = self::RUN;
		$places = implode( ' AS place UNION ALL SELECT ', range( 1, $run * self::LINE, $run ) );
		$texts  = array();
		foreach ( $lines as list( $whose, $own, $runs ) ) {
			$texts[] = "$whose," . $run * $own . ',' . Literal::text( implode( '', $runs ) );
		}
		$texts = implode( ' UNION ALL SELECT ', $texts );
		return "SELECT $noun, SUBSTRING(k.runs, p.place, $run) AS gram, k.record_id, k.owner_id, k.trashed, p.place > k.own
			FROM (SELECT 0 AS record_id, 0 AS owner_id, 0 AS trashed, 0 AS own, '' AS runs UNION ALL SELECT $texts) k
			JOIN (SELECT $places AS place) p ON p.place < CHAR_LENGTH(k.runs)
			ORDER BY gram, record_id";
	}
}
