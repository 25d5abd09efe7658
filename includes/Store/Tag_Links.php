<?php
/**
 * Which record carries which tags.
 *
 * @package Carnet
 */

namespace Carnet\Store;

defined( 'ABSPATH' ) || exit;

/**
 * Reads and writes the links between tags and records. What a tag is called is the noun tag's.
 */
final class Tag_Links {

	/**
	 * Bytes of GROUP_CONCAT that are all there: MySQL cuts it, unless it is set otherwise, behind 1,024.
	 */
	private const SURE = 1000;

	/**
	 * Bits of a mask: those of a signed integer, with room for its sign.
	 */
	private const BITS = 62;

	/**
	 * The table.
	 */
	public static function table(): string {
		return Tables::name( 'tag_links' );
	}

	/**
	 * The tags of some records, in id order.
	 *
	 * @param string    $entity Noun.
	 * @param list<int> $ids    Record ids.
	 * @return array<int, list<int>> By record; records without tags are left out, others may be there.
	 */
	public static function of( string $entity, array $ids ): array {
		$tags = array();
		if ( $ids ) {
			global $wpdb;
			// Neighbours are read in one go, in a third of the time, with the few that are not asked for.
			$near = max( $ids ) - min( $ids ) < 2 * count( $ids );
			$some = $near ? 'BETWEEN ' . min( $ids ) . ' AND ' . max( $ids ) : 'IN (' . Literal::integers( $ids ) . ')';
			$sql  = $wpdb->prepare( "SELECT record_id, tag_id FROM %i WHERE entity = %s AND record_id $some ORDER BY record_id, tag_id", self::table(), $entity ); // phpcs:ignore WordPress.DB.PreparedSQL -- integers.
			foreach ( Database::many_rows( (string) $sql ) as $row ) {
				$tags[ (int) $row['record_id'] ][] = (int) $row['tag_id'];
			}
		}
		return $tags;
	}

	/**
	 * Tags as bits of one number, which a key can hold beside other columns: who has none of the bits has not the tag. Tags that are 62
	 * apart share a bit.
	 *
	 * @param list<int> $tags Tag ids.
	 */
	public static function mask( array $tags ): int {
		return array_reduce( $tags, static fn( int $mask, int $tag ): int => $mask | 1 << $tag % self::BITS, 0 );
	}

	/**
	 * The tags of one record, as a value of a statement that reads few records as `r`; from_sql() makes a list of it.
	 *
	 * @param string $entity Noun.
	 */
	public static function sql( string $entity ): string {
		return '(SELECT GROUP_CONCAT(l.tag_id) FROM ' . self::table() . " l WHERE l.entity = '$entity' AND l.record_id = r.id)";
	}

	/**
	 * The list that a value of sql() holds.
	 *
	 * @param string      $entity Noun.
	 * @param int         $id     The record.
	 * @param string|null $value  The value.
	 * @return list<int>
	 */
	public static function from_sql( string $entity, int $id, ?string $value ): array {
		if ( null === $value ) {
			return array();
		}
		if ( strlen( $value ) > self::SURE ) {
			return self::of( $entity, array( $id ) )[ $id ] ?? array();
		}
		$tags = array_map( 'intval', explode( ',', $value ) );
		sort( $tags );
		return $tags;
	}

	/**
	 * Whether any record carries a tag, live or in the trash.
	 *
	 * @param int $tag Tag.
	 */
	public static function in_use( int $tag ): bool {
		return null !== Database::value( 'SELECT record_id FROM ' . self::table() . " WHERE tag_id = $tag LIMIT 1" );
	}

	/**
	 * Brings the links of one record from one set of tags to another.
	 *
	 * @param string    $entity Noun.
	 * @param int       $id     Record id.
	 * @param list<int> $before Tag ids now.
	 * @param list<int> $after  Tag ids to be.
	 */
	public static function replace( string $entity, int $id, array $before, array $after ): void {
		$gone = array_diff( $before, $after );
		$new  = array_diff( $after, $before );
		if ( $gone || $new ) {
			Write_Queue::begin( self::table(), $id );
		}
		if ( $gone ) {
			global $wpdb;
			Write_Queue::statement( (string) $wpdb->prepare( 'DELETE FROM %i WHERE entity = %s AND tag_id IN (' . Literal::integers( $gone ) . ') AND record_id', self::table(), $entity ), $id ); // phpcs:ignore WordPress.DB.PreparedSQL -- integers.
		}
		foreach ( $new as $tag ) {
			Write_Queue::row(
				self::table(),
				array(
					'entity'    => $entity,
					'tag_id'    => $tag,
					'record_id' => $id,
				)
			);
		}
	}
}
