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
	 * @param string            $sort     The column that orders: the id is brought along under `_id`, and the value of another column under `_sort`.
	 * @param list<string|list<string>>|null $only Names of the values, in the order in which a row is to have them; null for all. Some fields in a list
	 *                                           are one value under the name of the first: a thousand rows of few values are read in half the time.
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
				if ( is_array( $name ) ) {
					$this->columns[ $name[0] ] = $this->joined( $name );
				} else {
					$this->columns[ $name ] = $columns[ $name ];
				}
			}
			$this->joins = array_filter( $this->joins, fn( string $alias ): bool => array() !== preg_grep( "/^$alias\./", $this->columns ), ARRAY_FILTER_USE_KEY );
			$this->named = array_filter( $this->named, fn( string $alias ): bool => isset( $this->columns[ "{$alias}_name" ] ), ARRAY_FILTER_USE_KEY );
		}
		foreach ( $this->named as $alias => $parent ) {
			foreach ( $parent->name_columns() as $column ) {
				$this->columns[ "{$alias}__$column" ] = "$alias.$column";
			}
		}
		$this->columns += array( '_id' => 'r.id' ) + ( 'id' === $sort ? array() : array( '_sort' => "r.$sort" ) ) + $more;
	}

	/**
	 * Fields as one text, with Csv::NEXT between them: as bytes, since that is no text. They are those of UTF-8, whatever the tables have.
	 *
	 * @param list<string> $names Their names.
	 */
	private function joined( array $names ): string {
		$texts = array();
		foreach ( $names as $name ) {
			$field   = (array) $this->entity->fields()->get( $name );
			$column  = 'r.' . Field_List::column( $name, $field );
			$text    = empty( $field['nullable'] ) ? $column : "COALESCE($column,'')";
			$texts[] = str_starts_with( (string) $GLOBALS['wpdb']->charset, 'utf8' ) ? $text : "CONVERT($text USING utf8mb4)";
		}
		return "CONCAT(CAST('' AS BINARY)," . implode( ',0xFF,', $texts ) . ')';
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
	 * @return list<array<string, mixed>>
	 */
	public function read( string $from, string $rest ): array {
		$rows   = Database::many_rows( $this->select( $from, $rest ) );
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
			$row = $this->with_names( $row );
		}
		return $rows;
	}

	/**
	 * The same, a row at a time.
	 *
	 * @param string                                $from FROM, with the noun's table as r.
	 * @param string                                $rest WHERE and ORDER BY; no more than most() rows.
	 * @param callable( array<string, mixed>& ): bool $take As in Database::each_row().
	 */
	public function each( string $from, string $rest, callable $take ): void {
		if ( isset( $this->columns['tags'] ) ) {
			foreach ( $this->read( $from, $rest ) as $row ) {
				if ( ! $take( $row ) ) {
					return;
				}
			}
			return;
		}
		$named = function ( array &$row ) use ( $take ): bool {
			$row = $this->with_names( $row );
			return $take( $row );
		};
		Database::each_row( $this->select( $from, $rest ), array() === $this->named ? $take : $named );
	}

	/**
	 * How many rows each() may be asked for: fewer where they have to be kept, since tags are asked for when they are known, or since the
	 * database has no other way. It is their values that fill the memory.
	 */
	public function most(): int {
		return isset( $this->columns['tags'] ) || ! Database::is_direct() ? min( 1000, intdiv( 8000, count( $this->columns ) ) ) : 10000;
	}

	/**
	 * The statement.
	 *
	 * @param string $from FROM, with the noun's table as r.
	 * @param string $rest WHERE and ORDER BY.
	 */
	private function select( string $from, string $rest ): string {
		$select = array();
		foreach ( $this->columns as $name => $column ) {
			$select[] = "$column AS `$name`";
		}
		return 'SELECT ' . implode( ',', $select ) . " $from " . implode( ' ', $this->joins ) . " $rest";
	}

	/**
	 * A row with the names put together that come in parts.
	 *
	 * @param array<string, mixed> $row The row.
	 * @return array<string, mixed>
	 */
	private function with_names( array $row ): array {
		foreach ( $this->named as $alias => $parent ) {
			$parts = array();
			foreach ( $parent->name_columns() as $column ) {
				$parts[ $column ] = $row[ "{$alias}__$column" ];
				unset( $row[ "{$alias}__$column" ] );
			}
			$row[ "{$alias}_name" ] = null === $row[ "{$alias}_name" ] ? null : $parent->name_of( $parts );
		}
		return $row;
	}
}
