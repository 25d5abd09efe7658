<?php
/**
 * Normal forms of text.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Entity;

use Carnet\Entity\Text;
use Carnet\Tests\Test_Case;

final class TextTest extends Test_Case {

	/**
	 * @dataProvider folded
	 */
	public function test_case_accents_apostrophes_and_width_do_not_count( string $text, string $folded ): void {
		self::assertSame( $folded, Text::fold( $text ) );
		self::assertSame( $folded, Text::fold( $folded ), 'Folding twice changes something.' );
	}

	public static function folded(): array {
		return array(
			'lower case'                                  => array( 'MARTIN Dupont', 'martin dupont' ),
			'accents'                                     => array( 'Éloïse Crémieux-Ångström', 'eloise cremieux-angstrom' ),
			'accents in capitals'                         => array( 'ÉLOÏSE', 'eloise' ),
			'accents as separate characters'              => array( "E\u{301}lo\u{308}ise", 'eloise' ),
			'ligatures'                                   => array( 'Œuvre Cæsar', 'oeuvre caesar' ),
			'the German sharp s'                          => array( 'Straße', 'strasse' ),
			'Polish and Danish letters that do not decompose' => array( 'Łódź Øresund', 'lodz oresund' ),
			'Vietnamese, two marks on a letter'           => array( 'Nguyễn Thị Ngọc', 'nguyen thi ngoc' ),
			'straight and typographic apostrophes'        => array( "O'Brien L’Oréal d‘Or Hawaiʼi", 'obrien loreal dor hawaii' ),
			'outer and double spaces'                     => array( "  Jean \t  Paul\n", 'jean paul' ),
			'no-break spaces'                             => array( "Jean\u{a0}Paul\u{202f}II", 'jean paul ii' ),
			'full-width letters and digits'               => array( 'ＡＢＣ１２３', 'abc123' ),
			'Greek and Cyrillic keep their letters'       => array( 'Ολυμπία ИВАНОВ', 'ολυμπια иванов' ),
			'Chinese and Japanese stay'                   => array( '株式会社 東京', '株式会社 東京' ),
			'emoji stay'                                  => array( 'Zoé 🚀', 'zoe 🚀' ),
			'punctuation stays'                           => array( '100% A_B & C/D <x>', '100% a_b & c/d <x>' ),
			'nothing'                                     => array( '', '' ),
		);
	}

	public function test_the_language_of_the_site_does_not_change_a_normal_form(): void {
		$folded = Text::fold( 'Straße Müller Ørsted' );
		add_filter( 'locale', static fn () => 'de_DE' );
		self::assertSame( $folded, Text::fold( 'Straße Müller Ørsted' ) );
		add_filter( 'locale', static fn () => 'da_DK', 11 );
		self::assertSame( $folded, Text::fold( 'Straße Müller Ørsted' ) );
	}

	public function test_a_phone_is_its_digits(): void {
		self::assertSame( '33612345678', Text::digits( '+33 6 12-34.56/78' ) );
		self::assertSame( '33612', Text::digits( '+33 (0)6 12' ) );
		self::assertSame( '0142', Text::digits( '(01) 42' ) );
		self::assertSame( '', Text::digits( 'ext.' ) );
	}

	/**
	 * @dataProvider keys
	 */
	public function test_unique_values_are_compared_without_outer_spaces_and_case( string $one, string $other, $flag, bool $same ): void {
		$field = array( 'unique' => $flag );
		self::assertSame( $same, Text::key( $field, $one ) === Text::key( $field, $other ) );
	}

	public static function keys(): array {
		$long = str_repeat( 'a', 240 );
		return array(
			'case'                                   => array( 'Ana@Example.COM', 'ana@example.com', true, true ),
			'outer spaces'                           => array( ' ana@example.com ', 'ana@example.com', true, true ),
			'accents count in an address'            => array( 'aná@example.com', 'ana@example.com', true, false ),
			'capital accents'                        => array( 'ÉVA@example.com', 'éva@example.com', true, true ),
			'accents do not count where folded'      => array( 'Été', 'ete', 'folded', true ),
			'inner spaces count in an address'       => array( 'a b@example.com', 'ab@example.com', true, false ),
			'long ones differ by their end'          => array( "{$long}1@example.com", "{$long}2@example.com", true, false ),
			'long ones of different case are the same' => array( strtoupper( $long ) . '@example.com', "$long@example.com", true, true ),
		);
	}

	public function test_a_key_fits_its_column(): void {
		self::assertSame( 190, mb_strlen( Text::key( array( 'unique' => true ), str_repeat( 'é', 254 ) ) ) );
		self::assertSame( 191, mb_strlen( Text::key( array( 'unique' => true ), str_repeat( 'é', 191 ) ) ) );
	}

	public function test_a_sort_key_is_short_and_has_no_space_at_its_end(): void {
		self::assertSame( str_repeat( 'e', 100 ), Text::sort_key( str_repeat( 'É', 200 ) ) );
		self::assertSame( str_repeat( 'e', 99 ), Text::sort_key( str_repeat( 'É', 99 ) . ' Martin' ) );
	}

	/**
	 * @dataProvider orders
	 */
	public function test_names_sort_as_people_expect( array $sorted ): void {
		$keys = array_map( array( Text::class, 'sort_key' ), $sorted );
		$by   = $keys;
		sort( $by, SORT_STRING );
		self::assertSame( $by, $keys );
	}

	public static function orders(): array {
		return array(
			'accents among their letters' => array( array( 'Eberhard', 'Éloi', 'Ernest', 'Zoé' ) ),
			'case does not count'         => array( array( 'adam', 'Bernard', 'carl' ) ),
			'a shorter name first'        => array( array( 'Jean', 'Jean Paul', 'Jeanne' ) ),
		);
	}
}
