<?php
/**
 * Tags over REST.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Rest;

use Carnet\Tests\Store\Recount;
use WP_REST_Response;

/**
 * The one list of tags: who may do what, names and colors, usage, merge, undo.
 */
final class TagsTest extends Rest_Case {

	public function test_who_sees_only_their_own_records_renames_merges_and_deletes_no_tag(): void {
		list( $a, $b ) = array( $this->tag()['id'], $this->tag()['id'] );
		$before        = $this->tables();
		foreach ( array( 'agent', 'viewer' ) as $role ) {
			self::assert_refused( 403, 'rest_forbidden', $this->request( 'PATCH', "/tags/$a", array( 'name' => 'x' ), $role ) );
			self::assert_refused( 403, 'rest_forbidden', $this->request( 'DELETE', "/tags/$a", array(), $role ) );
			self::assert_refused( 403, 'rest_forbidden', $this->request( 'POST', "/tags/$a/merge", array( 'into' => $b ), $role ) );
		}
		self::assert_refused( 403, 'rest_forbidden', $this->request( 'POST', '/tags', array( 'name' => 'x' ), 'viewer' ) );
		self::assertSame( $before, $this->tables() );
	}

	public function test_a_new_tag_is_answered_201_with_its_address_and_change_set(): void {
		$response = $this->request(
			'POST',
			'/tags',
			array(
				'name'  => '<b>Été & "co"</b> \\ 👍',
				'color' => '#Aa00fF',
			),
			'agent'
		);
		self::assert_answered( 201, $response );
		$id = $response->get_data()['id'];
		self::assertSame( rest_url( "carnet/v1/tags/$id" ), self::header_of( $response, 'Location' ) );
		self::assertGreaterThan( 0, (int) self::header_of( $response, 'X-Carnet-Changeset' ) );
		$tag = array(
			'id'    => $id,
			'name'  => '<b>Été & "co"</b> \\ 👍',
			'color' => '#Aa00fF',
			'usage' => array(
				'accounts' => 0,
				'contacts' => 0,
				'deals'    => 0,
				'quotes'   => 0,
			),
		);
		self::assertSame( $tag, self::json( $response ) );
		self::assertSame( $tag, self::json( $this->request( 'GET', "/tags/$id" ) ) );
	}

	public function test_tags_that_share_a_bit_of_the_mask_are_told_apart(): void {
		$one = $this->tag()['id'];
		do {
			$other = $this->tag()['id'];
		} while ( 0 !== ( $other - $one ) % 62 );
		$with = array();
		foreach ( array( 'one' => array( $one ), 'other' => array( $other ), 'both' => array( $one, $other ), 'none' => array() ) as $name => $tags ) {
			$with[ $name ] = $this->contact( array( 'last_name' => $name, 'tags' => $tags ) )['id'];
		}
		$found = fn( array $query ): array => array_keys( array_intersect( $with, self::ids( $this->request( 'GET', '/contacts', $query, 'admin' ) ) ) );
		self::assertSame( array( 'one', 'both' ), $found( array( 'tags' => array( $one ) ) ) );
		self::assertSame( array( 'other', 'both' ), $found( array( 'tags' => array( $other ) ) ) );
		self::assertSame( array( 'both' ), $found( array( 'tags' => array( $one, $other ), 'tags_match' => 'all' ) ) );
		self::assertSame( array( 'one', 'other', 'both' ), $found( array( 'tags' => array( $one, $other ) ) ) );

		$this->request( 'PATCH', "/contacts/{$with['both']}", array( 'tags' => array( $other ) ) );
		self::assertSame( array( 'other', 'both' ), $found( array( 'tags' => array( $other ) ) ) );
		self::assertSame( array(), ( new Recount() )->differences() );
	}

	public function test_a_tag_without_a_color_has_one(): void {
		self::assertMatchesRegularExpression( '/^#[0-9a-f]{6}$/', $this->request( 'POST', '/tags', array( 'name' => 'x' ), 'agent' )->get_data()['color'] );
	}

	/**
	 * Names that are the same.
	 *
	 * @testWith ["Été"]
	 *           ["ete"]
	 *           ["  ÉTÉ "]
	 *
	 * @param string $name A name.
	 */
	public function test_a_name_is_given_once_whatever_case_and_accents( string $name ): void {
		$first = $this->tag( array( 'name' => 'Été' ) )['id'];
		$other = $this->tag()['id'];
		foreach ( array( 'editor', 'agent' ) as $role ) {
			$response = $this->request( 'POST', '/tags', array( 'name' => $name ), $role );
			self::assert_refused( 409, 'carnet_duplicate', $response, 'name' );
			self::assertSame( $first, $response->get_data()['data']['existing_id'] ?? null, "$role sees all tags" );
		}
		self::assert_refused( 409, 'carnet_duplicate', $this->request( 'PATCH', "/tags/$other", array( 'name' => $name ), 'editor' ), 'name' );
		self::assert_answered( 200, $this->request( 'PATCH', "/tags/$first", array( 'name' => $name ) ) );
	}

	/**
	 * Tags that cannot be.
	 *
	 * @return array<string, array{array<string, mixed>, string, string}>
	 */
	public function bad_tags(): array {
		$name = array( 'name' => 'New' );
		return array(
			'a bar in the name'      => array( array( 'name' => 'a|b' ), 'carnet_rule', 'name' ),
			'an empty name'          => array( array( 'name' => '' ), 'rest_invalid_param', 'name' ),
			'a name of spaces'       => array( array( 'name' => '   ' ), 'rest_invalid_param', 'name' ),
			'a name that is a list'  => array( array( 'name' => array( 'x' ) ), 'rest_invalid_param', 'name' ),
			'a name that is true'    => array( array( 'name' => true ), 'rest_invalid_param', 'name' ),
			'a name of 61 letters'   => array( array( 'name' => str_repeat( 'é', 61 ) ), 'rest_invalid_param', 'name' ),
			'a color by its name'    => array( $name + array( 'color' => 'red' ), 'carnet_rule', 'color' ),
			'a color of three'       => array( $name + array( 'color' => '#fff' ), 'carnet_rule', 'color' ),
			'a color and more'       => array( $name + array( 'color' => '#ffffff;x' ), 'rest_invalid_param', 'color' ),
			'a color with a line'    => array( $name + array( 'color' => "#fffff\n" ), 'carnet_rule', 'color' ),
			'an empty color'         => array( $name + array( 'color' => '' ), 'carnet_rule', 'color' ),
			'a color that is a list' => array( $name + array( 'color' => array( '#ffffff' ) ), 'rest_invalid_param', 'color' ),
		);
	}

	/**
	 * Refuses them.
	 *
	 * @dataProvider bad_tags
	 *
	 * @param array<string, mixed> $body  The body.
	 * @param string               $code  Error code.
	 * @param string               $named What is named.
	 */
	public function test_a_tag_that_cannot_be_is_refused_by_name( array $body, string $code, string $named ): void {
		$id     = $this->tag()['id'];
		$before = $this->tables();
		self::assert_refused( 400, $code, $this->request( 'POST', '/tags', $body, 'editor' ), $named );
		self::assert_refused( 400, $code, $this->request( 'PATCH', "/tags/$id", $body ), $named );
		self::assertSame( $before, $this->tables() );
	}

	public function test_a_tag_needs_a_name(): void {
		self::assert_refused( 400, 'rest_missing_callback_param', $this->request( 'POST', '/tags', array( 'color' => '#ffffff' ), 'editor' ), 'name' );
	}

	public function test_null_empties_nothing_that_a_tag_needs(): void {
		$id     = $this->tag()['id'];
		$before = $this->tables();
		self::assert_refused( 400, 'rest_invalid_param', $this->request( 'PATCH', "/tags/$id", array( 'name' => null ), 'editor' ), 'name' );
		self::assert_refused( 400, 'carnet_rule', $this->request( 'PATCH', "/tags/$id", array( 'color' => null ) ), 'color' );
		self::assertSame( $before, $this->tables() );
	}

	public function test_a_name_may_have_60_letters(): void {
		self::assert_answered( 201, $this->request( 'POST', '/tags', array( 'name' => str_repeat( '🙂', 60 ) ), 'editor' ) );
	}

	public function test_tags_are_listed_by_name_whatever_case_and_accents(): void {
		foreach ( array( 'zoo', 'Élan', 'durand', 'Ea' ) as $name ) {
			$this->tag( array( 'name' => $name ) );
		}
		$list  = fn( array $params ): WP_REST_Response => $this->request( 'GET', '/tags', $params, 'agent' );
		$names = static fn( WP_REST_Response $response ): array => array_column( $response->get_data(), 'name' );
		self::assertSame( array( 'durand', 'Ea', 'Élan', 'zoo' ), $names( $list( array() ) ) );
		$page  = $list( array( 'per_page' => 3 ) + array( 'page' => 2 ) );
		self::assertSame( array( array( 'zoo' ), '4', '2' ), array( $names( $page ), self::header_of( $page, 'X-WP-Total' ), self::header_of( $page, 'X-WP-TotalPages' ) ) );
		self::assertSame( array( 'Ea', 'durand', 'Élan', 'zoo' ), $names( $list( array( 'orderby' => 'id' ) + array( 'order' => 'desc' ) ) ) );
		self::assert_refused( 400, 'rest_invalid_page_number', $list( array( 'page' => 2 ) ) );
		foreach ( array( 'page', 'per_page', 'orderby', 'order', 'include' ) as $name ) {
			self::assert_refused( 400, 'rest_invalid_param', $list( array( $name => 'x' ) ), $name );
		}
	}

	public function test_a_tag_is_searched_by_a_part_of_its_name(): void {
		$id = $this->tag( array( 'name' => 'Vendée' ) )['id'];
		$this->tag( array( 'name' => 'Other' ) );
		$found = $this->request( 'GET', '/tags', array( 'search' => 'ndee' ), 'agent' );
		self::assertSame( array( array( $id ), '1' ), array( self::ids( $found ), self::header_of( $found, 'X-WP-Total' ) ) );
	}

	public function test_the_number_of_tags_is_on_every_page_of_them(): void {
		foreach ( array( 'a', 'b', 'c' ) as $name ) {
			$this->tag( array( 'name' => $name ) );
		}
		foreach ( array( array( 1, 2 ), array( 2, 2 ), array( 1, 3 ), array( 1, 4 ), array( 3, 1 ) ) as list( $page, $per_page ) ) {
			$list = $this->request( 'GET', '/tags', compact( 'page', 'per_page' ) + array( '_fields' => 'id,name' ), 'viewer' );
			self::assertSame( 3, (int) $list->get_headers()['X-WP-Total'], "$page of $per_page" );
		}
	}

	public function test_usage_is_told_unless_only_other_fields_are_asked_for(): void {
		$tag = $this->tag()['id'];
		$this->contact( array( 'tags' => array( $tag ) ) );
		foreach ( array( array(), array( '_fields' => '' ), array( '_fields' => 'usage.contacts' ) ) as $params ) {
			self::assertSame( 1, self::json( $this->request( 'GET', '/tags', $params, 'admin' ) )[0]['usage']['contacts'], (string) wp_json_encode( $params ) );
		}
		self::assertArrayNotHasKey( 'usage', self::json( $this->request( 'GET', '/tags', array( '_fields' => 'id' ), 'admin' ) )[0] );
	}

	public function test_usage_counts_live_records_that_the_reader_may_see(): void {
		$tag = $this->tag()['id'];
		$own = array(
			'tags'     => array( $tag ),
			'owner_id' => $this->user( 'agent' ),
		);
		$this->contact( $own );
		$this->contact( array( 'tags' => array( $tag ) ) );
		$account = $this->account( array( 'tags' => array( $tag ) ) )['id'];
		foreach ( array( 'deal', 'quote' ) as $noun ) {
			$this->$noun(
				array(
					'account_id' => $account,
					'tags'       => array( $tag ),
				)
			);
		}
		$this->trashed( 'contact', $this->contact( array( 'tags' => array( $tag ) ) )['id'] );
		$usage = fn( string $role ): array => array( $this->request( 'GET', "/tags/$tag", array(), $role )->get_data()['usage'], $this->request( 'GET', '/tags' )->get_data()[0]['usage'] );
		$count = static fn( int $accounts, int $contacts, int $deals, int $quotes ): array => array_fill( 0, 2, compact( 'accounts', 'contacts', 'deals', 'quotes' ) );
		self::assertSame( $count( 1, 2, 1, 1 ), $usage( 'viewer' ) );
		self::assertSame( $count( 0, 1, 0, 0 ), $usage( 'agent' ) );
	}

	public function test_a_rename_keeps_the_links(): void {
		$tag = $this->tag( array( 'name' => 'Old' ) )['id'];
		$id  = $this->contact( array( 'tags' => array( $tag ) ) )['id'];
		$new = $this->request( 'PATCH', "/tags/$tag", array( 'name' => 'New' ), 'editor' );
		self::assertSame( array( 'New', 1 ), array( $new->get_data()['name'], $new->get_data()['usage']['contacts'] ) );
		self::assertGreaterThan( 0, (int) self::header_of( $new, 'X-Carnet-Changeset' ) );
		self::assertSame( array( array( $tag ), 1 ), array( $this->request( 'GET', "/contacts/$id" )->get_data()['tags'], $this->request( 'GET', "/contacts/$id" )->get_data()['version'] ) );
	}

	public function test_a_change_keeps_what_it_does_not_send(): void {
		$tag = $this->tag(
			array(
				'name'  => 'Old',
				'color' => '#123456',
			)
		)['id'];
		self::assertSame( '#123456', $this->request( 'PUT', "/tags/$tag", array( 'name' => 'New' ), 'editor' )->get_data()['color'] );
		self::assertSame( 'New', $this->request( 'PATCH', "/tags/$tag", array( 'color' => '#654321' ) )->get_data()['name'] );
	}

	public function test_delete_takes_the_tag_from_every_record_and_can_be_undone(): void {
		list( $a, $b ) = array( $this->tag()['id'], $this->tag()['id'] );
		$contact       = $this->contact( array( 'tags' => array( $a, $b ) ) )['id'];
		$trashed       = $this->account( array( 'tags' => array( $a ) ) )['id'];
		$this->trashed( 'account', $trashed );
		$was      = self::json( $this->request( 'GET', "/tags/$a", array(), 'editor' ) );
		$response = $this->request( 'DELETE', "/tags/$a" );
		self::assert_answered( 200, $response );
		$expected = array(
			'deleted'  => true,
			'previous' => $was,
		);
		self::assertSame( $expected, self::json( $response ) );
		self::assert_refused( 404, 'carnet_not_found', $this->request( 'GET', "/tags/$a" ) );
		self::assert_refused( 404, 'carnet_not_found', $this->request( 'DELETE', "/tags/$a" ) );
		self::assertSame( array( $b ), $this->request( 'GET', "/contacts/$contact" )->get_data()['tags'] );
		self::assertSame( array( 'before' => array( $a, $b ) ) + array( 'after' => array( $b ) ), self::json( $this->request( 'GET', "/contacts/$contact/history" ) )[0]['changes']['tags'] );

		$undone = $this->request( 'POST', '/changesets/' . self::header_of( $response, 'X-Carnet-Changeset' ) . '/revert' );
		self::assertCount( 3, $undone->get_data()['reverted'] );
		self::assertSame( $was, self::json( $this->request( 'GET', "/tags/$a" ) ) );
		self::assertSame( array( $a, $b ), $this->request( 'GET', "/contacts/$contact" )->get_data()['tags'] );
		self::assertSame( array( $a ), $this->request( 'GET', "/accounts/$trashed", array( 'trashed' => 'true' ) )->get_data()['tags'] );
	}

	public function test_merge_gives_every_record_the_other_tag_once_and_can_be_undone(): void {
		list( $a, $b ) = array( $this->tag()['id'], $this->tag()['id'] );
		$both          = $this->contact( array( 'tags' => array( $a, $b ) ) )['id'];
		$one           = $this->account( array( 'tags' => array( $a ) ) )['id'];
		$response      = $this->request( 'POST', "/tags/$a/merge", array( 'into' => $b ), 'editor' );
		self::assert_answered( 200, $response );
		self::assertSame( array( $b, 1, 1 ), array( $response->get_data()['id'], $response->get_data()['usage']['accounts'], $response->get_data()['usage']['contacts'] ) );
		self::assert_refused( 404, 'carnet_not_found', $this->request( 'GET', "/tags/$a" ) );
		self::assertSame( array( array( $b ), array( $b ) ), array( $this->request( 'GET', "/contacts/$both" )->get_data()['tags'], $this->request( 'GET', "/accounts/$one" )->get_data()['tags'] ) );
		$this->request( 'POST', '/changesets/' . self::header_of( $response, 'X-Carnet-Changeset' ) . '/revert' );
		self::assertSame( array( array( $a, $b ), array( $a ) ), array( $this->request( 'GET', "/contacts/$both" )->get_data()['tags'], $this->request( 'GET', "/accounts/$one" )->get_data()['tags'] ) );
	}

	/**
	 * Tags to merge into that cannot be.
	 *
	 * @testWith ["itself"]
	 *           ["missing"]
	 *           ["abc"]
	 *           [0]
	 *
	 * @param mixed $into The other tag.
	 */
	public function test_a_merge_that_cannot_be_is_refused_by_name( $into ): void {
		$tag    = $this->tag()['id'];
		$before = $this->tables();
		$into   = array(
			'itself'  => $tag,
			'missing' => 987654,
		)[ $into ] ?? $into;
		self::assert_refused( 400, 'rest_invalid_param', $this->request( 'POST', "/tags/$tag/merge", array( 'into' => $into ), 'editor' ), 'into' );
		self::assert_refused( 400, 'rest_missing_callback_param', $this->request( 'POST', "/tags/$tag/merge", array(), 'editor' ), 'into' );
		self::assertSame( $before, $this->tables() );
	}

	public function test_a_missing_tag_is_not_found(): void {
		$into = $this->tag()['id'];
		self::assert_refused( 404, 'carnet_not_found', $this->request( 'GET', '/tags/987654', array(), 'admin' ) );
		self::assert_refused( 404, 'carnet_not_found', $this->request( 'PATCH', '/tags/987654', array( 'name' => 'x' ) ) );
		self::assert_refused( 404, 'carnet_not_found', $this->request( 'DELETE', '/tags/987654' ) );
		self::assert_refused( 404, 'carnet_not_found', $this->request( 'POST', '/tags/987654/merge', array( 'into' => $into ) ) );
	}

	public function test_an_id_in_the_body_does_not_outrank_the_path(): void {
		list( $a, $b ) = array( $this->tag()['id'], $this->tag( array( 'name' => 'Other' ) )['id'] );
		self::assertSame( $a, $this->request( 'PATCH', "/tags/$a?id=$b", array( 'name' => 'New' ) + array( 'id' => $b ), 'editor' )->get_data()['id'] );
		self::assertSame( 'Other', $this->request( 'GET', "/tags/$b" )->get_data()['name'] );
	}
}
