<?php
/**
 * Several writes in one request.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Rest;

/**
 * WordPress's batch/v1 with our routes.
 */
final class BatchTest extends Rest_Case {

	/**
	 * Sends a batch.
	 *
	 * @param list<array<string, mixed>> $requests   Method, path, body.
	 * @param string                     $as         Who.
	 * @param string                     $validation require-all-validate or normal.
	 * @return list<array{status: int, body: mixed, headers: array<string, string>}>
	 */
	private function batch( array $requests, string $as = 'editor', string $validation = 'normal' ): array {
		foreach ( $requests as $i => $request ) {
			$requests[ $i ]['path'] = "/carnet/v1{$request['path']}";
		}
		$response = $this->request( 'POST', '/batch/v1', compact( 'requests', 'validation' ), $as );
		self::assert_answered( 207, $response );
		return json_decode( (string) wp_json_encode( $response->get_data()['responses'] ), true );
	}

	public function test_records_are_made_changed_and_trashed_together(): void {
		$changed   = $this->contact()['id'];
		$trashed   = $this->contact()['id'];
		$tag       = $this->tag()['id'];
		$responses = $this->batch(
			array(
				array(
					'method' => 'POST',
					'path'   => '/accounts',
					'body'   => array( 'name' => "L'été \\ <b>" ),
				),
				array(
					'method'  => 'PATCH',
					'path'    => "/contacts/$changed",
					'body'    => array( 'note' => 'x' ),
					'headers' => array( 'If-Match' => '"1"' ),
				),
				array(
					'method' => 'PUT',
					'path'   => "/contacts/$changed",
					'body'   => array( 'city' => 'Lyon' ),
				),
				array(
					'method' => 'DELETE',
					'path'   => "/contacts/$trashed",
				),
				array(
					'method' => 'POST',
					'path'   => "/contacts/$trashed/restore",
				),
				array(
					'method' => 'PATCH',
					'path'   => "/tags/$tag",
					'body'   => array( 'name' => 'New' ),
				),
			)
		);
		self::assertSame( array( 201, 200, 200, 200, 200, 200 ), array_column( $responses, 'status' ) );
		$account = $responses[0]['body'];
		self::assertSame( "L'été \\ <b>", $account['name'] );
		self::assertSame( rest_url( "carnet/v1/accounts/{$account['id']}" ), $responses[0]['headers']['Location'] );
		self::assertSame( array( 'x', 'Lyon', 3 ), array( $responses[2]['body']['note'], $responses[2]['body']['city'], $responses[2]['body']['version'] ) );
		self::assertNotNull( $responses[3]['body']['trashed_at'] );
		$sets = array_map( static fn( array $response ): string => $response['headers']['X-Carnet-Changeset'], $responses );
		self::assertCount( 6, array_unique( $sets ) );
	}

	public function test_what_is_refused_is_told_in_its_place_and_the_others_are_done(): void {
		$agent     = $this->user( 'agent' );
		$mine      = $this->contact( array( 'owner_id' => $agent ) )['id'];
		$others    = $this->contact( array( 'email' => 'taken@example.com' ) )['id'];
		$responses = $this->batch(
			array(
				array(
					'method' => 'PATCH',
					'path'   => "/contacts/$others",
					'body'   => array( 'note' => 'x' ),
				),
				array(
					'method' => 'PATCH',
					'path'   => "/contacts/$mine",
					'body'   => array( 'country' => 'xx' ),
				),
				array(
					'method'  => 'PATCH',
					'path'    => "/contacts/$mine",
					'body'    => array( 'note' => 'x' ),
					'headers' => array( 'If-Match' => '"9"' ),
				),
				array(
					'method' => 'POST',
					'path'   => '/contacts',
					'body'   => array( 'email' => 'taken@example.com' ),
				),
				array(
					'method' => 'DELETE',
					'path'   => "/contacts/$mine?force=true",
				),
				array(
					'method' => 'PATCH',
					'path'   => "/contacts/$mine",
					'body'   => array( 'note' => 'done' ),
				),
			),
			'agent'
		);
		self::assertSame( array( 404, 400, 412, 409, 403, 200 ), array_column( $responses, 'status' ) );
		$codes = array( 'carnet_not_found', 'rest_invalid_param', 'carnet_version_conflict', 'carnet_duplicate', 'rest_forbidden', null );
		self::assertSame( $codes, array_map( static fn( array $response ): ?string => $response['body']['code'] ?? null, $responses ) );
		self::assertSame( $mine, $responses[2]['body']['data']['current']['id'] );
		self::assertSame( 'done', $this->request( 'GET', "/contacts/$mine" )->get_data()['note'] );
	}

	public function test_nothing_is_done_when_all_must_be_valid_and_one_is_not(): void {
		$id        = $this->contact()['id'];
		$before    = $this->tables();
		$responses = $this->batch(
			array(
				array(
					'method' => 'PATCH',
					'path'   => "/contacts/$id",
					'body'   => array( 'note' => 'x' ),
				),
				array(
					'method' => 'PATCH',
					'path'   => "/contacts/$id",
					'body'   => array( 'country' => 'xx' ),
				),
			),
			'editor',
			'require-all-validate'
		);
		self::assertNull( $responses[0] );
		self::assertSame( array( 'country' ), array_keys( $responses[1]['body']['data']['params'] ) );
		self::assertSame( $before, $this->tables() );
	}

	public function test_nobody_writes_by_a_batch(): void {
		$before    = $this->tables();
		$responses = $this->batch(
			array(
				array(
					'method' => 'POST',
					'path'   => '/accounts',
					'body'   => array( 'name' => 'x' ),
				),
			),
			'nobody'
		);
		self::assertSame( array( 401 ), array_column( $responses, 'status' ) );
		self::assertSame( $before, $this->tables() );
	}
}
