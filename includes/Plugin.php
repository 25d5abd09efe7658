<?php
/**
 * What boots, and where.
 *
 * @package Carnet
 */

namespace Carnet;

use Carnet\Accounts\Account_Fields;
use Carnet\Contacts\Contact_Fields;
use Carnet\Contacts\Contact_Figures;
use Carnet\Contacts\Contact_Rules;
use Carnet\Entity\Entities;
use Carnet\Entity\Entity;
use Carnet\Install\Installer;
use Carnet\Tags\Tag_Fields;
use Carnet\Tags\Tag_Rules;

defined( 'ABSPATH' ) || exit;

/**
 * The flat list of everything that boots. On a request that is not ours it adds a few hooks and loads nothing.
 */
final class Plugin {

	/**
	 * The nouns, made when first needed.
	 *
	 * @var Entities|null
	 */
	private static ?Entities $entities = null;

	/**
	 * Adds the hooks.
	 */
	public static function boot(): void {
		register_activation_hook( CARNET_FILE, static fn( $network_wide ) => ( new Installer( self::entities() ) )->activate( (bool) $network_wide ) );
		add_action( 'admin_init', static fn() => ( new Installer( self::entities() ) )->upgrade() );
		add_action( 'rest_api_init', static fn() => ( new Rest\Routes( self::entities() ) )->register() );
	}

	/**
	 * All nouns: the whole of each in one place.
	 */
	public static function entities(): Entities {
		self::$entities ??= new Entities(
			new Entity( 'account', 'accounts', Account_Fields::list( ... ), array( 'name' ) ),
			new Entity( 'contact', 'contacts', Contact_Fields::list( ... ), array( 'first_name', 'last_name' ), 'email', new Contact_Rules(), new Contact_Figures(), array( 'account_id' => array( 'city', 'postcode' ) ) ),
			new Entity( 'tag', 'tags', Tag_Fields::list( ... ), array( 'name' ), null, new Tag_Rules(), trashable: false ),
		);
		return self::$entities;
	}
}
