<?php
/**
 * Tags that end.
 *
 * @package Carnet
 */

namespace Carnet\Tags;

use Carnet\Entity\Problem;
use Carnet\Store\Access;
use Carnet\Store\Database;
use Carnet\Store\Tag_Links;
use Carnet\Store\Transaction;

defined( 'ABSPATH' ) || exit;

/**
 * Deletes and merges tags. Every record that carries the tag is changed like by hand, so history, totals and undo follow.
 */
final class Tag_Changes {

	/**
	 * Removes a tag from all records, and the tag.
	 *
	 * @param Transaction $transaction The open unit.
	 * @param int         $id          Tag.
	 * @return array<string, mixed> The tag as it was.
	 */
	public static function delete( Transaction $transaction, int $id ): array {
		return self::end( $transaction, $id, array() );
	}

	/**
	 * Gives all records that carry one tag another one instead, and removes the first.
	 *
	 * @param Transaction $transaction The open unit.
	 * @param int         $id          Tag that ends.
	 * @param int         $into        Tag that stays.
	 * @return array<string, mixed> The tag that ended.
	 */
	public static function merge( Transaction $transaction, int $id, int $into ): array {
		if ( $id === $into || null === $transaction->writer->read( $transaction->entities->get( 'tag' ), $into ) ) {
			throw Problem::invalid( 'into', __( 'Choose another existing tag.', 'carnet-crm' ) );
		}
		return self::end( $transaction, $id, array( $into ) );
	}

	/**
	 * Replaces a tag in all records, whoever owns them, and deletes it.
	 *
	 * @param Transaction $transaction The open unit.
	 * @param int         $id          Tag.
	 * @param list<int>   $instead     What records get instead.
	 * @return array<string, mixed> The tag as it was.
	 */
	private static function end( Transaction $transaction, int $id, array $instead ): array {
		if ( ! Access::can( $transaction->set->user_id, 'edit' ) || ! Access::can( $transaction->set->user_id, 'others' ) ) {
			throw Problem::forbidden();
		}
		$links = array();
		foreach ( Database::rows( 'SELECT entity, record_id FROM ' . Tag_Links::table() . " WHERE tag_id = $id ORDER BY entity, record_id" ) as $link ) {
			$links[ (string) $link['entity'] ][] = (int) $link['record_id'];
		}
		foreach ( $links as $noun => $ids ) {
			$entity = $transaction->entities->get( $noun );
			foreach ( $transaction->writer->records( $entity, $ids ) as $before ) {
				$tags = array_values( array_unique( array_merge( array_diff( $before['tags'], array( $id ) ), $instead ) ) );
				sort( $tags );
				$transaction->writer->write( $entity, $before, array_merge( $before, array( 'tags' => $tags ) ), 'update' );
			}
		}
		return $transaction->delete( 'tag', $id );
	}
}
