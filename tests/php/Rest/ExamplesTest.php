<?php
/**
 * The examples of the REST reference.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Rest;

use Carnet\Plugin;
use WP_REST_Response;

/**
 * Sends every example of docs/rest-examples.json, in order, and asks of the answers what the reference shows of them. They tell one
 * story: what one example creates, the next ones name in braces.
 */
final class ExamplesTest extends Rest_Case {

	/**
	 * What was created so far: name => id.
	 *
	 * @var array<string, int>
	 */
	private array $kept = array();

	public function test_every_example_is_answered_as_the_reference_shows(): void {
		$this->act_as( 'editor' );
		foreach ( self::examples() as $example ) {
			$what     = "{$example['method']} {$example['path']}: {$example['says']}";
			$response = $this->request( $example['method'], (string) $this->filled( $example['path'] ), (array) $this->filled( $example['body'] ?? array() ), null, $example['request_headers'] ?? array() );
			self::assertSame( $example['status'], $response->get_status(), $what . wp_json_encode( $response->get_data() ) );
			$answer = self::json( $response );
			if ( isset( $example['keep'] ) ) {
				$this->kept[ $example['keep'] ] = $answer['id'];
			}
			$this->assert_has( $example['answer'], $answer, $what );
			$this->assert_headers( $example['headers'] ?? array(), $response, $what );
		}
	}

	public function test_every_noun_is_created_listed_and_changed_in_an_example(): void {
		$shown = array_map( static fn( array $example ): string => $example['method'] . ' ' . explode( '?', $example['path'] )[0], self::examples() );
		foreach ( Plugin::entities()->all() as $entity ) {
			self::assertContains( "POST /{$entity->plural}", $shown );
			self::assertContains( "GET /{$entity->plural}", $shown );
			self::assertNotSame( array(), preg_grep( "~^PATCH /{$entity->plural}/\{\w+\}$~", $shown ), $entity->plural );
		}
	}

	/**
	 * All of them.
	 *
	 * @return list<array<string, mixed>>
	 */
	private static function examples(): array {
		$file = json_decode( (string) file_get_contents( dirname( CARNET_FILE ) . '/docs/rest-examples.json' ), true, 512, JSON_THROW_ON_ERROR );
		return array_values( array_merge( ...array_column( $file['groups'], 'examples' ) ) );
	}

	/**
	 * A value with ids in place of names in braces.
	 *
	 * @param mixed $value As in the file.
	 * @return mixed
	 */
	private function filled( $value ) {
		if ( is_array( $value ) ) {
			return array_map( array( $this, 'filled' ), $value );
		}
		if ( ! is_string( $value ) ) {
			return $value;
		}
		$whole = trim( $value, '{}' );
		return "{{$whole}}" === $value ? $this->kept[ $whole ] : (string) preg_replace_callback( '/\{(\w+)\}/', fn( array $name ): string => (string) $this->kept[ $name[1] ], $value );
	}

	/**
	 * The answer has what is shown of it; of lists, the same items.
	 *
	 * @param mixed  $shown  As in the file.
	 * @param mixed  $answer As answered.
	 * @param string $what   Which example, and where in it.
	 */
	private function assert_has( $shown, $answer, string $what ): void {
		if ( ! is_array( $shown ) ) {
			self::assertSame( $this->filled( $shown ), $answer, $what );
			return;
		}
		self::assertIsArray( $answer, $what );
		if ( array_is_list( $shown ) ) {
			self::assertCount( count( $shown ), $answer, $what );
		}
		foreach ( $shown as $name => $value ) {
			self::assertArrayHasKey( $name, $answer, $what );
			$this->assert_has( $value, $answer[ $name ], "$what, $name" );
		}
	}

	/**
	 * The answer has the headers that are shown.
	 *
	 * @param array<string, string> $shown    As in the file.
	 * @param WP_REST_Response      $response The answer.
	 * @param string                $what     Which example.
	 */
	private function assert_headers( array $shown, WP_REST_Response $response, string $what ): void {
		foreach ( $shown as $name => $value ) {
			self::assertSame( $value, self::header_of( $response, $name ), $what );
		}
	}
}
