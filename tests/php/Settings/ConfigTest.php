<?php
/**
 * What a client needs to know of a site.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Settings;

use Carnet\Tests\Rest\Rest_Case;

/**
 * GET /config: lists, currencies, taxes, people, capabilities.
 */
final class ConfigTest extends Rest_Case {

	/**
	 * The answer as a client reads it.
	 *
	 * @param string $role Who asks.
	 * @return array<string, mixed>
	 */
	private function config( string $role ): array {
		return self::json( $this->request( 'GET', '/config', array(), $role ) );
	}

	public function test_the_lists_are_those_of_the_domain(): void {
		$lists  = $this->config( 'viewer' )['lists'];
		$keys   = array_map( static fn( array $values ): array => array_column( $values, 'key' ), $lists );
		$domain = array(
			'source'         => array( 'network', 'web', 'file', 'partnership', 'trade_show' ),
			'contact_status' => array( 'new', 'contacted', 'qualified', 'nurturing', 'inactive' ),
			'deal_stage'     => array( 'prospecting', 'contact_handover', 'qualification', 'needs_analysis', 'proposal' ),
			'close_reason'   => array( 'budget', 'change_of_goal', 'unknown', 'services', 'company_policy', 'price' ),
		);
		self::assertSame( $domain, $keys );
		self::assertSame( array( 10, 20, 40, 60, 80 ), array_column( $lists['deal_stage'], 'probability' ) );
		foreach ( $lists as $name => $values ) {
			foreach ( $values as $value ) {
				self::assertSame( array_merge( array( 'key', 'label', 'color' ), 'deal_stage' === $name ? array( 'probability' ) : array() ), array_keys( $value ) );
				self::assertMatchesRegularExpression( '/^#[0-9a-f]{6}$/', $value['color'] );
			}
		}
	}

	public function test_currencies_and_taxes_have_a_default_among_them(): void {
		$config = $this->config( 'agent' );
		self::assertContains( $config['default_currency'], array_column( $config['currencies'], 'code' ) );
		self::assertContains( $config['default_tax'], array_column( $config['taxes'], 'key' ) );
		self::assertSame( 0, array_column( $config['currencies'], 'exponent', 'code' )['JPY'] );
		foreach ( $config['taxes'] as $tax ) {
			self::assertIsString( $tax['rate'] );
		}
	}

	/**
	 * Capabilities by role.
	 *
	 * @testWith ["admin", ["carnet_view", "carnet_edit", "carnet_others", "carnet_export", "carnet_purge", "carnet_manage"]]
	 *           ["manager", ["carnet_view", "carnet_edit", "carnet_others", "carnet_export", "carnet_purge"]]
	 *           ["editor", ["carnet_view", "carnet_edit", "carnet_others", "carnet_export"]]
	 *           ["agent", ["carnet_view", "carnet_edit"]]
	 *           ["viewer", ["carnet_view", "carnet_others"]]
	 *
	 * @param string       $role         Who asks.
	 * @param list<string> $capabilities What they may.
	 */
	public function test_a_reader_learns_what_they_may( string $role, array $capabilities ): void {
		self::assertSame( $capabilities, $this->config( $role )['capabilities'] );
	}

	public function test_people_are_those_who_may_be_given_records(): void {
		$this->user( 'subscriber' );
		$people = array_column( $this->config( 'editor' )['people'], 'name', 'id' );
		foreach ( array( 'admin', 'editor', 'manager', 'agent' ) as $role ) {
			self::assertSame( get_userdata( $this->user( $role ) )->display_name, $people[ $this->user( $role ) ] ?? null, $role );
		}
		foreach ( array( 'subscriber', 'viewer' ) as $role ) {
			self::assertArrayNotHasKey( $this->user( $role ), $people );
		}
	}

	public function test_who_sees_only_their_own_records_learns_of_nobody_else(): void {
		self::assertSame( array( $this->user( 'agent' ) ), array_column( $this->config( 'agent' )['people'], 'id' ) );
	}

	public function test_labels_and_locale_are_the_readers(): void {
		update_option( 'timezone_string', 'Europe/Paris' );
		$config = $this->config( 'viewer' );
		update_option( 'timezone_string', '' );
		self::assertSame( array( 'Europe/Paris', determine_locale() ), array( $config['time_zone'], $config['locale'] ) );
	}

	public function test_what_only_managers_set_is_not_told(): void {
		self::assertArrayNotHasKey( 'uninstall', $this->config( 'admin' ) );
	}
}
