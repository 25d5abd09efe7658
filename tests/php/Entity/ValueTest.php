<?php
/**
 * Values that clients send.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Entity;

use Carnet\Entity\Field_List;
use Carnet\Entity\Value;
use Carnet\Plugin;
use Carnet\Tests\Test_Case;

final class ValueTest extends Test_Case {

	/**
	 * @dataProvider good
	 */
	public function test_a_good_value_is_stored_as_typed( array $field, $sent, $stored ): void {
		$valid = Value::validate( $field, $sent );
		self::assertTrue( $valid, $valid instanceof \WP_Error ? $valid->get_error_message() : '' );
		self::assertSame( $stored, Value::sanitize( $field, $sent ) );
	}

	public static function good(): array {
		$text    = self::field( 'name' );
		$email   = self::field( 'email' );
		$url     = self::field( 'website' );
		$link    = self::field( 'account_id' );
		$tags    = self::field( 'tags' );
		$note    = self::field( 'note' );
		$integer = self::field( 'integer' );
		$boolean = self::field( 'boolean' );
		return array(
			'text with outer spaces stays, byte for byte'  => array( $text, '  Durand & Fils  ', '  Durand & Fils  ' ),
			'markup is text'                               => array( $text, '<b>x</b><script>alert(1)</script>', '<b>x</b><script>alert(1)</script>' ),
			'quotes and backslashes'                       => array( $text, 'L\'"a\\b\\\\', 'L\'"a\\b\\\\' ),
			'percent signs and placeholders'               => array( $text, '100% %s %1$s', '100% %s %1$s' ),
			'a formula'                                    => array( $text, '=1+1', '=1+1' ),
			'emoji of four bytes'                          => array( $text, '🚀👩‍👩‍👧', '🚀👩‍👩‍👧' ),
			'right to left'                                => array( $text, 'שלום عليكم', 'שלום عليكم' ),
			'digits only is text'                          => array( $text, '0033', '0033' ),
			'zero is not empty'                            => array( $text, '0', '0' ),
			'line breaks and tabs in a name'               => array( $text, "a\n\tb", "a\n\tb" ),
			'as many characters as fit, of four bytes each' => array( $text, str_repeat( '🚀', 200 ), str_repeat( '🚀', 200 ) ),
			'an optional text may be emptied'              => array( self::field( 'city' ), '', '' ),
			'and so it may with null'                      => array( self::field( 'city' ), null, '' ),
			'a note of as many bytes as fit'               => array( $note, str_repeat( 'é', 32500 ), str_repeat( 'é', 32500 ) ),
			'a note with Windows line breaks'              => array( $note, "a\r\nb\r", "a\r\nb\r" ),
			'an e-mail address'                            => array( $email, 'Ana.Maria+crm@sub.example.co.uk', 'Ana.Maria+crm@sub.example.co.uk' ),
			'an e-mail address loses outer spaces'         => array( $email, ' ana@example.com ', 'ana@example.com' ),
			'an e-mail address with accents'               => array( $email, 'éva@exämple.fr', 'éva@exämple.fr' ),
			'an e-mail address in Devanagari'              => array( $email, 'संपर्क@डाटामेल.भारत', 'संपर्क@डाटामेल.भारत' ),
			'an e-mail address with an apostrophe'         => array( $email, "o'brien@example.com", "o'brien@example.com" ),
			'no e-mail address'                            => array( $email, '', '' ),
			'an address of the web'                        => array( $url, 'https://example.com/a?b=c&d=%20#e', 'https://example.com/a?b=c&d=%20#e' ),
			'http too, capitals too'                       => array( $url, 'HTTP://EXAMPLE.COM', 'HTTP://EXAMPLE.COM' ),
			'an address with a port and an accent'         => array( $url, 'http://exämple.com:8080/é', 'http://exämple.com:8080/é' ),
			'an address loses outer spaces'                => array( $url, ' https://example.com ', 'https://example.com' ),
			'any phone as typed'                           => array( self::field( 'phone' ), '+33 (0)6 12 34 56 78 ext. 9', '+33 (0)6 12 34 56 78 ext. 9' ),
			'a choice'                                     => array( self::field( 'type' ), 'supplier', 'supplier' ),
			'a choice of the settings'                     => array( self::field( 'source' ), 'trade_show', 'trade_show' ),
			'an optional choice may be emptied'            => array( self::field( 'source' ), '', null ),
			'a country'                                    => array( self::field( 'country' ), 'FR', 'FR' ),
			'no country'                                   => array( self::field( 'country' ), '', null ),
			'a link'                                       => array( $link, 12, 12 ),
			'a link as text'                               => array( $link, '12', 12 ),
			'no link'                                      => array( $link, null, null ),
			'no link, as an empty text'                    => array( $link, '', null ),
			'tags in order, each once'                     => array( $tags, array( 3, 1, '3' ), array( 1, 3 ) ),
			'tags as text'                                 => array( $tags, '3,1', array( 1, 3 ) ),
			'no tags'                                      => array( $tags, array(), array() ),
			'no tags, as null'                             => array( $tags, null, array() ),
			'a negative number'                            => array( $integer, -5, -5 ),
			'the largest number every client can read'     => array( $integer, 9007199254740991, 9007199254740991 ),
			'zero'                                         => array( $integer, 0, 0 ),
			'a number without fraction'                    => array( $integer, 5.0, 5 ),
			'true'                                         => array( $boolean, true, true ),
			'false is not empty'                           => array( $boolean, false, false ),
			'false as text'                                => array( $boolean, 'false', false ),
			'zero is false'                                => array( $boolean, 0, false ),
		);
	}

	/**
	 * @dataProvider bad
	 */
	public function test_a_bad_value_is_refused_with_a_message_that_names_the_field( array $field, $sent ): void {
		$error = Value::validate( $field, $sent );
		self::assertInstanceOf( \WP_Error::class, $error );
		self::assertSame( 'rest_invalid_param', $error->get_error_code() );
		self::assertSame( 400, $error->get_error_data()['status'] );
		self::assertStringStartsWith( $field['label'], $error->get_error_message() );
		self::assertTrue( mb_check_encoding( $error->get_error_message(), 'UTF-8' ) );
	}

	public static function bad(): array {
		$cases = array(
			'name'       => array(
				'nothing'                          => '',
				'null'                             => null,
				'spaces'                           => " \t\n",
				'a number'                         => 5,
				'true'                             => true,
				'a list'                           => array( 'a' ),
				'an empty list'                    => array(),
				'an object'                        => array( 'a' => 'b' ),
				'a NUL'                            => "a\0b",
				'bytes that are not UTF-8'         => "a\xff\xfeb",
				'half of an emoji'                 => substr( '🚀', 0, 2 ),
				'an overlong encoding of a slash'  => "\xc0\xaf",
				'a surrogate'                      => "\xed\xa0\x80",
				'one character too many'           => str_repeat( 'a', 201 ),
				'one emoji too many'               => str_repeat( '🚀', 201 ),
			),
			'note'       => array(
				'one byte too many'        => str_repeat( 'a', 65001 ),
				'too many bytes, fewer characters than the limit' => str_repeat( '🚀', 16251 ),
				'a NUL'                    => "\0",
			),
			'email'      => array(
				'no at sign'               => 'ana.example.com',
				'two at signs'             => 'ana@maria@example.com',
				'no domain'                => 'ana@',
				'a domain without a dot'   => 'ana@localhost',
				'a space inside'           => 'ana maria@example.com',
				'a line break inside (header injection)' => "ana@example.com\nBcc: x@example.com",
				'a name with brackets'     => 'Ana <ana@example.com>',
				'markup'                   => '<script>@example.com',
				'too long'                 => str_repeat( 'a', 250 ) . '@example.com',
				'a comma list'             => 'a@example.com,b@example.com',
				'two dots'                 => 'ana@example..com',
			),
			'website'    => array(
				'no scheme'                => 'example.com',
				'script'                   => 'javascript:alert(1)',
				'script in capitals'       => 'JaVaScRiPt://example.com/%0aalert(1)',
				'data'                     => 'data:text/html,<script>alert(1)</script>',
				'a file'                   => 'file:///etc/passwd',
				'ftp'                      => 'ftp://example.com',
				'no host'                  => 'https://',
				'no host but a path'       => 'https:///path',
				'a space inside'           => 'https://example.com/a b',
				'a line break inside'      => "https://example.com/\nx",
				'too long'                 => 'https://example.com/' . str_repeat( 'a', 2000 ),
			),
			'type'       => array(
				'another value'            => 'lead',
				'a label'                  => 'Customer',
				'other case'               => 'CUSTOMER',
				'spaces'                   => ' customer',
				'nothing, where one is needed' => '',
				'null, where one is needed' => null,
				'a number'                 => 0,
				'true'                     => true,
				'a list'                   => array( 'customer' ),
			),
			'source'     => array(
				'a value of another list'  => 'contacted',
				'a prefix'                 => 'trade',
			),
			'country'    => array(
				'small letters'            => 'fr',
				'a name'                   => 'France',
				'three letters'            => 'FRA',
				'no country'               => 'XX',
				'a number'                 => 33,
			),
			'account_id' => array(
				'zero'                     => 0,
				'negative'                 => -1,
				'a fraction'               => 1.5,
				'words'                    => 'abc',
				'SQL'                      => '1 OR 1=1',
				'hexadecimal'              => '0x1A',
				'too large'                => '9007199254740992',
				'far too large'            => '99999999999999999999999999',
				'true'                     => true,
				'a list'                   => array( 1 ),
				'infinity'                 => INF,
			),
			'tags'       => array(
				'a word among them'        => array( 1, 'x' ),
				'zero among them'          => array( 0 ),
				'negative'                 => array( -1 ),
				'null among them'          => array( null ),
				'true among them'          => array( true ),
				'a list among them'        => array( array( 1 ) ),
				'an object'                => array( 'a' => 1 ),
				'a number'                 => 5,
				'a word'                   => 'x',
				'true'                     => true,
			),
			'integer'    => array(
				'a fraction'               => 1.5,
				'words'                    => 'abc',
				'too large'                => 9007199254740992,
				'too small'                => -9007199254740992,
				'false'                    => false,
				'nothing, where one is needed' => null,
			),
			'boolean'    => array(
				'a word'                   => 'maybe',
				'two'                      => 2,
				'a list'                   => array( true ),
				'nothing, where one is needed' => null,
			),
		);
		$all   = array();
		foreach ( $cases as $field => $values ) {
			foreach ( $values as $what => $value ) {
				$all[ "$field: $what" ] = array( self::field( $field ), $value );
			}
		}
		return $all;
	}

	public function test_an_emptied_field_is_an_empty_text_or_null_or_an_empty_list(): void {
		foreach ( Plugin::entities()->get( 'contact' )->fields()->writable() as $name => $field ) {
			if ( ! in_array( $name, array( 'type', 'status', 'owner_id' ), true ) ) {
				self::assertTrue( Value::validate( $field, '' ), $name );
				self::assertSame( Field_List::empty_value( $field ), Value::sanitize( $field, '' ), $name );
			}
		}
	}

	public function test_what_is_typed_comes_back_byte_for_byte(): void {
		$names = array( '  Durand & Fils  ', 'L\'"a\\b\\\\', '100% %s {x}', '🚀👩‍👩‍👧', "a\r\nb\tc", '<b>&amp;</b>', "e\u{301}", 'ﬁ ﬀ', "\u{200b}zero width", '0', str_repeat( '🚀', 200 ) );
		foreach ( $names as $name ) {
			$id = $this->request( 'POST', '/accounts', array( 'name' => $name, 'note' => "$name\n$name" ), 'admin' )->get_data()['id'];
			$is = $this->request( 'GET', "/accounts/$id" )->get_data();
			self::assertSame( array( $name, "$name\n$name" ), array( $is['name'], $is['note'] ) );
		}
	}

	/**
	 * A field of an account or contact, or one that no noun has yet.
	 *
	 * @param string $name Its name.
	 * @return array<string, mixed>
	 */
	private static function field( string $name ): array {
		return Plugin::entities()->get( 'account' )->fields()->get( $name ) ?? Plugin::entities()->get( 'contact' )->fields()->get( $name ) ?? array( 'type' => $name, 'label' => "A $name" );
	}
}
