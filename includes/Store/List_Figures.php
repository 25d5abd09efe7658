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
 * values, under each parent, with each tag, and by each two of values and tags, which is what lists are filtered by most. Pure.
 *
 * Metrics: `contacts` and `contacts.trashed` (bucket ''), `contacts.type` (bucket: value), `contacts.account_id` (bucket: parent's
 * id, the count on its tab), `contacts.tags` (bucket: tag id) and `contacts.type.status` (bucket: `lead|new`), in the order of fields();
 * and those of Id_Ranges.
 */
final class List_Figures {

	/**
	 * What counted() has found out.
	 *
	 * @var \WeakMap<Entity, array<string, array{bool, bool}>>|null
	 */
	private static ?\WeakMap $counted = null;

	/**
	 * The contributions of one record, its noun's own figures included, as "metric|bucket" => amount.
	 *
	 * @param Entity                    $entity  The noun.
	 * @param array<string, mixed>      $record  A record as in the API.
	 * @param array<string, mixed>|null $changed Only what these fields, by name, have a part in; what tags have no part in is all that the
	 *                                           noun itself adds.
	 * @return array<string, int>
	 */
	public static function contributions( Entity $entity, array $record, ?array $changed = null ): array {
		$whole = null === $changed;
		$own   = null === $entity->figures() || array( 'tags' ) === array_keys( $changed ?? array() ) ? array() : $entity->figures()->contributions( $record );
		if ( null !== ( $record['trashed_at'] ?? null ) ) {
			return ( $whole ? array( "{$entity->plural}.trashed|" => 1 ) : array() ) + $own;
		}
		$counts = array();
		$paired = array();
		if ( $whole ) {
			$counts[ "{$entity->plural}|" ] = 1;
			$counts[ Id_Ranges::metric( $entity->plural ) . '|' . Id_Ranges::bucket( $record['id'] ) ] = 1;
		}
		foreach ( self::counted( $entity ) as $name => list( $is_choice, $is_single ) ) {
			$is_new = $whole || isset( $changed[ $name ] );
			foreach ( (array) ( $record[ $name ] ?? array() ) as $value ) {
				if ( $is_new ) {
					$counts[ "{$entity->plural}.$name|$value" ] = 1;
				}
				foreach ( $is_single ? array() : $paired as list( $other, $with, $is_other_new ) ) {
					if ( $is_new || $is_other_new ) {
						$counts[ "{$entity->plural}.$other.$name|$with|$value" ] = 1;
					}
				}
			}
			if ( $is_choice && null !== $record[ $name ] ) {
				$paired[] = array( $name, $record[ $name ], $is_new );
			}
		}
		return $counts + $own;
	}

	/**
	 * Whether lists narrowed by a field and another one have their number kept.
	 *
	 * @param Entity $entity The noun.
	 * @param string $name   Field name.
	 */
	public static function is_kept_in_pairs( Entity $entity, string $name ): bool {
		return ! ( self::counted( $entity )[ $name ][1] ?? true );
	}

	/**
	 * The metric and bucket of a list that is narrowed by values of counted fields, or null where it is not kept.
	 *
	 * @param Entity                $entity The noun.
	 * @param array<string, string> $values One or two fields, each with its value.
	 * @return array{string, string}|null
	 */
	public static function place( Entity $entity, array $values ): ?array {
		$fields = array_intersect( self::fields( $entity ), array_keys( $values ) );
		$pairs  = array_filter( $fields, static fn( string $name ): bool => self::is_kept_in_pairs( $entity, $name ) );
		if ( count( $fields ) !== count( $values ) || count( $values ) > 2 || ( 2 === count( $values ) && 2 !== count( $pairs ) ) ) {
			return null;
		}
		$ordered = array_map( static fn( string $name ): string => $values[ $name ], $fields );
		return array( "{$entity->plural}." . implode( '.', $fields ), implode( '|', $ordered ) );
	}

	/**
	 * The fields by whose values live records are counted.
	 *
	 * @param Entity $entity The noun.
	 * @return list<string>
	 */
	public static function fields( Entity $entity ): array {
		return array_keys( self::counted( $entity ) );
	}

	/**
	 * The same with what is to be known of each: whether it is a choice, and whether it is counted by itself only. What is linked to is: it
	 * has its tab, which is narrowed further by counting. Found out once a noun: thousands of records are counted in a row.
	 *
	 * @param Entity $entity The noun.
	 * @return array<string, array{bool, bool}>
	 */
	private static function counted( Entity $entity ): array {
		self::$counted ??= new \WeakMap();
		if ( ! isset( self::$counted[ $entity ] ) ) {
			$counted = array();
			foreach ( $entity->fields()->having( 'filterable' ) as $name => $field ) {
				$is_choice = Field_List::is_choice( $field );
				$relation  = $field['relation'] ?? 'user';
				if ( $is_choice || 'user' !== $relation ) {
					$counted[ $name ] = array( $is_choice, ! $is_choice && 'tag' !== $relation );
				}
			}
			self::$counted[ $entity ] = $counted;
		}
		return self::$counted[ $entity ];
	}
}
