<?php
/**
 * Nouns whose change must say its version.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Rest;

use Carnet\Contacts\Contact_Fields;
use Carnet\Entity\Entities;
use Carnet\Entity\Entity;
use Carnet\Plugin;
use Carnet\Rest\Records_Controller;
use Carnet\Store\Unit_Of_Work;

/**
 * 428 where neither If-Match nor version is sent: the mechanism by itself, on contacts, which do not ask for it otherwise.
 */
final class Version_RequiredTest extends Rest_Case {

	protected function setUp(): void {
		parent::setUp();
		rest_get_server();
		$GLOBALS['wp_rest_server'] = new \WP_REST_Server();
		$contact                   = new Entity( 'contact', 'contacts', Contact_Fields::list( ... ), array( 'first_name', 'last_name' ), 'email', version_required: true );
		$entities                  = new Entities( Plugin::entities()->get( 'account' ), $contact, Plugin::entities()->get( 'tag' ) );
		( new Records_Controller( new Unit_Of_Work( $entities ), $contact, $entities ) )->register_routes();
	}

	public function test_a_change_without_a_version_is_refused_and_nothing_is_written(): void {
		$id     = $this->contact()['id'];
		$before = $this->tables();
		foreach ( array( 'PATCH', 'PUT' ) as $verb ) {
			self::assert_refused( 428, 'carnet_version_required', $this->request( $verb, "/contacts/$id", array( 'note' => 'x' ), 'admin' ) );
		}
		self::assertSame( $before, $this->tables() );
	}

	/**
	 * Ways to say it.
	 *
	 * @return array<string, array{array<string, mixed>, array<string, string>, int}>
	 */
	public function versions(): array {
		return array(
			'the current one by If-Match'   => array( array(), array( 'If-Match' => '"1"' ), 200 ),
			'the current one in the body'   => array( array( 'version' => 1 ), array(), 200 ),
			'another one by If-Match'       => array( array(), array( 'If-Match' => '"2"' ), 412 ),
			'another one in the body'       => array( array( 'version' => 2 ), array(), 412 ),
			'any version, which says none' => array( array(), array( 'If-Match' => '*' ), 428 ),
		);
	}

	/**
	 * Says it.
	 *
	 * @dataProvider versions
	 *
	 * @param array<string, mixed>  $body    More in the body.
	 * @param array<string, string> $headers Headers.
	 * @param int                   $status  HTTP status.
	 */
	public function test_a_change_with_its_version_is_made( array $body, array $headers, int $status ): void {
		$id = $this->contact()['id'];
		self::assert_answered( $status, $this->request( 'PATCH', "/contacts/$id", array( 'note' => 'x' ) + $body, 'admin', $headers ) );
	}

	public function test_new_ones_the_trash_and_restore_need_none(): void {
		$id = $this->request( 'POST', '/contacts', array( 'last_name' => 'x' ), 'admin' )->get_data()['id'];
		self::assert_answered( 200, $this->request( 'DELETE', "/contacts/$id" ) );
		self::assert_answered( 200, $this->request( 'POST', "/contacts/$id/restore" ) );
	}
}
