<?php
/**
 * What a tag is.
 *
 * @package Carnet
 */

namespace Carnet\Tags;

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
				'name'  => array(
					'type'        => 'string',
					'maxLength'   => 60,
					'required'    => true,
					'label'       => __( 'Name', 'carnet-crm' ),
					'description' => __( 'Name of the tag; unique, case and accents ignored; without |.', 'carnet-crm' ),
					'sortable'    => true,
					'searchable'  => true,
					'unique'      => 'folded',
				),
				'color' => array(
					'type'        => 'string',
					'maxLength'   => 7,
					'default'     => '#3858e9',
					'label'       => __( 'Color', 'carnet-crm' ),
					'description' => __( 'Color of the tag, #rrggbb.', 'carnet-crm' ),
				),
			)
		);
	}
}
