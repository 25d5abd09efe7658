<?php
/**
 * The order of a list, and a place in it.
 *
 * @package Carnet
 */

namespace Carnet\Entity;

use Carnet\Store\Literal;

defined( 'ABSPATH' ) || exit;

/**
 * A sort key with the id behind it, and the cursor that says where in that order a reader stands. Both engines put null first
 * when ascending, which the cursor follows; fields that are empty_last are not sorted by a null.
 */
final class List_Order {

	/**
	 * The sort column.
	 */
	private string $column;

	/**
	 * Names an order.
	 *
	 * @param Entity $entity    The noun.
	 * @param string $field     A sortable field.
	 * @param string $direction asc or desc.
	 */
	public function __construct( private readonly Entity $entity, private readonly string $field, private readonly string $direction ) {
		$this->column = Table_Sql::sort_column( $field, (array) $entity->fields()->get( $field ) );
	}

	/**
	 * ORDER BY.
	 *
	 * @param string $alias Alias of the noun's table.
	 */
	public function sql( string $alias ): string {
		$direction = $this->is_ascending() ? 'ASC' : 'DESC';
		return 'ORDER BY ' . ( 'id' === $this->field ? '' : "$alias.{$this->column} $direction, " ) . "$alias.id $direction";
	}

	/**
	 * What is put in order, as sql() of the same alias needs it.
	 *
	 * @param string $alias Alias of the noun's table.
	 */
	public function columns( string $alias ): string {
		return "$alias.id" . ( 'id' === $this->column ? '' : ", $alias.{$this->column}" );
	}

	/**
	 * Whether what is less comes first.
	 */
	public function is_ascending(): bool {
		return 'asc' === $this->direction;
	}

	/**
	 * The cursor that stands on a row.
	 *
	 * @param array<string, mixed> $row Of Row_Reader: `_id`, and under `_sort` its value in another column().
	 */
	public function cursor( array $row ): string {
		$place = array( $this->field, $this->direction, $row['_sort'] ?? null, (int) $row['_id'] );
		return rtrim( strtr( base64_encode( (string) wp_json_encode( $place ) ), '+/', '-_' ), '=' ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- an opaque token in an URL.
	}

	/**
	 * Ids in this order, where it is that of ids.
	 *
	 * @param list<int> $ids Ids.
	 * @return list<int>
	 */
	public function of_ids( array $ids ): array {
		if ( $this->is_ascending() ) {
			sort( $ids );
		} else {
			rsort( $ids );
		}
		return $ids;
	}

	/**
	 * The column a cursor needs beside the record's own.
	 */
	public function column(): string {
		return $this->column;
	}

	/**
	 * The condition "behind this cursor", or null where it is not a cursor of this order.
	 *
	 * @param string $cursor As made by cursor().
	 */
	public function behind( string $cursor ): ?string {
		$place = json_decode( (string) base64_decode( strtr( $cursor, '-_', '+/' ), true ), true ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- as above.
		if ( ! is_array( $place ) || ! array_is_list( $place ) || 4 !== count( $place ) || array( $this->field, $this->direction ) !== array( $place[0], $place[1] )
			|| ! is_int( $place[3] ) || ! ( null === $place[2] || is_scalar( $place[2] ) ) ) {
			return null;
		}
		list( , , $value, $id ) = $place;
		$column                 = "r.{$this->column}";
		$beyond                 = $this->is_ascending() ? '>' : '<';
		if ( 'id' === $this->field ) {
			return "r.id $beyond $id";
		}
		if ( null === $value ) {
			$values = '>' === $beyond ? " OR $column IS NOT NULL" : '';
			return "(($column IS NULL AND r.id $beyond $id)$values)";
		}
		$field = (array) $this->entity->fields()->get( $this->field );
		if ( 'date-time' === ( $field['format'] ?? '' ) && 1 !== preg_match( '/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/D', (string) $value ) ) {
			return null;
		}
		$nulls = '<' === $beyond && ! empty( $field['nullable'] ) && $this->column === $this->field ? " OR $column IS NULL" : '';
		$value = Literal::of( 'integer' === $field['type'] ? (int) $value : (string) $value );
		return "($column $beyond $value OR ($column = $value AND r.id $beyond $id)$nulls)";
	}
}
