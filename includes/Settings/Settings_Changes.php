<?php
/**
 * Saving the settings.
 *
 * @package Carnet
 */

namespace Carnet\Settings;

use Carnet\Entity\Problem;
use Carnet\Store\Access;
use Carnet\Store\Change_Log;
use Carnet\Store\Database;
use Carnet\Store\Database_Error;
use Carnet\Store\Transaction;

defined( 'ABSPATH' ) || exit;

/**
 * Saves settings as one validated whole, in history like any change.
 */
final class Settings_Changes {

	/**
	 * Settings of which a part may be sent: the rest of it stays.
	 */
	private const IN_PARTS = array( 'lists', 'quotes', 'modules', 'roles' );

	/**
	 * Saves what was sent; the rest stays.
	 *
	 * @param Transaction                          $transaction  The open unit.
	 * @param array<string, mixed>                 $sent         Parts of the settings, valid by Settings_Schema.
	 * @param array<string, array<string, string>> $replacements By list: removed key => the key that records get instead.
	 * @return array<string, mixed> The settings now.
	 * @throws Problem A refusal; nothing was written.
	 */
	public static function save( Transaction $transaction, array $sent, array $replacements ): array {
		if ( ! Access::can( $transaction->set->user_id, 'manage' ) ) {
			throw Problem::forbidden();
		}
		self::lock();
		$before = Settings::with_roles();
		if ( isset( $sent['roles'] ) ) {
			$sent['roles'] = array_map( static fn( array $held ): array => array_values( array_intersect( Access::CAPABILITIES, $held ) ), $sent['roles'] );
		}
		$sent  = array_intersect_key( $sent, $before );
		$after = array_merge( $before, $sent );
		foreach ( array_intersect( self::IN_PARTS, array_keys( $sent ) ) as $name ) {
			$after[ $name ] = array_merge( $before[ $name ], $sent[ $name ] );
		}
		Settings_Rules::check( $after, $sent );
		$in_use = new Values_In_Use( $transaction );
		$in_use->check( $before, $after, $replacements );
		$changes = Change_Log::difference( $before, $after );
		if ( $changes ) {
			self::store( $sent );
			Role_Rights::save( $before['roles'], $after['roles'] );
			if ( isset( $changes['roles'] ) ) {
				// Only those that changed: undoing it leaves the others alone, which may have been changed elsewhere.
				$same             = array_uintersect_assoc( $before['roles'], $after['roles'], static fn( array $a, array $b ): int => $a <=> $b );
				$changes['roles'] = array_map( static fn( array $roles ): array => array_diff_key( $roles, $same ), $changes['roles'] );
			}
			$transaction->writer->log( 'settings', 1, 'update', $changes );
			$in_use->write();
		}
		return $after;
	}

	/**
	 * Locks what settings and rights are kept in and corrects WordPress's copies: those are as old as the request, or as a replica,
	 * and both options are saved as a whole. Of two who save at once neither is lost.
	 */
	private static function lock(): void {
		global $wpdb;
		$names = array( Settings::OPTION, wp_roles()->role_key );
		$rows  = Database::rows( (string) $wpdb->prepare( 'SELECT option_name, option_value FROM %i WHERE option_name IN (%s, %s) ORDER BY option_name FOR UPDATE', $wpdb->options, ...$names ) );
		$kept  = array_column( $rows, 'option_value', 'option_name' );
		wp_cache_set( 'alloptions', $kept + array_diff_key( wp_load_alloptions(), array_flip( $names ) ), 'options' );
		wp_roles()->for_site();
	}

	/**
	 * Keeps what was sent. What never was is not kept: as shipped, in each reader's language.
	 *
	 * @param array<string, mixed> $sent Settings.
	 */
	private static function store( array $sent ): void {
		$saved = (array) get_option( Settings::OPTION, array() );
		foreach ( array_diff_key( $sent, array( 'roles' => true ) ) as $name => $value ) {
			$saved[ $name ] = in_array( $name, self::IN_PARTS, true ) ? array_merge( $saved[ $name ] ?? array(), $value ) : $value;
		}
		if ( ! update_option( Settings::OPTION, $saved, true ) && get_option( Settings::OPTION ) !== $saved ) {
			throw new Database_Error( 'other', 'settings' );
		}
	}
}
