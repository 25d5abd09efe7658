<?php
/**
 * Lists read page by page.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Entity;

use Carnet\Entity\Problem;
use Carnet\Entity\Records_Repository;
use Carnet\Entity\Text;
use Carnet\Plugin;
use Carnet\Store\Transaction;
use Carnet\Tests\Builders;
use Carnet\Tests\Test_Case;

final class List_OrderTest extends Test_Case {

	use Builders;

	private const NAMES = array( 'Éloi', 'eloi', 'Eberhard', '', 'Zoé', 'O’Brien', '東京', '🚀', 'Martin', 'martin', '100%', "L'Été" );

	public function test_every_order_by_cursor_is_the_order_by_pages_and_the_order_people_expect(): void {
		$records = $this->many();
		foreach ( array_keys( Plugin::entities()->get( 'contact' )->fields()->having( 'sortable' ) ) as $field ) {
			foreach ( array( 'asc', 'desc' ) as $order ) {
				$params   = array( 'orderby' => $field, 'order' => $order );
				$expected = self::sorted( $records, $field, $order );
				self::assertSame( $expected, $this->pages( $params ), "$field $order by pages" );
				self::assertSame( $expected, $this->walk( $params ), "$field $order by cursor" );
			}
		}
	}

	public function test_what_is_written_between_two_pages_neither_repeats_nor_hides_anything_else(): void {
		$records = $this->many();
		foreach ( array( 'id', 'last_name', 'customer_since', 'type' ) as $field ) {
			foreach ( array( 'asc', 'desc' ) as $order ) {
				$gone  = array();
				$new   = array();
				$there = $this->walk(
					array( 'orderby' => $field, 'order' => $order ),
					function ( array $page ) use ( &$gone, &$new ): void {
						foreach ( array( '', 'M', 'Zz' ) as $name ) {
							$new[] = $this->contact( array( 'first_name' => 'New', 'last_name' => $name, 'type' => 'customer' ) )['id'];
						}
						// The row on which the cursor stands.
						$gone[] = end( $page );
						$this->trashed( 'contact', end( $page ) );
					}
				);
				self::assertSame( self::sorted( $records, $field, $order ), array_values( array_diff( $there, $new ) ), "$field $order" );
				self::assertSame( count( $there ), count( array_unique( $there ) ) );
				$this->change(
					static function ( Transaction $t ) use ( $gone, $new ): void {
						foreach ( $gone as $id ) {
							$t->restore( 'contact', $id );
						}
						foreach ( $new as $id ) {
							$t->delete( 'contact', $id );
						}
					}
				);
			}
		}
	}

	public function test_a_cursor_goes_on_with_the_same_filters(): void {
		$records  = $this->many();
		$expected = array_column( array_filter( $records, static fn ( array $record ): bool => 'customer' === $record['type'] ), 'id' );
		self::assertSame( array_reverse( $expected ), $this->walk( array( 'type' => array( 'customer' ) ) ) );
	}

	/**
	 * @dataProvider forged
	 */
	public function test_what_is_no_cursor_of_this_list_is_refused( $place ): void {
		$this->contact();
		$cursor     = is_string( $place ) ? $place : rtrim( strtr( base64_encode( (string) wp_json_encode( $place ) ), '+/', '-_' ), '=' );
		$repository = $this->repository();
		$this->expectException( Problem::class );
		$repository->page( $repository->query( array( 'orderby' => 'created_at', 'order' => 'asc' ) ), 1, 5, $cursor );
	}

	public static function forged(): array {
		$now = '2026-11-22 09:30:00';
		return array(
			'nothing'                    => array( '' ),
			'a word'                     => array( 'next' ),
			'not base64'                 => array( '%%%' ),
			'a number'                   => array( 5 ),
			'an object'                  => array( array( 'a' => 1 ) ),
			'of another field'           => array( array( 'last_name', 'asc', $now, 1 ) ),
			'of another direction'       => array( array( 'created_at', 'desc', $now, 1 ) ),
			'too short'                  => array( array( 'created_at', 'asc', $now ) ),
			'too long'                   => array( array( 'created_at', 'asc', $now, 1, 1 ) ),
			'an id that is text'         => array( array( 'created_at', 'asc', $now, '1 OR 1=1' ) ),
			'a value that is a list'     => array( array( 'created_at', 'asc', array( $now ), 1 ) ),
			'a value that is no instant' => array( array( 'created_at', 'asc', "x' OR 1=1", 1 ) ),
		);
	}

	public function test_a_forged_value_is_data_never_sql(): void {
		$this->contact( array( 'last_name' => 'Martin' ) );
		$repository = $this->repository();
		$cursor     = rtrim( strtr( base64_encode( (string) wp_json_encode( array( 'last_name', 'asc', "zz') OR 1=1 -- %s", 1 ) ) ), '+/', '-_' ), '=' );
		self::assertSame( array(), $repository->page( $repository->query( array( 'orderby' => 'last_name', 'order' => 'asc' ) ), 1, 5, $cursor )['records'] );
	}

	/**
	 * Many contacts with empty and equal values, as stored, by id.
	 *
	 * @return list<array<string, mixed>>
	 */
	private function many(): array {
		mt_srand( 57 );
		$records = array();
		foreach ( array( '2026-05-05T08:00:00Z', '2026-01-05T08:00:00Z', '2026-05-05T08:00:00Z' ) as $at ) {
			$made = $this->change(
				static function ( Transaction $t ): array {
					$made = array();
					for ( $i = 0; $i < 19; $i++ ) {
						$made[] = $t->create( 'contact', array( 'first_name' => 'A' . self::NAMES[ mt_rand( 0, 11 ) ], 'last_name' => self::NAMES[ mt_rand( 0, 11 ) ], 'type' => array( 'lead', 'prospect', 'customer' )[ mt_rand( 0, 2 ) ], 'status' => array( 'new', 'qualified' )[ mt_rand( 0, 1 ) ] ) );
					}
					return $made;
				},
				null,
				$at
			);
			array_push( $records, ...$made );
		}
		return $records;
	}

	/**
	 * Ids as they should come: empty first when ascending, equal ones by id.
	 *
	 * @param list<array<string, mixed>> $records Records.
	 * @param string                     $field   Field.
	 * @param string                     $order   asc or desc.
	 * @return list<int>
	 */
	private static function sorted( array $records, string $field, string $order ): array {
		$key = static fn ( array $record ) => str_ends_with( $field, '_name' ) ? Text::fold( $record[ $field ] ) : (string) ( 'id' === $field ? '' : $record[ $field ] );
		usort( $records, static fn ( array $a, array $b ): int => strcmp( $key( $a ), $key( $b ) ) ?: $a['id'] <=> $b['id'] ); // phpcs:ignore Universal.Operators.DisallowShortTernary, WordPress.PHP.DisallowShortTernary -- by key, then by id.
		$ids = array_column( $records, 'id' );
		return 'asc' === $order ? $ids : array_reverse( $ids );
	}

	/**
	 * Ids of a list, page by page.
	 *
	 * @param array<string, mixed> $params Parameters.
	 * @return list<int>
	 */
	private function pages( array $params ): array {
		$repository = $this->repository();
		$ids        = array();
		for ( $page = 1; $page < 30; $page++ ) {
			$records = $repository->page( $repository->query( $params ), $page, 7, null )['records'];
			if ( ! $records ) {
				break;
			}
			array_push( $ids, ...array_column( $records, 'id' ) );
		}
		return $ids;
	}

	/**
	 * Ids of a list, by cursor.
	 *
	 * @param array<string, mixed>                 $params  Parameters.
	 * @param null|callable( list<int> ): void     $between Called with the ids of each page but the last.
	 * @return list<int>
	 */
	private function walk( array $params, ?callable $between = null ): array {
		$repository = $this->repository();
		$ids        = array();
		$cursor     = null;
		for ( $pages = 0; $pages < 60; $pages++ ) {
			$page   = $repository->page( $repository->query( $params ), 1, 7, $cursor );
			$cursor = $page['next'];
			array_push( $ids, ...array_column( $page['records'], 'id' ) );
			if ( null === $cursor ) {
				return $ids;
			}
			self::assertCount( 7, $page['records'] );
			if ( null !== $between && $pages < 3 ) {
				$between( array_column( $page['records'], 'id' ) );
			}
		}
		self::fail( 'The list never ends.' );
	}

	/**
	 * Reads as the administrator.
	 */
	private function repository(): Records_Repository {
		return new Records_Repository( Plugin::entities()->get( 'contact' ), Plugin::entities(), $this->user( 'admin' ) );
	}
}
