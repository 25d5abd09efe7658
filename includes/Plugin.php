<?php
/**
 * What boots, and where.
 *
 * @package Carnet
 */

namespace Carnet;

use Carnet\Accounts\Account_Fields;
use Carnet\Actions\Action_Fields;
use Carnet\Actions\Action_Rules;
use Carnet\Contacts\Contact_Fields;
use Carnet\Contacts\Contact_Figures;
use Carnet\Contacts\Contact_Rules;
use Carnet\Deals\Deal_Effects;
use Carnet\Deals\Deal_Fields;
use Carnet\Deals\Deal_Figures;
use Carnet\Deals\Deal_Rules;
use Carnet\Entity\Entities;
use Carnet\Entity\Entity;
use Carnet\Install\Installer;
use Carnet\Quotes\Quote_Fields;
use Carnet\Quotes\Quote_Figures;
use Carnet\Quotes\Quote_Numbers;
use Carnet\Quotes\Quote_Rules;
use Carnet\Settings\Lists;
use Carnet\Settings\Modules;
use Carnet\Settings\People;
use Carnet\Settings\Settings;
use Carnet\Tags\Tag_Fields;
use Carnet\Tags\Tag_Rules;
use Carnet\Tasks\Reminder_Sweep;
use Carnet\Tasks\Task_Fields;
use Carnet\Tasks\Task_Figures;
use Carnet\Tasks\Task_Reminders;
use Carnet\Tasks\Task_Rules;

defined( 'ABSPATH' ) || exit;

/**
 * The flat list of everything that boots. On a request that is not ours it adds a few hooks and loads nothing.
 */
final class Plugin {

	/**
	 * Cron hook that recomputes what is kept.
	 */
	private const REBUILD = 'carnet_rebuild';

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
		register_activation_hook( CARNET_FILE, static fn( $network_wide ) => self::installer()->activate( (bool) $network_wide ) );
		register_deactivation_hook(
			CARNET_FILE,
			static function (): void {
				wp_clear_scheduled_hook( self::REBUILD );
				wp_clear_scheduled_hook( Reminder_Sweep::HOOK );
			}
		);
		add_action( 'admin_init', static fn() => CARNET_VERSION === get_option( Installer::OPTION ) ? null : self::installer()->upgrade() );
		add_action( 'wp_initialize_site', static fn( $site ) => self::installer()->add_site( (int) $site->blog_id ), 20 );
		add_filter( 'wpmu_drop_tables', static fn( $tables ) => array_merge( $tables, self::installer()->tables() ) );
		add_action( 'admin_menu', static fn() => ( new Admin\Menu( self::active() ) )->register() );
		add_action( 'wp_dashboard_setup', static fn() => ( new Admin\My_Tasks_Widget( self::active() ) )->register() );
		add_action( 'admin_head', static fn() => Admin\Crm_Only::hide_others() );
		add_filter( 'login_redirect', static fn( $to, $asked, $user ) => Admin\Crm_Only::landing( $to, $asked, $user ), 10, 3 );
		// Routes are made when one of them, or the list of all, is asked for: a request for other routes pays nothing. Before
		// priority 10, where WordPress answers OPTIONS. Tools on the command line list routes without asking for one.
		add_filter( 'rest_pre_dispatch', static fn( $result, $server, $request ) => 1 === preg_match( '~^/(?:carnet/|carnet$|batch/v1|$)~', $request->get_route() ) ? ( new Rest\Routes( self::active(), self::entities() ) )->before_dispatch( $result, $server, $request ) : $result, 5, 3 );
		add_action( 'rest_api_init', static fn() => Rest\Core_Routes::wait(), 1 );
		add_action( 'rest_api_init', static fn( $server ) => 'cli' === PHP_SAPI ? ( new Rest\Routes( self::active(), self::entities() ) )->register( $server ) : null );
		add_filter( 'rest_exposed_cors_headers', static fn( $headers, $request ) => Rest\Routes::exposed_headers( $headers, $request ), 10, 2 );
		add_filter( 'rest_allowed_cors_headers', static fn( $headers, $request ) => Rest\Routes::allowed_headers( $headers, $request ), 10, 2 );
		add_filter( 'site_status_tests', static fn( $tests ) => ( new Install\Site_Health( self::entities() ) )->add( $tests ) );
		add_action( 'deleted_user', static fn( $user, $reassign ) => ( new Store\Owner_Transfer( self::entities() ) )->hand_over( (int) $user, (int) $reassign ), 10, 2 );
		add_action( 'remove_user_from_blog', static fn( $user, $blog, $reassign ) => ( new Store\Owner_Transfer( self::entities() ) )->hand_over( (int) $user, (int) $reassign ), 10, 3 );
		foreach ( array( 'added_user_meta', 'updated_user_meta', 'deleted_user_meta' ) as $changed ) {
			add_action( $changed, static fn( $meta, $user, $key ) => $GLOBALS['wpdb']->get_blog_prefix() . 'capabilities' === $key ? People::follow( (int) $user ) : null, 10, 3 );
		}
		add_action( 'profile_update', static fn( $user ) => People::follow( (int) $user ) );
		add_action( 'updated_option', static fn( $option ) => $GLOBALS['wpdb']->get_blog_prefix() . 'user_roles' === $option ? People::forget() : null );
		// Figures by day are kept in the site's calendar: another time zone means other days.
		add_action( 'update_option_timezone_string', static fn() => wp_schedule_single_event( time(), self::REBUILD ) );
		add_action( 'update_option_gmt_offset', static fn() => wp_schedule_single_event( time(), self::REBUILD ) );
		add_filter( 'cron_schedules', static fn( $schedules ) => Reminder_Sweep::add_schedule( $schedules ) ); // phpcs:ignore WordPress.WP.CronInterval -- five minutes: a reminder must not come much later than it was asked for.
		add_action( Reminder_Sweep::HOOK, static fn() => Reminder_Sweep::run() );
		add_action( self::REBUILD, static fn() => ( new Store\Checker( self::entities() ) )->repair() );
	}

	/**
	 * Installs and upgrades.
	 */
	private static function installer(): Installer {
		return new Installer( self::entities() );
	}

	/**
	 * The nouns whose modules are on, linked to each other: for routes, menu and screens. What is stored and maintained is of all.
	 */
	public static function active(): Entities {
		return self::entities()->without( Modules::off() );
	}

	/**
	 * All nouns: the whole of each in one place.
	 */
	public static function entities(): Entities {
		self::$entities ??= new Entities(
			new Entity( 'account', 'accounts', Account_Fields::list( ... ), array( 'name' ) ),
			new Entity( 'contact', 'contacts', Contact_Fields::list( ... ), array( 'first_name', 'last_name' ), 'email', static fn() => new Contact_Rules(), static fn() => new Contact_Figures(), array( 'account_id' => array( 'city', 'postcode' ) ) ),
			new Entity( 'action', 'actions', Action_Fields::list( ... ), array( 'title' ), null, static fn() => new Action_Rules() ),
			new Entity( 'deal', 'deals', Deal_Fields::list( ... ), array( 'title' ), null, static fn() => new Deal_Rules( Lists::probabilities( ... ) ), static fn() => new Deal_Figures(), version_required: true, effects: static fn() => new Deal_Effects(), options: Deal_Effects::options( ... ) ),
			new Entity( 'quote', 'quotes', Quote_Fields::list( ... ), array( 'number', 'title' ), null, static fn() => new Quote_Rules( Settings::default_tax_rate( ... ) ), static fn() => new Quote_Figures(), version_required: true, effects: static fn() => new Quote_Numbers( Settings::numbering( ... ) ), permanent: static fn( array $quote ): bool => 'accepted' === $quote['status'] ),
			new Entity( 'task', 'tasks', Task_Fields::list( ... ), array( 'title' ), null, static fn() => new Task_Rules(), static fn() => new Task_Figures(), derived: static fn() => new Task_Reminders() ),
			new Entity( 'tag', 'tags', Tag_Fields::list( ... ), array( 'name' ), null, static fn() => new Tag_Rules(), trashable: false ),
		);
		return self::$entities;
	}
}
