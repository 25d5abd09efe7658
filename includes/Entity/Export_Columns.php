<?php
/**
 * The columns of an export, from the field list.
 *
 * @package Carnet
 */

namespace Carnet\Entity;

defined( 'ABSPATH' ) || exit;

/**
 * Projects a noun to the names that an export may hold, in the order of the field list: every field that is not left out, and beside
 * each link and the owner the name of who or what is meant. How a value is written is for Export\Csv_Cells.
 */
final class Export_Columns {

	/**
	 * The names.
	 *
	 * @param Entity $entity The noun.
	 * @return list<string>
	 */
	public static function of( Entity $entity ): array {
		$names = array();
		foreach ( $entity->fields()->all() as $name => $field ) {
			if ( false === ( $field['export'] ?? true ) ) {
				continue;
			}
			$names[] = $name;
			if ( isset( $entity->links()[ $name ] ) || 'owner_id' === $name ) {
				$names[] = substr( $name, 0, -3 ) . '_name';
			}
		}
		return $names;
	}
}
