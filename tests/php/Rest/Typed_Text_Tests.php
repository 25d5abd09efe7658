<?php
/**
 * What is typed is what is stored.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Rest;

/**
 * Text through the API and back, byte for byte, in every field that holds any.
 */
trait Typed_Text_Tests {

	/**
	 * Texts that something on the way could change.
	 *
	 * @return array<string, array{string}>
	 */
	public function texts(): array {
		return array(
			'HTML'                           => array( '<b>bold</b> <i>' ),
			'a script'                       => array( '<script>a()</script>' ),
			'entities'                       => array( 'AT&T &amp; &lt;b&gt;' ),
			'quotes'                         => array( "l'été \"x\" ’«»" ),
			'backslashes'                    => array( 'C:\\new\\table \\' ),
			'an escaped quote'               => array( "\\' \\\" \\\\'" ),
			'emoji'                          => array( '👩‍👩‍👧 🇫🇷' ),
			'outer spaces'                   => array( '  two  ' ),
			'placeholders of SQL'            => array( '%s %d %1$s %%' ),
			'placeholders of wpdb'           => array( '{0} {abc123} {' ),
			'a shortcode'                    => array( '[gallery id=1]' ),
			'line ends of Windows'           => array( "a\r\nb\r\n" ),
			'a tab and a line end'           => array( "a\tb\n" ),
			'SQL'                            => array( "'; DROP TABLE x; --" ),
			'other scripts'                  => array( 'Ω Ж 漢字 عربى' ),
			'letters with combining accents' => array( "e\u{301}a\u{308}" ),
			'a no-break space'               => array( "a\u{a0}b\u{202f}c" ),
			'zero'                           => array( '0' ),
			'a number'                       => array( '007' ),
			'a word that looks like a value' => array( 'null' ),
			'serialized PHP'                 => array( 'a:1:{i:0;i:1;}' ),
			'JSON'                           => array( '{"a":[1]}' ),
			'an octet in per cent'           => array( '%41 %0d%0a' ),
			'a formula'                      => array( '=1+1' ),
			'a day'                          => array( '2026-1-5' ),
			'an instant'                     => array( '2026-01-05T09:30:00Z' ),
			'a day and a time'               => array( '2026-1-5 9:3:07' ),
			'a day with a line end'          => array( "2026-01-05\n" ),
		);
	}

	/**
	 * Creates, changes and reads back every text field.
	 *
	 * @dataProvider texts
	 *
	 * @param string $text What is typed.
	 */
	public function test_text_comes_back_as_it_was_typed( string $text ): void {
		global $wpdb;
		$typed   = array_fill_keys( array_keys( $this->free_texts() ), $text );
		$created = $this->request( 'POST', $this->path(), $typed + $this->required(), 'admin' );
		self::assert_answered( 201, $created );
		$id      = $created->get_data()['id'];
		$changed = $this->record()['id'];
		self::assert_answered( 200, $this->request( 'PATCH', $this->path( $changed ), $typed ) );
		foreach ( array( $id, $changed ) as $record ) {
			self::assertSame( $typed, array_intersect_key( $this->request( 'GET', $this->path( $record ) )->get_data(), $typed ) );
			$stored = $wpdb->get_row( "SELECT * FROM {$this->entity()->table()} WHERE id = $record", ARRAY_A );
			self::assertSame( $typed, array_intersect_key( $stored, $typed ) );
		}
		$listed = $this->request( 'GET', $this->path(), array( 'include' => array( $id ) ) )->get_data()[0];
		self::assertSame( $typed, array_intersect_key( $listed, $typed ) );
	}

	/**
	 * Changing another field leaves text alone; changing only case, accents or spaces is a change.
	 *
	 * @testWith ["Elan", "élan"]
	 *           ["Elan", "Elan "]
	 *           ["Elan", "ELAN"]
	 *
	 * @param string $was Before.
	 * @param string $is  After.
	 */
	public function test_a_change_of_case_accents_or_spaces_is_a_change( string $was, string $is ): void {
		$id = $this->record( array( $this->name_field() => $was ) )['id'];
		$this->request( 'PATCH', $this->path( $id ), array( $this->name_field() => $is ), 'admin' );
		$now = $this->request( 'GET', $this->path( $id ) )->get_data();
		self::assertSame( array( $is, 2 ), array( $now[ $this->name_field() ], $now['version'] ) );
	}

	public function test_a_text_may_be_as_long_as_its_field_in_letters_of_four_bytes(): void {
		foreach ( $this->free_texts() as $name => $field ) {
			if ( isset( $field['maxLength'] ) ) {
				$text     = str_repeat( '🙂', $field['maxLength'] );
				$response = $this->request( 'POST', $this->path(), array( $name => $text ) + $this->body(), 'admin' );
				self::assert_answered( 201, $response );
				self::assertSame( $text, $response->get_data()[ $name ], $name );
			}
		}
	}

	public function test_a_note_may_have_65000_bytes(): void {
		$note     = str_repeat( "été\r\n", 9285 ) . '12345';
		$response = $this->request( 'POST', $this->path(), $this->body( array( $this->note_field() => $note ) ), 'admin' );
		self::assertSame( 65000, strlen( $note ) );
		self::assertSame( $note, $this->request( 'GET', $this->path( $response->get_data()['id'] ) )->get_data()[ $this->note_field() ] );
	}
}
