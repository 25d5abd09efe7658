<?php
/**
 * A dashboard of one's own.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Dashboard;

use Carnet\Tests\Rest\Rest_Case;

/**
 * Widgets are arranged for one person, and put back to what is usual.
 */
final class LayoutTest extends Rest_Case {

	private const ALL = array( 'contacts_overview', 'key_figures', 'recent_transactions', 'upcoming_tasks', 'pipeline', 'recent_actions', 'win_rate' );

	public function test_it_begins_with_everything_in_the_usual_order(): void {
		$response = $this->request( 'GET', '/dashboard/layout', array(), 'viewer' );
		self::assert_answered( 200, $response );
		self::assertSame( array( 'widgets' => self::ALL, 'available' => self::ALL ), self::json( $response ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
	}

	public function test_it_is_arranged_for_one_person_only_until_reset(): void {
		$mine = array( 'pipeline', 'contacts_overview' );
		self::assertSame( $mine, self::json( $this->request( 'PUT', '/dashboard/layout', array( 'widgets' => $mine ), 'viewer' ) )['widgets'] );
		self::assertSame( $mine, self::json( $this->request( 'GET', '/dashboard/layout', array(), 'viewer' ) )['widgets'] );
		self::assertSame( self::ALL, self::json( $this->request( 'GET', '/dashboard/layout', array(), 'agent' ) )['widgets'] );
		self::assertSame( self::ALL, self::json( $this->request( 'DELETE', '/dashboard/layout', array(), 'viewer' ) )['widgets'] );
	}

	public function test_it_may_be_empty(): void {
		self::assertSame( array(), self::json( $this->request( 'PUT', '/dashboard/layout', array( 'widgets' => array() ), 'viewer' ) )['widgets'] );
	}

	/**
	 * Layouts that cannot be.
	 *
	 * @return array<string, array{array<string, mixed>}>
	 */
	public static function bad_layouts(): array {
		return array(
			'a widget that is not one' => array( array( 'widgets' => array( 'nonsense' ) ) ),
			'one twice'                => array( array( 'widgets' => array( 'pipeline', 'pipeline' ) ) ),
			'a number'                 => array( array( 'widgets' => array( 7 ) ) ),
			'an object'                => array( array( 'widgets' => array( 'a' => array( 'b' ) ) ) ),
		);
	}

	/**
	 * @dataProvider bad_layouts
	 *
	 * @param array<string, mixed> $body What is sent.
	 */
	public function test_what_is_no_layout_is_refused( array $body ): void {
		self::assert_refused( 400, 'rest_invalid_param', $this->request( 'PUT', '/dashboard/layout', $body, 'viewer' ), 'widgets' );
	}
}
