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
 * shop with a hundred thousand customers takes longer than everything else on a screen. They are looked for again when WordPress tells of
 * one of them, or of the roles.
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
	 * Follows a change of a user, of their name, roles or rights, or that they are gone. Those that it does not concern, which are most
	 * users of a shop, change nothing; after others everybody is looked for again, so that two changes at once cannot undo each other.
	 *
	 * @param int $user User id.
	 */
	public static function follow( int $user ): void {
		$names = get_option( self::OPTION );
		$name  = Access::can( $user, 'edit' ) ? get_userdata( $user )->display_name ?? null : null;
		if ( is_array( $names ) && ( $names[ $user ] ?? null ) !== $name ) {
			self::forget();
		}
	}

	/**
	 * Forgets everybody: they are looked for when somebody asks.
	 */
	public static function forget(): void {
		if ( false !== get_option( self::OPTION ) ) {
			delete_option( self::OPTION );
		}
	}
}
