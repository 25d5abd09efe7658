<?php
/**
 * What the API promises of every noun.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Rest;

use Carnet\Entity\Entity;
use Carnet\Entity\Field_List;
use Carnet\Plugin;

/**
 * One contract for all nouns. A noun's own test class says how one is made and which parameters its list has, and adds what is
 * true of that noun only.
 */
abstract class Records_Case extends Rest_Case {
	use Bad_Input_Tests;
	use Item_Tests;
	use List_Tests;
	use Own_Records_Tests;
	use Trash_Tests;
	use Typed_Text_Tests;
	use Write_Tests;

	/**
	 * Numbers the names of bodies.
	 */
	private int $named = 0;

	/**
	 * The noun: contact.
	 */
	abstract protected function noun(): string;

	/**
	 * The text field that makes the name of a record: one that may not be left out.
	 */
	abstract protected function name_field(): string;

	/**
	 * The names of the list's parameters, written out.
	 *
	 * @return list<string>
	 */
	abstract protected function list_parameters(): array;

	/**
	 * The fields by which lists are sorted, written out.
	 *
	 * @return list<string>
	 */
	abstract protected function sort_fields(): array;

	/**
	 * A stored record.
	 *
	 * @param array<string, mixed> $overrides Field values in their stored form.
	 * @return array<string, mixed>
	 */
	abstract protected function record( array $overrides = array() ): array;

	/**
	 * The collection's path, or an item's.
	 *
	 * @param int|null $id   A record.
	 * @param string   $more What follows.
	 */
	protected function path( ?int $id = null, string $more = '' ): string {
		return '/' . $this->entity()->plural . ( null === $id ? '' : "/$id" ) . $more;
	}

	protected function entity(): Entity {
		return Plugin::entities()->get( $this->noun() );
	}

	/**
	 * The body of a POST that is answered 201.
	 *
	 * @param array<string, mixed> $overrides Field values.
	 * @return array<string, mixed>
	 */
	protected function body( array $overrides = array() ): array {
		return $overrides + array( $this->name_field() => 'Name ' . ( ++$this->named ) );
	}

	/**
	 * Fields that hold any text.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	protected function free_texts(): array {
		return array_filter(
			$this->entity()->fields()->writable(),
			static fn( array $field ): bool => Field_List::is_text( $field ) && ! in_array( $field['format'] ?? '', array( 'email', 'uri' ), true )
		);
	}

	/**
	 * A value that a field takes, other than its default.
	 *
	 * @param string $name Field.
	 * @return mixed
	 */
	protected function value_for( string $name ) {
		$field = (array) $this->entity()->fields()->get( $name );
		if ( isset( $field['relation'] ) ) {
			return array(
				'user'    => fn(): int => $this->user( 'editor' ),
				'tag'     => fn(): array => array( $this->tag()['id'], $this->tag()['id'] ),
				'account' => fn(): int => $this->account()['id'],
				'contact' => fn(): int => $this->contact()['id'],
			)[ $field['relation'] ]();
		}
		if ( Field_List::is_choice( $field ) ) {
			$choices = \Carnet\Entity\Value::choices( $field );
			return end( $choices );
		}
		$by_format = array(
			'country' => 'BE',
			'email'   => "$name@example.com",
			'uri'     => "https://example.com/$name?a=1&b=2",
			'tel'     => '+33 (0)6 12-34',
		);
		return $by_format[ $field['format'] ?? '' ] ?? ucfirst( $name );
	}

	/**
	 * A value for every writable field.
	 *
	 * @return array<string, mixed>
	 */
	protected function full_body(): array {
		$names = array_keys( $this->entity()->fields()->writable() );
		return array_combine( $names, array_map( array( $this, 'value_for' ), $names ) );
	}

	/**
	 * Writable fields, for data providers.
	 *
	 * @return iterable<string, array{string}>
	 */
	public function writable_fields(): iterable {
		foreach ( array_keys( $this->entity()->fields()->writable() ) as $name ) {
			yield $name => array( $name );
		}
	}

	/**
	 * Fields that the server sets, for data providers.
	 *
	 * @return iterable<string, array{string}>
	 */
	public function server_fields(): iterable {
		foreach ( array_keys( $this->entity()->fields()->having( 'readonly' ) ) as $name ) {
			yield $name => array( $name );
		}
	}
}
