<?php
/**
 * The rules of a tag.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Tags;

use Carnet\Entity\Problem;
use Carnet\Entity\Rule_Error;
use Carnet\Store\Transaction;
use Carnet\Tags\Tag_Changes;
use Carnet\Tags\Tag_Rules;
use Carnet\Tests\Builders;
use Carnet\Tests\Store\Recount;
use Carnet\Tests\Test_Case;

final class Tag_RulesTest extends Test_Case {

	use Builders;

	/**
	 * @dataProvider tags
	 */
	public function test_a_tag_can_be_joined_by_bars_and_its_color_can_be_shown( array $tag, ?string $field ): void {
		$refused = null;
		try {
			$tag += array( 'name' => 'Salon', 'color' => '#3858e9' );
			self::assertSame( $tag, ( new Tag_Rules() )->apply( null, $tag, '2026-11-22T09:30:00Z' ) );
		} catch ( Rule_Error $error ) {
			$refused = $error->field;
		}
		self::assertSame( $field, $refused );
	}

	public static function tags(): array {
		return array(
			'a name and a color'                => array( array(), null ),
			'any other sign in the name'        => array( array( 'name' => '50 % / <b> & "é" 🚀' ), null ),
			'a color in capitals'               => array( array( 'color' => '#AABBCC' ), null ),
			'a bar in the name'                 => array( array( 'name' => 'a|b' ), 'name' ),
			'a short color'                     => array( array( 'color' => '#abc' ), 'color' ),
			'a color with transparency'         => array( array( 'color' => '#aabbccdd' ), 'color' ),
			'a color by name'                   => array( array( 'color' => 'red' ), 'color' ),
			'a color without its sign'          => array( array( 'color' => 'aabbcc' ), 'color' ),
			'a color with a style behind it'    => array( array( 'color' => '#aabbcc;background:url(x)' ), 'color' ),
			'a color with a line break'         => array( array( 'color' => "#aabbcc\n" ), 'color' ),
			'no color'                          => array( array( 'color' => '' ), 'color' ),
		);
	}

	/**
	 * @dataProvider names
	 */
	public function test_a_name_is_taken_whatever_its_case_and_accents( string $taken, string $new, bool $refused ): void {
		$this->tag( array( 'name' => $taken ) );
		$code = null;
		try {
			$this->tag( array( 'name' => $new ) );
		} catch ( Problem $problem ) {
			$code = $problem->error_code;
		}
		self::assertSame( $refused ? 'carnet_duplicate' : null, $code );
	}

	public static function names(): array {
		return array(
			'the same'         => array( 'Été', 'Été', true ),
			'other case'       => array( 'Été', 'ÉTÉ', true ),
			'without accents'  => array( 'Été', 'ete', true ),
			'outer spaces'     => array( 'Été', ' été ', true ),
			'another name'     => array( 'Été', 'Étés', false ),
		);
	}

	public function test_a_renamed_tag_keeps_its_links_and_may_take_its_own_name_in_other_case(): void {
		$tag     = $this->tag( array( 'name' => 'salon' ) )['id'];
		$contact = $this->contact( array( 'tags' => array( $tag ) ) )['id'];
		self::assertSame( 'Salon', $this->changed( 'tag', $tag, array( 'name' => 'Salon' ) )['name'] );
		self::assertSame( array( $tag ), $this->read( $contact )['tags'] );
		self::assertSame( 1, $this->read( $contact )['version'] );
	}

	public function test_a_deleted_tag_leaves_all_records_also_those_in_the_trash_and_of_others(): void {
		$tag   = $this->tag()['id'];
		$other = $this->tag()['id'];
		$live  = $this->contact( array( 'tags' => array( $tag, $other ), 'owner_id' => $this->user( 'agent' ) ) )['id'];
		$gone  = $this->contact( array( 'tags' => array( $tag ) ) )['id'];
		$this->trashed( 'contact', $gone );
		$this->change( static fn ( Transaction $t ) => Tag_Changes::delete( $t, $tag ) );
		self::assertSame( array( $other ), $this->read( $live )['tags'] );
		self::assertSame( array(), $this->read( $gone )['tags'] );
		self::assertSame( array(), ( new Recount() )->differences() );
	}

	public function test_merging_gives_every_record_the_other_tag_once(): void {
		$tag   = $this->tag()['id'];
		$other = $this->tag()['id'];
		$one   = $this->contact( array( 'tags' => array( $tag ) ) )['id'];
		$both  = $this->contact( array( 'tags' => array( $tag, $other ) ) )['id'];
		$firm  = $this->account( array( 'tags' => array( $tag ) ) )['id'];
		$this->change( static fn ( Transaction $t ) => Tag_Changes::merge( $t, $tag, $other ) );
		self::assertSame( array( $other ), $this->read( $one )['tags'] );
		self::assertSame( array( $other ), $this->read( $both )['tags'] );
		self::assertSame( array( $other ), $this->request( 'GET', "/accounts/$firm", array(), 'admin' )->get_data()['tags'] );
		self::assertSame( array(), ( new Recount() )->differences() );
	}

	/**
	 * @dataProvider people
	 */
	public function test_tags_are_created_by_who_may_edit_and_changed_by_who_may_edit_others( string $role, bool $create, bool $change ): void {
		$tag  = $this->tag()['id'];
		$into = $this->tag()['id'];
		$user = $this->user( $role );
		$may  = function ( callable $work ) use ( $user ): bool {
			try {
				$this->change( $work, $user );
				return true;
			} catch ( Problem $problem ) {
				return false;
			}
		};
		self::assertSame( $create, $may( static fn ( Transaction $t ) => $t->create( 'tag', array( 'name' => 'Neuf' ) ) ) );
		self::assertSame( $change, $may( static fn ( Transaction $t ) => $t->update( 'tag', $tag, array( 'name' => 'Autre' ) ) ) );
		self::assertSame( $change, $may( static fn ( Transaction $t ) => Tag_Changes::merge( $t, $tag, $into ) ) );
		self::assertSame( $change, $may( static fn ( Transaction $t ) => Tag_Changes::delete( $t, $into ) ) );
	}

	public static function people(): array {
		return array(
			'administrator' => array( 'admin', true, true ),
			'editor'        => array( 'editor', true, true ),
			'manager'       => array( 'manager', true, true ),
			'agent'         => array( 'agent', true, false ),
			'viewer'        => array( 'viewer', false, false ),
			'subscriber'    => array( 'subscriber', false, false ),
			'nobody'        => array( 'nobody', false, false ),
		);
	}

	/**
	 * A contact as the administrator sees it.
	 *
	 * @param int $id Its id.
	 * @return array<string, mixed>
	 */
	private function read( int $id ): array {
		return $this->request( 'GET', "/contacts/$id?trashed=true", array(), 'admin' )->get_data();
	}
}
