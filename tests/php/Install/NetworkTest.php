<?php
/**
 * A network of sites.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Install;

use Carnet\Install\Installer;
use Carnet\Plugin;
use Carnet\Store\Access;
use Carnet\Tests\Builders;
use Carnet\Tests\Snapshot;
use Carnet\Tests\Test_Case;

/**
 * Each site has its own records, settings and rights.
 *
 * @group multisite
 */
final class NetworkTest extends Test_Case {

	use Builders;
	use Snapshot;

	public function test_a_network_activation_reaches_every_site_and_sites_added_later(): void {
		$this->expect_database_errors();
		$first = $this->site( 'first' );
		self::assertFalse( $this->on( $first, static fn () => get_option( Installer::OPTION ) ) );
		$plugin = plugin_basename( CARNET_FILE );
		deactivate_plugins( $plugin, true );
		self::assertNull( activate_plugin( $plugin, '', true ) );
		self::assertSame( CARNET_VERSION, $this->on( $first, static fn () => get_option( Installer::OPTION ) ) );
		$second = $this->site( 'second' );
		self::assertSame( CARNET_VERSION, $this->on( $second, static fn () => get_option( Installer::OPTION ) ) );
		self::assertTrue( $this->on( $second, static fn () => get_role( 'carnet_agent' )->has_cap( 'carnet_edit' ) ) );
		self::assertSame( array(), $this->on( $second, static fn () => ( new Installer( Plugin::entities() ) )->create_tables() ) );
		wp_delete_site( $first );
		wp_delete_site( $second );
		$left = $GLOBALS['wpdb']->get_col( "SHOW TABLES LIKE '%carnet%'" );
		self::assertEqualsCanonicalizing( ( new Installer( Plugin::entities() ) )->tables(), $left, 'A deleted site takes its tables with it.' );
		deactivate_plugins( $plugin, true );
		self::assertNull( activate_plugin( $plugin ) );
	}

	public function test_a_site_sees_its_own_records_only(): void {
		$this->expect_database_errors();
		$other = $this->site( 'third' );
		$this->on( $other, static fn () => ( new Installer( Plugin::entities() ) )->upgrade() );
		$here = $this->contact( array( 'last_name' => 'Ici', 'email' => 'same@example.com' ) );
		$was  = $this->all_rows();
		$this->on(
			$other,
			function (): void {
				self::assertSame( array(), array_filter( $this->all_rows() ) );
				$there = $this->contact( array( 'last_name' => 'Ailleurs', 'email' => 'same@example.com' ) );
				self::assertSame( 'Ailleurs', $there['last_name'] );
				update_option( 'carnet_settings', array( 'uninstall' => 'remove' ) );
			}
		);
		self::assertSame( $was, $this->all_rows() );
		self::assertSame( 'keep', \Carnet\Settings\Settings::all()['uninstall'] );
		self::assertSame( 'Ici', $here['last_name'] );
		wp_delete_site( $other );
		self::assertSame( $was, $this->all_rows() );
	}

	public function test_a_person_has_the_rights_of_the_site_they_are_on(): void {
		$this->expect_database_errors();
		$other = $this->site( 'fourth' );
		$this->on( $other, static fn () => ( new Installer( Plugin::entities() ) )->upgrade() );
		$agent = $this->user( 'agent' );
		self::assertTrue( Access::can( $agent, 'edit' ) );
		self::assertFalse( $this->on( $other, static fn () => Access::can( $agent, 'view' ) ) );
		add_user_to_blog( $other, $agent, 'carnet_viewer' );
		self::assertTrue( $this->on( $other, static fn () => Access::can( $agent, 'others' ) ) );
		self::assertFalse( $this->on( $other, static fn () => Access::can( $agent, 'edit' ) ) );
		self::assertFalse( Access::can( $agent, 'others' ) );
		wp_delete_site( $other );
	}

	/**
	 * A new site of the network.
	 *
	 * @param string $path Its path.
	 */
	private function site( string $path ): int {
		$id = wp_insert_site( array( 'domain' => 'example.test', 'path' => "/$path/", 'title' => $path, 'user_id' => $this->user( 'admin' ) ) );
		self::assertIsInt( $id );
		return $id;
	}

	/**
	 * Does something on a site.
	 *
	 * @template T
	 * @param int           $site Site.
	 * @param callable(): T $work What to do.
	 * @return T
	 */
	private function on( int $site, callable $work ) {
		switch_to_blog( $site );
		try {
			return $work();
		} finally {
			restore_current_blog();
		}
	}
}
