<?php
/**
 * The CRM in the sidebar.
 *
 * @package Carnet
 */

namespace Carnet\Admin;

use Carnet\Entity\Entities;

defined( 'ABSPATH' ) || exit;

/**
 * Adds the menu: one item with a page per noun. What a page holds is in Screen and Assets, and only loaded there.
 */
final class Menu {

	public const DASHBOARD = 'carnet';

	public const SETTINGS = 'carnet-settings';

	/**
	 * The pages that the person may open: slug to title.
	 *
	 * @var array<string, string>
	 */
	private array $titles = array();

	/**
	 * Takes the nouns.
	 *
	 * @param Entities $entities The nouns that have a page.
	 */
	public function __construct( private readonly Entities $entities ) {}

	/**
	 * Adds the pages. On `admin_menu`.
	 */
	public function register(): void {
		if ( $this->entities->has( 'task' ) ) {
			add_action( 'admin_bar_menu', array( new Reminder_Bell(), 'add' ), 90 );
		}
		add_menu_page( __( 'Carnet CRM', 'carnet-crm' ), __( 'Carnet CRM', 'carnet-crm' ), 'carnet_view', self::DASHBOARD, '__return_null', 'dashicons-id-alt', 26 );
		$this->page( self::DASHBOARD, __( 'Dashboard', 'carnet-crm' ), 'carnet_view' );
		foreach ( $this->entities->records() as $entity ) {
			$this->page( "carnet-{$entity->plural}", self::plural( $entity->name ), 'carnet_view' );
		}
		$this->page( self::SETTINGS, __( 'Settings', 'carnet-crm' ), self::settings_capability() );
	}

	/**
	 * Adds one page; everything else about it happens once it is opened.
	 *
	 * @param string $slug       Page slug.
	 * @param string $title      Title in the menu and above the screen.
	 * @param string $capability Who sees it.
	 */
	private function page( string $slug, string $title, string $capability ): void {
		$hook = add_submenu_page( self::DASHBOARD, $title, $title, $capability, $slug, array( new Screen( $title ), 'render' ) );
		if ( ! $hook ) {
			return;
		}
		$this->titles[ $slug ] = $title;
		add_action(
			"load-$hook",
			function () use ( $slug ): void {
				Help::add( $slug, $this->titles );
				add_action( 'admin_enqueue_scripts', fn() => Assets::enqueue( $this->entities ) );
			}
		);
	}

	/**
	 * The capability that opens the settings. Who manages tags, by editing others' records, finds them there too.
	 */
	private static function settings_capability(): string {
		return current_user_can( 'carnet_edit' ) && current_user_can( 'carnet_others' ) ? 'carnet_others' : 'carnet_manage';
	}

	/**
	 * The name of a noun's page.
	 *
	 * @param string $entity Name of the noun.
	 */
	private static function plural( string $entity ): string {
		$labels = array(
			'account' => __( 'Accounts', 'carnet-crm' ),
			'contact' => __( 'Contacts', 'carnet-crm' ),
			'action'  => __( 'Actions', 'carnet-crm' ),
			'deal'    => __( 'Deals', 'carnet-crm' ),
			'quote'   => __( 'Quotes', 'carnet-crm' ),
			'task'    => __( 'Task scheduler', 'carnet-crm' ),
		);
		return $labels[ $entity ] ?? $entity;
	}
}
