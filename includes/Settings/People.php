<?php
/**
 * Who works with the CRM.
 *
 * @package Carnet
 */

namespace Carnet\Settings;

use Carnet\Entity\Text;
use Carnet\Store\Access;

defined( 'ABSPATH' ) || exit;

/**
 * The people who may change records, kept in an option: WordPress finds them by a text in the rights of every user there is, which on a
 * shop with a hundred thousand customers takes longer than everything else on a screen. Kept up with what WordPress tells of users and
 * roles, one person at a time.
 */
final class People {

	/**
	 * Their names by user id. Loaded with WordPress's own options; not there until it is asked for.
	 */
	public const OPTION = 'carnet_people';

	/**
	 * Most people that forms offer.
	 */
	private const MOST = 500;

	/**
	 * The people to whom records can be given, by name.
	 *
	 * @return list<array{id: int, name: string}>
	 */
	public static function all(): array {
		$names = get_option( self::OPTION );
		if ( ! is_array( $names ) ) {
			$names = self::find();
			update_option( self::OPTION, $names, true );
		}
		$people = array();
		foreach ( $names as $id => $name ) {
			$people[] = array(
				'id'   => (int) $id,
				'name' => (string) $name,
			);
		}
		usort( $people, static fn( array $one, array $other ): int => array( Text::sort_key( $one['name'] ), $one['id'] ) <=> array( Text::sort_key( $other['name'] ), $other['id'] ) );
		return $people;
	}

	/**
	 * Looks through the rights of all users.
	 *
	 * @return array<int, string>
	 */
	private static function find(): array {
		$names = array();
		$users = get_users(
			array(
				'capability' => Access::CAPABILITIES['edit'],
				'orderby'    => 'display_name',
				'number'     => self::MOST,
			)
		);
		foreach ( $users as $user ) {
			if ( Access::can( $user->ID, 'edit' ) ) {
				$names[ $user->ID ] = $user->display_name;
			}
		}
		return $names;
	}

	/**
	 * Follows a change of a user: their name, their roles or rights, or that they are gone.
	 *
	 * @param int $user User id.
	 */
	public static function follow( int $user ): void {
		$names = get_option( self::OPTION );
		if ( ! is_array( $names ) ) {
			return;
		}
		$person = get_userdata( $user );
		$now    = $names;
		unset( $now[ $user ] );
		if ( $person && Access::can( $user, 'edit' ) && count( $now ) < self::MOST ) {
			$now[ $user ] = $person->display_name;
		}
		if ( ( $names[ $user ] ?? null ) !== ( $now[ $user ] ?? null ) ) {
			update_option( self::OPTION, $now, true );
		}
	}

	/**
	 * Follows a change of what WordPress keeps about a user, where it is their rights on this site.
	 *
	 * @param int    $user User id.
	 * @param string $key  What was changed.
	 */
	public static function follow_rights( int $user, string $key ): void {
		if ( $GLOBALS['wpdb']->get_blog_prefix() . 'capabilities' === $key ) {
			self::follow( $user );
		}
	}

	/**
	 * Forgets everybody where an option was changed that says what roles may do: they are looked for when somebody asks.
	 *
	 * @param string $option Its name.
	 */
	public static function forget_if_roles( string $option ): void {
		if ( $GLOBALS['wpdb']->get_blog_prefix() . 'user_roles' === $option && is_array( get_option( self::OPTION ) ) ) {
			delete_option( self::OPTION );
		}
	}
}
