<?php
/**
 * What a tag is.
 *
 * @package Carnet
 */

namespace Carnet\Tags;

use Carnet\Entity\Field;
use Carnet\Entity\Field_List;

defined( 'ABSPATH' ) || exit;

/**
 * The fields of a tag. One list of tags serves all nouns that carry them.
 */
final class Tag_Fields {

	/**
	 * The list.
	 */
	public static function list(): Field_List {
		return new Field_List(
			array(
				'name'  => Field::text( __( 'Name', 'carnet-crm' ), 60 ) + array(
					'description' => __( 'Name of the tag; unique, case and accents ignored; without |.', 'carnet-crm' ),
					'required'    => true,
					'sortable'    => true,
					'searchable'  => true,
					'unique'      => 'folded',
				),
				'color' => Field::text( __( 'Color', 'carnet-crm' ), 7 ) + array(
					'description' => __( 'Color of the tag, #rrggbb.', 'carnet-crm' ),
					'default'     => '#3858e9',
				),
			)
		);
	}
}
