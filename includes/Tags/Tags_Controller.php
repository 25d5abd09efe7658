<?php
/**
 * Tags over REST.
 *
 * @package Carnet
 */

namespace Carnet\Tags;

use Carnet\Entity\Collection_Params;
use Carnet\Entity\Entities;
use Carnet\Entity\Item_Schema;
use Carnet\Entity\Problem;
use Carnet\Entity\Records_Repository;
use Carnet\Rest\Controller;
use Carnet\Rest\Sent_Fields;
use Carnet\Store\Access;
use Carnet\Store\Totals;
use Carnet\Store\Transaction;
use Carnet\Store\Unit_Of_Work;
use WP_REST_Request;
use WP_REST_Response;

defined( 'ABSPATH' ) || exit;

/**
 * The one list of tags: no version, no trash; DELETE removes at once, and can be undone by its change set.
 */
final class Tags_Controller extends Controller {

	/**
	 * Serves tags.
	 *
	 * @param Unit_Of_Work $work     The write path.
	 * @param Entities     $entities All nouns.
	 */
	public function __construct( Unit_Of_Work $work, private readonly Entities $entities ) {
		parent::__construct( $work );
		$this->rest_base = 'tags';
	}

	/**
	 * Registers the routes.
	 */
	public function register_routes(): void {
		$tag    = $this->entities->get( 'tag' );
		$schema = array(
			'schema'      => array( $this, 'get_public_item_schema' ),
			'allow_batch' => array( 'v1' => true ),
		);
		$fields = array_diff_key( Item_Schema::write_args( $tag ), array_flip( array( 'owner_id', 'allow_duplicate' ) ) );
		$into   = array(
			'into' => array(
				'description' => __( 'Tag that takes its place.', 'carnet-crm' ),
				'type'        => 'integer',
				'minimum'     => 1,
				'required'    => true,
			),
		);
		$this->route(
			'/tags',
			array(
				$this->endpoint( 'GET', 'view', array( $this, 'list' ), $this->get_collection_params() ),
				$this->endpoint( 'POST', 'edit', array( $this, 'create' ), $fields ),
			) + $schema
		);
		$this->route(
			'/tags/(?P<id>\d+)',
			array(
				$this->endpoint( 'GET', 'view', fn( WP_REST_Request $request ): WP_REST_Response => new WP_REST_Response( $this->tag( self::path_id( $request ) ) ) ),
				$this->endpoint( 'PUT, PATCH', 'edit', array( $this, 'update' ), Item_Schema::optional( $fields ) ),
				$this->endpoint( 'DELETE', 'edit', array( $this, 'delete' ) ),
			) + $schema
		);
		$this->route( '/tags/(?P<id>\d+)/merge', array( $this->endpoint( 'POST', 'edit', array( $this, 'merge' ), $into ) ) + $schema );
	}

	/**
	 * GET the tags, by name.
	 *
	 * @param WP_REST_Request $request The request.
	 */
	public function list( WP_REST_Request $request ): WP_REST_Response {
		$repository = $this->repository();
		$query      = $repository->query( $request->get_params() );
		$page       = $repository->counted_page( $query, $request['page'], $request['per_page'], null, array( 'id', 'name', 'color' ) );
		if ( ! $page['records'] && $request['page'] > 1 ) {
			throw new Problem( 'rest_invalid_page_number', 400, __( 'There is no such page: the list ends before it.', 'carnet-crm' ) );
		}
		$fields   = wp_parse_list( $request['_fields'] ?? '' );
		$response = new WP_REST_Response( $this->shown( $page['records'], ! $fields || rest_is_field_included( 'usage', $fields ) ) );
		self::paged( $response, $request, $page['total'] );
		return $response;
	}

	/**
	 * POST a new tag.
	 *
	 * @param WP_REST_Request $request The request.
	 */
	public function create( WP_REST_Request $request ): WP_REST_Response {
		$fields   = $this->sent( $request );
		$tag      = $this->work->run( self::change_set( $request ), static fn( Transaction $transaction ): array => $transaction->create( 'tag', $fields ) );
		$response = $this->written( $this->tag( $tag['id'] ), 201 );
		$response->header( 'Location', rest_url( "{$this->namespace}/tags/{$tag['id']}" ) );
		return $response;
	}

	/**
	 * PATCH a tag: its links stay.
	 *
	 * @param WP_REST_Request $request The request.
	 */
	public function update( WP_REST_Request $request ): WP_REST_Response {
		$id     = self::path_id( $request );
		$fields = $this->sent( $request );
		$this->work->run( self::change_set( $request ), static fn( Transaction $transaction ): array => $transaction->update( 'tag', $id, $fields ) );
		return $this->written( $this->tag( $id ) );
	}

	/**
	 * DELETE a tag, from all records that carry it.
	 *
	 * @param WP_REST_Request $request The request.
	 */
	public function delete( WP_REST_Request $request ): WP_REST_Response {
		$id       = self::path_id( $request );
		$previous = $this->tag( $id );
		$this->work->run( self::change_set( $request ), static fn( Transaction $transaction ): array => Tag_Changes::delete( $transaction, $id ) );
		return $this->written(
			array(
				'deleted'  => true,
				'previous' => $previous,
			)
		);
	}

	/**
	 * POST merge: the tag ends, its records carry the other.
	 *
	 * @param WP_REST_Request $request The request.
	 */
	public function merge( WP_REST_Request $request ): WP_REST_Response {
		$id   = self::path_id( $request );
		$into = (int) $request['into'];
		$this->work->run( self::change_set( $request ), static fn( Transaction $transaction ): array => Tag_Changes::merge( $transaction, $id, $into ) );
		return $this->written( $this->tag( $into ) );
	}

	/**
	 * The tags as a reader sees them.
	 */
	private function repository(): Records_Repository {
		return new Records_Repository( $this->entities->get( 'tag' ), $this->entities, get_current_user_id() );
	}

	/**
	 * One tag.
	 *
	 * @param int $id Its id.
	 * @return array<string, mixed>
	 */
	private function tag( int $id ): array {
		return $this->shown( array( $this->repository()->find( $id ) ?? throw Problem::not_found() ) )[0];
	}

	/**
	 * Tags with the number of live records that carry them and that the reader may see.
	 *
	 * @param list<array<string, mixed>> $tags Tags.
	 * @param bool                       $used Whether the number is wanted, which is most of what they cost.
	 * @return list<array{id: int, name: string, color: string, usage: array<string, int>}>
	 */
	private function shown( array $tags, bool $used = true ): array {
		$nouns   = array_filter( $used ? $this->entities->records() : array(), static fn( $entity ): bool => $entity->has_tags() );
		$metrics = array_map( static fn( $entity ): string => "{$entity->plural}.tags", $nouns );
		$sums    = $tags && $nouns ? Totals::of( array_values( $metrics ), array_map( 'strval', array_column( $tags, 'id' ) ), Access::scope( get_current_user_id() ) ) : array();
		$shown   = array();
		foreach ( $tags as $tag ) {
			$usage = array();
			foreach ( $nouns as $noun => $entity ) {
				$usage[ $entity->plural ] = $sums[ $metrics[ $noun ] ][ (string) $tag['id'] ] ?? 0;
			}
			$shown[] = array(
				'id'    => $tag['id'],
				'name'  => $tag['name'],
				'color' => $tag['color'],
				'usage' => $usage,
			);
		}
		return $shown;
	}

	/**
	 * The fields that were sent.
	 *
	 * @param WP_REST_Request $request The request.
	 * @return array<string, mixed>
	 */
	private function sent( WP_REST_Request $request ): array {
		$fields = array_intersect_key( Sent_Fields::of_request( $this->entities->get( 'tag' ), $request ), array_flip( array( 'name', 'color' ) ) );
		return isset( $fields['name'] ) ? array_merge( $fields, array( 'name' => trim( $fields['name'] ) ) ) : $fields;
	}

	/**
	 * The schema of a tag.
	 *
	 * @return array<string, mixed>
	 */
	public function get_item_schema(): array {
		$tag   = $this->entities->get( 'tag' );
		$usage = array();
		foreach ( $this->entities->records() as $entity ) {
			if ( $entity->has_tags() ) {
				$usage[ $entity->plural ] = array( 'type' => 'integer' );
			}
		}
		$properties          = array_map( array( Item_Schema::class, 'property' ), array_intersect_key( $tag->fields()->all(), array_flip( array( 'id', 'name', 'color' ) ) ) );
		$properties['usage'] = array(
			'description' => __( 'Live records that carry it and that the reader may see.', 'carnet-crm' ),
			'type'        => 'object',
			'properties'  => $usage,
			'context'     => array( 'view', 'edit', 'embed' ),
			'readonly'    => true,
		);
		return array(
			'$schema'    => 'http://json-schema.org/draft-04/schema#',
			'title'      => 'carnet-tag',
			'type'       => 'object',
			'properties' => $properties,
		);
	}

	/**
	 * The parameters of the list.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public function get_collection_params(): array {
		$params                       = array_intersect_key( Collection_Params::of( $this->entities->get( 'tag' ) ), array_flip( array( 'page', 'per_page', 'orderby', 'order', 'search', 'include', 'exclude' ) ) );
		$params['orderby']['enum']    = array( 'name', 'id' );
		$params['orderby']['default'] = 'name';
		$params['order']['default']   = 'asc';
		return $params;
	}
}
