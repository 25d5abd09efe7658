<?php
/**
 * Changing many records at once.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Rest;

use WP_REST_Response;

/**
 * Bulk by ids and by query: what cannot be asked, what becomes of each record, and that it is one change set.
 */
final class BulkTest extends Rest_Case {

	/**
	 * A bulk change of contacts.
	 *
	 * @param array<string, mixed> $body The body.
	 * @param string               $as   Who.
	 */
	private function bulk( array $body, string $as = 'editor' ): WP_REST_Response {
		return $this->request( 'POST', '/contacts/bulk', $body, $as );
	}

	/**
	 * Result by id.
	 *
	 * @param WP_REST_Response $response The answer.
	 * @return array<int, string>
	 */
	private static function results( WP_REST_Response $response ): array {
		self::assert_answered( 200, $response );
		return array_column( $response->get_data()['results'], 'result', 'id' );
	}

	/**
	 * Bodies that are refused, and what the refusal names.
	 *
	 * @return array<string, array{array<string, mixed>, string}>
	 */
	public function bad_bodies(): array {
		$set = array( 'set' => array( 'note' => 'x' ) );
		$ids = array( 'ids' => array( 1 ) );
		return array(
			'nothing'                            => array( array(), 'set' ),
			'no records'                         => array( $set, 'ids' ),
			'ids and query'                      => array( $set + $ids + array( 'query' => array( 'all' => true ) ), 'ids' ),
			'nothing to do'                      => array( $ids, 'set' ),
			'trash that is false'                => array( $ids + array( 'trash' => false ), 'set' ),
			'two things to do'                   => array( $ids + $set + array( 'trash' => true ), 'set' ),
			'trash and restore'                  => array(
				$ids + array(
					'trash'   => true,
					'restore' => true,
				),
				'set',
			),
			'set and tags'                       => array( $ids + $set + array( 'add_tags' => array( 1 ) ), 'set' ),
			'ids that are none'                  => array( $set + array( 'ids' => array( 'abc' ) ), 'ids' ),
			'an id below one'                    => array( $set + array( 'ids' => array( 0 ) ), 'ids' ),
			'ids that are an object'             => array( $set + array( 'ids' => array( 'a' => array( 1 ) ) ), 'ids' ),
			'501 ids'                            => array( $set + array( 'ids' => range( 1, 501 ) ), 'ids' ),
			'a query that is a list'             => array( $set + array( 'query' => array() ), 'query' ),
			'a query that is a list of one'      => array( $set + array( 'query' => array( 'all' ) ), 'query' ),
			'a query that is a text'             => array( $set + array( 'query' => 'all' ), 'query' ),
			'a query that is true'               => array( $set + array( 'query' => true ), 'query' ),
			'an empty query'                     => array( $set + array( 'query' => (object) array() ), 'query' ),
			'a typo in the query'                => array( $set + array( 'query' => array( 'tpye' => 'lead' ) ), 'query' ),
			'a typo beside a good filter'        => array(
				$set + array(
					'query' => array(
						'type'   => 'lead',
						'soruce' => 'web',
					),
				),
				'query',
			),
			'all that is a text'                 => array( $set + array( 'query' => array( 'all' => 'yes' ) ), 'query' ),
			'all that is false'                  => array( $set + array( 'query' => array( 'all' => false ) ), 'query' ),
			'a page in the query'                => array( $set + array( 'query' => array( 'page' => 2 ) ), 'query' ),
			'ids that a client found none of'    => array( $set + array( 'query' => array( 'include' => array() ) ), 'query.include' ),
			'a filter without a value'           => array( $set + array( 'query' => array( 'type' => '' ) ), 'query.type' ),
			'an empty filter beside another'     => array(
				$set + array(
					'query' => array(
						'tags'   => array(),
						'source' => 'web',
					),
				),
				'query.tags',
			),
			'an owner who is none'               => array( $set + array( 'query' => array( 'owner_id' => '' ) ), 'query.owner_id' ),
			'a search for nothing'               => array( $set + array( 'query' => array( 'search' => ' ' ) ), 'query.search' ),
			'a search of what is no text'        => array( $set + array( 'query' => array( 'search' => "\0" ) ), 'query.search' ),
			'how tags match, and no tags'        => array( $set + array( 'query' => array( 'tags_match' => 'all' ) ), 'query' ),
			'all that is not in the trash'       => array( $set + array( 'query' => array( 'trashed' => false ) ), 'query' ),
			'a bad value in the query'           => array( $set + array( 'query' => array( 'type' => 'nobody' ) ), 'query.type' ),
			'a bad date in the query'            => array( $set + array( 'query' => array( 'created_at_after' => 'soon' ) ), 'query.created_at_after' ),
			'a set that is a list'               => array( $ids + array( 'set' => array( 'note' ) ), 'set' ),
			'an empty set'                       => array( $ids + array( 'set' => (object) array() ), 'set' ),
			'a field that is not there'          => array( $ids + array( 'set' => array( 'nope' => 1 ) ), 'set' ),
			'a field that the server sets'       => array( $ids + array( 'set' => array( 'version' => 1 ) ), 'set' ),
			'a bad value to set'                 => array( $ids + array( 'set' => array( 'country' => 'xx' ) ), 'set.country' ),
			'null for what cannot be empty'      => array( $ids + array( 'set' => array( 'type' => null ) ), 'set.type' ),
			'versions that are a list'           => array( $ids + $set + array( 'versions' => array( 1 ) ), 'versions' ),
			'a version that is a word'           => array( $ids + $set + array( 'versions' => array( '5' => 'abc' ) ), 'versions' ),
			'a version of no id'                 => array( $ids + $set + array( 'versions' => array( 'x' => 1 ) ), 'versions' ),
			'a change set that is none'          => array( $set + array( 'query' => array( 'all' => true ) ) + array( 'changeset_id' => 987654 ), 'changeset_id' ),
			'a change set that is a text'        => array( $set + array( 'query' => array( 'all' => true ) ) + array( 'changeset_id' => 'abc' ), 'changeset_id' ),
			'a cursor that is none'              => array( $set + array( 'query' => array( 'all' => true ) ) + array( 'cursor' => 'x; DROP' ), 'cursor' ),
			'tags that are words'                => array( $ids + array( 'add_tags' => array( 'red' ) ), 'add_tags' ),
			'a trash that is neither yes nor no' => array( $ids + array( 'trash' => 'perhaps' ), 'trash' ),
		);
	}

	/**
	 * Refuses them, changing nothing.
	 *
	 * @dataProvider bad_bodies
	 *
	 * @param array<string, mixed> $body  The body.
	 * @param string               $named What is named.
	 */
	public function test_what_cannot_be_asked_is_refused_by_name_and_changes_nothing( array $body, string $named ): void {
		$this->contact();
		$before = $this->tables();
		self::assert_refused( 400, 'rest_invalid_param', $this->bulk( $body ), $named );
		self::assertSame( $before, $this->tables() );
	}

	public function test_an_empty_list_of_ids_does_nothing(): void {
		$this->contact();
		$before   = $this->tables();
		$response = $this->bulk(
			array(
				'ids'   => array(),
				'trash' => true,
			)
		);
		self::assert_answered( 200, $response );
		self::assertSame( array( array(), 0, 0 ), array( $response->get_data()['results'], $response->get_data()['done'], $response->get_data()['failed'] ) );
		$after = $this->tables();
		unset( $before['wp_carnet_changesets'], $after['wp_carnet_changesets'] );
		self::assertSame( $before, $after );
	}

	public function test_each_record_has_its_result_and_all_are_one_change_set(): void {
		$agent   = $this->user( 'agent' );
		$mine    = $this->contact( array( 'owner_id' => $agent ) )['id'];
		$also    = $this->contact( array( 'owner_id' => $agent ) )['id'];
		$others  = $this->contact()['id'];
		$trashed = $this->contact( array( 'owner_id' => $agent ) )['id'];
		$this->trashed( 'contact', $trashed );
		$ids      = array( $mine, $others, 987654, $trashed, $also, $mine );
		$response = $this->bulk(
			array(
				'ids' => $ids,
				'set' => array(
					'status' => 'qualified',
					'note'   => " <b>'\\ %s ",
				),
			),
			'agent'
		);
		$expected = array(
			$mine    => 'done',
			$others  => 'missing',
			987654   => 'missing',
			$trashed => 'missing',
			$also    => 'done',
		);
		self::assertSame( $expected, self::results( $response ) );
		$answer = $response->get_data();
		self::assertSame( array( 2, 3, (string) $answer['changeset_id'] ), array( $answer['done'], $answer['failed'], self::header_of( $response, 'X-Carnet-Changeset' ) ) );
		foreach ( $answer['results'] as $result ) {
			self::assertSame( 'done' !== $result['result'], isset( $result['message'] ) );
		}
		$missing = array_column( $answer['results'], 'message', 'id' );
		self::assertSame( $missing[987654], $missing[ $others ] );

		$set = $this->request( 'GET', "/changesets/{$answer['changeset_id']}" )->get_data();
		self::assertSame( array( 'bulk', array( $mine, $also ) ), array( $set['source'], array_column( $set['records'], 'id' ) ) );
		$record = $this->request( 'GET', "/contacts/$mine" )->get_data();
		self::assertSame( array( 'qualified', " <b>'\\ %s " ), array( $record['status'], $record['note'] ) );
		$this->request( 'POST', "/changesets/{$answer['changeset_id']}/revert" );
		self::assertSame( array( 'new', '' ), array( $this->request( 'GET', "/contacts/$also" )->get_data()['status'], $this->request( 'GET', "/contacts/$mine" )->get_data()['note'] ) );
	}

	public function test_a_version_that_is_not_current_is_a_conflict_of_that_record_only(): void {
		list( $a, $b ) = array( $this->contact()['id'], $this->contact()['id'] );
		$this->changed( 'contact', $a, array( 'note' => 'in between' ) );
		$response = $this->bulk(
			array(
				'ids'      => array( $a, $b ),
				'set'      => array( 'note' => 'x' ),
				'versions' => array(
					(string) $a => 1,
					(string) $b => 1,
				),
			)
		);
		$results  = array(
			$a => 'conflict',
			$b => 'done',
		);
		self::assertSame( $results, self::results( $response ) );
		self::assertSame( 'in between', $this->request( 'GET', "/contacts/$a" )->get_data()['note'] );
	}

	public function test_what_breaks_a_rule_is_invalid_and_the_others_go_on(): void {
		$named   = $this->contact( array( 'first_name' => 'Anne' ) )['id'];
		$nothing = $this->contact()['id'];
		$results = array(
			$nothing => 'invalid',
			$named   => 'done',
		);
		self::assertSame(
			$results,
			self::results(
				$this->bulk(
					array(
						'ids' => array( $nothing, $named ),
						'set' => array( 'last_name' => '' ),
					)
				)
			)
		);
		self::assertNotSame( '', $this->request( 'GET', "/contacts/$nothing" )->get_data()['last_name'] );
	}

	public function test_an_address_is_given_to_one_contact_only(): void {
		list( $a, $b ) = array( $this->contact()['id'], $this->contact()['id'] );
		$results       = array(
			$a => 'done',
			$b => 'invalid',
		);
		self::assertSame(
			$results,
			self::results(
				$this->bulk(
					array(
						'ids' => array( $a, $b ),
						'set' => array( 'email' => 'one@example.com' ),
					)
				)
			)
		);
	}

	public function test_tags_are_added_and_removed_beside_those_that_are_there(): void {
		list( $red, $blue, $green ) = array( $this->tag()['id'], $this->tag()['id'], $this->tag()['id'] );
		$a                          = $this->contact( array( 'tags' => array( $red ) ) )['id'];
		$b                          = $this->contact( array( 'tags' => array( $green, $blue ) ) )['id'];
		$response                   = $this->bulk(
			array(
				'ids'         => array( $a, $b ),
				'add_tags'    => array( $blue ),
				'remove_tags' => array( $red ),
			)
		);
		self::assertSame( array( 2, 0 ), array( $response->get_data()['done'], $response->get_data()['failed'] ) );
		self::assertSame( array( array( $blue ), array( $blue, $green ) ), array( $this->request( 'GET', "/contacts/$a" )->get_data()['tags'], $this->request( 'GET', "/contacts/$b" )->get_data()['tags'] ) );
		$usage = $this->request( 'GET', "/tags/$blue" )->get_data()['usage'];
		self::assertSame( 2, $usage['contacts'] );
		self::assertSame(
			array( $a => 'invalid' ),
			self::results(
				$this->bulk(
					array(
						'ids'      => array( $a ),
						'add_tags' => array( 987654 ),
					)
				)
			)
		);
	}

	public function test_an_owner_who_cannot_be_is_invalid(): void {
		$id       = $this->contact( array( 'owner_id' => $this->user( 'agent' ) ) )['id'];
		$response = $this->bulk(
			array(
				'ids' => array( $id ),
				'set' => array( 'owner_id' => $this->user( 'editor' ) ),
			),
			'agent'
		);
		self::assertSame( array( $id => 'invalid' ), self::results( $response ) );
	}

	public function test_many_are_trashed_and_brought_back(): void {
		$ids = array( $this->contact()['id'], $this->contact()['id'] );
		$this->bulk(
			array(
				'ids'   => $ids,
				'trash' => true,
			)
		);
		self::assertSame( '0', self::header_of( $this->request( 'GET', '/contacts' ), 'X-WP-Total' ) );
		$this->bulk(
			array(
				'ids'     => $ids,
				'restore' => true,
			)
		);
		self::assertSame( '2', self::header_of( $this->request( 'GET', '/contacts' ), 'X-WP-Total' ) );
	}

	/**
	 * Queries, and how many of the records below they mean.
	 *
	 * @return array<string, array{array<string, mixed>, int}>
	 */
	public function queries(): array {
		return array(
			'everything'        => array( array( 'all' => true ), 4 ),
			'a filter'          => array( array( 'type' => 'customer' ), 2 ),
			'several values'    => array( array( 'type' => array( 'customer', 'prospect' ) ), 3 ),
			'two filters'       => array(
				array(
					'type'   => 'customer',
					'source' => 'web',
				),
				1,
			),
			'a search'          => array( array( 'search' => 'brulee' ), 1 ),
			'a day'             => array( array( 'created_at_before' => '2020-01-01' ), 0 ),
			'no account'        => array( array( 'account_id' => 0 ), 4 ),
			'a search for none' => array( array( 'search' => 'nobody at all' ), 0 ),
		);
	}

	/**
	 * A change by query changes what the list of the same query shows.
	 *
	 * @dataProvider queries
	 *
	 * @param array<string, mixed> $query  The query.
	 * @param int                  $number Records it means.
	 */
	public function test_a_query_means_the_records_of_the_list( array $query, int $number ): void {
		$this->contact(
			array(
				'type'      => 'customer',
				'source'    => 'web',
				'last_name' => 'Brûlée',
			)
		);
		$this->contact( array( 'type' => 'customer' ) );
		$this->contact( array( 'type' => 'prospect' ) );
		$this->contact();
		$listed   = self::ids( $this->request( 'GET', '/contacts', array_diff_key( $query, array( 'all' => true ) ), 'editor' ) );
		$response = $this->bulk(
			array(
				'query' => $query,
				'set'   => array( 'note' => 'met' ),
			)
		);
		self::assert_answered( 200, $response );
		$answer = $response->get_data();
		self::assertSame( array( $number, 0, 0 ), array( $answer['done'], $answer['failed'], $answer['remaining'] ) );
		$met = array_filter( $this->request( 'GET', '/contacts' )->get_data(), static fn( array $contact ): bool => 'met' === $contact['note'] );
		self::assertSame( $listed, array_values( array_column( $met, 'id' ) ) );
		self::assertCount( $number, $listed );
	}

	public function test_everything_is_only_everything_that_is_ones_own(): void {
		$mine   = $this->contact( array( 'owner_id' => $this->user( 'agent' ) ) )['id'];
		$others = $this->contact()['id'];
		$answer = $this->bulk(
			array(
				'query' => array( 'all' => true ),
				'trash' => true,
			),
			'agent'
		)->get_data();
		self::assertSame( array( 1, 0 ), array( $answer['done'], $answer['failed'] ) );
		self::assert_answered( 200, $this->request( 'GET', "/contacts/$others", array(), 'admin' ) );
		self::assert_answered( 404, $this->request( 'GET', "/contacts/$mine" ) );
	}

	public function test_the_trash_is_a_query_too(): void {
		$id = $this->contact()['id'];
		$this->contact();
		$this->trashed( 'contact', $id );
		$answer = $this->bulk(
			array(
				'query'   => array( 'trashed' => true ),
				'restore' => true,
			)
		)->get_data();
		self::assertSame( 1, $answer['done'] );
		self::assert_answered( 200, $this->request( 'GET', "/contacts/$id" ) );
	}

	public function test_a_change_goes_on_behind_the_cursor_in_the_same_change_set(): void {
		$ids   = array( $this->contact()['id'], $this->contact()['id'], $this->contact()['id'] );
		$first = $this->bulk(
			array(
				'query' => array( 'include' => array( $ids[0] ) ),
				'set'   => array( 'note' => 'x' ),
			)
		)->get_data();
		self::assertSame( (string) $ids[0], $first['cursor'] );
		$second = $this->bulk(
			array(
				'query'        => array( 'all' => true ),
				'set'          => array( 'note' => 'x' ),
				'changeset_id' => $first['changeset_id'],
				'cursor'       => $first['cursor'],
			)
		)->get_data();
		self::assertSame( array( $first['changeset_id'], 2, 0 ), array( $second['changeset_id'], $second['done'], $second['remaining'] ) );
		$undone = $this->request( 'POST', "/changesets/{$first['changeset_id']}/revert" )->get_data();
		self::assertEqualsCanonicalizing( $ids, array_column( $undone['reverted'], 'id' ) );
	}

	public function test_only_a_bulk_change_of_ones_own_is_gone_on_with(): void {
		$this->contact();
		$go_on  = fn( int $set, string $as ): WP_REST_Response => $this->bulk(
			array(
				'query'        => array( 'all' => true ),
				'set'          => array( 'note' => 'y' ),
				'changeset_id' => $set,
			),
			$as
		);
		$others = $this->bulk(
			array(
				'query' => array( 'all' => true ),
				'set'   => array( 'note' => 'x' ),
			),
			'admin'
		)->get_data()['changeset_id'];
		$before = $this->tables();
		self::assert_refused( 400, 'rest_invalid_param', $go_on( $others, 'editor' ), 'changeset_id' );
		self::assert_refused( 400, 'rest_invalid_param', $go_on( $this->changeset, 'admin' ), 'changeset_id' );
		self::assertSame( $before, $this->tables() );
		$this->request( 'POST', "/changesets/$others/revert", array(), 'admin' );
		self::assert_refused( 400, 'rest_invalid_param', $go_on( $others, 'admin' ), 'changeset_id' );
	}

	public function test_more_records_than_one_go_takes_are_all_met_once(): void {
		$this->accounts( 1005 );
		$body = array(
			'query' => array( 'all' => true ),
			'set'   => array( 'city' => 'Lyon' ),
		);
		$done = 0;
		for ( $call = 0; $call < 20; $call++ ) {
			$answer = $this->request( 'POST', '/accounts/bulk', $body, 'editor' )->get_data();
			$done  += $answer['done'];
			$body   = array_intersect_key( $answer, array_flip( array( 'changeset_id', 'cursor' ) ) ) + $body;
			if ( 0 === $answer['remaining'] ) {
				break;
			}
		}
		self::assertSame( 1005, $done );
		global $wpdb;
		self::assertSame( array( '1005', '1005' ), array_map( 'strval', (array) $wpdb->get_row( "SELECT COUNT(*), COUNT(DISTINCT record_id) FROM {$wpdb->prefix}carnet_changes WHERE changeset_id = {$answer['changeset_id']}", ARRAY_N ) ) );
		self::assertSame( '1005', (string) $wpdb->get_var( "SELECT COUNT(*) FROM {$wpdb->prefix}carnet_accounts WHERE city = 'Lyon' AND version = 2" ) );
	}

	public function test_a_long_change_stops_after_five_seconds_and_says_what_remains(): void {
		$this->accounts( 503 );
		add_action( 'carnet_account_saved', static fn() => usleep( 11000 ) );
		$begun  = microtime( true );
		$body   = array(
			'query' => array( 'all' => true ),
			'trash' => true,
		);
		$answer = $this->request( 'POST', '/accounts/bulk', $body, 'editor' )->get_data();
		self::assertLessThan( 60, microtime( true ) - $begun );
		self::assertSame( array( 500, 0, 3 ), array( $answer['done'], $answer['failed'], $answer['remaining'] ) );
		$again = array_intersect_key( $answer, array_flip( array( 'changeset_id', 'cursor' ) ) );
		$last  = $this->request( 'POST', '/accounts/bulk', $body + $again )->get_data();
		self::assertSame( array( $answer['changeset_id'], 3, 0 ), array( $last['changeset_id'], $last['done'], $last['remaining'] ) );
	}

	public function test_five_hundred_ids_are_taken(): void {
		$id = $this->contact()['id'];
		self::assertSame(
			array( 1, 499 ),
			array_values(
				array_intersect_key(
					$this->bulk(
						array(
							'ids' => range( $id, $id + 499 ),
							'set' => array( 'note' => 'x' ),
						)
					)->get_data(),
					array_flip( array( 'done', 'failed' ) )
				)
			)
		);
	}

	/**
	 * Makes accounts.
	 *
	 * @param int $count How many.
	 */
	private function accounts( int $count ): void {
		$names = array_map( static fn( int $number ): array => array( 'name' => "Account $number" ), range( 1, $count ) );
		$this->change( static fn( \Carnet\Store\Transaction $transaction ): array => $transaction->create_all( 'account', $names ) );
	}
}
