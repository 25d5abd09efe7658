<?php
/**
 * What has changed, and back.
 *
 * @package Carnet
 */

namespace Carnet\Rest;

use Carnet\Entity\Entities;
use Carnet\Entity\Entity;
use Carnet\Entity\Problem;
use Carnet\Entity\Records_Repository;
use Carnet\Store\Access;
use Carnet\Store\Change_Log;
use Carnet\Store\Change_Set;
use Carnet\Store\Database;
use Carnet\Store\Revert;
use Carnet\Store\Transaction;
use Carnet\Store\Unit_Of_Work;
use WP_REST_Request;
use WP_REST_Response;

defined( 'ABSPATH' ) || exit;

/**
 * The history of one record, and change sets with their undo.
 */
final class History_Controller extends Controller {

	/**
	 * Serves all nouns.
	 *
	 * @param Unit_Of_Work $work     The write path.
	 * @param Entities     $entities All nouns.
	 */
	public function __construct( Unit_Of_Work $work, private readonly Entities $entities ) {
		parent::__construct( $work );
	}

	/**
	 * Registers the route of a noun.
	 *
	 * @param Entity $entity The noun.
	 */
	public function register_noun( Entity $entity ): void {
		$history = fn( WP_REST_Request $request ): WP_REST_Response => $this->history( $request, $entity->name );
		$this->route(
			"/{$entity->plural}/(?P<id>\d+)/history",
			array(
				$this->endpoint( 'GET', 'view', $history, self::paging( __( 'Changes per page.', 'carnet-crm' ) ) ),
				'schema' => array( History_Schema::class, 'change' ),
			)
		);
	}

	/**
	 * Registers the routes of change sets.
	 */
	public function register_routes(): void {
		$this->route(
			'/changesets/(?P<id>\d+)',
			array(
				$this->endpoint( 'GET', 'view', array( $this, 'changeset' ) ),
				'schema' => array( History_Schema::class, 'changeset' ),
			)
		);
		$this->route(
			'/changesets/(?P<id>\d+)/revert',
			array(
				$this->endpoint( 'POST', 'edit', array( $this, 'revert' ) ),
				'schema' => array( History_Schema::class, 'revert' ),
			)
		);
	}

	/**
	 * GET the changes of one record, newest first.
	 *
	 * @param WP_REST_Request $request The request.
	 * @param string          $noun    Its noun.
	 */
	public function history( WP_REST_Request $request, string $noun ): WP_REST_Response {
		$id = self::path_id( $request );
		if ( null === ( new Records_Repository( $this->entities->get( $noun ), $this->entities, get_current_user_id() ) )->find( $id, true ) ) {
			throw Problem::not_found();
		}
		$changes = Change_Log::history( $noun, $id, $request['page'], $request['per_page'] );
		if ( ! $changes && $request['page'] > 1 ) {
			throw new Problem( 'rest_invalid_page_number', 400, __( 'There is no such page: the list ends before it.', 'carnet-crm' ) );
		}
		$hidden   = $this->entities->get( $noun )->left_out();
		$response = new WP_REST_Response( array_map( static fn( array $change ): array => array_merge( $change, array( 'changes' => (object) array_diff_key( (array) $change['changes'], $hidden ) ) ), $changes ) );
		self::paged( $response, $request, Change_Log::count( $noun, $id ) );
		return $response;
	}

	/**
	 * GET what was changed together, as far as the reader may see it.
	 *
	 * @param WP_REST_Request $request The request.
	 */
	public function changeset( WP_REST_Request $request ): WP_REST_Response {
		$id      = self::path_id( $request );
		$set     = Change_Log::set( $id ) ?? throw Problem::not_found();
		$records = $this->visible( $this->known( $id ) );
		if ( ! $records && get_current_user_id() !== $set['user_id'] ) {
			throw Problem::not_found();
		}
		$set['records'] = array_map( static fn( array $record ): array => array_merge( $record, array( 'changes' => (object) $record['changes'] ) ), $records );
		return new WP_REST_Response( $set );
	}

	/**
	 * POST revert: undoes a change set.
	 *
	 * @param WP_REST_Request $request The request.
	 */
	public function revert( WP_REST_Request $request ): WP_REST_Response {
		$id    = self::path_id( $request );
		$set   = Change_Log::set( $id ) ?? throw Problem::not_found();
		$known = $this->known( $id );
		if ( get_current_user_id() !== $set['user_id'] && ! $this->visible( $known ) ) {
			throw Problem::not_found();
		}
		$frame = new Change_Set( get_current_user_id(), 'revert' );
		return $this->written( $this->work->run( $frame, static fn( Transaction $transaction ): array => ( new Revert( $transaction ) )->undo( $id ) ) );
	}

	/**
	 * The changes of a set, without those of nouns that are off.
	 *
	 * @param int $id The set.
	 * @return list<array{entity: string, id: int, op: string, changes: array<string, array{before: mixed, after: mixed}>}>
	 * @throws Problem Where all of them are.
	 */
	private function known( int $id ): array {
		$changes = Change_Log::of_set( $id );
		$known   = array_values( array_filter( $changes, fn( array $change ): bool => 'settings' === $change['entity'] || $this->entities->has( $change['entity'] ) ) );
		return $known || ! $changes ? $known : throw Problem::not_found();
	}

	/**
	 * The changes of records that the reader may see; of records that are gone, for who may manage.
	 *
	 * @param list<array{entity: string, id: int, op: string, changes: array<string, array{before: mixed, after: mixed}>}> $changes Changes.
	 * @return list<array{entity: string, id: int, op: string, changes: array<string, array{before: mixed, after: mixed}>}>
	 */
	private function visible( array $changes ): array {
		$user   = get_current_user_id();
		$owners = array();
		foreach ( $changes as $change ) {
			$owners[ $change['entity'] ][ $change['id'] ] = null;
		}
		foreach ( array_intersect_key( $owners, $this->entities->records() ) as $noun => $ids ) {
			foreach ( Database::rows( "SELECT id, owner_id FROM {$this->entities->get( $noun )->table()} WHERE id IN (" . implode( ',', array_keys( $ids ) ) . ')' ) as $row ) {
				$owners[ $noun ][ (int) $row['id'] ] = (int) $row['owner_id'];
			}
		}
		$sees = static function ( array $change ) use ( $owners, $user ): bool {
			if ( 'tag' === $change['entity'] ) {
				return true;
			}
			$owner = $owners[ $change['entity'] ][ $change['id'] ];
			return null === $owner ? Access::can( $user, 'manage' ) : Access::can( $user, 'view', $owner );
		};
		return array_values( array_filter( $changes, $sees ) );
	}
}
