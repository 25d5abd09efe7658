<?php
/**
 * The filters of a list.
 *
 * @package Carnet
 */

namespace Carnet\Entity;

use Carnet\Store\Literal;
use Carnet\Store\Tag_Links;

defined( 'ABSPATH' ) || exit;

/**
 * Turns the validated parameters of a list, and the reader's scope, into joins and conditions on `r`, the noun's table. Names come from
 * the field list only; every value is prepared. What is searched for is Store\Search's.
 */
final class List_Filters {

	/**
	 * Joined tables.
	 *
	 * @var list<string>
	 */
	private array $joins = array();

	/**
	 * Conditions, all of which hold.
	 *
	 * @var list<string>
	 */
	private array $where = array();

	/**
	 * What narrows the list, by parameter.
	 *
	 * @var array<string, mixed>
	 */
	private array $narrowing = array();

	/**
	 * Reads the parameters.
	 *
	 * @param Entity               $entity The noun.
	 * @param array<string, mixed> $params As validated by Collection_Params.
	 * @param int|null             $owner  The only owner whose records the reader may see, or null for all.
	 */
	public function __construct( private readonly Entity $entity, private readonly array $params, ?int $owner ) {
		$this->where[] = 'r.trashed_at IS ' . ( empty( $params['trashed'] ) ? '' : 'NOT ' ) . 'NULL';
		if ( null !== $owner ) {
			$this->where( 'r.owner_id = %d', $owner );
		}
		foreach ( array( 'include', 'exclude' ) as $name ) {
			if ( ! empty( $params[ $name ] ) ) {
				$this->where[]            = 'r.id ' . ( 'include' === $name ? 'IN' : 'NOT IN' ) . ' (' . Literal::integers( $params[ $name ] ) . ')';
				$this->narrowing[ $name ] = $params[ $name ];
			}
		}
		foreach ( $entity->fields()->having( 'filterable' ) as $name => $field ) {
			$this->narrowing += 'array' === $field['type'] ? $this->tags( $name ) : $this->filter( $name, $field );
		}
	}

	/**
	 * The joins.
	 *
	 * @return list<string>
	 */
	public function joins(): array {
		return $this->joins;
	}

	/**
	 * The conditions, all of which hold.
	 *
	 * @return list<string>
	 */
	public function conditions(): array {
		return $this->where;
	}

	/**
	 * What narrows the list beside its reader and the trash, by parameter.
	 *
	 * @return array<string, mixed>
	 */
	public function narrowing(): array {
		return $this->narrowing;
	}

	/**
	 * Adds the conditions of one field and says what they were.
	 *
	 * @param string               $name  Field name.
	 * @param array<string, mixed> $field Its definition.
	 * @return array<string, mixed>
	 */
	private function filter( string $name, array $field ): array {
		$asked = array();
		foreach ( array(
			''        => '',
			'_after'  => '>=',
			'_before' => '<',
			'_min'    => '>=',
			'_max'    => '<=',
		) as $suffix => $operator ) {
			$value = $this->params[ $name . $suffix ] ?? null;
			if ( null === $value || array() === $value ) {
				continue;
			}
			$asked[ $name . $suffix ] = $value;
			if ( '' !== $suffix ) {
				$value  = 'date-time' === ( $field['format'] ?? '' ) ? Row_Format::sql_instant( Instant::utc( $value ) ) : $value;
				$column = $name;
				if ( ! empty( $field['empty_last'] ) ) {
					// That has a key, in which those without a value lie behind all others.
					$column = Table_Sql::sort_column( $name, $field );
					if ( '>=' === $operator ) {
						$this->where( "r.$column < %s", Row_Format::LATER_THAN_ALL );
					}
				}
				$this->where( "r.$column $operator " . ( 'integer' === $field['type'] ? '%d' : '%s' ), $value );
			} elseif ( isset( $field['relation'] ) ) {
				$this->links( $name, array_map( 'intval', $value ) );
			} elseif ( 'boolean' === $field['type'] ) {
				$this->where( "r.$name = %d", (int) $value );
			} else {
				$this->where( "r.$name IN (" . implode( ',', array_fill( 0, count( $value ), '%s' ) ) . ')', ...$value );
			}
		}//end foreach
		return $asked;
	}

	/**
	 * Records that link to any of these; 0 means to none.
	 *
	 * @param string     $name Link field.
	 * @param array<int> $ids  Ids.
	 */
	private function links( string $name, array $ids ): void {
		$some  = array_values( array_filter( $ids ) );
		$terms = array();
		if ( $some ) {
			$terms[] = "r.$name IN (" . Literal::integers( $some ) . ')';
		}
		if ( count( $some ) < count( $ids ) ) {
			$terms[] = "r.$name IS NULL";
		}
		$this->where[] = '(' . implode( ' OR ', $terms ) . ')';
	}

	/**
	 * Adds the tag conditions. One tag is a join, so that the tag's own key, which is in id order, can lead.
	 *
	 * @param string $name The tag field.
	 * @return array<string, mixed>
	 */
	private function tags( string $name ): array {
		$asked = array_filter(
			array(
				$name             => $this->params[ $name ] ?? array(),
				"{$name}_exclude" => $this->params[ "{$name}_exclude" ] ?? array(),
			)
		);
		$tags  = array_values( array_unique( array_map( 'intval', $asked[ $name ] ?? array() ) ) );
		$table = Tag_Links::table();
		$any   = count( $tags ) > 1 && 'all' !== ( $this->params[ "{$name}_match" ] ?? 'any' );
		if ( $tags ) {
			// What a key tells before any link is looked up.
			$mask = Tag_Links::mask( $tags );
			$this->where( '(r.tags_mask & %d) ' . ( $any ? '<> 0' : '= %d' ), $mask, ...( $any ? array() : array( $mask ) ) );
		}
		if ( $any ) {
			$this->where( "r.id IN (SELECT record_id FROM $table WHERE entity = %s AND tag_id IN (" . Literal::integers( $tags ) . '))', $this->entity->name );
			$tags = array();
		}
		foreach ( $tags as $i => $tag ) {
			$this->joins[] = self::prepare( "JOIN $table t$i ON t$i.entity = %s AND t$i.tag_id = %d AND t$i.record_id = r.id", $this->entity->name, $tag );
		}
		if ( isset( $asked[ "{$name}_exclude" ] ) ) {
			$this->where( "NOT EXISTS (SELECT 1 FROM $table x WHERE x.entity = %s AND x.record_id = r.id AND x.tag_id IN (" . Literal::integers( $asked[ "{$name}_exclude" ] ) . '))', $this->entity->name );
		}
		return $asked;
	}

	/**
	 * Adds a prepared condition.
	 *
	 * @param string $sql       With placeholders.
	 * @param mixed  ...$values Values.
	 */
	private function where( string $sql, ...$values ): void {
		$this->where[] = self::prepare( $sql, ...$values );
	}

	/**
	 * Prepares a piece of SQL.
	 *
	 * @param string $sql       With placeholders.
	 * @param mixed  ...$values Values.
	 */
	private static function prepare( string $sql, ...$values ): string {
		return (string) $GLOBALS['wpdb']->prepare( $sql, ...$values ); // phpcs:ignore WordPress.DB.PreparedSQL -- a literal with names from the field list.
	}
}
