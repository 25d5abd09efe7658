<?php
/**
 * What comes with the page.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Admin;

use Carnet\Admin\Address;
use Carnet\Admin\Preload;
use Carnet\Plugin;
use Carnet\Tests\Test_Case;

/**
 * The list of a page is the one that the screen will ask for: as it begins, or as the person has left it.
 */
final class PreloadTest extends Test_Case {

	/**
	 * The parameters of the tasks that come with their page.
	 *
	 * @param array<string, mixed>|null $kept What the person has left, as the screen keeps it.
	 * @return array<string, mixed>
	 */
	private function tasks( ?array $kept ): array {
		wp_set_current_user( $this->user( 'editor' ) );
		$preferences = array( 'carnet' => null === $kept ? array() : array( 'view-task' => $kept ) );
		update_user_meta( get_current_user_id(), $GLOBALS['wpdb']->get_blog_prefix() . 'persisted_preferences', $preferences );
		$_GET  = array( 'page' => 'carnet-tasks' );
		$paths = ( new Preload( Plugin::entities() ) )->paths( Address::current() );
		$_GET  = array();
		parse_str( (string) wp_parse_url( (string) end( $paths ), PHP_URL_QUERY ), $params );
		return $params;
	}

	public function test_a_list_begins_with_its_own_filters(): void {
		$params = $this->tasks( null );
		self::assertSame( array( 'due_at', 'asc', array( 'open' ), array( (string) $this->user( 'editor' ) ) ), array( $params['orderby'], $params['order'], $params['status'], $params['owner_id'] ) );
	}

	public function test_another_order_leaves_the_filters_it_begins_with_in_force(): void {
		$params = $this->tasks(
			array(
				'view'  => array( 'perPage' => 50 ),
				'query' => array(
					'page'     => 1,
					'per_page' => 50,
					'orderby'  => 'priority',
					'order'    => 'desc',
				),
			)
		);
		self::assertSame( array( '50', 'priority', array( 'open' ) ), array( $params['per_page'], $params['orderby'], $params['status'] ) );
	}

	public function test_filters_that_a_person_chose_or_took_away_stand_in_their_place(): void {
		$params = $this->tasks(
			array(
				'view'  => array( 'filters' => array() ),
				'query' => array( 'per_page' => 20 ),
			)
		);
		self::assertSame( 'due_at', $params['orderby'] );
		self::assertArrayNotHasKey( 'status', $params );
		self::assertArrayNotHasKey( 'owner_id', $params );
	}
}
