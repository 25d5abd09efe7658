<?php
/**
 * Points in time.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Entity;

use Carnet\Entity\Instant;
use Carnet\Tests\Test_Case;

final class InstantTest extends Test_Case {

	protected function setUp(): void {
		parent::setUp();
		add_filter( 'pre_option_timezone_string', static fn () => 'Europe/Paris' );
	}

	public function test_now_is_utc_to_the_second(): void {
		self::assertMatchesRegularExpression( '/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/', Instant::now() );
		self::assertEqualsWithDelta( time(), strtotime( Instant::now() ), 2 );
	}

	/**
	 * @dataProvider instants
	 */
	public function test_an_instant_becomes_utc( string $text, string $utc ): void {
		self::assertTrue( Instant::validate( $text, 'at' ) );
		self::assertSame( $utc, Instant::utc( $text ) );
	}

	public static function instants(): array {
		return array(
			'UTC stays'                                           => array( '2026-11-22T09:30:00Z', '2026-11-22T09:30:00Z' ),
			'without a zone it is UTC'                            => array( '2026-11-22T09:30:00', '2026-11-22T09:30:00Z' ),
			'a space for the T'                                   => array( '2026-11-22 09:30', '2026-11-22T09:30:00Z' ),
			'another zone'                                        => array( '2026-11-22T09:30:00+02:00', '2026-11-22T07:30:00Z' ),
			'another zone changes the day'                        => array( '2026-11-22T00:30:00+0500', '2026-11-21T19:30:00Z' ),
			'fractions are dropped'                               => array( '2026-11-22T09:30:00.999Z', '2026-11-22T09:30:00Z' ),
			'a plain day is its midnight here, in winter'         => array( '2026-11-22', '2026-11-21T23:00:00Z' ),
			'a plain day is its midnight here, in summer'         => array( '2026-07-01', '2026-06-30T22:00:00Z' ),
			'the day the clocks go forward begins in winter time' => array( '2026-03-29', '2026-03-28T23:00:00Z' ),
			'the day after that, in summer time'                  => array( '2026-03-30', '2026-03-29T22:00:00Z' ),
			'a leap day'                                          => array( '2028-02-29', '2028-02-28T23:00:00Z' ),
		);
	}

	/**
	 * @dataProvider bad
	 */
	public function test_what_is_no_instant_is_refused( $value ): void {
		$error = Instant::validate( $value, 'created_at_after' );
		self::assertInstanceOf( \WP_Error::class, $error );
		self::assertStringContainsString( 'created_at_after', $error->get_error_message() );
		self::assertSame( 400, $error->get_error_data()['status'] );
	}

	public static function bad(): array {
		return array(
			'a day that does not exist'    => array( '2026-02-30' ),
			'29 February of another year'  => array( '2026-02-29' ),
			'month 13'                     => array( '2026-13-01' ),
			'hour 24'                      => array( '2026-11-22T24:00:00Z' ),
			'minute 60'                    => array( '2026-11-22T23:60:00Z' ),
			'a zone that is none'          => array( '2026-11-22T09:30:00+15:00' ),
			'a zone by name'               => array( '2026-11-22T09:30:00 Europe/Paris' ),
			'words'                        => array( 'yesterday' ),
			'SQL'                          => array( "2026-11-22' OR 1=1" ),
			'a trailing line'              => array( "2026-11-22\n" ),
			'a number'                     => array( 20261122 ),
			'nothing'                      => array( null ),
			'a list'                       => array( array( '2026-11-22' ) ),
			'an empty text'                => array( '' ),
		);
	}

	public function test_the_day_of_an_instant_is_the_sites(): void {
		self::assertSame( '2026-11-23', Instant::site_day( '2026-11-22T23:30:00Z' ) );
		self::assertSame( '2026-11-22', Instant::site_day( '2026-11-22T22:30:00Z' ) );
		self::assertSame( '2026-07-02', Instant::site_day( '2026-07-01T22:00:00Z' ) );
	}

	/**
	 * @testWith ["2026-03-02", true]
	 *           ["2026-02-29", false]
	 *           ["2026-3-2", false]
	 *           ["2026-03-02\n", false]
	 *           ["2026-03-02T00:00:00Z", false]
	 */
	public function test_a_day_is_a_day_of_the_calendar_and_nothing_else( string $text, bool $is ): void {
		self::assertSame( $is, Instant::is_day( $text ) );
	}
}
