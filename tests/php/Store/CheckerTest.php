<?php
/**
 * Finding and mending what does not agree.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Store;

use Carnet\Plugin;
use Carnet\Store\Checker;
use Carnet\Store\Transaction;
use Carnet\Tests\Builders;
use Carnet\Tests\Snapshot;
use Carnet\Tests\Test_Case;

final class CheckerTest extends Test_Case {

	use Builders;
	use Snapshot;

	public function test_nothing_is_found_where_all_agrees_and_nothing_is_written(): void {
		$this->world();
		$was = $this->all_rows();
		self::assertSame( array(), ( new Checker( Plugin::entities() ) )->differences() );
		self::assertSame( array(), ( new Checker( Plugin::entities() ) )->repair() );
		self::assertSame( $was, $this->all_rows() );
	}

	/**
	 * @dataProvider damages
	 */
	public function test_damage_is_found_and_mended( string $sql, string $kind ): void {
		$world   = $this->world();
		$was     = $this->all_rows();
		$checker = new Checker( Plugin::entities() );
		$GLOBALS['wpdb']->query( strtr( $sql, array( '{' => $GLOBALS['wpdb']->prefix . 'carnet_', '}' => '' ) + array_map( 'strval', $world ) ) );
		self::assertNotSame( $was, $this->all_rows(), 'Nothing was damaged.' );
		self::assertNotSame( array(), ( new Recount() )->differences() );

		$damaged = $this->all_rows();
		self::assertContains( $kind, array_column( $checker->differences(), 'kind' ) );
		self::assertSame( $damaged, $this->all_rows(), 'Looking changes nothing.' );

		self::assertNotSame( array(), $checker->repair() );
		self::assertSame( array(), ( new Recount() )->differences() );
		self::assertSame( array(), $checker->differences() );
	}

	public static function damages(): array {
		return array(
			'a total that is too high'             => array( "UPDATE {totals} SET amount = amount + 5 WHERE metric = 'contacts'", 'total' ),
			'a total that is gone'                 => array( "DELETE FROM {totals} WHERE metric = 'contacts.type'", 'total' ),
			'a total of nothing'                   => array( "INSERT INTO {totals} (metric, bucket, owner_id, amount) VALUES ('contacts.type', 'ghost', 1, 3)", 'total' ),
			'all totals gone'                      => array( 'DELETE FROM {totals}', 'total' ),
			'a search key that is gone'            => array( "DELETE FROM {search_keys} WHERE gram = 'dura'", 'search keys' ),
			'a search key of nothing'              => array( "INSERT INTO {search_keys} (entity, gram, record_id) VALUES ('contact', 'zzz', CONTACT)", 'search keys' ),
			'a search key under another owner'     => array( "UPDATE {search_keys} SET owner_id = 999 WHERE gram = 'dura'", 'search keys' ),
			'a search key as if in the trash'      => array( "UPDATE {search_keys} SET trashed = 1 WHERE gram = 'dura'", 'search keys' ),
			'a search key as if of the record itself' => array( 'UPDATE {search_keys} SET inherited = 0 WHERE inherited = 1', 'search keys' ),
			'a search key that goes on otherwise'  => array( "UPDATE {search_keys} SET follows = ' xyz' WHERE gram = 'dura'", 'search keys' ),
			'search keys of a record that is gone' => array( "INSERT INTO {search_keys} (entity, gram, record_id) VALUES ('contact', 'zzz', 999999)", 'stray search_keys' ),
			'all search keys gone'                 => array( 'DELETE FROM {search_keys}', 'search keys' ),
			'a search text that is old'            => array( "UPDATE {contacts} SET search_text = 'old' WHERE id = CONTACT", 'search text' ),
			'a record changed by hand'             => array( "UPDATE {contacts} SET last_name = 'Changed', type = 'customer' WHERE id = CONTACT", 'search text' ),
			'a name changed by hand, whose order is old' => array( "UPDATE {contacts} SET last_name_sort = 'zzz' WHERE id = CONTACT", 'shadow' ),
			'a task sorted by a day that it has not' => array( "UPDATE {tasks} SET due_at_sort = '2026-01-01 00:00:00'", 'shadow' ),
			'a mask of tags that is wrong'         => array( 'UPDATE {contacts} SET tags_mask = 0 WHERE id = CONTACT', 'shadow' ),
			'an e-mail key that is old'            => array( "UPDATE {contacts} SET email_key = 'zzz' WHERE id = CONTACT", 'shadow' ),
			'an account deleted by hand'           => array( 'DELETE FROM {accounts} WHERE id = ACCOUNT', 'link' ),
			'a tag deleted by hand'                => array( 'DELETE FROM {tags} WHERE id = TAG', 'stray tag_links' ),
			'a contact deleted by hand'            => array( 'DELETE FROM {contacts} WHERE id = CONTACT', 'stray tag_links' ),
			'a tag link to nothing'                => array( "INSERT INTO {tag_links} (entity, tag_id, record_id) VALUES ('contact', 999999, CONTACT)", 'stray tag_links' ),
			'a trashed record brought back by hand' => array( 'UPDATE {contacts} SET trashed_at = NULL WHERE id = TRASHED', 'total' ),
		);
	}

	public function test_writes_go_on_after_a_repair(): void {
		$world = $this->world();
		$GLOBALS['wpdb']->query( "DELETE FROM {$GLOBALS['wpdb']->prefix}carnet_totals" );
		( new Checker( Plugin::entities() ) )->repair();
		$this->trashed( 'contact', $world['CONTACT'] );
		$this->contact();
		self::assertSame( array(), ( new Recount() )->differences() );
	}

	public function test_more_records_than_are_read_at_once_are_checked(): void {
		global $wpdb;
		$this->world();
		$values = array();
		for ( $i = 0; $i < 1100; $i++ ) {
			$values[] = "('A$i', 'a$i', 'prospect', 'a$i', '', 1, '2026-01-01 00:00:00')";
		}
		$wpdb->query( "INSERT INTO {$wpdb->prefix}carnet_accounts (name, name_sort, type, search_text, note, owner_id, created_at) VALUES " . implode( ',', $values ) );
		$found = ( new Checker( Plugin::entities() ) )->repair();
		self::assertCount( 1100, array_filter( $found, static fn ( array $difference ): bool => 'search keys' === $difference['kind'] ) );
		self::assertSame( array(), ( new Recount() )->differences() );
		self::assertSame( '1101', $wpdb->get_var( "SELECT amount FROM {$wpdb->prefix}carnet_totals WHERE metric = 'accounts'" ) );
	}

	/**
	 * A few records; their ids by a word in capitals.
	 *
	 * @return array<string, int>
	 */
	private function world(): array {
		return $this->change(
			static function ( Transaction $t ): array {
				$tag     = $t->create( 'tag', array( 'name' => 'Salon' ) )['id'];
				$account = $t->create( 'account', array( 'name' => 'Durand', 'tags' => array( $tag ) ) )['id'];
				$contact = $t->create( 'contact', array( 'last_name' => 'Noël', 'email' => 'a@example.com', 'account_id' => $account, 'tags' => array( $tag ) ) )['id'];
				$trashed = $t->create( 'contact', array( 'last_name' => 'Roux', 'account_id' => $account ) )['id'];
				$t->trash( 'contact', $trashed );
				$t->create( 'task', array( 'title' => 'Rappeler' ) );
				return array( 'TAG' => $tag, 'ACCOUNT' => $account, 'CONTACT' => $contact, 'TRASHED' => $trashed );
			}
		);
	}
}
