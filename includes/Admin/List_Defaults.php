<?php
/**
 * What lists show at first.
 *
 * @package Carnet
 */

namespace Carnet\Admin;

defined( 'ABSPATH' ) || exit;

/**
 * What a list asks for until a person changes it: parameters of the REST API, from which the screen makes its view and
 * Preload the answer that is embedded in the page. Columns are the screen's own (src).
 */
final class List_Defaults {

	/**
	 * The newest records. A noun with another beginning (open deals) gets its parameters here.
	 */
	public const QUERY = array(
		'per_page' => 20,
		'orderby'  => 'id',
		'order'    => 'desc',
	);
}
