<?php
/**
 * Who may do what.
 *
 * @package Carnet
 */

namespace Carnet\Store;

defined( 'ABSPATH' ) || exit;

/**
 * The one place that decides on rights, for lists, counts, search, REST, export, figures and history alike. Deny by default;
 * roles are granted capabilities in Install\Roles.
 */
final class Access {

	/**
	 * The capabilities, by what they allow.
	 */
	public const CAPABILITIES = array(
		'view'   => 'carnet_view',
		'edit'   => 'carnet_edit',
		'others' => 'carnet_others',
		'export' => 'carnet_export',
		'purge'  => 'carnet_purge',
		'manage' => 'carnet_manage',
	);

	/**
	 * Whether a person may do something, to records at large or to one record.
	 *
	 * @param int      $user  User id; 0 is nobody.
	 * @param string   $verb  A key of CAPABILITIES.
	 * @param int|null $owner The record's owner, where it is about one record.
	 */
	public static function can( int $user, string $verb, ?int $owner = null ): bool {
		$person = $user < 1 ? false : get_userdata( $user );
		if ( ! $person || ! isset( self::CAPABILITIES[ $verb ] ) || ! user_can( $person, self::CAPABILITIES['view'] ) || ! user_can( $person, self::CAPABILITIES[ $verb ] ) ) {
			return false;
		}
		return null === $owner || $owner === $user || user_can( $person, self::CAPABILITIES['others'] );
	}

	/**
	 * Whose records a person sees and counts: null for everybody's, else only those of that owner.
	 *
	 * @param int $user User id.
	 */
	public static function scope( int $user ): ?int {
		return self::can( $user, 'others' ) ? null : $user;
	}

	/**
	 * The capabilities a person has here.
	 *
	 * @param int $user User id.
	 * @return list<string>
	 */
	public static function of( int $user ): array {
		return array_values( array_filter( self::CAPABILITIES, static fn( string $verb ): bool => self::can( $user, $verb ), ARRAY_FILTER_USE_KEY ) );
	}
}
