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
	 * @param array<string, array<string, array<string, mixed>>>|null $taken For records that begin together: as taken() said; theirs are added.
	 * @return array<string, string|null> Of a record that begins all claim columns, of others those that change.
	 * @throws Problem 409 carnet_duplicate.
	 */
	public static function claims( Entity $entity, ?array $before, ?array $after, bool $admit, int $user, ?array &$taken = null ): array {
		$claims = array();
		foreach ( $entity->fields()->having( 'unique' ) as $name => $field ) {
			if ( null !== $before && null !== $after && array( $before[ $name ], $before['trashed_at'] ) === array( $after[ $name ], $after['trashed_at'] ) ) {
				continue;
			}
			$was = self::key( $field, $before, $name );
			$is  = self::key( $field, $after, $name );
			if ( $was === $is && null !== $before ) {
				continue;
			}
			$other = null;
			if ( null !== $after && '' !== $is ) {
				$taken ??= self::taken( $entity, array( $after ) );
				$other   = $taken[ $name ][ $is ] ?? null;
				if ( null !== $other && ! $admit ) {
					throw self::duplicate( $name, $field['label'], (int) $other['id'], Access::can( $user, 'view', $entity->trashable ? (int) $other['owner_id'] : null ) );
				}
				$taken[ $name ][ $is ] = $other ?? $after;
			}
			$claims[ "{$name}_claim" ] = '' === $is || null !== $other ? null : $is;
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
	 * The other live records that hold a value of these: of each value the first.
	 *
	 * @param Entity                     $entity  The noun.
	 * @param list<array<string, mixed>> $records Records to store.
	 * @return array<string, array<string, array<string, mixed>>> By field and value: id and owner_id.
	 */
	public static function taken( Entity $entity, array $records ): array {
		$taken = array();
		$own   = array_map( static fn( array $record ): int => (int) ( $record['id'] ?? 0 ), $records );
		foreach ( $entity->fields()->having( 'unique' ) as $name => $field ) {
			$taken[ $name ] = array();
			$keys           = array_filter( array_map( static fn( array $record ): string => self::key( $field, $record, $name ), $records ), static fn( string $key ): bool => '' !== $key );
			if ( $keys ) {
				$sql = "SELECT id, owner_id, {$name}_key AS value FROM {$entity->table()} WHERE {$name}_key IN (" . Literal::texts( array_values( $keys ) ) . ') AND trashed_at IS NULL AND id NOT IN (' . Literal::integers( $own ) . ') ORDER BY id';
				foreach ( Database::rows( $sql ) as $row ) {
					$taken[ $name ][ (string) $row['value'] ] ??= $row;
				}
			}
		}
		return $taken;
	}

	/**
	 * The refusal; it tells which record only to who may see it.
	 *
	 * @param string $name    Field.
	 * @param string $label   Its label.
	 * @param int    $other   The other record; 0 where it begins together with this one.
	 * @param bool   $visible Whether it is the person's to see; what has no trash (a tag) is everybody's.
	 */
	private static function duplicate( string $name, string $label, int $other, bool $visible ): Problem {
		$data = array( 'field' => $name ) + ( $visible && $other ? array( 'existing_id' => $other ) : array() );
		/* translators: %s: field label. */
		return new Problem( 'carnet_duplicate', 409, sprintf( __( '%s: another record has this value already.', 'carnet-crm' ), $label ), $data );
	}
}
