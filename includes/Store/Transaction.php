<?php
/**
 * What may be done in a unit of work.
 *
 * @package Carnet
 */

namespace Carnet\Store;

use Carnet\Entity\Entities;
use Carnet\Entity\Entity;
use Carnet\Entity\Item_Schema;
use Carnet\Entity\Problem;
use Carnet\Settings\Modules;

defined( 'ABSPATH' ) || exit;

/**
 * The verbs of the write path: create, update, trash, restore, delete. Each checks rights, version, rules and links before it writes
 * anything, so a refusal leaves the unit as it was. What a write means for log, totals and search is Record_Writer's.
 */
final class Transaction {

	/**
	 * Writes rows and what follows from them.
	 */
	public readonly Record_Writer $writer;

	/**
	 * Checks links.
	 */
	public readonly Links $links;

	/**
	 * Who may do what.
	 */
	private readonly Rights $rights;

	/**
	 * Opened by Unit_Of_Work only.
	 *
	 * @param Entities   $entities     All nouns.
	 * @param Change_Set $set          Who, when and why.
	 * @param int        $changeset_id The open change set.
	 */
	public function __construct( public readonly Entities $entities, public readonly Change_Set $set, public readonly int $changeset_id ) {
		$this->rights = new Rights();
		$this->links  = new Links( $entities, $this->rights );
		$this->writer = new Record_Writer( $entities, $this->links, $set, $changeset_id );
	}

	/**
	 * Makes a record.
	 *
	 * @param string               $noun    Its noun.
	 * @param array<string, mixed> $fields  Values, each in its stored form; the others get their defaults.
	 * @param array<string, bool>  $options What was asked for beside fields: allow_duplicate, or an option of the noun.
	 * @return array<string, mixed> The record.
	 */
	public function create( string $noun, array $fields, array $options = array() ): array {
		return $this->create_all( $noun, array( $fields ), $options )[0];
	}

	/**
	 * Makes records of a noun, all of them or none, with a handful of statements.
	 *
	 * @param string                     $noun    Their noun.
	 * @param list<array<string, mixed>> $all     Values of each, as for create().
	 * @param array<string, bool>        $options As for create().
	 * @return list<array<string, mixed>> The records.
	 */
	public function create_all( string $noun, array $all, array $options = array() ): array {
		$entity = $this->entities->get( $noun );
		if ( ! $this->may( 'edit' ) ) {
			throw Problem::forbidden();
		}
		$this->links->foresee( $entity, $all );
		$empty   = array(
			'id'         => 0,
			'version'    => 1,
			'owner_id'   => $this->set->user_id,
			'created_at' => $this->set->at,
			'created_by' => $this->set->user_id,
			'updated_at' => $this->set->at,
			'updated_by' => $this->set->user_id,
		) + array_map( array( Item_Schema::class, 'default_of' ), $entity->fields()->all() );
		$given   = $entity->fields()->writable();
		$records = array();
		foreach ( $all as $fields ) {
			$fields['owner_id'] ??= $this->set->user_id;
			$records[]            = $this->prepared( $entity, null, array_merge( $empty, array_intersect_key( $fields, $given ) ) );
		}
		$made = array();
		foreach ( array_chunk( $records, Record_Writer::AT_ONCE ) as $chunk ) {
			array_push( $made, ...$this->writer->insert( $entity, $chunk, ! empty( $options['allow_duplicate'] ) ) );
		}
		foreach ( $made as $record ) {
			$entity->effects()?->follow( $this, null, $record, $options );
		}
		return $made;
	}

	/**
	 * Changes fields of a live record. Changing nothing writes nothing.
	 *
	 * @param string               $noun    Its noun.
	 * @param int                  $id      Its id.
	 * @param array<string, mixed>|callable( array<string, mixed> ): array<string, mixed> $changes New values, each in its stored form, or what makes them of the record.
	 * @param int|null             $version The version it must have.
	 * @param array<string, bool>  $options As for create.
	 * @return array<string, mixed> The record.
	 */
	public function update( string $noun, int $id, array|callable $changes, ?int $version = null, array $options = array() ): array {
		$entity = $this->entities->get( $noun );
		$before = $this->changeable( $entity, $id, 'edit', $version );
		$after  = array_merge( $before, array_intersect_key( is_array( $changes ) ? $changes : $changes( $before ), $entity->fields()->writable() ) );
		if ( $after === $before ) {
			return $before;
		}
		$after = $this->prepared( $entity, $before, $after );
		if ( $after === $before ) {
			return $before;
		}
		$after = $this->writer->write( $entity, $before, $after, 'update', ! empty( $options['allow_duplicate'] ) );
		$entity->effects()?->follow( $this, $before, $after, $options );
		return $after;
	}

	/**
	 * Moves a live record to the trash; children keep their link.
	 *
	 * @param string   $noun    Its noun.
	 * @param int      $id      Its id.
	 * @param int|null $version The version it must have.
	 * @param bool     $linked  Whether its children go with it; those that the person may not change or, their module being off, see stay.
	 * @return array<string, mixed> The record.
	 */
	public function trash( string $noun, int $id, ?int $version = null, bool $linked = false ): array {
		$entity = $this->entities->get( $noun );
		$before = $this->changeable( $entity, $id, 'edit', $version );
		$after  = $this->writer->write( $entity, $before, array_merge( $before, array( 'trashed_at' => $this->set->at ) ), 'trash' );
		foreach ( $linked ? $this->children( $noun, $id ) : array() as list( $child, $field, $child_id ) ) {
			$record = in_array( $child->plural, Modules::off(), true ) ? null : $this->writer->read( $child, $child_id );
			if ( null !== $record && null === $record['trashed_at'] && $this->may( 'edit', $record['owner_id'] ) ) {
				$this->writer->write( $child, $record, array_merge( $record, array( 'trashed_at' => $this->set->at ) ), 'trash' );
			}
		}
		return $after;
	}

	/**
	 * Takes a record out of the trash. A live one stays as it is.
	 *
	 * @param string   $noun    Its noun.
	 * @param int      $id      Its id.
	 * @param int|null $version The version it must have.
	 * @return array<string, mixed> The record.
	 */
	public function restore( string $noun, int $id, ?int $version = null ): array {
		$entity = $this->entities->get( $noun );
		$before = $this->changeable( $entity, $id, 'edit', $version, true );
		return null === $before['trashed_at'] ? $before : $this->writer->write( $entity, $before, array_merge( $before, array( 'trashed_at' => null ) ), 'restore' );
	}

	/**
	 * Removes a record for good; links to it become empty.
	 *
	 * @param string   $noun    Its noun.
	 * @param int      $id      Its id.
	 * @param int|null $version The version it must have.
	 * @return array<string, mixed> The record as it was.
	 * @throws Problem 409 carnet_in_use where a child cannot be without it.
	 */
	public function delete( string $noun, int $id, ?int $version = null ): array {
		$entity = $this->entities->get( $noun );
		$before = $this->changeable( $entity, $id, 'purge', $version, true );
		if ( 'tag' === $noun && Tag_Links::in_use( $id ) ) {
			throw new Problem( 'carnet_in_use', 409, __( 'Records carry this tag. Remove it from them first.', 'carnet-crm' ) );
		}
		if ( $entity->is_permanent( $before ) ) {
			throw new Problem( 'carnet_frozen', 409, __( 'This record is kept for good: it can be moved to the trash, not deleted.', 'carnet-crm' ) );
		}
		$unlink = array();
		foreach ( $this->children( $noun, $id ) as list( $child, $field, $child_id ) ) {
			$record   = (array) $this->writer->read( $child, $child_id );
			$unlink[] = array( $child, $record, $this->without_parent( $entity, $child, $record, $field ) );
		}
		foreach ( $unlink as list( $child, $record, $after ) ) {
			$this->writer->write( $child, $record, $after, 'update' );
		}
		$this->writer->write( $entity, $before, null, 'delete' );
		return $before;
	}

	/**
	 * A child without its link to a record that ends.
	 *
	 * @param Entity               $parent The parent's noun.
	 * @param Entity               $child  The child's noun.
	 * @param array<string, mixed> $record The child.
	 * @param string               $field  The link.
	 * @return array<string, mixed>
	 */
	private function without_parent( Entity $parent, Entity $child, array $record, string $field ): array {
		$in_use = new Problem( 'carnet_in_use', 409, __( 'Another record cannot be without this one. Change or delete that one first.', 'carnet-crm' ), array( 'entity' => $child->name ) );
		if ( ! empty( $child->fields()->get( $field )['required'] ) ) {
			throw $in_use;
		}
		try {
			$after = array_merge( $record, array( $field => null ) );
			return null === $child->rules() ? $after : $child->rules()->apply( $record, $after, $this->set->at );
		} catch ( Problem $problem ) {
			throw $in_use;
		}
	}

	/**
	 * A record to be changed, locked; or the reason why not.
	 *
	 * @param Entity   $entity  The noun.
	 * @param int      $id      Its id.
	 * @param string   $verb    What is to be done.
	 * @param int|null $version The version it must have.
	 * @param bool     $trashed Whether one in the trash will do.
	 * @return array<string, mixed>
	 */
	private function changeable( Entity $entity, int $id, string $verb, ?int $version, bool $trashed = false ): array {
		$record = $this->writer->read( $entity, $id );
		if ( null === $record || ( ! $trashed && null !== $record['trashed_at'] ) || ! $this->may( 'view', $entity->trashable ? $record['owner_id'] : null ) ) {
			throw Problem::not_found();
		}
		// What has no trash (a tag) is everybody's: it is changed by who may edit others' records.
		if ( $entity->trashable ? ! $this->may( $verb, $record['owner_id'] ) : ! $this->may( 'edit' ) || ! $this->may( 'others' ) ) {
			throw Problem::forbidden();
		}
		if ( null !== $version && $version !== $record['version'] ) {
			throw new Version_Conflict( $record );
		}
		return $record;
	}

	/**
	 * Whether the person may do something to records at large or to those of an owner.
	 *
	 * @param string   $verb  As in Access.
	 * @param int|null $owner The owner.
	 */
	private function may( string $verb, ?int $owner = null ): bool {
		return $this->rights->can( $this->set->user_id, $verb, $owner );
	}

	/**
	 * A record as it is to be written: rules applied, links checked, completed.
	 *
	 * @param Entity                    $entity The noun.
	 * @param array<string, mixed>|null $before Stored record.
	 * @param array<string, mixed>      $after  As asked for.
	 * @return array<string, mixed>
	 */
	private function prepared( Entity $entity, ?array $before, array $after ): array {
		$after = null === $entity->rules() ? $after : $entity->rules()->apply( $before, $after, $this->set->at );
		$this->links->check( $entity, $before, $after, $this->set->user_id );
		return null === $entity->effects() ? $after : $entity->effects()->complete( $this, $before, $after );
	}

	/**
	 * The records that link to one, of every noun.
	 *
	 * @param string $noun Its noun.
	 * @param int    $id   Its id.
	 * @return list<array{Entity, string, int}>
	 */
	private function children( string $noun, int $id ): array {
		$children = array();
		foreach ( $this->entities->children( $noun ) as $child => $field ) {
			$entity = $this->entities->get( $child );
			foreach ( Database::column( "SELECT id FROM {$entity->table()} WHERE $field = $id ORDER BY id" ) as $child_id ) {
				$children[] = array( $entity, $field, (int) $child_id );
			}
		}
		return $children;
	}
}
