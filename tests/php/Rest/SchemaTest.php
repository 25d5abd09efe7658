<?php
/**
 * Answers and their schemas.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Rest;

/**
 * Every answer of every route is what its schema says: types, values, formats, and every property in both directions.
 */
final class SchemaTest extends Rest_Case {
	use Every_Route;

	/**
	 * What an answer need not have: counts of children are a single record's; a bulk change by ids and one by query answer
	 * differently; a message is for what was refused.
	 */
	private const OPTIONAL = array( 'counts', 'results', 'remaining', 'cursor', 'message' );

	/**
	 * Every route and verb.
	 *
	 * @return iterable<string, array{string, string}>
	 */
	public function routes(): iterable {
		foreach ( self::all_needs() as $route => $verbs ) {
			foreach ( array_keys( $verbs ) as $verb ) {
				yield "$verb $route" => array( $route, $verb );
			}
		}
	}

	/**
	 * A good request of an administrator.
	 *
	 * @dataProvider routes
	 *
	 * @param string $route The route.
	 * @param string $verb  The verb.
	 */
	public function test_an_answer_is_what_its_schema_says( string $route, string $verb ): void {
		$schema   = self::schema_of( self::as_registered( $route ) );
		$response = $this->as_user( $this->user( 'admin' ), ...$this->good_request( $route, $verb, $this->user( 'admin' ) ) );
		$data     = json_decode( (string) wp_json_encode( $response->get_data() ) );
		self::assertContains( $response->get_status(), array( 200, 201 ) );
		self::assertNotSame( array(), $schema, 'No schema.' );
		if ( is_object( $data ) && isset( $data->deleted ) ) {
			self::assertSame( array( 'deleted', 'previous' ), array_keys( (array) $data ) );
			self::assertTrue( $data->deleted );
			$data = $data->previous;
		}
		self::assertNotSame( array(), $data );
		foreach ( is_array( $data ) ? $data : array( $data ) as $item ) {
			// The links of a list's items are WordPress's.
			unset( $item->_links );
			self::assertSame( array(), $this->problems( $item, $schema, 'answer' ) );
		}
	}

	/**
	 * The name under which a route is registered.
	 *
	 * @param string $route `/contacts/{id}`.
	 */
	private static function as_registered( string $route ): string {
		return str_replace( '{id}', '(?P<id>\d+)', $route );
	}

	/**
	 * Where a value is not what a schema says. Stricter than WordPress: an integer is no text of digits, and every property must be
	 * there and known.
	 *
	 * @param mixed                $value  The value, decoded without associative arrays.
	 * @param array<string, mixed> $schema The schema.
	 * @param string               $at     Where.
	 * @return list<string>
	 */
	private function problems( $value, array $schema, string $at ): array {
		$names = array(
			'NULL'    => 'null',
			'double'  => 'number',
			'boolean' => 'boolean',
			'integer' => 'integer',
			'string'  => 'string',
			'array'   => 'array',
			'object'  => 'object',
		);
		$type  = $names[ gettype( $value ) ];
		if ( ! in_array( $type, (array) ( $schema['type'] ?? array() ), true ) ) {
			return array( "$at is $type, not " . implode( ' or ', (array) ( $schema['type'] ?? array( 'typed' ) ) ) );
		}
		$problems = array();
		if ( isset( $schema['enum'] ) && ! in_array( $value, $schema['enum'], true ) ) {
			$problems[] = "$at is not of its enum: " . wp_json_encode( $value );
		}
		if ( 'string' === $type && 'date-time' === ( $schema['format'] ?? '' ) && 1 !== preg_match( '/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/D', $value ) ) {
			$problems[] = "$at is no instant: $value";
		}
		if ( 'string' === $type && isset( $schema['pattern'] ) && 1 !== preg_match( "~{$schema['pattern']}~", $value ) ) {
			$problems[] = "$at does not match {$schema['pattern']}: $value";
		}
		if ( 'array' === $type ) {
			foreach ( $value as $i => $item ) {
				$problems = array_merge( $problems, $this->problems( $item, $schema['items'] ?? array(), "{$at}[$i]" ) );
			}
		}
		return 'object' === $type ? array_merge( $problems, $this->property_problems( (array) $value, $schema, $at ) ) : $problems;
	}

	/**
	 * The same for an object's properties.
	 *
	 * @param array<string, mixed> $value  The object.
	 * @param array<string, mixed> $schema Its schema.
	 * @param string               $at     Where.
	 * @return list<string>
	 */
	private function property_problems( array $value, array $schema, string $at ): array {
		$problems = array();
		$known    = $schema['properties'] ?? array();
		$open     = $schema['additionalProperties'] ?? null;
		foreach ( array_diff( array_keys( $known ), array_keys( $value ), self::OPTIONAL ) as $missing ) {
			$problems[] = "$at has no $missing";
		}
		foreach ( $value as $name => $property ) {
			if ( isset( $known[ $name ] ) ) {
				$problems = array_merge( $problems, $this->problems( $property, $known[ $name ], "$at.$name" ) );
			} elseif ( is_array( $open ) ) {
				$problems = array_merge( $problems, $this->problems( $property, $open, "$at.$name" ) );
			} elseif ( true !== $open ) {
				$problems[] = "$at.$name is not in the schema";
			}
		}
		return $problems;
	}

	public function test_a_bulk_change_by_query_answers_what_its_schema_says(): void {
		$this->contact();
		$response = $this->request(
			'POST',
			'/contacts/bulk',
			array(
				'query' => array( 'all' => true ),
				'trash' => true,
			),
			'admin'
		);
		self::assertSame( array(), $this->problems( json_decode( (string) wp_json_encode( $response->get_data() ) ), self::schema_of( '/contacts/bulk' ), 'answer' ) );
		self::assertSame( array( 'changeset_id', 'done', 'failed', 'remaining', 'cursor' ), array_keys( $response->get_data() ) );
	}

	public function test_a_record_with_everything_in_it_is_what_its_schema_says(): void {
		$account = $this->account( array( 'city' => 'Lyon' ) );
		$contact = $this->contact(
			array(
				'account_id' => $account['id'],
				'civility'   => 'ms',
				'source'     => 'web',
				'country'    => 'FR',
				'tags'       => array( $this->tag()['id'] ),
			)
		);
		$this->trashed( 'account', $account['id'] );
		foreach ( array( "/contacts/{$contact['id']}" => '/contacts', "/accounts/{$account['id']}?trashed=true" => '/accounts' ) as $path => $route ) { // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
			$data = json_decode( (string) wp_json_encode( $this->request( 'GET', $path, array(), 'admin' )->get_data() ) );
			self::assertSame( array(), $this->problems( $data, self::schema_of( $route ), 'answer' ) );
		}
	}

	public function test_these_tests_see_what_is_wrong(): void {
		$schema = array(
			'type'       => 'object',
			'properties' => array(
				'id'   => array( 'type' => 'integer' ),
				'at'   => array(
					'type'   => array( 'string', 'null' ),
					'format' => 'date-time',
				),
				'kind' => array(
					'type' => 'string',
					'enum' => array( 'a' ),
				),
				'tags' => array(
					'type'  => 'array',
					'items' => array( 'type' => 'integer' ),
				),
			),
		);
		$value  = json_decode( '{"id":"1","at":"2026-01-01 10:00:00","kind":"b","tags":[1,"2"],"more":1}' );
		self::assertCount( 5, $this->problems( $value, $schema, 'x' ) );
		self::assertCount( 4, $this->problems( (object) array(), $schema, 'x' ) );
		self::assertSame( array(), $this->problems( json_decode( '{"id":1,"at":null,"kind":"a","tags":[]}' ), $schema, 'x' ) );
	}

	/**
	 * Every route.
	 *
	 * @return iterable<string, array{string}>
	 */
	public function every_route(): iterable {
		foreach ( array_keys( self::all_needs() ) as $route ) {
			yield $route => array( $route );
		}
	}

	/**
	 * The schema of a route.
	 *
	 * @dataProvider every_route
	 *
	 * @param string $route The route.
	 */
	public function test_every_property_of_a_schema_says_what_it_is_and_where_it_is( string $route ): void {
		$schema = self::schema_of( self::as_registered( $route ) );
		self::assertMatchesRegularExpression( '/^carnet-[a-z-]+$/', $schema['title'] ?? '' );
		// An export is a text; every other answer is of objects.
		self::assertSame( str_ends_with( $route, '/export' ) ? 'string' : 'object', $schema['type'] );
		foreach ( $schema['properties'] ?? array() as $name => $property ) {
			self::assertNotSame( '', $property['description'] ?? '', "$route $name has no description" );
			self::assertNotEmpty( $property['type'] ?? '', "$route $name has no type" );
			self::assertNotEmpty( $property['context'] ?? array(), "$route $name has no context" );
			self::assertSame( array(), array_diff( $property['context'], array( 'view', 'edit', 'embed' ) ), "$route $name" );
			self::assertSame( array(), array_diff( (array) $property['type'], array( 'string', 'integer', 'boolean', 'array', 'object', 'null' ) ), "$route $name" );
		}
	}

	/**
	 * Parameters of a route.
	 *
	 * @dataProvider every_route
	 *
	 * @param string $route The route.
	 */
	public function test_every_parameter_says_what_it_is( string $route ): void {
		foreach ( rest_get_server()->get_routes()[ '/carnet/v1' . self::as_registered( $route ) ] as $endpoint ) {
			foreach ( $endpoint['args'] as $name => $arg ) {
				self::assertNotSame( '', $arg['description'] ?? '', "$route $name has no description" );
				self::assertNotEmpty( $arg['type'] ?? '', "$route $name has no type" );
			}
		}
		self::assertNotSame( '', $route );
	}

	public function test_fields_that_the_server_sets_are_readonly_and_the_others_are_arguments(): void {
		foreach ( \Carnet\Plugin::entities()->records() as $entity ) {
			$properties = self::schema_of( "/{$entity->plural}" )['properties'];
			$writable   = array_keys( array_filter( $properties, static fn( array $property ): bool => empty( $property['readonly'] ) ) );
			$endpoints  = rest_get_server()->get_routes()[ "/carnet/v1/{$entity->plural}" ];
			$create     = array_values( array_filter( $endpoints, static fn( array $endpoint ): bool => ! empty( $endpoint['methods']['POST'] ) ) )[0]['args'];
			self::assertEqualsCanonicalizing( $writable, array_diff( array_keys( $create ), array_keys( $entity->options() ) ), $entity->name );
			self::assertContains( 'owner_id', $writable );
		}
	}

	public function test_anybody_may_read_the_schema_but_no_data(): void {
		$contact  = $this->contact( array( 'last_name' => 'Secret' ) );
		$response = $this->request( 'OPTIONS', "/contacts/{$contact['id']}", array(), 'nobody' );
		self::assertSame( 'carnet-contact', $response->get_data()['schema']['title'] );
		self::assertStringNotContainsString( 'Secret', (string) wp_json_encode( $response->get_data() ) );
	}
}
