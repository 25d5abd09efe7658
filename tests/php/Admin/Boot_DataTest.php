<?php
/**
 * What the screens know before they ask.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Admin;

use Carnet\Admin\Boot_Data;
use Carnet\Plugin;
use Carnet\Tests\Builders;
use Carnet\Tests\Test_Case;

/**
 * The site's logo stands on printed quotes, and costs other screens nothing.
 */
final class Boot_DataTest extends Test_Case {

	use Builders;

	/**
	 * The logo in the page of an address, and the statements that asked for it.
	 *
	 * @param array<string, string> $address Parameters.
	 * @return array{string, list<string>}
	 */
	private function logo( array $address ): array {
		wp_set_current_user( $this->user( 'editor' ) );
		$asked = array();
		$note  = static function ( string $sql ) use ( &$asked ): string {
			if ( str_contains( $sql, 'logo' ) ) {
				$asked[] = $sql;
			}
			return $sql;
		};
		add_filter( 'query', $note );
		$_GET = $address;
		$logo = Boot_Data::of( Plugin::active() )['site']['logo'];
		$_GET = array();
		remove_filter( 'query', $note );
		return array( $logo, $asked );
	}

	public function test_the_page_that_prints_a_quote_has_the_logo_of_the_site(): void {
		$logo = (int) wp_insert_attachment(
			array(
				'post_title'     => 'Logo',
				'post_mime_type' => 'image/png',
			),
			'logo.png'
		);
		update_option( 'site_logo', $logo );
		$shown = $this->logo(
			array(
				'page' => 'carnet-quotes',
				'id'   => '1',
				'tab'  => 'print',
			)
		)[0];
		delete_option( 'site_logo' );
		wp_delete_attachment( $logo, true );
		self::assertStringEndsWith( '/logo.png', $shown );
	}

	public function test_other_screens_do_not_ask_for_it(): void {
		self::assertSame( array( '', array() ), $this->logo( array( 'page' => 'carnet-contacts' ) ) );
	}
}
