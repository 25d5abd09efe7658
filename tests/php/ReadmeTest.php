<?php
/**
 * The readme for the plugin directory.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests;

/**
 * What the directory reads there agrees with the plugin, and is within its limits.
 */
final class ReadmeTest extends Test_Case {

	public function test_the_readme_says_what_the_plugin_says(): void {
		$plugin = get_file_data(
			CARNET_FILE,
			array(
				'version' => 'Version',
				'wp'      => 'Requires at least',
				'php'     => 'Requires PHP',
				'license' => 'License',
			)
		);
		$readme = $this->headers();
		self::assertSame( CARNET_VERSION, $plugin['version'] );
		self::assertSame( array( $plugin['version'], $plugin['wp'], $plugin['php'], $plugin['license'] ), array( $readme['Stable tag'], $readme['Requires at least'], $readme['Requires PHP'], $readme['License'] ) );
		$package = json_decode( (string) file_get_contents( dirname( CARNET_FILE ) . '/package.json' ), true );
		self::assertSame( $plugin['version'], $package['version'] );
		self::assertStringContainsString( "## [{$plugin['version']}]", (string) file_get_contents( dirname( CARNET_FILE ) . '/CHANGELOG.md' ) );
		self::assertStringContainsString( "= {$plugin['version']} =", $this->readme() );
	}

	public function test_the_readme_is_within_the_limits_of_the_directory(): void {
		$headers = $this->headers();
		self::assertLessThanOrEqual( 5, count( explode( ',', $headers['Tags'] ) ) );
		self::assertSame( 1, preg_match( '/^\d+\.\d+$/', $headers['Tested up to'] ) );
		self::assertNotSame( '', $headers['Contributors'] );
		$short = explode( "\n", trim( explode( "\n\n", $this->readme(), 3 )[1] ) );
		self::assertCount( 1, $short );
		self::assertLessThanOrEqual( 150, mb_strlen( $short[0] ) );
		self::assertStringContainsString( '== Description ==', $this->readme() );
	}

	private function headers(): array {
		preg_match_all( '/^([A-Z][A-Za-z ]+): (.+)$/m', explode( "\n\n", $this->readme(), 2 )[0], $found );
		return array_combine( $found[1], array_map( 'trim', $found[2] ) );
	}

	private function readme(): string {
		return (string) file_get_contents( dirname( CARNET_FILE ) . '/readme.txt' );
	}
}
