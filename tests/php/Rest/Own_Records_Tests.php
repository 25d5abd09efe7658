<?php
/**
 * Own records only.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Rest;

use WP_REST_Response;

/**
 * An agent sees, finds and counts their own records; to them another's does not exist, nor does the trace of it.
 */
trait Own_Records_Tests {

	/**
	 * A record of the agent and one of somebody else.
	 *
	 * @param array<string, mixed> $overrides Field values of both.
	 * @return array{int, int}
	 */
	protected function mine_and_anothers( array $overrides = array() ): array {
		return array( $this->record( array( 'owner_id' => $this->user( 'agent' ) ) + $overrides )['id'], $this->record( $overrides )['id'] );
	}

	/**
	 * What a client sees of an answer: status, body, headers.
	 *
	 * @param WP_REST_Response $response The answer.
	 * @return array{int, mixed, array<string, string>}
	 */
	private static function seen( WP_REST_Response $response ): array {
		return array( $response->get_status(), self::json( $response ), $response->get_headers() );
	}

	/**
	 * All that can be asked of one record.
	 *
	 * @return array<string, array{string, string, array<string, mixed>}>
	 */
	public function requests_for_one_record(): array {
		return array(
			'reading it'                    => array( 'GET', '', array() ),
			'reading it from the trash'     => array( 'GET', '', array( 'trashed' => 'true' ) ),
			'changing it'                   => array( 'PATCH', '', array( $this->note_field() => 'mine now' ) ),
			'replacing it'                  => array( 'PUT', '', array( $this->note_field() => 'mine now' ) ),
			'changing an old version of it' => array(
				'PATCH',
				'',
				array(
					$this->note_field() => 'x',
					'version'           => 9,
				),
			),
			'trashing it'                   => array( 'DELETE', '', array() ),
			'trashing it with its children' => array( 'DELETE', '', array( 'linked' => 'true' ) ),
			'deleting it for good'          => array( 'DELETE', '', array( 'force' => 'true' ) ),
			'restoring it'                  => array( 'POST', '/restore', array() ),
			'reading its history'           => array( 'GET', '/history', array() ),
		);
	}

	/**
	 * Another's record answers as one that is missing, byte for byte, live or in the trash.
	 *
	 * @dataProvider requests_for_one_record
	 *
	 * @param string               $verb   The verb.
	 * @param string               $more   What follows the record's path.
	 * @param array<string, mixed> $params Query or body.
	 */
	public function test_anothers_record_answers_as_one_that_is_missing( string $verb, string $more, array $params ): void {
		$live    = $this->record( array( $this->note_field() => 'secret' ) )['id'];
		$trashed = $this->record( array( $this->note_field() => 'secret' ) )['id'];
		$this->trashed( $this->noun(), $trashed );
		$before  = $this->tables();
		$missing = $this->request( $verb, $this->path( 999999, $more ), $params, 'agent' );
		self::assert_refused( 404, 'carnet_not_found', $missing );
		foreach ( array( $live, $trashed ) as $id ) {
			self::assertSame( self::seen( $missing ), self::seen( $this->request( $verb, $this->path( $id, $more ), $params, 'agent' ) ) );
		}
		self::assertSame( $before, $this->tables() );
	}

	/**
	 * The same requests work on one's own: the test above would pass if the routes were broken.
	 *
	 * @dataProvider requests_for_one_record
	 *
	 * @param string               $verb   The verb.
	 * @param string               $more   What follows the record's path.
	 * @param array<string, mixed> $params Query or body.
	 */
	public function test_ones_own_record_is_found_by_the_same_requests( string $verb, string $more, array $params ): void {
		$id     = $this->record( array( 'owner_id' => $this->user( 'agent' ) ) )['id'];
		$status = $this->request( $verb, $this->path( $id, $more ), $params, 'agent' )->get_status();
		self::assertSame( isset( $params['version'] ) ? 412 : ( isset( $params['force'] ) ? 403 : 200 ), $status );
	}

	/**
	 * Lists in which another's record could turn up.
	 *
	 * @return array<string, array{array<string, mixed>}>
	 */
	public function lists(): array {
		return array(
			'all'                  => array( array() ),
			'a search for it'      => array( array( 'search' => 'wanted' ) ),
			'a short search'       => array( array( 'search' => 'wa' ) ),
			'a filter it passes'   => array( array_slice( $this->two_choices(), 0, 1 ) ),
			'two filters'          => array( $this->two_choices() ),
			'the newest'           => array( array( 'created_at_after' => '2020-01-01' ) ),
			'sorted by name'       => array( array( 'orderby' => $this->name_field() ) ),
			'a page of one record' => array( array( 'per_page' => 1 ) ),
		) + ( null === $this->entity()->fields()->get( 'country' ) ? array() : array( 'its country' => array( array( 'country' => 'FR' ) ) ) );
	}

	/**
	 * Another's record is in no list and no total.
	 *
	 * @dataProvider lists
	 *
	 * @param array<string, mixed> $params Query.
	 */
	public function test_anothers_record_is_in_no_list_and_no_total( array $params ): void {
		list( $mine ) = $this->mine_and_anothers( $this->two_choices() + array( 'country' => 'FR' ) + array( $this->name_field() => 'wanted' ) );
		$response     = $this->request( 'GET', $this->path(), $params, 'agent' );
		self::assertSame( array( $mine ), self::ids( $response ) );
		self::assertSame( array( '1', '1', 'exact', null ), self::totals( $response ) );
		self::assertNull( self::header_of( $response, 'Link' ) );
		self::assertSame( '2', self::header_of( $this->request( 'GET', $this->path(), $params, 'editor' ), 'X-WP-Total' ) );
	}

	public function test_anothers_record_is_not_had_by_its_id_its_owner_or_the_trash(): void {
		list( $mine, $others ) = $this->mine_and_anothers();
		$listed                = fn( array $params ): array => array( self::ids( $this->request( 'GET', $this->path(), $params, 'agent' ) ), self::header_of( $this->request( 'GET', $this->path(), $params, 'agent' ), 'X-WP-Total' ) );
		self::assertSame( array( array( $mine ), '1' ), $listed( array( 'include' => array( $mine, $others ) ) ) );
		self::assertSame( array( array(), '0' ), $listed( array( 'owner_id' => $this->user( 'admin' ) ) ) );
		self::assertSame( array( array( $mine ), '1' ), $listed( array( 'owner_id' => array( $this->user( 'admin' ), $this->user( 'agent' ) ) ) ) );
		$this->trashed( $this->noun(), $others );
		self::assertSame( array( array(), '0' ), $listed( array( 'trashed' => true ) ) );
	}

	public function test_counts_count_ones_own(): void {
		$choice = array_slice( $this->two_choices(), 0, 1 );
		$this->mine_and_anothers( $choice );
		$this->record();
		$counts = self::json( $this->request( 'GET', $this->path( null, '/counts' ), array(), 'agent' ) );
		$by     = $counts['by'][ key( $choice ) ];
		self::assertSame( array( 1, 1, 1 ), array( $counts['total'], $by[ current( $choice ) ], array_sum( $by ) ) );
		self::assertSame( 3, self::json( $this->request( 'GET', $this->path( null, '/counts' ), array(), 'viewer' ) )['total'] );
	}

	public function test_the_cursor_of_another_reader_shows_no_more(): void {
		list( $mine ) = $this->mine_and_anothers();
		$this->record();
		$cursor = self::header_of( $this->request( 'GET', $this->path(), array( 'per_page' => 1 ), 'admin' ), 'X-Carnet-Next-Cursor' );
		self::assertSame( array( $mine ), self::ids( $this->request( 'GET', $this->path(), array( 'cursor' => $cursor ), 'agent' ) ) );
	}

	public function test_what_is_given_away_is_gone_from_ones_sight(): void {
		list( $mine ) = $this->mine_and_anothers();
		$this->request( 'PATCH', $this->path( $mine ), array( 'owner_id' => $this->user( 'editor' ) ), 'editor' );
		self::assert_refused( 404, 'carnet_not_found', $this->request( 'GET', $this->path( $mine ), array(), 'agent' ) );
		self::assertSame( '0', self::header_of( $this->request( 'GET', $this->path() ), 'X-WP-Total' ) );
	}
}
