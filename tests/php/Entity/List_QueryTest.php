<?php
/**
 * Filters of lists.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Entity;

use Carnet\Entity\Records_Repository;
use Carnet\Plugin;
use Carnet\Store\Database;
use Carnet\Store\Transaction;
use Carnet\Tests\Builders;
use Carnet\Tests\Test_Case;

final class List_QueryTest extends Test_Case {

	use Builders;

	/**
	 * Ids by a short name: contacts a to f, two accounts, two tags, two agents.
	 *
	 * @var array<string, int>
	 */
	private array $ids = array();

	public function test_each_filter_means_the_records_it_says(): void {
		add_filter( 'pre_option_timezone_string', static fn () => 'Europe/Paris' );
		$this->world();
		$cases    = $this->cases();
		$expected = array_map( static fn ( array $case ): string => $case[2], $cases );
		$found    = array_map( fn ( array $case ): string => $this->found( $case[0], $case[1] ), $cases );
		self::assertSame( $expected, $found );
	}

	/**
	 * Parameters, who reads, who is found.
	 *
	 * @return array<string, array{array<string, mixed>, string, string}>
	 */
	private function cases(): array {
		$id = $this->ids;
		return array(
			'no filter'                                      => array( array(), 'admin', 'abcde' ),
			'the trash'                                      => array( array( 'trashed' => true ), 'admin', 'f' ),
			'one type'                                       => array( array( 'type' => array( 'customer' ) ), 'admin', 'bc' ),
			'any of two types'                               => array( array( 'type' => array( 'customer', 'prospect' ) ), 'admin', 'bcd' ),
			'type and status'                                => array( array( 'type' => array( 'customer' ), 'status' => array( 'new' ) ), 'admin', 'b' ),
			'a type in the trash'                            => array( array( 'type' => array( 'lead' ), 'trashed' => true ), 'admin', 'f' ),
			'an optional choice'                             => array( array( 'source' => array( 'web' ) ), 'admin', 'a' ),
			'a title'                                        => array( array( 'civility' => array( 'ms', 'mr' ) ), 'admin', 'ab' ),
			'a country'                                      => array( array( 'country' => array( 'FR' ) ), 'admin', 'ac' ),
			'two countries'                                  => array( array( 'country' => array( 'FR', 'DE' ) ), 'admin', 'acd' ),
			'an account'                                     => array( array( 'account_id' => array( $id['durand'] ) ), 'admin', 'ab' ),
			'two accounts'                                   => array( array( 'account_id' => array( $id['durand'], $id['petit'] ) ), 'admin', 'abc' ),
			'no account'                                     => array( array( 'account_id' => array( 0 ) ), 'admin', 'de' ),
			'an account or none'                             => array( array( 'account_id' => array( 0, $id['petit'] ) ), 'admin', 'cde' ),
			'an account that is not there'                   => array( array( 'account_id' => array( 999999 ) ), 'admin', '' ),
			'an owner'                                       => array( array( 'owner_id' => array( $id['agent'] ) ), 'admin', 'de' ),
			'owner and type'                                 => array( array( 'owner_id' => array( $id['agent'] ), 'type' => array( 'prospect' ) ), 'admin', 'd' ),
			'a tag'                                          => array( array( 'tags' => array( $id['salon'] ) ), 'admin', 'ab' ),
			'any of two tags, each record once'              => array( array( 'tags' => array( $id['salon'], $id['presse'] ) ), 'admin', 'abd' ),
			'all of two tags'                                => array( array( 'tags' => array( $id['salon'], $id['presse'] ), 'tags_match' => 'all' ), 'admin', 'b' ),
			'without a tag'                                  => array( array( 'tags_exclude' => array( $id['salon'] ) ), 'admin', 'cde' ),
			'without any of two tags'                        => array( array( 'tags_exclude' => array( $id['salon'], $id['presse'] ) ), 'admin', 'ce' ),
			'one tag and not another'                        => array( array( 'tags' => array( $id['salon'] ), 'tags_exclude' => array( $id['presse'] ) ), 'admin', 'a' ),
			'tags, type and search together'                 => array( array( 'tags' => array( $id['salon'], $id['presse'] ), 'type' => array( 'customer' ), 'search' => 'durand' ), 'admin', 'b' ),
			'only some ids'                                  => array( array( 'include' => array( $id['a'], $id['c'], $id['f'], 999999 ) ), 'admin', 'ac' ),
			'not some ids'                                   => array( array( 'exclude' => array( $id['a'], $id['c'] ) ), 'admin', 'bde' ),
			'some ids and not one of them'                   => array( array( 'include' => array( $id['a'], $id['c'] ), 'exclude' => array( $id['a'] ) ), 'admin', 'c' ),
			'made from an instant on, itself included'       => array( array( 'created_at_after' => '2026-03-02T10:00:00Z' ), 'admin', 'cde' ),
			'made before an instant, itself excluded'        => array( array( 'created_at_before' => '2026-03-02T10:00:00Z' ), 'admin', 'ab' ),
			'made between two'                               => array( array( 'created_at_after' => '2026-03-01T10:00:00Z', 'created_at_before' => '2026-03-02T10:00:00Z' ), 'admin', 'b' ),
			'made from a day of this site on'                => array( array( 'created_at_after' => '2026-03-04' ), 'admin', 'e' ),
			'made before an instant in another zone'         => array( array( 'created_at_before' => '2026-03-02T11:30:00+02:00' ), 'admin', 'ab' ),
			'customer since, which most have never been'     => array( array( 'customer_since_after' => '2026-01-01' ), 'admin', 'bc' ),
			'an empty filter is none'                        => array( array( 'type' => array(), 'tags' => array(), 'search' => '' ), 'admin', 'abcde' ),
			'an agent sees their own'                        => array( array(), 'agent', 'de' ),
			'an agent asks for another’s'                    => array( array( 'owner_id' => array( $id['admin'] ) ), 'agent', '' ),
			'an agent asks for another’s id'                 => array( array( 'include' => array( $id['a'], $id['d'] ) ), 'agent', 'd' ),
			'an agent asks for a tag'                        => array( array( 'tags' => array( $id['presse'] ) ), 'agent', 'd' ),
			'an agent looks into the trash'                  => array( array( 'trashed' => true ), 'agent', '' ),
			'a viewer sees all'                              => array( array(), 'viewer', 'abcde' ),
		);
	}

	/**
	 * Six contacts, the last in the trash.
	 */
	private function world(): void {
		$agent     = $this->user( 'agent' );
		$admin     = $this->user( 'admin' );
		$this->ids = array( 'agent' => $agent, 'admin' => $admin ) + $this->change(
			static fn ( Transaction $t ): array => array(
				'durand' => $t->create( 'account', array( 'name' => 'Durand' ) )['id'],
				'petit'  => $t->create( 'account', array( 'name' => 'Petit' ) )['id'],
				'salon'  => $t->create( 'tag', array( 'name' => 'Salon' ) )['id'],
				'presse' => $t->create( 'tag', array( 'name' => 'Presse' ) )['id'],
			)
		);
		$id        = $this->ids;
		$contacts  = array(
			'a' => array( '2026-03-01T09:00:00Z', array( 'civility' => 'mr', 'source' => 'web', 'country' => 'FR', 'account_id' => $id['durand'], 'tags' => array( $id['salon'] ) ) ),
			'b' => array( '2026-03-01T10:00:00Z', array( 'civility' => 'ms', 'type' => 'customer', 'account_id' => $id['durand'], 'tags' => array( $id['salon'], $id['presse'] ) ) ),
			'c' => array( '2026-03-02T10:00:00Z', array( 'civility' => 'none', 'type' => 'customer', 'status' => 'qualified', 'country' => 'FR', 'account_id' => $id['petit'] ) ),
			'd' => array( '2026-03-03T22:59:59Z', array( 'type' => 'prospect', 'source' => 'file', 'country' => 'DE', 'owner_id' => $agent, 'tags' => array( $id['presse'] ) ) ),
			'e' => array( '2026-03-03T23:00:00Z', array( 'owner_id' => $agent ) ),
			'f' => array( '2026-03-01T09:00:00Z', array( 'country' => 'FR', 'account_id' => $id['durand'], 'tags' => array( $id['salon'] ) ) ),
		);
		foreach ( $contacts as $name => list( $at, $fields ) ) {
			$this->ids[ $name ] = $this->change( static fn ( Transaction $t ): int => $t->create( 'contact', array( 'last_name' => $name ) + $fields )['id'], null, $at );
		}
		$this->trashed( 'contact', $this->ids['f'] );
	}

	/**
	 * Who is found, in one word; the number said must be theirs.
	 *
	 * @param array<string, mixed> $params Parameters.
	 * @param string               $role   Who reads.
	 */
	private function found( array $params, string $role ): string {
		$repository = new Records_Repository( Plugin::entities()->get( 'contact' ), Plugin::entities(), $this->user( $role ) );
		$query      = $repository->query( $params + array( 'order' => 'asc' ) );
		$said       = (string) wp_json_encode( $params );
		$records    = $repository->page( $query, 1, 20, null )['records'];
		$number     = array( 'total' => count( $records ), 'exact' => true );
		self::assertSame( $number, $repository->count( $query ), $said );
		self::assertSame( array( 'records' => $records, 'next' => null ) + $number, $repository->counted_page( $query, 1, 20, null ), $said );
		$this->same_by_pages( $repository, $params + array( 'order' => 'asc' ), array_column( $records, 'id' ) );
		$this->same_by_pages( $repository, $params + array( 'orderby' => 'last_name', 'order' => 'desc' ), array_reverse( array_column( $records, 'id' ) ) );
		self::assertSame( array_column( $records, 'id' ), $repository->ids( $query, 20 ) );
		return implode( '', array_column( $records, 'last_name' ) );
	}

	/**
	 * Page by page, by number and by cursor, a list has the same records and says the same number.
	 *
	 * @param Records_Repository   $repository Reads.
	 * @param array<string, mixed> $params     Parameters.
	 * @param list<int>            $ids        Who is to be found, in order.
	 */
	private function same_by_pages( Records_Repository $repository, array $params, array $ids ): void {
		$query  = $repository->query( $params );
		$cursor = null;
		foreach ( array_chunk( $ids, 2 ) as $at => $some ) {
			$pages  = array( $repository->counted_page( $query, $at + 1, 2, null ), $repository->counted_page( $query, 1, 2, $cursor ) );
			$cursor = $pages[1]['next'];
			self::assertSame( $pages[0], $pages[1] );
			self::assertSame( array( $some, count( $ids ), true ), array( array_column( $pages[0]['records'], 'id' ), $pages[0]['total'], $pages[0]['exact'] ), (string) wp_json_encode( $params ) );
		}
		self::assertNull( $cursor );
		$behind = $repository->counted_page( $query, 1 + (int) ceil( count( $ids ) / 2 ), 2, null );
		self::assertSame( array( array(), count( $ids ) ), array( $behind['records'], $behind['total'] ) );
	}

	/**
	 * The key by which a page of a list is read; none where MySQL may choose.
	 *
	 * @testWith ["task", {"status": ["open"]}, "admin", ""]
	 *           ["task", {"status": ["open"], "owner_id": [1]}, "admin", "owner_id"]
	 *           ["task", {"status": ["open"]}, "agent", "owner_id"]
	 *           ["action", {"nature": ["sales"]}, "agent", "owner_id"]
	 *           ["contact", {"tags": [1], "owner_id": [1]}, "admin", "owner_id"]
	 *           ["contact", {"tags_exclude": [1]}, "agent", ""]
	 *           ["contact", {"owner_id": [1, 2]}, "admin", ""]
	 *           ["task", {"orderby": "due_at"}, "admin", ""]
	 *           ["task", {"orderby": "due_at", "due_at_after": "2026-03-01", "status": ["open"]}, "agent", "own_due_at"]
	 *           ["quote", {"orderby": "issued_on", "owner_id": [1]}, "admin", "own_issued_on"]
	 *           ["contact", {"orderby": "created_at"}, "agent", "own_created_at"]
	 *           ["task", {"orderby": "title"}, "agent", ""]
	 *           ["task", {"orderby": "due_at", "created_at_after": "2026-03-01"}, "agent", ""]
	 *
	 * @param string               $noun   Noun.
	 * @param array<string, mixed> $params Parameters of the list.
	 * @param string               $role   Who reads.
	 * @param string               $key    Name of the key.
	 */
	public function test_what_one_owner_has_is_read_by_a_key_of_owners( string $noun, array $params, string $role, string $key ): void {
		$repository = new Records_Repository( Plugin::entities()->get( $noun ), Plugin::entities(), 'admin' === $role ? 1 : $this->user( $role ) );
		preg_match( '/FORCE INDEX \((\w+)\)/', $repository->query( $params )->from_where(), $forced );
		self::assertSame( $key, $forced[1] ?? '' );
	}

	public function test_a_period_of_the_past_is_not_looked_for_from_the_newest_on(): void {
		$table = Plugin::entities()->get( 'contact' )->table();
		$many  = 'INSERT INTO %1$s (last_name, note, search_text, type, status, owner_id, created_at) SELECT last_name, note, search_text, type, status, owner_id, \'%2$s\' FROM %1$s ORDER BY id LIMIT 5000';
		$ids   = array();
		$this->contact();
		foreach ( range( 1, 16 ) as $more ) {
			Database::write( sprintf( $many, $table, '2019-06-01 00:00:00' ) );
		}
		foreach ( array( 1, 2, 3, 4, 2, 5 ) as $day ) {
			// Not in the order of ids, as where a clock was wrong.
			$ids[] = $this->contact( array( 'owner_id' => $this->user( 'agent' ) ) )['id'];
			Database::write( "UPDATE $table SET created_at = '2020-01-0$day 12:00:00' WHERE id = " . end( $ids ) );
		}
		foreach ( array( '2021-06-01 00:00:00', '2021-06-02 00:00:00', '2021-06-03 00:00:00', '2021-06-04 00:00:00' ) as $at ) {
			Database::write( sprintf( $many, $table, $at ) );
		}
		$expected = array( $ids[1], $ids[2], $ids[4] );
		foreach ( array( 'admin', 'agent' ) as $role ) {
			$contacts = new Records_Repository( Plugin::entities()->get( 'contact' ), Plugin::entities(), $this->user( $role ) );
			foreach ( array( 'desc', 'asc' ) as $order ) {
				$query = $contacts->query( array( 'created_at_after' => '2020-01-02T00:00:00Z', 'created_at_before' => '2020-01-04T00:00:00Z', 'order' => $order ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound -- one list.
				$sql   = $query->from_where_in_order( '' );
				$found = array_map( 'intval', Database::column( "SELECT r.id $sql {$query->order()->sql( 'r' )}" ) );
				self::assertSame( 'asc' === $order ? $expected : array_reverse( $expected ), $found );
				self::assertSame( 'admin' === $role, str_contains( $sql, 'asc' === $order ? "r.id >= $ids[1]" : "r.id <= $ids[4]" ), 'An agent has little else.' );
			}
		}
	}

	public function test_a_page_of_a_list_takes_one_statement_with_its_number(): void {
		$account = $this->account()['id'];
		$this->change(
			function ( Transaction $t ) use ( $account ): void {
				for ( $i = 0; $i < 20; $i++ ) {
					$t->create( 'contact', array( 'last_name' => "N$i", 'account_id' => $account ) );
				}
			}
		);
		$repository = new Records_Repository( Plugin::entities()->get( 'contact' ), Plugin::entities(), $this->user( 'admin' ) );
		$query      = $repository->query( array( 'orderby' => 'last_name', 'order' => 'asc' ) );
		$before     = $GLOBALS['wpdb']->num_queries;
		$page       = $repository->counted_page( $query, 1, 20, null );
		self::assertSame( 1, $GLOBALS['wpdb']->num_queries - $before );
		self::assertSame( 20, $page['total'] );
		$before = $GLOBALS['wpdb']->num_queries;
		$none   = $repository->counted_page( $repository->query( array( 'search' => 'zzzz' ) ), 1, 20, null );
		self::assertSame( array( 1, array(), 0, true ), array( $GLOBALS['wpdb']->num_queries - $before, $none['records'], $none['total'], $none['exact'] ) );
		$repository->counted_page( $repository->query( array( 'source' => array( 'web' ), 'type' => array( 'lead', 'customer' ) ) ), 1, 20, null );
		self::assertLessThanOrEqual( 3, $GLOBALS['wpdb']->num_queries - $before );
		self::assertSame( array( 'Account 1' ), array_values( array_unique( array_column( $page['records'], 'account_name' ) ) ) );
	}
}
