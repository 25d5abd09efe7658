<?php
/**
 * Finding fragments without scanning.
 *
 * @package Carnet
 */

namespace Carnet\Store;

use Carnet\Entity\Entity;

defined( 'ABSPATH' ) || exit;

/**
 * The stored keys of a search, one row a key. A search takes the records that have the fragment's; where a key does not tell all, it looks
 * into their search text as well.
 */
final class Search_Index {

	/**
	 * Keys that are read at once.
	 */
	private const READ = 10000;

	/**
	 * Most keys of a line to write. Of a longer text MariaDB counts the characters for too long, of shorter ones there are too many for SQLite.
	 */
	private const LINE = 16;

	/**
	 * Characters of a key in a line: a run, and what follows it in a word of the record or, with a longer mark, of a parent.
	 */
	private const WIDTH = 14;

	/**
	 * Lines of a statement. SQLite takes 500 parts of a UNION.
	 */
	private const LINES = 400;

	/**
	 * From how many records on their keys are sent in lines.
	 */
	private const MANY = 4;

	/**
	 * A number that stands for keys, in whatever order.
	 *
	 * @param array<int|string, string> $keys As Search_Keys makes them.
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
	 * The stored keys of records, as Search_Keys makes them. The table has no key by record: a statement reads the noun's whole part of it.
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
	 * What is stored beside a run, as Search_Keys has it.
	 *
	 * @param array<string, string|null> $row A row of the table.
	 */
	private static function beside( array $row ): string {
		return "{$row['owner_id']},{$row['trashed']},{$row['inherited']},{$row['follows']}";
	}

	/**
	 * What is stored beside a run, as SQL.
	 *
	 * @param string $beside As Search_Keys has it.
	 */
	public static function values( string $beside ): string {
		list( $owner, $trashed, $inherited, $follows ) = explode( ',', $beside, 4 );
		return "$owner,$trashed,$inherited," . Literal::text( $follows );
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
		$many  = count( $changes ) >= self::MANY;
		$rows  = array();
		$lines = array();
		foreach ( $changes as $id => list( $was, $is ) ) {
			$gone = array_keys( array_diff_key( $was, $is ) );
			if ( $gone ) {
				Database::write( "DELETE FROM $table WHERE entity = $noun AND gram IN (" . Literal::texts( array_map( 'strval', $gone ) ) . ") AND record_id = $id" );
			}
			$keys = array_diff_assoc( $is, $was );
			$line = $many ? array_filter( $keys, array( self::class, 'fits' ) ) : array();
			foreach ( array_diff_key( $keys, $line ) as $run => $beside ) {
				$rows[] = "($noun," . Literal::text( (string) $run ) . ",$id," . self::values( $beside ) . ')';
			}
			array_push( $lines, ...self::lines( $id, $line ) );
		}
		// More or less in the order of the key, like lines: pages of the table are met one after the other.
		sort( $rows, SORT_STRING );
		$statements = array(
			...array_map( static fn( array $some ): string => 'VALUES ' . implode( ',', $some ), array_chunk( $rows, 500 ) ),
			...array_map( static fn( array $some ): string => self::taken_apart( $noun, $some ), array_chunk( $lines, self::LINES ) ),
		);
		foreach ( $statements as $source ) {
			Database::write( "INSERT INTO $table (entity, gram, record_id, owner_id, trashed, inherited, follows) $source ON DUPLICATE KEY UPDATE owner_id = VALUES(owner_id), trashed = VALUES(trashed), inherited = VALUES(inherited), follows = VALUES(follows)" );
		}
	}

	/**
	 * Whether a key fits into a line: at most one text follows its run.
	 *
	 * @param string $beside As Search_Keys has it.
	 */
	private static function fits( string $beside ): bool {
		return substr_count( $beside, Search_Keys::BEFORE ) < 2 && ! str_ends_with( $beside, ',' . Search_Keys::MANY );
	}

	/**
	 * Keys of a record in lines: its id, its owner, whether it is in the trash, how many characters of the text are keys of its own words, and
	 * the keys as one text, each as wide as any.
	 *
	 * @param int                       $id   The record.
	 * @param array<int|string, string> $keys As Search_Keys makes them.
	 * @return list<string> SQL.
	 */
	private static function lines( int $id, array $keys ): array {
		$texts = array( array(), array() );
		$whose = '';
		foreach ( $keys as $run => $beside ) {
			list( $owner, $trashed, $inherited, $follows ) = explode( ',', $beside, 4 );

			$texts[ (int) $inherited ][] = $run . $follows . str_repeat( ' ', self::WIDTH - Search_Keys::RUN - mb_strlen( $follows, 'UTF-8' ) );
			$whose                       = "$id,$owner,$trashed";
		}
		$lines = array();
		$own   = count( $texts[0] );
		foreach ( array_chunk( array_merge( ...$texts ), self::LINE ) as $i => $line ) {
			$lines[] = "$whose," . self::WIDTH * max( 0, $own - $i * self::LINE ) . ',' . Literal::text( implode( '', $line ) );
		}
		return $lines;
	}

	/**
	 * Rows for the keys of lines, which the database takes out of their texts: some five times as fast as rows where WordPress runs on SQLite and
	 * translates each value of a statement, as fast as them on MariaDB. For few the statement takes longer than they do.
	 *
	 * @param string       $noun  The noun as SQL.
	 * @param list<string> $lines As lines() makes them.
	 */
	private static function taken_apart( string $noun, array $lines ): string {
		list( $run, $width ) = array( Search_Keys::RUN, self::WIDTH );

		$places = implode( ' AS place UNION ALL SELECT ', range( 1, $width * self::LINE, $width ) );
		$lines  = implode( ' UNION ALL SELECT ', $lines );
		return "SELECT $noun, SUBSTRING(k.texts, p.place, $run) AS gram, k.record_id, k.owner_id, k.trashed, p.place > k.own, RTRIM(SUBSTRING(k.texts, p.place + $run, $width - $run))
			FROM (SELECT 0 AS record_id, 0 AS owner_id, 0 AS trashed, 0 AS own, '' AS texts UNION ALL SELECT $lines) k
			JOIN (SELECT $places AS place) p ON p.place < CHAR_LENGTH(k.texts)
			ORDER BY gram, record_id";
	}
}
