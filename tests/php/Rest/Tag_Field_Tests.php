<?php
/**
 * Nouns with tags.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Rest;

/**
 * The tags of a record: set, taken away, filtered by, refused.
 */
trait Tag_Field_Tests {

	public function test_an_empty_list_of_tags_takes_them_all_away(): void {
		$id = $this->record( array( 'tags' => array( $this->tag()['id'], $this->tag()['id'] ) ) )['id'];
		self::assertSame( array(), $this->request( 'PATCH', $this->path( $id ), array( 'tags' => array() ), 'admin' )->get_data()['tags'] );
	}

	public function test_tags_come_back_once_each_and_in_order(): void {
		list( $a, $b ) = array( $this->tag()['id'], $this->tag()['id'] );
		$id            = $this->request( 'POST', $this->path(), $this->body( array( 'tags' => array( $b, $a, $b ) ) ), 'admin' )->get_data()['id'];
		self::assertSame( array( $a, $b ), $this->request( 'GET', $this->path( $id ) )->get_data()['tags'] );
	}

	public function test_tags_are_any_of_all_of_or_none_of(): void {
		list( $red, $blue )           = array( $this->tag()['id'], $this->tag()['id'] );
		list( $r, $b, $both, $plain ) = array_map( fn( array $tags ): int => $this->record( array( 'tags' => $tags ) )['id'], array( array( $red ), array( $blue ), array( $red, $blue ), array() ) );
		foreach ( array(
			'one'             => array( array( 'tags' => $red ), array( $both, $r ) ),
			'any'             => array( array( 'tags' => array( $red, $blue ) ), array( $both, $b, $r ) ),
			'any, said'       => array( array( 'tags' => array( $red, $blue ) ) + array( 'tags_match' => 'any' ), array( $both, $b, $r ) ),
			'all'             => array( array( 'tags' => array( $red, $blue ) ) + array( 'tags_match' => 'all' ), array( $both ) ),
			'none of one'     => array( array( 'tags_exclude' => array( $red ) ), array( $plain, $b ) ),
			'none of two'     => array( array( 'tags_exclude' => array( $red, $blue ) ), array( $plain ) ),
			'one, not other'  => array( array( 'tags' => array( $red ) ) + array( 'tags_exclude' => array( $blue ) ), array( $r ) ),
			'no such tag'     => array( array( 'tags' => array( 987654 ) ), array() ),
			'one, said twice' => array( array( 'tags' => array( $red, $red ) ), array( $both, $r ) ),
		) as $case => list( $params, $expected ) ) {
			$response = $this->list( $params );
			self::assertSame( $expected, self::ids( $response ), $case );
			self::assertSame( (string) count( $expected ), self::header_of( $response, 'X-WP-Total' ), $case );
		}
	}

	public function test_anothers_record_is_not_had_by_its_tag(): void {
		$tag          = $this->tag()['id'];
		list( $mine ) = $this->mine_and_anothers( array( 'tags' => array( $tag ) ) );
		$response     = $this->request( 'GET', $this->path(), array( 'tags' => array( $tag ) ), 'agent' );
		self::assertSame( array( array( $mine ), '1' ), array( self::ids( $response ), self::header_of( $response, 'X-WP-Total' ) ) );
	}

	public function test_a_tag_that_is_not_there_is_refused_by_name(): void {
		$tag    = $this->tag()['id'];
		$id     = $this->record( array( 'tags' => array( $tag ) ) )['id'];
		$before = $this->tables();
		self::assert_refused( 400, 'carnet_invalid_link', $this->request( 'POST', $this->path(), $this->body( array( 'tags' => array( $tag, 987654 ) ) ), 'admin' ), 'tags' );
		self::assert_refused( 400, 'carnet_invalid_link', $this->request( 'PATCH', $this->path( $id ), array( 'tags' => array( 987654 ) ) ), 'tags' );
		self::assertSame( $before, $this->tables() );
	}
}
