<?php
/**
 * Links that lead somewhere.
 *
 * @package Carnet
 */

namespace Carnet\Store;

use Carnet\Entity\Entities;
use Carnet\Entity\Entity;
use Carnet\Entity\Problem;

defined( 'ABSPATH' ) || exit;

/**
 * Checks that what a record links to is there, live and the person's to see, and reads the names of parents for the search text.
 */
final class Links {

	/**
	 * Rows read in this unit of work, by "noun:id".
	 *
	 * @var array<string, array<string, string|null>|null>
	 */
	private array $rows = array();

	/**
	 * Tags known to exist in this unit of work.
	 *
	 * @var array<int, true>
	 */
	private array $tags = array();

	/**
	 * Takes all nouns.
	 *
	 * @param Entities $entities All nouns.
	 * @param Rights   $rights   Who may do what.
	 */
	public function __construct( private readonly Entities $entities, private readonly Rights $rights = new Rights() ) {}

	/**
	 * Refuses links that changed and lead nowhere.
	 *
	 * @param Entity                    $entity The noun.
	 * @param array<string, mixed>|null $before Stored record.
	 * @param array<string, mixed>      $after  Record to store.
	 * @param int                       $user   Who links.
	 * @throws Problem Naming the field.
	 */
	public function check( Entity $entity, ?array $before, array $after, int $user ): void {
		foreach ( $entity->fields()->having( 'relation' ) as $name => $field ) {
			$value  = $after[ $name ] ?? null;
			$within = $field['within'] ?? '';
			$same   = ( $before[ $name ] ?? null ) === $value && ( '' === $within || ( $before[ $within ] ?? null ) === $after[ $within ] );
			if ( null === $value || $same || ! empty( $field['readonly'] ) ) {
				continue;
			}
			if ( 'tag' === $field['relation'] ) {
				$good = $this->tags_exist( array_diff( $value, $before[ $name ] ?? array() ) );
			} elseif ( 'user' === $field['relation'] ) {
				$good = $this->rights->can( $value, 'view' ) && ( $value === $user || $this->rights->can( $user, 'others' ) );
			} else {
				$parent = $this->row( $this->entities->get( $field['relation'] ), $value );
				$good   = null !== $parent && null === $parent['trashed_at'] && $this->rights->can( $user, 'view', (int) $parent['owner_id'] );
				if ( $good && '' !== $within && null !== $parent[ $within ] && (int) $parent[ $within ] !== $after[ $within ] ) {
					/* translators: 1: label of a link, such as Contact, 2: label of another, such as Account. */
					throw new Problem( 'carnet_invalid_link', 400, sprintf( __( '%1$s: choose one that belongs to the same %2$s, or to none.', 'carnet-crm' ), $field['label'], $entity->fields()->get( $within )['label'] ?? $within ), array( 'field' => $name ) );
				}
			}
			if ( ! $good ) {
				throw Problem::invalid_link( $name, $field['label'] );
			}
		}//end foreach
	}

	/**
	 * The names of a record's parents that its search text holds, by link field.
	 *
	 * @param Entity               $entity The noun.
	 * @param array<string, mixed> $record The record.
	 * @return array<string, string>
	 */
	public function searchable_names( Entity $entity, array $record ): array {
		$names = array();
		foreach ( $entity->links() as $field => $noun ) {
			if ( ! empty( $entity->fields()->get( $field )['searchable'] ) && null !== ( $record[ $field ] ?? null ) ) {
				$parent          = $this->entities->get( $noun );
				$names[ $field ] = $parent->name_of( $this->row( $parent, $record[ $field ] ) ?? array() );
			}
		}
		return $names;
	}

	/**
	 * The row of a parent, kept from being trashed or purged until the unit of work ends.
	 *
	 * @param Entity $parent Its noun.
	 * @param int    $id     Its id.
	 * @return array<string, string|null>|null
	 */
	private function row( Entity $parent, int $id ): ?array {
		if ( ! array_key_exists( "{$parent->name}:$id", $this->rows ) ) {
			$this->read( $parent, array( $id ) );
		}
		return $this->rows[ "{$parent->name}:$id" ];
	}

	/**
	 * Reads what records link to in a statement a noun instead of one a link.
	 *
	 * @param Entity                     $entity  Their noun.
	 * @param list<array<string, mixed>> $records Records to be.
	 */
	public function foresee( Entity $entity, array $records ): void {
		foreach ( $entity->links() as $field => $noun ) {
			$ids = array_unique( array_filter( array_column( $records, $field ) ) );
			$new = array_filter( $ids, fn( int $id ): bool => ! array_key_exists( "$noun:$id", $this->rows ) );
			if ( $new ) {
				$this->read( $this->entities->get( $noun ), array_values( $new ) );
			}
		}
	}

	/**
	 * Reads rows of parents, in id order.
	 *
	 * @param Entity    $parent Their noun.
	 * @param list<int> $ids    Their ids.
	 */
	private function read( Entity $parent, array $ids ): void {
		$columns = implode( ',', array_unique( array( 'id', 'owner_id', 'trashed_at', ...$parent->name_columns(), ...array_keys( $parent->links() ) ) ) );
		$found   = array_column( Database::rows( "SELECT $columns FROM {$parent->table()} WHERE id IN (" . Literal::integers( $ids ) . ') ORDER BY id LOCK IN SHARE MODE' ), null, 'id' );
		foreach ( $ids as $id ) {
			$this->rows[ "{$parent->name}:$id" ] = $found[ $id ] ?? null;
		}
	}

	/**
	 * Forgets a record that this unit of work has just changed.
	 *
	 * @param string $noun Its noun.
	 * @param int    $id   Its id.
	 */
	public function forget( string $noun, int $id ): void {
		unset( $this->rows[ "$noun:$id" ] );
		$this->tags = 'tag' === $noun ? array() : $this->tags;
	}

	/**
	 * Whether all these tags exist.
	 *
	 * @param array<int> $tags Tag ids.
	 */
	private function tags_exist( array $tags ): bool {
		$new = array_values( array_filter( $tags, fn( int $tag ): bool => ! isset( $this->tags[ $tag ] ) ) );
		foreach ( $new ? Database::column( 'SELECT id FROM ' . $this->entities->get( 'tag' )->table() . ' WHERE id IN (' . Literal::integers( $new ) . ') ORDER BY id LOCK IN SHARE MODE' ) : array() as $id ) {
			$this->tags[ (int) $id ] = true;
		}
		return array() === array_filter( $tags, fn( int $tag ): bool => ! isset( $this->tags[ $tag ] ) );
	}
}
