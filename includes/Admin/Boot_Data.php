<?php
/**
 * What the screens know before they ask.
 *
 * @package Carnet
 */

namespace Carnet\Admin;

use Carnet\Entity\Entities;
use Carnet\Entity\Export_Columns;
use Carnet\Entity\View_Config;
use Carnet\Settings\Config_Controller;
use Carnet\Settings\Role_Rights;
use Carnet\Settings\Settings;

defined( 'ABSPATH' ) || exit;

/**
 * The facts embedded in the page for src/entities/boot.ts: every noun's fields, and the lists, people and capabilities.
 */
final class Boot_Data {

	/**
	 * The facts.
	 *
	 * @param Entities $entities The nouns that have screens.
	 * @return array<string, mixed>
	 */
	public static function of( Entities $entities ): array {
		$nouns = array();
		foreach ( $entities->records() as $entity ) {
			$nouns[ $entity->name ] = array(
				'route'        => $entity->plural,
				'page'         => "carnet-{$entity->plural}",
				'fields'       => View_Config::of( $entity ),
				'defaultQuery' => List_Defaults::of( $entity->name ),
				'exports'      => Export_Columns::of( $entity ),
			);
		}
		return array(
			'pages'    => array(
				'dashboard' => Menu::DASHBOARD,
				'settings'  => Menu::SETTINGS,
			),
			'entities' => $nouns,
			'config'   => Config_Controller::config( $entities ),
			'userId'   => get_current_user_id(),
			// For the settings: /settings has roles by their keys.
			'roles'    => current_user_can( 'carnet_manage' ) ? Role_Rights::names() : (object) array(),
			'site'     => array(
				'name'        => get_bloginfo( 'name', 'display' ),
				// A query of its own where there is none.
				'logo'        => 'print' === Address::current()->tab ? (string) wp_get_attachment_image_url( (int) get_theme_mod( 'custom_logo' ), 'medium' ) : '',
				'legal_lines' => Settings::all()['quotes']['legal_lines'],
			),
		);
	}
}
