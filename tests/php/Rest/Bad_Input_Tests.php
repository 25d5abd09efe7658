<?php
/**
 * Bad input.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Rest;

use Carnet\Entity\Field_List;

/**
 * Values that a field does not take: refused by the field's name, nothing written, nothing betrayed.
 */
trait Bad_Input_Tests {

	/**
	 * What a field does not take.
	 *
	 * @param array<string, mixed> $field Field definition.
	 * @return array<string, mixed>
	 */
	private static function bad( array $field ): array {
		$hostile = array(
			'SQL'        => "1' OR '1'='1",
			'HTML'       => '<img src=x onerror=alert(1)>',
			'a path'     => '../../wp-config.php',
			'a wrapper'  => 'php://filter/resource=x',
			'serialized' => 'O:8:"stdClass":0:{}',
		);
		$objects = array( 'an object' => array( 'a' => 1 ) );
		if ( 'array' === $field['type'] ) {
			return $objects + $hostile + array(
				'a word'               => 'abc',
				'a number below one'   => array( 0 ),
				'a list of words'      => array( 'abc' ),
				'a list of lists'      => array( array( 1 ) ),
				'a fraction'           => array( 1.5 ),
				'true'                 => true,
				'a number past limits' => array( 9007199254740992 ),
			);
		}
		$objects['a list'] = array( 'abc' );
		if ( 'boolean' === $field['type'] ) {
			return $objects + $hostile + array(
				'a word'     => 'perhaps',
				'a number'   => 2,
				'a fraction' => 0.5,
			);
		}
		if ( 'integer' === $field['type'] ) {
			$bounds = isset( $field['minimum'] )
				? array(
					'less than the least' => $field['minimum'] - 1,
					'more than the most'  => $field['maximum'] + 1,
				)
				: array(
					'zero'              => 0,
					'a negative number' => -1,
				);
			return $objects + $hostile + $bounds + array(
				'a fraction'           => 1.5,
				'a word'               => 'abc',
				'true'                 => true,
				'a number past limits' => 9007199254740992,
				'a huge text'          => '99999999999999999999999999',
				'an exponent'          => '1e999',
			);
		}
		$texts   = $objects + array(
			'a number' => 12,
			'true'     => true,
			'a float'  => 1.5,
		);
		$moments = array(
			'date'      => array( 'no such day' => '2026-02-30', 'no such month' => '2026-13-01', 'one digit' => '2026-3-2', 'slashes' => '02/03/2026', 'a time with it' => '2026-03-02T10:00:00Z', 'a line end within' => "2026-03-02\nx" ), // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
			'date-time' => array( 'no such day' => '2026-02-30T10:00:00Z', 'no such hour' => '2026-03-02T24:00:00Z', 'a word' => 'tomorrow', 'seconds since 1970' => '1774645200', 'a line end within' => "2026-03-02T10:00:00Z\nx" ), // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
			'time'      => array( 'no such hour' => '24:00', 'no such minute' => '09:60', 'one digit' => '9:30', 'with seconds' => '09:30:00', 'a line end within' => "09:30\nx" ), // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		)[ $field['format'] ?? '' ] ?? array();
		if ( ! Field_List::is_text( $field ) ) {
			return $texts + $hostile + $moments + array(
				'another value'      => 'no_such_value',
				'the wrong case'     => 'country' === ( $field['format'] ?? '' ) ? 'fr' : 'LEAD',
				'a space'            => ' ',
				'a value and spaces' => ' web ',
			);
		}
		$long = 'long-text' === ( $field['format'] ?? '' )
			? array(
				'too many bytes'            => str_repeat( 'x', 65001 ),
				'too many bytes in letters' => str_repeat( 'é', 32501 ),
			)
			: array( 'too many characters' => self::too_long( $field ) );
		$text = $texts + $long + array( 'a zero byte' => "a\0b" );
		if ( 'email' === ( $field['format'] ?? '' ) ) {
			return $text + $hostile + array(
				'no @'               => 'abc',
				'no domain'          => 'abc@',
				'no dot'             => 'abc@def',
				'two addresses'      => 'a@example.com, b@example.com',
				'a name before'      => 'A B <a@example.com>',
				'a line end within'  => "a@example.com\r\nBcc: b@example.com",
				'a space within'     => 'a b@example.com',
				'dots at the end'    => 'a@example..com',
			);
		}
		if ( 'uri' === ( $field['format'] ?? '' ) ) {
			return $text + $hostile + array(
				'no scheme'         => 'example.com',
				'no host'           => 'https://',
				'a script'          => 'javascript:alert(1)',
				'a script in caps'  => ' JavaScript:alert(1)//http://x',
				'data'              => 'data:text/html,x',
				'another scheme'    => 'ftp://example.com',
				'a space within'    => 'https://exa mple.com',
				'a line end within' => "https://example.com/\r\nX: y",
				'no scheme at all'  => '//example.com',
			);
		}
		return ! empty( $field['required'] ) ? $text + array( 'spaces only' => '   ' ) : $text;
	}

	/**
	 * A text that is too long and otherwise good.
	 *
	 * @param array<string, mixed> $field Field definition.
	 */
	private static function too_long( array $field ): string {
		$ends = array(
			'email' => '@example.com',
			'uri'   => 'https://example.com/',
		)[ $field['format'] ?? '' ] ?? '';
		$fill = str_repeat( 'a', $field['maxLength'] + 1 - strlen( $ends ) );
		return 'uri' === ( $field['format'] ?? '' ) ? $ends . $fill : $fill . $ends;
	}

	/**
	 * In a new record and in a change.
	 *
	 * @dataProvider writable_fields
	 *
	 * @param string $name Field.
	 */
	public function test_bad_values_are_refused_by_the_name_of_their_field_and_nothing_is_written( string $name ): void {
		$id     = $this->record()['id'];
		$before = $this->tables();
		$this->act_as( 'admin' );
		foreach ( self::bad( (array) $this->entity()->fields()->get( $name ) ) as $case => $value ) {
			foreach ( array( array( 'POST', $this->path(), array( $name => $value ) + $this->body() ), array( 'PATCH', $this->path( $id ), array( $name => $value ) ) ) as $request ) {
				$response = $this->request( ...$request );
				self::assertSame( 400, $response->get_status(), "$request[0], $case" );
				self::assert_refused( 400, 'rest_invalid_param', $response, $name );
			}
		}
		self::assertSame( $before, $this->tables() );
	}

	public function test_all_bad_fields_are_named_at_once(): void {
		$response = $this->request( 'POST', $this->path(), $this->body( array( 'owner_id' => 'abc' ) + array( $this->note_field() => array( 'x' ) ) ), 'admin' );
		self::assertEqualsCanonicalizing( array( 'owner_id', $this->note_field() ), array_keys( $response->get_data()['data']['params'] ) );
	}

	public function test_bytes_that_are_no_text_are_refused(): void {
		$id     = $this->record()['id'];
		$before = $this->tables();
		self::assert_refused( 400, 'rest_invalid_param', $this->send( 'PATCH', $this->path( $id ), "{$this->note_field()}=%FF%FE", 'admin', 'application/x-www-form-urlencoded' ), $this->note_field() );
		self::assertSame( 400, $this->send( 'POST', $this->path(), "{\"note\":\"\xff\"}" )->get_status() );
		self::assertSame( $before, $this->tables() );
	}

	public function test_bad_input_says_nothing_of_a_record_that_is_not_the_readers(): void {
		$others  = $this->record()['id'];
		$bad     = array( $this->note_field() => array( 'x' ) );
		$missing = $this->request( 'PATCH', $this->path( 999999 ), $bad, 'agent' );
		self::assertSame( $missing->get_data(), $this->request( 'PATCH', $this->path( $others ), $bad, 'agent' )->get_data() );
	}

	/**
	 * Bodies that are no JSON object.
	 *
	 * @return array<string, array{string}>
	 */
	public function bodies_that_are_no_object(): array {
		return array(
			'a number'         => array( '5' ),
			'a text'           => array( '"abc"' ),
			'true'             => array( 'true' ),
			'null'             => array( 'null' ),
			'a list'           => array( '[]' ),
			'a list of one'    => array( '[{"note":"x"}]' ),
			'half an object'   => array( '{"note":' ),
			'no JSON'          => array( 'note=x' ),
			'spaces before it' => array( "  \n 5 " ),
		);
	}

	/**
	 * Refuses them for who is signed in.
	 *
	 * @dataProvider bodies_that_are_no_object
	 *
	 * @param string $body The bytes.
	 */
	public function test_a_body_that_is_no_json_object_is_refused( string $body ): void {
		$id     = $this->record()['id'];
		$before = $this->tables();
		foreach ( array(
			array( 'POST', $this->path() ),
			array( 'PATCH', $this->path( $id ) ),
			array( 'PUT', $this->path( $id ) ),
			array( 'DELETE', $this->path( $id ) ),
			array( 'POST', $this->path( $id, '/restore' ) ),
		) as list( $verb, $path ) ) {
			self::assert_refused( 400, 'rest_invalid_json', $this->send( $verb, $path, $body, 'admin' ) );
		}
		self::assertSame( $before, $this->tables() );
	}

	public function test_an_empty_body_is_an_empty_change(): void {
		$id = $this->record()['id'];
		self::assertSame( 1, $this->send( 'PATCH', $this->path( $id ), '', 'admin' )->get_data()['version'] );
		self::assertSame( 1, $this->send( 'PATCH', $this->path( $id ), '{}', 'admin' )->get_data()['version'] );
	}
}
