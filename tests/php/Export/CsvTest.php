<?php
/**
 * CSV.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Export;

use Carnet\Entity\Instant;
use Carnet\Entity\View_Config;
use Carnet\Export\Csv;
use Carnet\Export\Csv_Cells;
use Carnet\Plugin;
use Carnet\Tests\Test_Case;

/**
 * The cases that the writer in the browser is held to as well, and that every text survives the way out and in.
 */
final class CsvTest extends Test_Case {

	/**
	 * The cases of tests/csv-cases.json.
	 *
	 * @return array<string, mixed>
	 */
	private static function cases(): array {
		return json_decode( (string) file_get_contents( dirname( __DIR__, 2 ) . '/csv-cases.json' ), true, 512, JSON_THROW_ON_ERROR );
	}

	/**
	 * One group of cases.
	 *
	 * @param string $group Its name.
	 * @return iterable<string, array{array<string, mixed>}>
	 */
	private static function group( string $group ): iterable {
		foreach ( self::cases()[ $group ] as $case ) {
			yield $case['title'] => array( $case );
		}
	}

	/**
	 * Texts.
	 *
	 * @return iterable<string, array{array<string, mixed>}>
	 */
	public function texts(): iterable {
		return self::group( 'texts' );
	}

	/**
	 * A text and its cell.
	 *
	 * @dataProvider texts
	 *
	 * @param array<string, mixed> $case_ Of the file.
	 */
	public function test_a_text_is_guarded_where_a_spreadsheet_would_run_it( array $case_ ): void {
		self::assertSame( $case_['cell'], Csv::guard( $case_['text'] ) );
		self::assertSame( $case_['text'], Csv::unguard( $case_['cell'] ) );
	}

	/**
	 * Lines.
	 *
	 * @return iterable<string, array{array<string, mixed>}>
	 */
	public function lines(): iterable {
		return self::group( 'lines' );
	}

	/**
	 * Cells and their line.
	 *
	 * @dataProvider lines
	 *
	 * @param array<string, mixed> $case_ Of the file.
	 */
	public function test_cells_are_a_line_of_rfc_4180( array $case_ ): void {
		self::assertSame( $case_['line'], Csv::lines( Csv::unwritten( $case_['cells'] ), $case_['delimiter'] ) );
	}

	/**
	 * Values.
	 *
	 * @return iterable<string, array{array<string, mixed>}>
	 */
	public function values(): iterable {
		return self::group( 'values' );
	}

	/**
	 * A value and its text.
	 *
	 * @dataProvider values
	 *
	 * @param array<string, mixed> $case_ Of the file.
	 */
	public function test_a_value_is_written_for_a_spreadsheet( array $case_ ): void {
		$all = self::cases();
		update_option( 'timezone_string', $all['time_zone'] );
		$entity = Plugin::entities()->get( $case_['noun'] );
		$kinds  = array_column( View_Config::of( $entity ), 'kind', 'id' );
		$cells  = new Csv_Cells( $entity, array( $case_['column'] ), $all['exponents'], $all['tags'] );
		$texts  = $case_['record'] + array( $case_['column'] => null );
		$cells->write( $texts );
		update_option( 'timezone_string', '' );
		self::assertSame( $case_['text'], (string) $texts[ $case_['column'] ] );
		self::assertSame( $case_['kind'], $kinds[ $case_['column'] ] ?? '', 'What the browser is told.' );
	}

	/**
	 * Instants of all years are written as the site's clocks show them, whatever these do.
	 *
	 * @testWith ["Europe/Paris"]
	 *           ["America/New_York"]
	 *           ["Asia/Kathmandu"]
	 *           ["Australia/Lord_Howe"]
	 *           ["Africa/Casablanca"]
	 *           ["Africa/Monrovia"]
	 *           ["Pacific/Apia"]
	 *           ["UTC"]
	 *           ["+05:30"]
	 *           ["-11:00"]
	 *
	 * @param string $zone Time zone.
	 */
	public function test_instants_are_shown_by_the_sites_clocks( string $zone ): void {
		$read  = static fn() => $zone;
		add_filter( 'pre_option_timezone_string', $read );
		$cells = new Csv_Cells( Plugin::entities()->get( 'contact' ), array( 'created_at' ), array(), array() );
		mt_srand( 1582 ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- the same instants in every run.
		// From 1960 to 2040, and each quarter of an hour of two years in which clocks are put forward and back, one of them to another day.
		$instants = array_map( static fn(): int => mt_rand( -315619200, 2208988800 ), range( 1, 2000 ) ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- as above.
		array_push( $instants, ...range( strtotime( '2011-03-01T00:00:00Z' ), strtotime( '2012-04-10T00:00:00Z' ), 900 ) );
		foreach ( $instants as $instant ) {
			$instant = gmdate( 'Y-m-d\TH:i:s\Z', $instant );
			$row     = array( 'created_at' => $instant );
			$cells->write( $row );
			self::assertSame( Instant::site_time( $instant ), $row['created_at'], $instant );
		}
		remove_filter( 'pre_option_timezone_string', $read );
	}

	/**
	 * Parsing what was written and taking the guards off gives the texts back, whatever they are.
	 *
	 * @testWith [","]
	 *           [";"]
	 *           ["\t"]
	 *
	 * @param string $delimiter One character.
	 */
	public function test_every_text_survives_the_way_out_and_in( string $delimiter ): void {
		$parts = array( '=', '+', '-', '@', "'", "''", '"', '""', ',', ';', "\t", "\r", "\n", "\r\n", "\0", ' ', "\u{A0}", "\u{FEFF}", "\u{2028}", '0', '42', '.', '(', ')', '/', '|', '\\', 'a', 'É', '日本', '👩‍💻', '', '+33 6 12', 'SUM(A1)' );
		mt_srand( 4180 ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- the same texts in every run.
		$rows = array();
		$file = '';
		for ( $i = 0; $i < 3000; $i++ ) {
			$row = array();
			for ( $cell = 0; $cell <= $i % 3; $cell++ ) {
				$text = '';
				for ( $part = mt_rand( 0, 6 ); $part > 0; $part-- ) { // phpcs:ignore WordPress.WP.AlternativeFunctions -- as above.
					$text .= $parts[ mt_rand( 0, count( $parts ) - 1 ) ]; // phpcs:ignore WordPress.WP.AlternativeFunctions -- as above.
				}
				$row[] = $text;
			}
			$rows[] = $row;
			$file  .= Csv::lines( Csv::unwritten( $row ), $delimiter );
		}
		$cells = self::parsed( $file, $delimiter );
		self::assertSame( $rows, array_map( static fn( array $row ): array => array_map( array( Csv::class, 'unguard' ), $row ), $cells ) );
		foreach ( array_merge( ...$cells ) as $cell ) {
			// What runs is no cell of the file.
			self::assertDoesNotMatchRegularExpression( '/^\s*[=@\t\r\0]/', $cell );
		}
	}

	/**
	 * Lines whose cells need not be looked at one by one, and lines whose cells were, are the same, alone or with others.
	 *
	 * @testWith [","]
	 *           [";"]
	 *           ["\t"]
	 *
	 * @param string $delimiter One character.
	 */
	public function test_a_line_is_its_cells_guarded_and_quoted_one_by_one( string $delimiter ): void {
		$parts = array( '=', '+', '-', '@', "'", '"', ',', ';', "\t", "\r", "\n", "\0", ' ', "\x0B", "\u{A0}", "\u{1680}", "\u{2009}", "\u{202F}", "\u{3000}", "\u{FEFF}", '7', '(', 'a', 'É', '日', 'か', '👩‍💻', '+33 6 12', '-5.00', 'Martin', '2026-11-24 10:30:00', '', '', '' );
		mt_srand( 65536 ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- the same texts in every run.
		$plain     = 0;
		$unwritten = '';
		$together  = '';
		for ( $i = 0; $i < 20000; $i++ ) {
			$row      = array();
			$expected = array();
			for ( $cell = intdiv( $i, 7 ) % 4; $cell >= 0; $cell-- ) {
				$text = '';
				for ( $part = mt_rand( 0, 2 ); $part > 0; $part-- ) { // phpcs:ignore WordPress.WP.AlternativeFunctions -- as above.
					$text .= $parts[ mt_rand( 0, count( $parts ) - 1 ) ]; // phpcs:ignore WordPress.WP.AlternativeFunctions -- as above.
				}
				$row[]      = '' === $text && 0 === $i % 2 ? null : $text;
				$guarded    = Csv::guard( $text );
				$expected[] = 1 === preg_match( "/[\"\r\n$delimiter]/", $guarded ) ? '"' . str_replace( '"', '""', $guarded ) . '"' : $guarded;
			}
			$plain     += (int) ( implode( $delimiter, $row ) === implode( $delimiter, $expected ) );
			$expected   = array( '' ) === $expected ? array( '""' ) : $expected;
			$line       = implode( $delimiter, $expected ) . "\r\n";
			$unwritten .= Csv::unwritten( $row );
			$together  .= $line;
			self::assertSame( $line, Csv::lines( Csv::unwritten( $row ), $delimiter ), (string) wp_json_encode( $row ) );
			if ( 6 === $i % 7 ) {
				self::assertSame( $together, Csv::lines( $unwritten, $delimiter ) );
				$unwritten = '';
				$together  = '';
			}
		}
		self::assertGreaterThan( 2000, $plain );
		self::assertLessThan( 18000, $plain );
	}

	/**
	 * A reader by the grammar of RFC 4180.
	 *
	 * @param string $file      The file.
	 * @param string $delimiter One character.
	 * @return list<list<string>>
	 */
	private static function parsed( string $file, string $delimiter ): array {
		$rows = array();
		$row  = array();
		$end  = strlen( $file );
		for ( $at = 0; $at < $end; ) {
			if ( '"' === $file[ $at ] ) {
				preg_match( '/\G"((?:[^"]|"")*)"/', $file, $match, 0, $at );
				$row[] = str_replace( '""', '"', $match[1] );
				$at   += strlen( $match[0] );
			} else {
				$length = strcspn( $file, "$delimiter\r\n\"", $at );
				$row[]  = substr( $file, $at, $length );
				$at    += $length;
			}
			if ( $file[ $at ] === $delimiter ) {
				++$at;
				continue;
			}
			self::assertSame( "\r\n", substr( $file, $at, 2 ) );
			$at    += 2;
			$rows[] = $row;
			$row    = array();
		}
		return $rows;
	}
}
