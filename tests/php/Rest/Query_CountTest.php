<?php
/**
 * How many statements an answer costs.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Rest;

use Carnet\Store\Transaction;

/**
 * Our own statements for a list, a record and a new record: few, and as many for a hundred rows as for twenty.
 */
final class Query_CountTest extends Rest_Case {

	/**
	 * The statements that are ours: on our tables, for our transaction, or asked for by our code.
	 *
	 * @param string               $method GET, POST ...
	 * @param string               $path   Below carnet/v1.
	 * @param array<string, mixed> $params Query or body.
	 * @return list<string>
	 */
	private function statements( string $method, string $path, array $params = array() ): array {
		// What WordPress reads for every request: options, and who asks.
		wp_cache_flush();
		wp_load_alloptions();
		$user = get_current_user_id();
		wp_set_current_user( 0 );
		wp_set_current_user( $user );
		current_user_can( 'read' );
		rest_get_server();

		$ours  = array();
		$count = static function ( $sql ) use ( &$ours ) {
			$own = array_filter(
				array_column( debug_backtrace( DEBUG_BACKTRACE_IGNORE_ARGS ), 'class' ), // phpcs:ignore WordPress.PHP.DevelopmentFunctions -- who asked.
				static fn( string $name ): bool => str_starts_with( $name, 'Carnet\\' ) && ! str_starts_with( $name, 'Carnet\\Tests\\' )
			);
			if ( $own || str_contains( $sql, 'carnet_' ) ) {
				$ours[] = $sql;
			}
			return $sql;
		};
		add_filter( 'query', $count );
		$response = $this->request( $method, $path, $params );
		remove_filter( 'query', $count );
		self::assertLessThan( 300, $response->get_status(), (string) wp_json_encode( $response->get_data() ) );
		return $ours;
	}

	/**
	 * Contacts with everything that a row shows: account, owner, tags.
	 *
	 * @param int $number How many.
	 */
	private function rows( int $number ): void {
		$tags   = array( $this->tag()['id'], $this->tag()['id'] );
		$owners = array( $this->user( 'agent' ), $this->user( 'editor' ), $this->user( 'admin' ) );
		$this->change(
			static function ( Transaction $transaction ) use ( $number, $tags, $owners ): void {
				for ( $i = 0; $i < $number; $i++ ) {
					$owner   = $owners[ $i % 3 ];
					$account = $transaction->create(
						'account',
						array(
							'name'     => "Account $i",
							'owner_id' => $owner,
							'tags'     => $tags,
						)
					)['id'];
					$transaction->create(
						'contact',
						array(
							'last_name'  => "Contact $i",
							'email'      => "c$i-" . $number . '@example.com',
							'account_id' => $account,
							'owner_id'   => $owner,
							'tags'       => array( $tags[ $i % 2 ] ),
						)
					);
				}
			}
		);
	}

	/**
	 * Lists and other answers with many rows, and the most statements they may cost.
	 *
	 * @return array<string, array{string, int}>
	 */
	public function lists(): array {
		return array(
			'contacts'                    => array( '/contacts?per_page=100', 1 ),
			'contacts of an agent'        => array( '/contacts?per_page=100&as=agent', 1 ),
			'contacts by name'            => array( '/contacts?per_page=100&orderby=last_name&order=asc', 1 ),
			'a search of contacts'        => array( '/contacts?per_page=100&search=contact', 2 ),
			'a filter of contacts'        => array( '/contacts?per_page=100&type=lead', 1 ),
			'several filters of contacts' => array( '/contacts?per_page=100&type=lead&status=new&created_at_after=2020-01-01', 2 ),
			'accounts'                    => array( '/accounts?per_page=100', 1 ),
			'accounts with a tag'         => array( '/accounts?per_page=100&tags_match=all&orderby=name', 1 ),
			'counts of contacts'          => array( '/contacts/counts', 2 ),
			'tags'                        => array( '/tags?per_page=100', 2 ),
			'tags without their usage'    => array( '/tags?per_page=100&_fields=id,name,color', 1 ),
			'reminders'                   => array( '/reminders?per_page=20', 1 ),
			'the dashboard'               => array( '/dashboard', 4 ),
		);
	}

	/**
	 * As many for forty as for four.
	 *
	 * @dataProvider lists
	 *
	 * @param string $path The request.
	 * @param int    $most Most statements.
	 */
	public function test_a_list_costs_few_statements_however_many_rows( string $path, int $most ): void {
		$this->rows( 4 );
		$this->act_as( str_contains( $path, 'as=agent' ) ? 'agent' : 'admin' );
		$few = $this->statements( 'GET', $path );
		$this->rows( 36 );
		$many = $this->statements( 'GET', $path );
		self::assertCount( count( $few ), $many, implode( "\n", $many ) );
		self::assertLessThanOrEqual( $most, count( $many ), implode( "\n", $many ) );
		self::assertGreaterThan( 0, count( $many ) );
	}

	/**
	 * One record.
	 *
	 * @testWith ["accounts"]
	 *           ["contacts"]
	 *
	 * @param string $plural The noun.
	 */
	public function test_a_record_costs_few_statements_however_much_hangs_on_it( string $plural ): void {
		$account = $this->account( array( 'tags' => array( $this->tag()['id'] ) ) )['id'];
		$contact = $this->contact(
			array(
				'account_id' => $account,
				'tags'       => array( $this->tag()['id'] ),
			)
		)['id'];
		$path    = 'accounts' === $plural ? "/accounts/$account" : "/contacts/$contact";
		$this->act_as( 'admin' );
		$few = $this->statements( 'GET', $path );
		for ( $i = 0; $i < 30; $i++ ) {
			$this->contact( array( 'account_id' => $account ) );
		}
		$many = $this->statements( 'GET', $path );
		self::assertCount( count( $few ), $many );
		self::assertLessThanOrEqual( 1, count( $many ), implode( "\n", $many ) );
		self::assertLessThanOrEqual( 7, count( $this->statements( 'GET', "$path/history" ) ) );
	}

	/**
	 * Records to create.
	 *
	 * @return array<string, array{string, array<string, mixed>}>
	 */
	public function creations(): array {
		return array(
			'an account'           => array( '/accounts', array( 'name' => 'A rather long name of a company' ) ),
			'a contact'            => array(
				'/contacts',
				array(
					'first_name' => 'Marie-Françoise',
					'last_name'  => 'de La Rochefoucauld',
					'email'      => 'marie-francoise.de.la.rochefoucauld@example.com',
				),
			),
			'a contact with links' => array(
				'/contacts',
				array(
					'last_name'  => 'Martin',
					'email'      => 'martin@example.com',
					'account_id' => 'account',
					'tags'       => 'tags',
					'country'    => 'FR',
				),
			),
		);
	}

	/**
	 * A new record.
	 *
	 * @dataProvider creations
	 *
	 * @param string               $path The collection.
	 * @param array<string, mixed> $body The body.
	 */
	public function test_a_new_record_costs_few_statements( string $path, array $body ): void {
		if ( isset( $body['account_id'] ) ) {
			$body['account_id'] = $this->account()['id'];
			$body['tags']       = array( $this->tag()['id'], $this->tag()['id'] );
		}
		$this->act_as( 'admin' );
		$ours = $this->statements( 'POST', $path, $body );
		self::assertLessThanOrEqual( 16, count( $ours ), implode( "\n", $ours ) );
	}

	public function test_a_request_that_is_not_ours_costs_none(): void {
		$this->act_as( 'admin' );
		self::assertSame( array(), $this->statements( 'GET', '/wp/v2/types' ) );
	}
}
