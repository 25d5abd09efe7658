<?php
/**
 * The totals every list, tab and tag shows.
 *
 * @package Carnet
 */

namespace Carnet\Store;

use Carnet\Entity\Entity;
use Carnet\Entity\Field_List;

defined( 'ABSPATH' ) || exit;

/**
 * What one record adds to the totals that follow from its field list alone: how many records there are, by each closed set of
 * values, under each parent and with each tag. Pure.
 *
 * Metrics: `contacts` and `contacts.trashed` (bucket ''), `contacts.type` (bucket: value), `contacts.account_id` (bucket: parent's
 * id, the count on its tab) and `contacts.tags` (bucket: tag id).
 */
final class List_Figures {

	/**
	 * The contributions of one record, its noun's own figures included, as "metric|bucket" => amount.
	 *
	 * @param Entity               $entity The noun.
	 * @param array<string, mixed> $record A record as in the API.
	 * @return array<string, int>
	 */
	public static function contributions( Entity $entity, array $record ): array {
		$own = null === $entity->figures ? array() : $entity->figures->contributions( $record );
		if ( null !== ( $record['trashed_at'] ?? null ) ) {
			return array( "{$entity->plural}.trashed|" => 1 ) + $own;
		}
		$counts = array( "{$entity->plural}|" => 1 );
		foreach ( self::fields( $entity ) as $name ) {
			foreach ( (array) ( $record[ $name ] ?? array() ) as $value ) {
				$counts[ "{$entity->plural}.$name|$value" ] = 1;
			}
		}
		return $counts + $own;
	}

	/**
	 * The fields by whose values live records are counted.
	 *
	 * @param Entity $entity The noun.
	 * @return list<string>
	 */
	public static function fields( Entity $entity ): array {
		$counted = array_filter(
			$entity->fields()->having( 'filterable' ),
			static fn( array $field ): bool => Field_List::is_choice( $field ) || ! in_array( $field['relation'] ?? 'user', array( 'user' ), true )
		);
		return array_keys( $counted );
	}
}
