<?php
/**
 * Reading rows.
 *
 * @package Carnet
 */

namespace Carnet\Entity;

use Carnet\Store\Access;
use Carnet\Store\Database;
use Carnet\Store\Tag_Links;

defined( 'ABSPATH' ) || exit;

/**
 * Selects rows of one noun with what a person may see of their parents and owner, and with their tags. What is to be done for a row is
 * found out once, here, and is little: a long reading has a hundred thousand of them.
 */
final class Row_Reader {

	/**
	 * What is selected: SQL by name.
	 *
	 * @var array<string, string>
	 */
	private array $columns = array();

	/**
	 * Joined tables by alias.
	 *
	 * @var array<string, string>
	 */
	private array $joins;

	/**
	 * Parents whose name is put together from several columns, by alias.
	 *
	 * @var array<string, Entity>
	 */
	private array $named = array();

	/**
	 * Prepares for one person and some values.
	 *
	 * @param Entity            $entity   The noun.
	 * @param Entities          $entities All nouns.
	 * @param int               $user     Who reads.
	 * @param string            $sort     The column that orders: its value and the id are brought along under `_sort` and `_id`.
	 * @param list<string>|null $only     Names of the values, in the order in which a row is to have them; null for all.
	 * @param bool              $few      Whether a page at most is read: then tags come in the same statement.
	 * @param array<string, string> $more Further values of each row: SQL by name.
	 */
	public function __construct( private readonly Entity $entity, Entities $entities, int $user, string $sort, ?array $only = null, private readonly bool $few = false, array $more = array() ) {
		global $wpdb;
		foreach ( $entity->fields()->stored() as $name => $field ) {
			$this->columns[ $name ] = 'r.' . Field_List::column( $name, $field );
		}
		if ( $entity->has_tags() ) {
			// Where rows are many, tags keep their place only, and are read apart.
			$this->columns['tags'] = $few ? Tag_Links::sql( $entity->name ) : 'NULL';
		}
		$this->columns['owner_name'] = 'u.display_name';
		$this->joins['u']            = "LEFT JOIN {$wpdb->users} u ON u.ID = r.owner_id";
		foreach ( $entity->links() as $field => $noun ) {
			$this->add_parent( $entities->get( $noun ), $field, Access::scope( $user ) );
		}
		if ( null !== $only ) {
			$columns       = $this->columns;
			$this->columns = array();
			foreach ( $only as $name ) {
				$this->columns[ $name ] = $columns[ $name ];
			}
			$this->joins = array_filter( $this->joins, fn( string $alias ): bool => array() !== preg_grep( "/^$alias\./", $this->columns ), ARRAY_FILTER_USE_KEY );
			$this->named = array_filter( $this->named, fn( string $alias ): bool => isset( $this->columns[ "{$alias}_name" ] ), ARRAY_FILTER_USE_KEY );
		}
		foreach ( $this->named as $alias => $parent ) {
			foreach ( $parent->name_columns() as $column ) {
				$this->columns[ "{$alias}__$column" ] = "$alias.$column";
			}
		}
		$this->columns += array(
			'_id'   => 'r.id',
			'_sort' => "r.$sort",
		) + $more;
	}

	/**
	 * Adds what is shown of a parent. One that the reader may not see is not joined.
	 *
	 * @param Entity   $parent Its noun.
	 * @param string   $field  The link.
	 * @param int|null $owner  The only owner whose records the reader may see, or null for all.
	 */
	private function add_parent( Entity $parent, string $field, ?int $owner ): void {
		$alias = substr( $field, 0, -3 );
		$parts = $parent->name_columns();

		$this->joins[ $alias ] = "LEFT JOIN {$parent->table()} $alias ON $alias.id = r.$field" . ( null === $owner ? '' : " AND $alias.owner_id = $owner" );
		if ( isset( $parts[1] ) ) {
			$this->named[ $alias ] = $parent;
		}
		// Where there are parts, the id says for now that there is a parent.
		$this->columns[ "{$alias}_name" ]    = "$alias." . ( isset( $parts[1] ) ? 'id' : $parts[0] );
		$this->columns[ "{$alias}_trashed" ] = "$alias.trashed_at IS NOT NULL";
		foreach ( $this->entity->borrowed[ $field ] ?? array() as $column ) {
			$this->columns[ "{$alias}_$column" ] = "$alias.$column";
		}
	}

	/**
	 * The rows. The values of fields are as they are stored.
	 *
	 * @param string $from FROM, with the noun's table as r.
	 * @param string $rest WHERE and ORDER BY.
	 * @param (callable(): void)|null $meanwhile As in Database::many_rows().
	 * @return list<array<string, mixed>>
	 */
	public function read( string $from, string $rest, ?callable $meanwhile = null ): array {
		$select = array();
		foreach ( $this->columns as $name => $column ) {
			$select[] = "$column AS `$name`";
		}
		$rows   = Database::many_rows( 'SELECT ' . implode( ',', $select ) . " $from " . implode( ' ', $this->joins ) . " $rest", $meanwhile );
		$tagged = isset( $this->columns['tags'] );
		if ( ! $tagged && array() === $this->named ) {
			return $rows;
		}
		$noun = $this->entity->name;
		$tags = $tagged && ! $this->few ? Tag_Links::of( $noun, array_map( 'intval', array_column( $rows, '_id' ) ) ) : array();
		foreach ( $rows as &$row ) {
			if ( $tagged ) {
				$row['tags'] = $this->few ? Tag_Links::from_sql( $noun, (int) $row['_id'], $row['tags'] ) : $tags[ $row['_id'] ] ?? array();
			}
			foreach ( $this->named as $alias => $parent ) {
				$parts = array();
				foreach ( $parent->name_columns() as $column ) {
					$parts[ $column ] = $row[ "{$alias}__$column" ];
					unset( $row[ "{$alias}__$column" ] );
				}
				$row[ "{$alias}_name" ] = null === $row[ "{$alias}_name" ] ? null : $parent->name_of( $parts );
			}
		}
		return $rows;
	}
}
