<?php
/**
 * What a client is told when the database fails.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Store;

use Carnet\Tests\Builders;
use Carnet\Tests\Snapshot;
use Carnet\Tests\Test_Case;

final class UnavailableTest extends Test_Case {

	use Builders;
	use Snapshot;

	/**
	 * @dataProvider requests
	 */
	public function test_a_failing_database_is_answered_503_with_a_reference_and_says_truly_whether_the_change_was_saved( string $method, string $path, array $params ): void {
		$this->expect_database_errors();
		$this->act_as( 'admin' );
		$this->request( 'GET', '/config' );
		for ( $k = 1; $k < 100; $k++ ) {
			$account  = (string) $this->account()['id'];
			$was      = $this->all_rows();
			$fault    = new Fault( array( $k ) );
			$response = $this->request( $method, str_replace( '{account}', $account, $path ), (array) json_decode( str_replace( '"{account}"', $account, (string) wp_json_encode( $params ) ), true ) );
			$count    = $fault->end();
			if ( $count < $k ) {
				break;
			}
			$data = $response->get_data();
			$at   = "Statement $k: {$fault->seen[ $k - 1 ]}";
			self::assertSame( 503, $response->get_status(), $at );
			self::assertSame( 'carnet_unavailable', $data['code'], $at );
			self::assertMatchesRegularExpression( '/^[0-9a-f]{10}$/', $data['data']['ref'], $at );
			self::assertStringContainsString( $data['data']['ref'], $data['message'], $at );
			self::assertDoesNotMatchRegularExpression( '~secret|carnet_fault|SELECT|wp_|/|SQLSTATE|<~i', (string) preg_replace( '/"(ref|code|status)":[^,}]*/', '', (string) wp_json_encode( $data, JSON_UNESCAPED_SLASHES ) ), $at );
			$changed = $this->all_rows() !== $was;
			self::assertSame( $changed, isset( $data['data']['changeset_id'] ), $at );
			self::assertSame( ! $changed, str_contains( $data['message'], 'Nothing was saved' ), $at );
			self::assertSame( array(), ( new Recount() )->differences(), $at );
		}
		self::assertGreaterThan( 1, $k );
		self::assertLessThan( 300, $response->get_status() );
	}

	public static function requests(): array {
		return array(
			'creating'         => array( 'POST', '/contacts', array( 'last_name' => 'Martin', 'account_id' => '{account}' ) ),
			'changing'         => array( 'PATCH', '/accounts/{account}', array( 'name' => 'Nouveau' ) ),
			'trashing'         => array( 'DELETE', '/accounts/{account}', array() ),
			'a list'           => array( 'GET', '/contacts', array( 'search' => 'mar' ) ),
			'counts'           => array( 'GET', '/accounts/counts', array() ),
			'a record'         => array( 'GET', '/accounts/{account}', array() ),
			'the history'      => array( 'GET', '/accounts/{account}/history', array() ),
			'changing in bulk' => array( 'POST', '/accounts/bulk', array( 'ids' => array( '{account}' ), 'set' => array( 'city' => 'Lyon' ) ) ),
		);
	}
}
