<?php
/**
 * Lists.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Rest;

use Carnet\Entity\Collection_Params;
use Carnet\Entity\Field_List;
use Carnet\Entity\Item_Schema;
use Carnet\Entity\Text;
use Carnet\Entity\Value;
use Carnet\Store\Transaction;
use WP_REST_Response;

/**
 * GET of a collection: pages, cursor, order, filters, totals, and what is refused.
 */
trait List_Tests {

	/**
	 * Several records, oldest first.
	 *
	 * @param int                  $number    How many.
	 * @param array<string, mixed> $overrides Field values.
	 * @return list<int> Their ids.
	 */
	protected function some( int $number, array $overrides = array() ): array {
		$ids = array();
		for ( $i = 0; $i < $number; $i++ ) {
			$ids[] = $this->record( $overrides )['id'];
		}
		return $ids;
	}

	/**
	 * The list as the administrator sees it.
	 *
	 * @param array<string, mixed> $params Query.
	 */
	protected function list( array $params = array() ): WP_REST_Response {
		return $this->request( 'GET', $this->path(), $params, 'admin' );
	}

	public function test_the_list_has_the_parameters_it_promises_and_no_other(): void {
		$args = rest_get_server()->get_routes()[ '/carnet/v1' . $this->path() ][0]['args'];
		self::assertEqualsCanonicalizing( $this->list_parameters(), array_keys( $args ) );
		foreach ( $args as $name => $arg ) {
			self::assertNotSame( '', $arg['description'] ?? '', $name );
			self::assertNotEmpty( $arg['type'], $name );
		}
	}

	public function test_the_list_is_sorted_by_the_fields_it_promises_and_no_other(): void {
		self::assertSame( $this->sort_fields(), rest_get_server()->get_routes()[ '/carnet/v1' . $this->path() ][0]['args']['orderby']['enum'] );
	}

	public function test_an_empty_list_is_an_empty_list(): void {
		$response = $this->list();
		self::assertSame( array(), self::ids( $response ) );
		self::assertSame( array( '0', '0', 'exact', null ), self::totals( $response ) );
	}

	/**
	 * The headers about totals.
	 *
	 * @param WP_REST_Response $response The answer.
	 * @return array{string|null, string|null, string|null, string|null}
	 */
	protected static function totals( WP_REST_Response $response ): array {
		return array_map( static fn( string $name ): ?string => self::header_of( $response, $name ), array( 'X-WP-Total', 'X-WP-TotalPages', 'X-Carnet-Total', 'X-Carnet-Next-Cursor' ) );
	}

	public function test_the_newest_come_first_twenty_a_page(): void {
		$ids      = $this->some( 21 );
		$response = $this->list();
		self::assertSame( array_slice( array_reverse( $ids ), 0, 20 ), self::ids( $response ) );
		self::assertSame( array( '21', '2', 'exact' ), array_slice( self::totals( $response ), 0, 3 ) );
		self::assertSame( array( $ids[0] ), self::ids( $this->list( array( 'page' => 2 ) ) ) );
	}

	public function test_links_come_where_one_of_them_is_asked_for(): void {
		$this->record();
		foreach ( array( 'id,_links.self', 'id,_links' ) as $fields ) {
			$listed = self::json( $this->request( 'GET', $this->path(), array( '_fields' => $fields ), 'admin' ) )[0];
			self::assertArrayHasKey( 'self', $listed['_links'] ?? array(), $fields );
		}
		self::assertSame( array( 'id' ), array_keys( self::json( $this->request( 'GET', $this->path(), array( '_fields' => 'id' ), 'admin' ) )[0] ) );
	}

	public function test_a_search_that_is_no_text_is_refused(): void {
		foreach ( array( "\0", "a\xFF" ) as $search ) {
			self::assert_refused( 400, 'rest_invalid_param', $this->request( 'GET', $this->path(), array( 'search' => $search ) ), 'search' );
		}
	}

	public function test_links_lead_to_the_next_and_the_previous_page_and_keep_the_filters(): void {
		$filter = array_slice( $this->two_choices(), 0, 1 );
		$ids    = $this->some( 5, $filter );
		$this->some( 2 );
		$params = $filter + array(
			'per_page' => 2,
			'page'     => 2,
		);
		self::assertSame( array( $ids[2], $ids[1] ), self::ids( $this->list( $params ) ) );
		$links = $this->link_header( $this->list( $params ) );
		self::assertSame( array( 'prev', 'next' ), array_keys( $links ) );
		self::assertSame( array( $ids[0] ), self::ids( $this->follow( $links['next'] ) ) );
		self::assertSame( array( $ids[4], $ids[3] ), self::ids( $this->follow( $links['prev'] ) ) );
		self::assertSame( array( 'prev' ), array_keys( $this->link_header( $this->follow( $links['next'] ) ) ) );
		self::assertSame( array( 'next' ), array_keys( $this->link_header( $this->follow( $links['prev'] ) ) ) );
	}

	public function test_links_of_a_list_read_by_cursor_lead_on_and_end_with_it(): void {
		$ids   = $this->some( 5 );
		$first = $this->list( array( 'per_page' => 2 ) );
		$page  = $this->list(
			array(
				'per_page' => 2,
				'cursor'   => self::header_of( $first, 'X-Carnet-Next-Cursor' ),
			)
		);
		self::assertSame( array( $ids[2], $ids[1] ), self::ids( $page ) );
		$last = $this->follow( $this->link_header( $page )['next'] );
		self::assertSame( array( $ids[0] ), self::ids( $last ) );
		self::assertArrayNotHasKey( 'next', $this->link_header( $last ) );
	}

	/**
	 * The Link header by relation.
	 *
	 * @param WP_REST_Response $response The answer.
	 * @return array<string, string>
	 */
	private function link_header( WP_REST_Response $response ): array {
		preg_match_all( '/<([^>]+)>; rel="(prev|next)"/', (string) self::header_of( $response, 'Link' ), $found );
		return array_combine( $found[2], $found[1] );
	}

	/**
	 * Follows a link.
	 *
	 * @param string $url Address.
	 */
	private function follow( string $url ): WP_REST_Response {
		$request = \WP_REST_Request::from_url( $url );
		self::assertInstanceOf( \WP_REST_Request::class, $request );
		return rest_ensure_response( rest_do_request( $request ) );
	}

	public function test_a_page_past_the_end_is_refused(): void {
		$this->some( 3 );
		self::assert_refused(
			400,
			'rest_invalid_page_number',
			$this->list(
				array(
					'per_page' => 2,
					'page'     => 3,
				)
			)
		);
	}

	public function test_the_highest_page_there_can_be_is_refused_too(): void {
		$this->some( 1 );
		self::assert_refused( 400, 'rest_invalid_page_number', $this->list( array( 'page' => 10000000 ) ) );
	}

	/**
	 * Every order there is.
	 *
	 * @return iterable<string, array{string, string}>
	 */
	public function orders(): iterable {
		foreach ( array_keys( $this->entity()->fields()->having( 'sortable' ) ) as $field ) {
			yield "$field ascending" => array( $field, 'asc' );
			yield "$field descending" => array( $field, 'desc' );
		}
	}

	/**
	 * Records that differ, are equal and are empty in all sortable fields.
	 */
	private function sortable_records(): void {
		$names = array( 'Zoé', 'Élan', 'elan', 'Éclair', 'durand', '', 'Durand', 'Ärger', '10', '9' );
		foreach ( $names as $i => $name ) {
			$fields = $this->required();
			foreach ( $this->entity()->fields()->having( 'sortable' ) as $field => $definition ) {
				if ( empty( $definition['readonly'] ) ) {
					$fields[ $field ] = self::sortable_value( $definition, $i, $name );
				}
			}
			if ( '' === $name ) {
				$fields[ $this->name_field() ] = 'm';
			}
			$at = sprintf( '2026-03-%02dT10:00:00Z', 1 + ( $i * 7 ) % 5 );
			$this->change( fn( Transaction $transaction ): array => $transaction->create( $this->noun(), $this->possible( $fields ) ), null, $at );
		}
	}

	/**
	 * One of a few values of a sortable field; none where there is no name.
	 *
	 * @param array<string, mixed> $field Its definition.
	 * @param int                  $i     Which record.
	 * @param string               $name  Its name.
	 * @return mixed
	 */
	private static function sortable_value( array $field, int $i, string $name ) {
		if ( Field_List::is_choice( $field ) ) {
			$choices = Value::choices( $field );
			return $choices[ $i % count( $choices ) ];
		}
		if ( Field_List::is_text( $field ) ) {
			return $name;
		}
		$day = sprintf( '2026-03-%02d', 1 + ( $i * 3 ) % 7 );
		return '' === $name ? null : array(
			'date'      => $day,
			'date-time' => "{$day}T09:30:00Z",
			'money'     => 100 * ( ( $i * 3 ) % 7 ) - 200,
		)[ $field['format'] ];
	}

	/**
	 * A list sorted by a field: by the value (texts without case and accents, empty first when ascending, but a day to come), then by id.
	 *
	 * @dataProvider orders
	 *
	 * @param string $field     Field.
	 * @param string $direction asc or desc.
	 */
	public function test_a_list_is_sorted_by_what_it_is_asked_for_and_then_by_id( string $field, string $direction ): void {
		$this->sortable_records();
		$records    = $this->list(
			array(
				'orderby' => $field,
				'order'   => $direction,
			)
		)->get_data();
		$definition = (array) $this->entity()->fields()->get( $field );
		$ranks      = empty( $definition['ranked'] ) ? array() : array_flip( array_keys( $definition['enum'] ) );
		$key        = static fn( array $record ): array => array( Field_List::is_text( $definition ) ? Text::fold( $record[ $field ] ) : $ranks[ $record[ $field ] ?? '' ] ?? $record[ $field ], $record['id'] );
		$empty      = in_array( $field, array( 'due_at', 'expected_close_date', 'valid_until' ), true ) ? -1 : 1;
		$compare    = static function ( array $a, array $b ) use ( $empty ): int {
			if ( null === $a[0] || null === $b[0] ) {
				$first = $empty * ( ( null !== $a[0] ) <=> ( null !== $b[0] ) );
			} else {
				$first = is_string( $a[0] ) ? strcmp( $a[0], $b[0] ) : $a[0] <=> $b[0];
			}
			return 0 !== $first ? $first : $a[1] <=> $b[1];
		};
		$found      = array_map( $key, $records );
		$expected   = $found;
		usort( $expected, $compare );
		self::assertCount( 10, $found );
		self::assertSame( 'asc' === $direction ? $expected : array_reverse( $expected ), $found );
	}

	/**
	 * Reading on by cursor meets every record once, in the order of the list, although others come in meanwhile.
	 *
	 * @dataProvider orders
	 *
	 * @param string $field     Field.
	 * @param string $direction asc or desc.
	 */
	public function test_a_cursor_reads_the_whole_list_once_whatever_is_added_meanwhile( string $field, string $direction ): void {
		$this->sortable_records();
		$order = array(
			'orderby' => $field,
			'order'   => $direction,
		);
		$all   = self::ids( $this->list( $order ) );
		$read  = array();
		$query = $order + array( 'per_page' => 4 );
		for ( $pages = 0; 0 === $pages || null !== $query['cursor']; $pages++ ) {
			self::assertLessThan( 20, $pages );
			$page = $this->list( $query );
			$read = array_merge( $read, array_intersect( self::ids( $page ), $all ) );
			if ( 0 === $pages ) {
				$this->record( array( $this->name_field() => 'Zoé' ) );
				$this->record( array( $this->name_field() => 'aaa' ) );
			}
			$query['cursor'] = self::header_of( $page, 'X-Carnet-Next-Cursor' );
		}
		self::assertSame( $all, $read );
	}

	/**
	 * Cursors that are none.
	 *
	 * @return array<string, array{string}>
	 */
	public function bad_cursors(): array {
		$cursor = static fn( $place ): array => array( rtrim( strtr( base64_encode( (string) wp_json_encode( $place ) ), '+/', '-_' ), '=' ) ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- as the server makes them.
		return array(
			'an empty one'             => array( '' ),
			'no base64'                => array( '%%%' ),
			'no JSON'                  => array( 'YWJj' ),
			'another order'            => $cursor( array( 'created_at', 'desc', null, 1 ) ),
			'another direction'        => $cursor( array( 'id', 'asc', null, 1 ) ),
			'an id that is a text'     => $cursor( array( 'id', 'desc', null, '1 OR 1=1' ) ),
			'a value that is a list'   => $cursor( array( 'id', 'desc', array( 1 ), 1 ) ),
			'an object'                => $cursor( array( 'field' => 'id' ) ),
			'one part too few'         => $cursor( array( 'id', 'desc', null ) ),
			'a field that is a list'   => $cursor( array( array( 'id' ), 'desc', null, 1 ) ),
			'something hostile within' => $cursor( array( "id'; DROP TABLE x", 'desc', null, 1 ) ),
		);
	}

	/**
	 * Refuses them.
	 *
	 * @dataProvider bad_cursors
	 *
	 * @param string $cursor The cursor.
	 */
	public function test_a_cursor_that_is_none_is_refused( string $cursor ): void {
		self::assert_refused( 400, 'rest_invalid_param', $this->list( array( 'cursor' => $cursor ) ), 'cursor' );
	}

	/**
	 * Bad values for every parameter of the list, by its type.
	 *
	 * @return iterable<string, array{string, list<mixed>}>
	 */
	public function bad_parameters(): iterable {
		$by_type = array(
			'integer' => array( 'abc', '1.5', '-1', '99999999999999999999', array( 1 ), "1' OR '1'='1" ),
			'boolean' => array( 'maybe', array( 1 ) ),
			'string'  => array( array( 'a' ) ),
		);
		foreach ( Collection_Params::of( $this->entity() ) as $name => $param ) {
			if ( 'array' === $param['type'] ) {
				$bad = isset( $param['items']['enum'] )
					? array( 'no_such_value', array( $param['items']['enum'][0], 'no_such_value' ), strtoupper( $param['items']['enum'][0] ) . '!', array( array( 'x' ) ) )
					: array( 'abc', '-1', array( '1', 'abc' ), '1.5', '1 OR 1=1', range( 1, $param['maxItems'] + 1 ), '99999999999999999999' );
			} else {
				$bad = $by_type[ $param['type'] ];
				if ( isset( $param['minimum'] ) && $param['minimum'] < 0 ) {
					$bad = array_values( array_diff( array_filter( $bad, 'is_string' ), array( '-1' ) ) );
				}
			}
			if ( isset( $param['enum'] ) ) {
				$bad = array( 'nonsense', 'id DESC, (SELECT 1)', 'search_text', '', array( $param['enum'][0] ) );
			} elseif ( isset( $param['format'] ) ) {
				$bad = array( 'yesterday', '2026-02-31', '2026-13-01T00:00:00Z', '20260101', "2026-01-01' --", array( '2026-01-01' ) );
			} elseif ( isset( $param['maxLength'] ) ) {
				$bad[] = str_repeat( 'x', $param['maxLength'] + 1 );
			}
			if ( isset( $param['minimum'] ) ) {
				array_push( $bad, (string) ( $param['minimum'] - 1 ), (string) ( $param['maximum'] + 1 ) );
			}
			yield $name => array( $name, $bad );
		}
	}

	/**
	 * Refuses them, naming the parameter.
	 *
	 * @dataProvider bad_parameters
	 *
	 * @param string      $name   Parameter.
	 * @param list<mixed> $values Bad values.
	 */
	public function test_a_known_parameter_with_a_bad_value_is_refused_by_name( string $name, array $values ): void {
		$this->some( 1 );
		foreach ( $values as $value ) {
			$response = $this->list( array( $name => $value ) );
			self::assertSame( 400, $response->get_status(), (string) wp_json_encode( $value ) );
			self::assert_refused( 400, 'rest_invalid_param', $response, $name );
		}
	}

	/**
	 * Good values of the parameters that do not filter.
	 *
	 * @testWith ["page", "1"]
	 *           ["per_page", "1"]
	 *           ["per_page", "100"]
	 *           ["search", "name"]
	 *           ["search", "%_'\"\\"]
	 *           ["include", "1,2,3"]
	 *           ["exclude", "5"]
	 *           ["trashed", "true"]
	 *           ["trashed", "0"]
	 *           ["tags_match", "all"]
	 *           ["created_at_after", "2026-01-01"]
	 *           ["created_at_after", "2026-01-01T10:00:00+02:00"]
	 *           ["updated_at_before", "2026-01-01T10:00:00"]
	 *           ["owner_id", "1"]
	 *           ["no_such_parameter", "x"]
	 *
	 * @param string $name  Parameter.
	 * @param string $value Good value.
	 */
	public function test_a_good_value_is_taken( string $name, string $value ): void {
		$this->some( 1 );
		self::assert_answered( 200, $this->list( array( $name => $value ) ) );
	}

	public function test_an_unknown_parameter_changes_nothing(): void {
		$ids = $this->some( 2 );
		self::assertSame( array_reverse( $ids ), self::ids( $this->list( array( $this->note_field() => 'x' ) + array( 'first_nam' => 'x' ) ) ) );
	}

	/**
	 * Fields that take one of a closed set of values.
	 *
	 * @return iterable<string, array{string}>
	 */
	public function choice_fields(): iterable {
		foreach ( $this->entity()->fields()->having( 'filterable' ) as $name => $field ) {
			if ( Field_List::is_choice( $field ) || 'country' === ( $field['format'] ?? '' ) ) {
				yield $name => array( $name );
			}
		}
	}

	/**
	 * One value, or any of several, written as a list or with commas.
	 *
	 * @dataProvider choice_fields
	 *
	 * @param string $name Field.
	 */
	public function test_a_filter_finds_records_with_any_of_its_values_and_counts_them( string $name ): void {
		$field                 = (array) $this->entity()->fields()->get( $name );
		list( $one, $two )     = Value::choices( $field );
		$three                 = Value::choices( $field )[2];
		list( $a, $b, $c, $d ) = array_map( fn( string $value ): int => $this->record( array( $name => $value ) )['id'], array( $one, $two, $three, $one ) );
		if ( ! empty( $field['nullable'] ) ) {
			$this->record( array( $name => null ) );
		}
		foreach ( array(
			array( $one, array( $d, $a ) ),
			array( array( $one, $two ), array( $d, $b, $a ) ),
			array( "$two,$three", array( $c, $b ) ),
			array( array( $one, $one ), array( $d, $a ) ),
		) as list( $asked, $expected ) ) {
			$response = $this->list( array( $name => $asked ) );
			self::assertSame( $expected, self::ids( $response ) );
			self::assertSame( (string) count( $expected ), self::header_of( $response, 'X-WP-Total' ) );
		}
	}

	public function test_two_filters_must_both_hold(): void {
		$filters = $this->two_choices();
		$both    = $this->record( $filters )['id'];
		foreach ( $filters as $name => $value ) {
			$this->record( array( $name => $value ) );
		}
		$response = $this->list( $filters );
		self::assertSame( array( $both ), self::ids( $response ) );
		self::assertSame( array( '1', '1', 'exact', null ), self::totals( $response ) );
	}

	/**
	 * Instants by which lists are narrowed.
	 *
	 * @testWith ["created_at"]
	 *           ["updated_at"]
	 *
	 * @param string $field Field.
	 */
	public function test_after_includes_its_bound_and_before_does_not( string $field ): void {
		$ids = array();
		foreach ( array( '2026-01-01T00:00:00Z', '2026-01-02T10:00:00Z', '2026-01-03T00:00:00Z' ) as $at ) {
			$ids[] = $this->change( fn( Transaction $transaction ): array => $transaction->create( $this->noun(), $this->body() ), null, $at )['id'];
		}
		self::assertSame( array( $ids[2], $ids[1] ), self::ids( $this->list( array( "{$field}_after" => '2026-01-02T10:00:00Z' ) ) ) );
		self::assertSame( array( $ids[2] ), self::ids( $this->list( array( "{$field}_after" => '2026-01-02T10:00:01Z' ) ) ) );
		self::assertSame( array( $ids[0] ), self::ids( $this->list( array( "{$field}_before" => '2026-01-02T10:00:00Z' ) ) ) );
		self::assertSame( array( $ids[1] ), self::ids( $this->list( array( "{$field}_after" => '2026-01-02T11:00:00+01:00' ) + array( "{$field}_before" => '2026-01-03' ) ) ) );
	}

	public function test_records_without_a_day_are_neither_before_nor_after_one(): void {
		foreach ( array_intersect( array( 'due_at', 'expected_close_date', 'valid_until' ), array_keys( $this->entity()->fields()->having( 'filterable' ) ) ) as $field ) {
			$end   = '2026-03-01' . ( 'due_at' === $field ? 'T09:30:00Z' : '' );
			$dated = $this->record( array( $field => $end ) + ( 'quote' === $this->noun() ? array( 'issued_on' => '2026-01-01' ) : array() ) )['id'];
			$this->record( array( $field => null ) );
			self::assertSame( array( $dated ), self::ids( $this->list( array( "{$field}_after" => $end ) ) ) );
			self::assertSame( array( $dated ), self::ids( $this->list( array( "{$field}_before" => '9999-12-31' ) ) ) );
			self::assertSame( array(), self::ids( $this->list( array( "{$field}_before" => $end ) ) ) );
		}
		$this->addToAssertionCount( 1 );
	}

	public function test_a_plain_day_is_the_sites_day(): void {
		update_option( 'timezone_string', 'Asia/Tokyo' );
		$late = $this->change( fn( Transaction $transaction ): array => $transaction->create( $this->noun(), $this->body() ), null, '2026-01-01T15:00:00Z' )['id'];
		$this->change( fn( Transaction $transaction ): array => $transaction->create( $this->noun(), $this->body() ), null, '2026-01-01T14:59:59Z' );
		$found = self::ids( $this->list( array( 'created_at_after' => '2026-01-02' ) ) );
		update_option( 'timezone_string', '' );
		self::assertSame( array( $late ), $found );
	}

	public function test_owners_are_filtered_and_counted(): void {
		$agent  = $this->user( 'agent' );
		$editor = $this->user( 'editor' );
		$ids    = $this->some( 2, array( 'owner_id' => $agent ) );
		$other  = $this->some( 1, array( 'owner_id' => $editor ) );
		$this->some( 1 );
		$one = $this->list( array( 'owner_id' => $agent ) );
		self::assertSame( array( array_reverse( $ids ), '2' ), array( self::ids( $one ), self::header_of( $one, 'X-WP-Total' ) ) );
		$two = $this->list( array( 'owner_id' => array( $agent, $editor ) ) );
		self::assertSame( array( array( $other[0], $ids[1], $ids[0] ), '3' ), array( self::ids( $two ), self::header_of( $two, 'X-WP-Total' ) ) );
	}

	public function test_include_and_exclude_pick_records(): void {
		list( $a, $b, $c ) = $this->some( 3 );
		self::assertSame( array( $c, $a ), self::ids( $this->list( array( 'include' => array( $a, $c, 999999 ) ) ) ) );
		self::assertSame( array( $b ), self::ids( $this->list( array( 'exclude' => "$a,$c" ) ) ) );
		self::assertSame( '1', self::header_of( $this->list( array( 'exclude' => "$a,$c" ) ), 'X-WP-Total' ) );
	}

	public function test_five_hundred_ids_may_be_asked_for(): void {
		$ids = $this->some( 1 );
		self::assertSame( $ids, self::ids( $this->list( array( 'include' => range( $ids[0], $ids[0] + 499 ) ) ) ) );
	}

	public function test_the_trash_is_listed_instead_when_asked_for(): void {
		list( $a, $b ) = $this->some( 2 );
		$this->trashed( $this->noun(), $a );
		self::assertSame( array( $b ), self::ids( $this->list() ) );
		self::assertSame( '1', self::header_of( $this->list(), 'X-WP-Total' ) );
		$trash = $this->list( array( 'trashed' => true ) );
		self::assertSame( array( array( $a ), '1' ), array( self::ids( $trash ), self::header_of( $trash, 'X-WP-Total' ) ) );
	}

	public function test_a_search_ignores_case_and_accents_and_finds_fragments(): void {
		$id = $this->record( array( $this->name_field() => 'Crème Brûlée' ) )['id'];
		$this->record( array( $this->name_field() => 'Creme' ) );
		foreach ( array( 'brûlée', 'BRULEE', 'rule', 'brulee creme', ' crème  lée ' ) as $search ) {
			$response = $this->list( array( 'search' => $search ) );
			self::assertSame( array( array( $id ), '1' ), array( self::ids( $response ), self::header_of( $response, 'X-WP-Total' ) ), $search );
		}
		self::assertSame( array(), self::ids( $this->list( array( 'search' => 'brulee pudding' ) ) ) );
	}

	public function test_wildcards_in_a_search_are_letters(): void {
		$this->record( array( $this->name_field() => 'Percent' ) );
		$id = $this->record( array( $this->name_field() => '100% _sure' ) )['id'];
		self::assertSame( array(), self::ids( $this->list( array( 'search' => 'P%t' ) ) ) );
		self::assertSame( array(), self::ids( $this->list( array( 'search' => 'Perce_t' ) ) ) );
		self::assertSame( array( $id ), self::ids( $this->list( array( 'search' => '100% _su' ) ) ) );
	}

	public function test_only_the_fields_asked_for_are_listed(): void {
		$this->some( 2 );
		foreach ( $this->list( array( '_fields' => 'id,' . $this->name_field() ) )->get_data() as $record ) {
			self::assertSame( array( 'id', $this->name_field() ), array_keys( $record ) );
		}
	}

	public function test_a_listed_record_is_the_same_as_the_single_one_but_for_its_counts(): void {
		$id     = $this->request( 'POST', $this->path(), $this->full_body(), 'admin' )->get_data()['id'];
		$single = self::json( $this->request( 'GET', $this->path( $id ) ) );
		unset( $single['counts'] );
		self::assertSame( $single, self::json( $this->list() )[0] );
	}

	public function test_counts_break_down_by_every_closed_set_of_values(): void {
		list( $one, $two ) = array_keys( $this->two_choices() );
		list( $a, $b )     = array_values( $this->two_choices() );
		$this->some( 2, array( $one => $a ) );
		$this->some( 1, array( $two => $b ) );
		$trashed = $this->record( array( $one => $a ) )['id'];
		$this->trashed( $this->noun(), $trashed );

		$counts = self::json( $this->request( 'GET', $this->path( null, '/counts' ), array(), 'admin' ) );
		self::assertSame( 3, $counts['total'] );
		foreach ( $this->entity()->fields()->having( 'filterable' ) as $name => $field ) {
			if ( Field_List::is_choice( $field ) ) {
				self::assertSame( Value::choices( $field ), array_keys( $counts['by'][ $name ] ), $name );
			}
		}
		$default = Item_Schema::default_of( (array) $this->entity()->fields()->get( $two ) );
		$others  = array_diff_key( $counts['by'][ $two ], array( $b => true ), array( (string) $default => true ) );
		self::assertSame( array( 2, 1, null === $default ? null : 2 ), array( $counts['by'][ $one ][ $a ], $counts['by'][ $two ][ $b ], null === $default ? null : $counts['by'][ $two ][ $default ] ) );
		self::assertSame( array( 0 ), array_values( array_unique( $others ) ) );
	}

	public function test_head_answers_the_headers_of_the_list(): void {
		$this->some( 3 );
		$response = $this->request( 'HEAD', $this->path(), array( 'per_page' => 2 ), 'admin' );
		self::assertSame( array( 200, '3', '2' ), array( $response->get_status(), self::header_of( $response, 'X-WP-Total' ), self::header_of( $response, 'X-WP-TotalPages' ) ) );
	}
}
