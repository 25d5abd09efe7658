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
use WP_REST_Response;

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
	 * Whether a change says the version it is made from, where its noun asks for that.
	 */
	protected bool $says_version = true;

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
	 * Two filterable fields with a closed set of values, each with one that is not its default.
	 *
	 * @return array<string, string>
	 */
	abstract protected function two_choices(): array;

	/**
	 * What must be sent beside the name.
	 *
	 * @return array<string, mixed>
	 */
	protected function required(): array {
		return array();
	}

	/**
	 * What the rules make of fields that are not sent, where that is not the field's own default.
	 *
	 * @return array<string, mixed>
	 */
	protected function defaults(): array {
		return array();
	}

	/**
	 * What the rules put in the place of fields that are emptied in a record of full_body().
	 *
	 * @return array<string, mixed>
	 */
	protected function when_emptied(): array {
		return array();
	}

	/**
	 * Fields that the rules do not let become empty in a record of full_body(), with the field that the refusal names.
	 *
	 * @return array<string, string>
	 */
	protected function kept_by_rules(): array {
		return array();
	}

	/**
	 * Field values completed by what the rules ask for with them in a new record.
	 *
	 * @param array<string, mixed> $fields Field values.
	 * @return array<string, mixed>
	 */
	protected function possible( array $fields ): array {
		return $fields;
	}

	/**
	 * The long text that every noun has one of.
	 */
	protected function note_field(): string {
		return 'note';
	}

	protected function request( string $method, string $path, array $params = array(), ?string $as = null, array $headers = array() ): WP_REST_Response {
		return parent::request( $method, $path, $params, $as, $headers + ( array_key_exists( 'version', $params ) ? array() : $this->precondition( $method, $path ) ) );
	}

	protected function send( string $method, string $path, string $body, ?string $as = null, string $type = 'application/json', array $headers = array() ): WP_REST_Response {
		return parent::send( $method, $path, $body, $as, $type, $headers + $this->precondition( $method, $path ) );
	}

	/**
	 * The header that names the stored version, for a change of a record whose noun asks for it.
	 *
	 * @param string $method The verb.
	 * @param string $path   The path.
	 * @return array<string, string>
	 */
	private function precondition( string $method, string $path ): array {
		$change = in_array( $method, array( 'PATCH', 'PUT' ), true ) && 1 === preg_match( "~^/{$this->entity()->plural}/(\\d+)~", $path, $found );
		if ( ! $change || ! $this->says_version || ! $this->entity()->version_required ) {
			return array();
		}
		return array( 'If-Match' => sprintf( '"%d"', $GLOBALS['wpdb']->get_var( "SELECT version FROM {$this->entity()->table()} WHERE id = $found[1]" ) ?? 1 ) );
	}

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
		return $overrides + $this->required() + array( $this->name_field() => 'Name ' . ( ++$this->named ) );
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
				'deal'    => fn(): int => $this->deal()['id'],
			)[ $field['relation'] ]();
		}
		if ( Field_List::is_choice( $field ) ) {
			$choices = \Carnet\Entity\Value::choices( $field );
			return end( $choices );
		}
		$by_type   = array(
			'boolean' => true,
			'integer' => 42,
		);
		$by_format = array(
			'country'   => 'BE',
			'email'     => "$name@example.com",
			'uri'       => "https://example.com/$name?a=1&b=2",
			'tel'       => '+33 (0)6 12-34',
			'date'      => '2026-03-02',
			'date-time' => '2026-03-02T09:30:00Z',
			'money'     => 123456,
		);
		return $by_format[ $field['format'] ?? '' ] ?? $by_type[ $field['type'] ] ?? ucfirst( $name );
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
