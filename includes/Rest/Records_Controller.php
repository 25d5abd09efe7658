<?php
/**
 * The routes of one noun.
 *
 * @package Carnet
 */

namespace Carnet\Rest;

use Carnet\Entity\Collection_Params;
use Carnet\Entity\Entities;
use Carnet\Entity\Entity;
use Carnet\Entity\Item_Schema;
use Carnet\Entity\Problem;
use Carnet\Entity\Records_Repository;
use Carnet\Store\Transaction;
use Carnet\Store\Unit_Of_Work;
use Carnet\Store\Version_Conflict;
use WP_REST_Request;
use WP_REST_Response;

defined( 'ABSPATH' ) || exit;

/**
 * Collection, item and restore of any noun, from its Entity. Counts, bulk changes and history have controllers of their own,
 * and a noun with routes of its own extends this one.
 */
class Records_Controller extends Controller {

	/**
	 * Serves one noun.
	 *
	 * @param Unit_Of_Work $work     The write path.
	 * @param Entity       $entity   The noun.
	 * @param Entities     $entities All nouns.
	 */
	public function __construct( Unit_Of_Work $work, protected readonly Entity $entity, protected readonly Entities $entities ) {
		parent::__construct( $work );
		$this->rest_base = $entity->plural;
	}

	/**
	 * Registers the routes.
	 */
	public function register_routes(): void {
		$shared = array(
			'schema'      => array( $this, 'get_public_item_schema' ),
			'allow_batch' => array( 'v1' => true ),
		);
		$base   = "/{$this->rest_base}";
		$item   = "$base/(?P<id>\d+)";
		$ask    = array(
			'context' => $this->get_context_param( array( 'default' => 'view' ) ),
			'trashed' => self::flag( __( 'Answer it even if it is in the trash.', 'carnet-crm' ) ),
		);
		$write  = Item_Schema::write_args( $this->entity );
		$update = Precondition::args() + Item_Schema::optional( $write );
		$delete = array(
			'force'  => self::flag( __( 'Delete for good instead of moving to the trash.', 'carnet-crm' ) ),
			'linked' => self::flag( __( 'Move linked records to the trash too.', 'carnet-crm' ) ),
		) + Precondition::args();
		$this->route(
			$base,
			array(
				$this->endpoint( 'GET', 'view', array( $this, 'list' ), $this->get_collection_params() ),
				$this->endpoint( 'POST', 'edit', array( $this, 'create' ), $write ),
			) + $shared
		);
		$this->route(
			$item,
			array(
				$this->endpoint( 'GET', 'view', array( $this, 'item' ), $ask ),
				$this->endpoint( 'PUT, PATCH', 'edit', array( $this, 'update' ), $update ),
				$this->endpoint( 'DELETE', 'edit', array( $this, 'delete' ), $delete ),
			) + $shared
		);
		$this->route( "$item/restore", array( $this->endpoint( 'POST', 'edit', array( $this, 'restore' ), Precondition::args() ) ) + $shared );
	}

	/**
	 * GET the collection.
	 *
	 * @param WP_REST_Request $request The request.
	 */
	public function list( WP_REST_Request $request ): WP_REST_Response {
		$repository = $this->repository();
		$query      = $repository->query( $request->get_params() );
		$page       = $repository->counted_page( $query, $request['page'], $request['per_page'], $request['cursor'] );
		if ( ! $page['records'] && $request['page'] > 1 && null === $request['cursor'] ) {
			throw new Problem( 'rest_invalid_page_number', 400, __( 'There is no such page: the list ends before it.', 'carnet-crm' ) );
		}
		$response = new WP_REST_Response( array_map( array( $this, 'prepare_response_for_collection' ), $this->prepare_all( $page['records'], $request ) ) );
		if ( null === $request['cursor'] ) {
			self::paged( $response, $request, $page['total'], null !== $page['next'] );
		} else {
			self::paged_by_cursor( $response, $request, $page['total'], $page['next'] );
		}
		$response->header( 'X-Carnet-Total', $page['exact'] ? 'exact' : 'at-least' );
		if ( null !== $page['next'] ) {
			$response->header( 'X-Carnet-Next-Cursor', $page['next'] );
		}
		return $response;
	}

	/**
	 * GET one.
	 *
	 * @param WP_REST_Request $request The request.
	 */
	public function item( WP_REST_Request $request ): WP_REST_Response {
		return $this->answer( self::path_id( $request ), $request, (bool) $request['trashed'] );
	}

	/**
	 * POST a new one.
	 *
	 * @param WP_REST_Request $request The request.
	 */
	public function create( WP_REST_Request $request ): WP_REST_Response {
		$fields = Sent_Fields::of_request( $this->entity, $request );
		return $this->created( $request, $fields, $this->options( $request ) );
	}

	/**
	 * Creates a record and answers it.
	 *
	 * @param WP_REST_Request      $request The request.
	 * @param array<string, mixed> $fields  Values, each in its stored form.
	 * @param array<string, bool>  $options What was asked for beside fields.
	 */
	protected function created( WP_REST_Request $request, array $fields, array $options = array() ): WP_REST_Response {
		$record   = $this->write( $request, fn( Transaction $transaction ): array => $transaction->create( $this->entity->name, $fields, $options ) );
		$response = $this->written( $this->answer( $record['id'], $request ), 201 );
		$response->header( 'Location', rest_url( "{$this->namespace}/{$this->rest_base}/{$record['id']}" ) );
		return $response;
	}

	/**
	 * PUT or PATCH one: fields not sent stay.
	 *
	 * @param WP_REST_Request $request The request.
	 */
	public function update( WP_REST_Request $request ): WP_REST_Response {
		$id      = self::path_id( $request );
		$version = Precondition::version( $request );
		if ( $this->entity->version_required && null === $version ) {
			throw new Problem( 'carnet_version_required', 428, __( 'Say which version you changed: send it as If-Match or as version.', 'carnet-crm' ) );
		}
		$fields = Sent_Fields::of_request( $this->entity, $request );
		$this->write( $request, fn( Transaction $transaction ): array => $transaction->update( $this->entity->name, $id, $fields, $version, $this->options( $request ) ) );
		return $this->written( $this->answer( $id, $request ) );
	}

	/**
	 * DELETE one: to the trash, or for good.
	 *
	 * @param WP_REST_Request $request The request.
	 */
	public function delete( WP_REST_Request $request ): WP_REST_Response {
		$id      = self::path_id( $request );
		$version = Precondition::version( $request );
		if ( $request['force'] ) {
			if ( $request['linked'] ) {
				throw Problem::invalid( 'linked', __( 'Linked records can be moved to the trash, not deleted for good. Send force or linked, not both.', 'carnet-crm' ) );
			}
			$previous = $this->repository()->find( $id, true ) ?? throw Problem::not_found();
			$this->write( $request, fn( Transaction $transaction ): array => $transaction->delete( $this->entity->name, $id, $version ) );
			return $this->written(
				array(
					'deleted'  => true,
					'previous' => $this->prepare( $previous, $request )->get_data(),
				)
			);
		}
		$found = $this->repository()->find( $id, true );
		if ( null !== $found && null !== $found['trashed_at'] ) {
			throw new Problem( 'carnet_gone', 410, __( 'This record is in the trash already.', 'carnet-crm' ) );
		}
		$this->write( $request, fn( Transaction $transaction ): array => $transaction->trash( $this->entity->name, $id, $version, (bool) $request['linked'] ) );
		return $this->written( $this->answer( $id, $request, true ) );
	}

	/**
	 * POST restore: out of the trash.
	 *
	 * @param WP_REST_Request $request The request.
	 */
	public function restore( WP_REST_Request $request ): WP_REST_Response {
		$id      = self::path_id( $request );
		$version = Precondition::version( $request );
		$this->write( $request, fn( Transaction $transaction ): array => $transaction->restore( $this->entity->name, $id, $version ), 'restore' );
		return $this->written( $this->answer( $id, $request ) );
	}

	/**
	 * Reads for the current person.
	 */
	protected function repository(): Records_Repository {
		return new Records_Repository( $this->entity, $this->entities, get_current_user_id() );
	}

	/**
	 * Runs a write.
	 *
	 * @param WP_REST_Request                     $request The request.
	 * @param callable( Transaction ): array<string, mixed> $work What to do.
	 * @param string|null                         $source  Another source than edit or api.
	 * @return array<string, mixed>
	 * @throws Problem A refusal.
	 */
	private function write( WP_REST_Request $request, callable $work, ?string $source = null ): array {
		try {
			return $this->work->run( self::change_set( $request, $source ), $work );
		} catch ( Version_Conflict $conflict ) {
			$current = $this->repository()->find( $conflict->current['id'], true );
			throw new Problem( $conflict->error_code, $conflict->status, $conflict->getMessage(), array( 'current' => null === $current ? null : $this->prepare( $current, $request )->get_data() ) );
		}
	}

	/**
	 * One record as an answer, with its version as ETag and the counts of its children.
	 *
	 * @param int             $id      Its id.
	 * @param WP_REST_Request $request The request.
	 * @param bool            $trashed Whether one in the trash will do.
	 */
	private function answer( int $id, WP_REST_Request $request, bool $trashed = false ): WP_REST_Response {
		$counted  = rest_is_field_included( 'counts', $this->get_fields_for_response( $request ) );
		$record   = $this->repository()->find( $id, $trashed, $counted ) ?? throw Problem::not_found();
		$response = $this->prepare( $record, $request );
		$response->header( 'ETag', "\"{$record['version']}\"" );
		return $response;
	}

	/**
	 * A record as the API shows it.
	 *
	 * @param array<string, mixed> $record  As the repository gives it.
	 * @param WP_REST_Request      $request The request.
	 */
	private function prepare( array $record, WP_REST_Request $request ): WP_REST_Response {
		return $this->prepare_all( array( $record ), $request )[0];
	}

	/**
	 * Records as the API shows them. What they have in common is found out once.
	 *
	 * @param list<array<string, mixed>> $records As the repository gives them.
	 * @param WP_REST_Request            $request The request.
	 * @return list<WP_REST_Response>
	 */
	private function prepare_all( array $records, WP_REST_Request $request ): array {
		$fields    = $this->get_fields_for_response( $request );
		$context   = $request['context'] ?? 'view';
		$links     = rest_is_field_included( '_links', $fields ) || rest_is_field_included( '_embedded', $fields ) ? new Record_Links( $this->entity, $this->entities, get_current_user_id() ) : null;
		$extended  = (bool) $this->get_additional_fields();
		$responses = array();
		foreach ( $records as $record ) {
			$data = array_filter( $record, static fn( string $name ): bool => rest_is_field_included( $name, $fields ), ARRAY_FILTER_USE_KEY );
			$data = $extended ? $this->add_additional_fields_to_object( $data, $request ) : $data;

			$response = new WP_REST_Response( $this->filter_response_by_context( $data, $context ) );
			if ( null !== $links ) {
				$response->add_links( $links->of( $record ) );
			}
			$responses[] = $response;
		}
		return $responses;
	}

	/**
	 * What the client asks for beside fields.
	 *
	 * @param WP_REST_Request $request The request.
	 * @return array<string, bool>
	 */
	private function options( WP_REST_Request $request ): array {
		return array_map( static fn( string $name ): bool => (bool) $request[ $name ], array_combine( array_keys( $this->entity->options() ), array_keys( $this->entity->options() ) ) );
	}

	/**
	 * A yes-or-no argument.
	 *
	 * @param string $description Translated.
	 * @return array<string, mixed>
	 */
	private static function flag( string $description ): array {
		return array(
			'description' => $description,
			'type'        => 'boolean',
			'default'     => false,
		);
	}

	/**
	 * The schema of an item.
	 *
	 * @return array<string, mixed>
	 */
	public function get_item_schema(): array {
		if ( ! $this->schema ) {
			$this->schema = Item_Schema::of( $this->entity, $this->entities );
		}
		return $this->add_additional_fields_schema( $this->schema );
	}

	/**
	 * The parameters of the list.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public function get_collection_params(): array {
		return array( 'context' => $this->get_context_param( array( 'default' => 'view' ) ) ) + Collection_Params::of( $this->entity );
	}
}
