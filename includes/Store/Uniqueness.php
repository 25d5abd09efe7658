<?php
/**
 * One live record per value.
 *
 * @package Carnet
 */

namespace Carnet\Store;

use Carnet\Entity\Entity;
use Carnet\Entity\Problem;
use Carnet\Entity\Text;

defined( 'ABSPATH' ) || exit;

/**
 * Keeps unique fields unique among live records. The first live record with a value claims it in a column with a unique key, so
 * that of two simultaneous writers one fails and, run again, sees the other. Admitted duplicates claim nothing.
 */
final class Uniqueness {

	/**
	 * The claim columns to write, or a refusal.
	 *
	 * @param Entity                    $entity The noun.
	 * @param array<string, mixed>|null $before Stored record.
	 * @param array<string, mixed>|null $after  Record to store; null when it ends.
	 * @param bool                      $admit  Whether a duplicate is wanted.
	 * @param int                       $user   Who writes.
	 * @return array<string, string|null>
	 * @throws Problem 409 carnet_duplicate.
	 */
	public static function claims( Entity $entity, ?array $before, ?array $after, bool $admit, int $user ): array {
		$claims = array();
		foreach ( $entity->fields()->having( 'unique' ) as $name => $field ) {
			$was = self::key( $field, $before, $name );
			$is  = self::key( $field, $after, $name );
			if ( $was !== $is ) {
				$other                     = '' === $is ? null : self::other( $entity, $name, $is, (int) ( $after['id'] ?? 0 ) );
				$claims[ "{$name}_claim" ] = '' === $is || null !== $other ? null : $is;
				if ( null !== $other && ! $admit ) {
					throw self::duplicate( $name, $field['label'], (int) $other['id'], Access::can( $user, 'view', $entity->trashable ? (int) $other['owner_id'] : null ) );
				}
			}
		}
		return $claims;
	}

	/**
	 * The value that a record holds while it lives.
	 *
	 * @param array<string, mixed>      $field  Field definition.
	 * @param array<string, mixed>|null $record Record.
	 * @param string                    $name   Field.
	 */
	private static function key( array $field, ?array $record, string $name ): string {
		return null === $record || null !== $record['trashed_at'] ? '' : Text::key( $field, (string) $record[ $name ] );
	}

	/**
	 * Another live record with the value.
	 *
	 * @param Entity $entity The noun.
	 * @param string $name   Field.
	 * @param string $key    Value.
	 * @param int    $id     The record itself.
	 * @return array<string, string|null>|null
	 */
	private static function other( Entity $entity, string $name, string $key, int $id ): ?array {
		global $wpdb;
		return Database::rows( (string) $wpdb->prepare( 'SELECT id, owner_id FROM %i WHERE %i = %s AND trashed_at IS NULL AND id <> %d ORDER BY id LIMIT 1', $entity->table(), "{$name}_key", $key, $id ) )[0] ?? null;
	}

	/**
	 * The refusal; it tells which record only to who may see it.
	 *
	 * @param string $name    Field.
	 * @param string $label   Its label.
	 * @param int    $other   The other record.
	 * @param bool   $visible Whether it is the person's to see; what has no trash (a tag) is everybody's.
	 */
	private static function duplicate( string $name, string $label, int $other, bool $visible ): Problem {
		$data = array( 'field' => $name ) + ( $visible ? array( 'existing_id' => $other ) : array() );
		/* translators: %s: field label. */
		return new Problem( 'carnet_duplicate', 409, sprintf( __( '%s: another record has this value already.', 'carnet-crm' ), $label ), $data );
	}
}
