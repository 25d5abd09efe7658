<?php
/**
 * The change set of every write.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Rest;

/**
 * Every write names its change set, which is there, is the writer's, and holds what was changed; no answer to a question names one.
 */
final class Change_Set_HeaderTest extends Rest_Case {
	use Every_Route;

	/** Questions that are posted, a repair, and what is only for one person: nothing that a history tells. */
	private const OTHERS = array(
		'/check'               => true,
		'/dashboard/layout'    => true,
		'/quotes/totals'       => true,
		'/reminders/{id}/read' => true,
	);

	/**
	 * Every route and verb but the checker, which changes no record.
	 *
	 * @return iterable<string, array{string, string}>
	 */
	public function routes(): iterable {
		foreach ( array_diff_key( self::all_needs(), self::OTHERS ) as $route => $verbs ) {
			foreach ( array_keys( $verbs ) as $verb ) {
				yield "$verb $route" => array( $route, $verb );
			}
		}
	}

	/**
	 * A good request.
	 *
	 * @dataProvider routes
	 *
	 * @param string $route The route.
	 * @param string $verb  The verb.
	 */
	public function test_a_write_names_its_change_set_and_a_question_none( string $route, string $verb ): void {
		global $wpdb;
		$admin    = $this->user( 'admin' );
		$request  = $this->good_request( $route, $verb, $admin );
		$newest   = (int) $wpdb->get_var( "SELECT MAX(id) FROM {$wpdb->prefix}carnet_changesets" );
		$response = $this->as_user( $admin, ...$request );
		$named    = self::header_of( $response, 'X-Carnet-Changeset' );
		if ( 'GET' === $verb ) {
			self::assertNull( $named );
			return;
		}
		self::assertMatchesRegularExpression( '/^[1-9]\d*$/', (string) $named );
		self::assertGreaterThan( $newest, (int) $named );
		$set = $this->request( 'GET', "/changesets/$named" );
		self::assertSame( array( 200, $admin ), array( $set->get_status(), $set->get_data()['user_id'] ) );
		self::assertNotEmpty( $set->get_data()['records'] );
	}

	public function test_a_refused_write_names_none(): void {
		$id = $this->contact()['id'];
		foreach ( array( array( 'PATCH', "/contacts/$id", array( 'country' => 'xx' ) ), array( 'PATCH', '/contacts/987654', array() ), array( 'DELETE', "/contacts/$id", array( 'force' => 'true' ) ) ) as $request ) {
			self::assertNull( self::header_of( $this->as_user( $this->user( 'editor' ), ...$request ), 'X-Carnet-Changeset' ) );
		}
	}
}
