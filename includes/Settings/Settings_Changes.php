<?php
/**
 * Saving the settings.
 *
 * @package Carnet
 */

namespace Carnet\Settings;

use Carnet\Entity\Entities;
use Carnet\Entity\Problem;
use Carnet\Store\Access;
use Carnet\Store\Change_Log;
use Carnet\Store\Database;
use Carnet\Store\Database_Error;
use Carnet\Store\Transaction;

defined( 'ABSPATH' ) || exit;

/**
 * Saves settings as one validated whole, in history like any change. A value that records hold is only removed together with
 * its replacement, which they get in the same change set.
 */
final class Settings_Changes {

	/**
	 * Saves what was sent; the rest stays.
	 *
	 * @param Transaction                          $transaction  The open unit.
	 * @param array<string, mixed>                 $sent         Parts of the settings, valid by Settings_Schema.
	 * @param array<string, array<string, string>> $replacements By list: removed key => the key that records get instead.
	 * @return array<string, mixed> The settings now.
	 * @throws Problem A refusal.
	 */
	public static function save( Transaction $transaction, array $sent, array $replacements ): array {
		if ( ! Access::can( $transaction->set->user_id, 'manage' ) ) {
			throw Problem::forbidden();
		}
		$before         = Settings::all();
		$after          = array_merge( $before, array_intersect_key( $sent, $before ) );
		$after['lists'] = array_merge( $before['lists'], array_intersect_key( (array) ( $sent['lists'] ?? array() ), $before['lists'] ) );
		self::check( $after );
		foreach ( $before['lists'] as $list => $values ) {
			foreach ( array_diff( array_column( $values, 'key' ), array_column( $after['lists'][ $list ], 'key' ) ) as $key ) {
				self::replace( $transaction, $list, $key, $replacements[ $list ][ $key ] ?? null, array_column( $after['lists'][ $list ], 'key' ) );
			}
		}
		$changes = Change_Log::difference( $before, $after );
		if ( $changes ) {
			$saved = array_intersect_key( $after, $sent ) + (array) get_option( Settings::OPTION, array() );
			if ( isset( $sent['lists'] ) ) {
				$saved['lists'] = array_intersect_key( $after['lists'], $sent['lists'] ) + (array) ( ( (array) get_option( Settings::OPTION, array() ) )['lists'] ?? array() );
			}
			if ( ! update_option( Settings::OPTION, $saved, true ) && get_option( Settings::OPTION ) !== $saved ) {
				throw new Database_Error( 'other', 'settings' );
			}
			$transaction->writer->log( 'settings', 1, 'update', $changes );
		}
		return $after;
	}

	/**
	 * Refuses settings that contradict themselves.
	 *
	 * @param array<string, mixed> $settings All settings.
	 */
	private static function check( array $settings ): void {
		foreach ( $settings['lists'] + array( 'taxes' => $settings['taxes'], 'currencies' => $settings['currencies'] ) as $name => $values ) { // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
			$keys = array_column( $values, 'currencies' === $name ? 'code' : 'key' );
			if ( count( array_unique( $keys ) ) < count( $keys ) ) {
				/* translators: %s: name of a list in the settings. */
				throw Problem::invalid( $name, sprintf( __( '%s: every value needs a key of its own.', 'carnet-crm' ), $name ) );
			}
		}
		if ( ! in_array( $settings['default_currency'], array_column( $settings['currencies'], 'code' ), true ) ) {
			throw Problem::invalid( 'default_currency', __( 'The default currency must be one of the currencies.', 'carnet-crm' ) );
		}
		if ( ! in_array( $settings['default_tax'], array_column( $settings['taxes'], 'key' ), true ) ) {
			throw Problem::invalid( 'default_tax', __( 'The default tax must be one of the taxes.', 'carnet-crm' ) );
		}
	}

	/**
	 * Gives the records that hold a removed value another one.
	 *
	 * @param Transaction  $transaction The open unit.
	 * @param string       $list        List.
	 * @param string       $key         Removed value.
	 * @param string|null  $instead     Replacement.
	 * @param list<string> $left        Values that stay.
	 * @throws Problem 409 carnet_in_use without a valid replacement.
	 */
	private static function replace( Transaction $transaction, string $list, string $key, ?string $instead, array $left ): void {
		foreach ( self::users( $transaction->entities, $list ) as list( $noun, $field ) ) {
			$entity = $transaction->entities->get( $noun );
			global $wpdb;
			$ids = Database::column( (string) $wpdb->prepare( 'SELECT id FROM %i WHERE %i = %s ORDER BY id', $entity->table(), $field, $key ) );
			if ( $ids && ! in_array( $instead, $left, true ) ) {
				/* translators: %d: number of records. */
				$message = sprintf( _n( '%d record has this value. Choose the value it gets instead.', '%d records have this value. Choose the value they get instead.', count( $ids ), 'carnet-crm' ), count( $ids ) );
				throw new Problem( 'carnet_in_use', 409, $message, array( 'field' => $list, 'value' => $key, 'count' => count( $ids ) ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
			}
			foreach ( $ids as $id ) {
				$record = $transaction->writer->read( $entity, (int) $id );
				if ( null !== $record ) {
					$transaction->writer->write( $entity, $record, array_merge( $record, array( $field => $instead ) ), 'update' );
				}
			}
		}
	}

	/**
	 * The fields that take their values from a list.
	 *
	 * @param Entities $entities All nouns.
	 * @param string   $list     List.
	 * @return list<array{string, string}> Noun and field.
	 */
	private static function users( Entities $entities, string $list ): array {
		$users = array();
		foreach ( $entities->records() as $entity ) {
			foreach ( $entity->fields()->having( 'choices' ) as $name => $field ) {
				if ( $field['choices'] === $list ) {
					$users[] = array( $entity->name, $name );
				}
			}
		}
		return $users;
	}
}
