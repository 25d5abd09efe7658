<?php
/**
 * The demo data.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Demo;

use Carnet\Plugin;
use Carnet\Store\Access;
use Carnet\Store\Checker;
use Carnet\Store\Database;
use Carnet\Store\Tables;
use Carnet\Tests\Test_Case;

/**
 * A year of history in some 800 units of work: also the longest run of the write path.
 */
final class Demo_DataTest extends Test_Case {

	public function test_a_year_of_records_is_coherent_and_is_loaded_once(): void {
		foreach ( array( 'admin', 'editor', 'manager', 'agent' ) as $role ) {
			$this->user( $role );
		}
		$this->act_as( 'admin' );

		self::assertStringContainsString( '61 accounts and 250 contacts', $this->load() );
		self::assertSame( array(), ( new Checker( Plugin::entities() ) )->differences() );
		$contacts = $this->rows( 'contacts' );
		self::assertCount( 250, $contacts );
		self::assertCount( 61, $this->rows( 'accounts' ) );
		$this->check_contacts( $contacts );
		$this->check_history();

		self::assertStringContainsString( 'no demo data is loaded', $this->load() );
		self::assertSame( $contacts, $this->rows( 'contacts' ) );
	}

	private function check_contacts( array $contacts ): void {
		foreach ( $contacts as $contact ) {
			$who = "{$contact['first_name']} {$contact['last_name']}";
			self::assertSame( 1, preg_match( '/^$|@[a-z0-9-]+\.example$|@example\.(com|org|net)$/', $contact['email'] ), "$who: $contact[email]" );
			self::assertTrue( Access::can( (int) $contact['owner_id'], 'edit' ), "$who belongs to who may edit." );
			self::assertNotNull( $contact[ "{$contact['type']}_since" ], $who );
			self::assertLessThanOrEqual( $contact['updated_at'], $contact['created_at'], $who );
			self::assertLessThanOrEqual( gmdate( 'Y-m-d H:i:s' ), $contact['updated_at'], $who );
			if ( null !== $contact['lead_since'] && null !== $contact['customer_since'] ) {
				self::assertLessThan( $contact['customer_since'], $contact['lead_since'], $who );
			}
		}
		$types = array_count_values( array_column( $contacts, 'type' ) );
		self::assertGreaterThan( 30, min( $types ), 'There are enough of each type.' );
		self::assertCount( 3, $types );
		self::assertLessThan( gmdate( 'Y-m-d', time() - 300 * DAY_IN_SECONDS ), min( array_column( $contacts, 'created_at' ) ) );
		self::assertGreaterThan( gmdate( 'Y-m-d', time() - 20 * DAY_IN_SECONDS ), max( array_column( $contacts, 'created_at' ) ) );
	}

	private function check_history(): void {
		$sources = Database::column( 'SELECT DISTINCT source FROM ' . Tables::name( 'changesets' ) . ' ORDER BY source' );
		self::assertSame( array( 'bulk', 'edit' ), $sources );
		$unordered = Database::value( 'SELECT COUNT(*) FROM ' . Tables::name( 'changesets' ) . ' a JOIN ' . Tables::name( 'changesets' ) . ' b ON b.id = a.id + 1 WHERE b.created_at < a.created_at' );
		self::assertSame( 0, (int) $unordered, 'What happened later has the higher number.' );
	}

	private function load(): string {
		ob_start();
		require dirname( __DIR__, 3 ) . '/tools/demo/load.php';
		return (string) ob_get_clean();
	}

	private function rows( string $table ): array {
		return Database::rows( 'SELECT * FROM ' . Tables::name( $table ) . ' ORDER BY id' );
	}
}
