<?php
/**
 * The nouns of the plugin.
 *
 * @package Carnet
 */

namespace Carnet\Entity;

defined( 'ABSPATH' ) || exit;

/**
 * All kinds of record, by name, and who links to whom.
 */
final class Entities {

	/**
	 * The nouns by name.
	 *
	 * @var array<string, Entity>
	 */
	private array $by_name = array();

	/**
	 * Takes the nouns in the order of the menu.
	 *
	 * @param Entity ...$entities The nouns.
	 */
	public function __construct( Entity ...$entities ) {
		foreach ( $entities as $entity ) {
			$this->by_name[ $entity->name ] = $entity;
		}
	}

	/**
	 * All nouns by name.
	 *
	 * @return array<string, Entity>
	 */
	public function all(): array {
		return $this->by_name;
	}

	/**
	 * The nouns that are records of the CRM (tags are not).
	 *
	 * @return array<string, Entity>
	 */
	public function records(): array {
		return array_filter( $this->by_name, static fn( Entity $entity ): bool => $entity->trashable );
	}

	/**
	 * The same nouns without some, and without the links to those.
	 *
	 * @param list<string> $plurals Their names in the plural.
	 */
	public function without( array $plurals ): self {
		$out = array_filter( $this->by_name, static fn( Entity $entity ): bool => in_array( $entity->plural, $plurals, true ) );
		return $out ? new self( ...array_values( array_map( static fn( Entity $entity ): Entity => $entity->without( array_keys( $out ) ), array_diff_key( $this->by_name, $out ) ) ) ) : $this;
	}

	/**
	 * One noun.
	 *
	 * @param string $name Its name: contact.
	 */
	public function get( string $name ): Entity {
		return $this->by_name[ $name ];
	}

	/**
	 * Whether there is such a noun.
	 *
	 * @param string $name Its name.
	 */
	public function has( string $name ): bool {
		return isset( $this->by_name[ $name ] );
	}

	/**
	 * The nouns that link to this one, with the linking field: contact => account_id.
	 *
	 * @param string $name The parent's name.
	 * @return array<string, string>
	 */
	public function children( string $name ): array {
		$children = array();
		foreach ( $this->by_name as $child ) {
			$field = array_search( $name, $child->links(), true );
			if ( is_string( $field ) ) {
				$children[ $child->name ] = $field;
			}
		}
		return $children;
	}
}
