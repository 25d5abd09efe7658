<?php
/**
 * The timeline of a record.
 *
 * @package Carnet
 */

namespace Carnet\Rest;

use Carnet\Entity\Entities;
use Carnet\Entity\Entity;
use Carnet\Entity\Problem;
use Carnet\Entity\Records_Repository;
use Carnet\Entity\Timeline;
use Carnet\Store\Unit_Of_Work;
use WP_REST_Request;
use WP_REST_Response;

defined( 'ABSPATH' ) || exit;

/**
 * What happened around one account, contact or deal, newest first, by cursor.
 */
final class Timeline_Controller extends Controller {

	/**
	 * Nouns with a timeline. A quote has tasks and actions only through its deal and parties: it is in their timelines.
	 */
	private const NOUNS = array( 'account', 'contact', 'deal' );

	/**
	 * Serves those of them that are on.
	 *
	 * @param Unit_Of_Work $work     The write path.
	 * @param Entities     $entities The nouns that are on.
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
		if ( ! in_array( $entity->name, self::NOUNS, true ) ) {
			return;
		}
		$args = array(
			'cursor' => array(
				'description' => __( 'Continues a list: the X-Carnet-Next-Cursor header of its last answer.', 'carnet-crm' ),
				'type'        => 'string',
			),
		) + array_slice( self::paging( __( 'Items per page.', 'carnet-crm' ) ), 1 );
		$this->route(
			"/{$entity->plural}/(?P<id>\d+)/timeline",
			array(
				$this->endpoint( 'GET', 'view', fn( WP_REST_Request $request ): WP_REST_Response => $this->timeline( $request, $entity->name ), $args ),
				'schema' => array( $this, 'get_public_item_schema' ),
			)
		);
	}

	/**
	 * GET a page of it.
	 *
	 * @param WP_REST_Request $request The request.
	 * @param string          $noun    The record's noun.
	 */
	private function timeline( WP_REST_Request $request, string $noun ): WP_REST_Response {
		$entity = $this->entities->get( $noun );
		$id     = self::path_id( $request );
		$user   = get_current_user_id();
		if ( null === ( new Records_Repository( $entity, $this->entities, $user ) )->find( $id, true ) ) {
			throw Problem::not_found();
		}
		$page     = ( new Timeline( $this->entities, $entity, $id, $user ) )->page( $request['cursor'], $request['per_page'] );
		$response = new WP_REST_Response( $page['items'] );
		if ( null !== $page['next'] ) {
			$response->header( 'X-Carnet-Next-Cursor', $page['next'] );
			$response->link_header( 'next', add_query_arg( 'cursor', rawurlencode( $page['next'] ), self::address( $request ) ) );
		}
		return $response;
	}

	/**
	 * The schema of an item.
	 *
	 * @return array<string, mixed>
	 */
	public function get_item_schema(): array {
		$property = static fn( $type, string $description, array $more = array() ): array => $more + array(
			'description' => $description,
			'type'        => $type,
			'context'     => array( 'view' ),
			'readonly'    => true,
		);
		return array(
			'$schema'    => 'http://json-schema.org/draft-04/schema#',
			'title'      => 'carnet-timeline',
			'type'       => 'object',
			'properties' => array(
				'kind'         => $property( 'string', __( 'What it is: change is one of the record itself.', 'carnet-crm' ), array( 'enum' => array( 'change', 'task', 'action', 'quote' ) ) ),
				'at'           => $property( 'string', __( 'When it was or will be.', 'carnet-crm' ), array( 'format' => 'date-time' ) ),
				'entity'       => $property( 'string', __( 'Noun of the record it leads to.', 'carnet-crm' ) ),
				'id'           => $property( 'integer', __( 'That record.', 'carnet-crm' ) ),
				'title'        => $property( 'string', __( 'Its name; empty for a change.', 'carnet-crm' ) ),
				'type'         => $property( array( 'string', 'null' ), __( 'Type of an action; of a change: create, update, trash or restore.', 'carnet-crm' ) ),
				'status'       => $property( array( 'string', 'null' ), __( 'Status of an action, task or quote.', 'carnet-crm' ) ),
				'total'        => $property( array( 'integer', 'null' ), __( 'Total of a quote, in minor units.', 'carnet-crm' ) ),
				'currency'     => $property( array( 'string', 'null' ), __( 'Currency of a quote.', 'carnet-crm' ) ),
				'user_id'      => $property( 'integer', __( 'Who owns it, or made the change.', 'carnet-crm' ) ),
				'user_name'    => $property( array( 'string', 'null' ), __( 'Name of that person.', 'carnet-crm' ) ),
				'changeset_id' => $property( array( 'integer', 'null' ), __( 'Change set of a change.', 'carnet-crm' ) ),
				'changes'      => $property( 'object', __( 'Of a change: field to before and after.', 'carnet-crm' ), array( 'additionalProperties' => array( 'type' => 'object', 'additionalProperties' => array( 'type' => array( 'string', 'null' ) ) ) ) ), // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
			),
		);
	}
}
