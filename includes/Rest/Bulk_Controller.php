<?php
/**
 * Changing many records at once.
 *
 * @package Carnet
 */

namespace Carnet\Rest;

use Carnet\Entity\Collection_Params;
use Carnet\Entity\Entities;
use Carnet\Entity\Entity;
use Carnet\Entity\Problem;
use Carnet\Entity\Records_Repository;
use Carnet\Store\Bulk_Change;
use Carnet\Store\Change_Log;
use Carnet\Store\Search;
use Carnet\Store\Transaction;
use Carnet\Store\Unit_Of_Work;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

defined( 'ABSPATH' ) || exit;

/**
 * Bulk by ids (at most 500, a result for each) or by the filters of the list (of any size, some seconds a call; the client calls
 * again with the cursor until nothing remains, so that it can show progress and stop). All of it is one change set.
 */
final class Bulk_Controller extends Controller {

	private const SECONDS = 5;
	private const CHUNK   = 500;

	/**
	 * Serves one noun.
	 *
	 * @param Unit_Of_Work $work     The write path.
	 * @param Entity       $entity   The noun.
	 * @param Entities     $entities All nouns.
	 */
	public function __construct( Unit_Of_Work $work, private readonly Entity $entity, private readonly Entities $entities ) {
		parent::__construct( $work );
	}

	/**
	 * Registers the route.
	 */
	public function register_routes(): void {
		$ids = Collection_Params::filters( $this->entity )['include'];
		$this->route(
			"/{$this->entity->plural}/bulk",
			array(
				$this->endpoint(
					'POST',
					'edit',
					array( $this, 'bulk' ),
					array(
						'ids'          => array( 'description' => __( 'Records to change, at most 500.', 'carnet-crm' ) ) + $ids,
						'query'        => self::map( __( 'Filters of the list instead of ids; {"all":true} for everything.', 'carnet-crm' ) ),
						'set'          => self::map( __( 'Fields and their new values.', 'carnet-crm' ) ),
						'versions'     => self::versions(),
						'add_tags'     => array( 'description' => __( 'Tags to add.', 'carnet-crm' ) ) + $ids,
						'remove_tags'  => array( 'description' => __( 'Tags to remove.', 'carnet-crm' ) ) + $ids,
						'trash'        => self::yes( __( 'Move to the trash.', 'carnet-crm' ) ),
						'restore'      => self::yes( __( 'Take out of the trash.', 'carnet-crm' ) ),
						'changeset_id' => array(
							'description' => __( 'From the last answer, to go on with it.', 'carnet-crm' ),
							'type'        => 'integer',
							'minimum'     => 1,
						),
						'cursor'       => array(
							'description' => __( 'From the last answer, to go on behind it.', 'carnet-crm' ),
							'type'        => 'string',
							'pattern'     => '^\d+$',
						),
					)
				),
				'schema' => array( Bulk_Schema::class, 'answer' ),
			)
		);
	}

	/**
	 * POST a bulk change.
	 *
	 * @param WP_REST_Request $request The request.
	 */
	public function bulk( WP_REST_Request $request ): WP_REST_Response {
		$change = new Bulk_Change( $this->entity, $this->what( $request ), array_map( 'intval', (array) ( $request['versions'] ?? array() ) ) );
		if ( isset( $request['ids'] ) === isset( $request['query'] ) ) {
			throw Problem::invalid( 'ids', __( 'Send either ids or query.', 'carnet-crm' ) );
		}
		return $this->written( isset( $request['ids'] ) ? $this->by_ids( $request, $change ) : $this->by_query( $request, $change ) );
	}

	/**
	 * Changes records by their ids.
	 *
	 * @param WP_REST_Request $request The request.
	 * @param Bulk_Change     $change  What to do.
	 * @return array<string, mixed>
	 */
	private function by_ids( WP_REST_Request $request, Bulk_Change $change ): array {
		$ids     = array_values( array_unique( array_map( 'intval', $request['ids'] ) ) );
		$results = $this->work->run( self::change_set( $request, 'bulk' ), static fn( Transaction $transaction ): array => $change->apply( $transaction, $ids ) );
		return array(
			'changeset_id' => $this->work->changeset_id,
			'results'      => $results,
		) + self::tally( $results );
	}

	/**
	 * Changes the records of a list, as many as fit into some seconds.
	 *
	 * @param WP_REST_Request $request The request.
	 * @param Bulk_Change     $change  What to do.
	 * @return array<string, mixed>
	 */
	private function by_query( WP_REST_Request $request, Bulk_Change $change ): array {
		$until      = microtime( true ) + self::SECONDS;
		$repository = new Records_Repository( $this->entity, $this->entities, get_current_user_id() );
		$filters    = $this->filters( $request['query'] );
		$query      = $repository->query( $filters );
		if ( $filters && ! $query->narrowing && ! $query->trashed() ) {
			throw Problem::invalid( 'query', self::narrow() );
		}
		$last  = (int) ( $request['cursor'] ?? 0 );
		$set   = $this->continued( $request );
		$tally = array(
			'done'   => 0,
			'failed' => 0,
		);
		do {
			$ids     = $repository->ids( $query->after_id( $last ), self::CHUNK );
			$met     = count( $ids );
			$results = $this->work->run( self::change_set( $request, 'bulk', $set ), static fn( Transaction $transaction ): array => $change->apply( $transaction, $ids ) );
			$set     = $this->work->changeset_id;
			$last    = $ids ? max( $ids ) : $last;
			$chunk   = self::tally( $results );
			$tally   = array(
				'done'   => $tally['done'] + $chunk['done'],
				'failed' => $tally['failed'] + $chunk['failed'],
			);
		} while ( self::CHUNK === $met && microtime( true ) < $until );
		return array( 'changeset_id' => $set ) + $tally + array(
			'remaining' => $met < self::CHUNK ? 0 : $repository->exact_count( $query->after_id( $last ) ),
			'cursor'    => (string) $last,
		);
	}

	/**
	 * The change set to go on with; it must be the person's own bulk.
	 *
	 * @param WP_REST_Request $request The request.
	 */
	private function continued( WP_REST_Request $request ): int {
		$id  = (int) ( $request['changeset_id'] ?? 0 );
		$set = $id ? Change_Log::set( $id ) : null;
		if ( $id && ( null === $set || get_current_user_id() !== $set['user_id'] || 'bulk' !== $set['source'] || null !== $set['reverted_by'] ) ) {
			throw Problem::invalid( 'changeset_id', __( 'Send the changeset_id of your last answer, or none.', 'carnet-crm' ) );
		}
		return $id;
	}

	/**
	 * The filters of `query`, checked like those of the list. A typo must never widen a change, so unknown ones are refused.
	 *
	 * @param mixed $query What was sent.
	 * @return array<string, mixed>
	 */
	private function filters( $query ): array {
		$query = (array) $query;
		if ( array( 'all' => true ) === $query ) {
			return array();
		}
		$known   = Collection_Params::filters( $this->entity );
		$unknown = array_diff_key( $query, $known );
		if ( ! $query || $unknown ) {
			/* translators: %s: list of valid parameters. */
			throw Problem::invalid( 'query', sprintf( __( 'query must hold filters of the list: %s; or {"all":true}.', 'carnet-crm' ), implode( ', ', array_keys( $known ) ) ) );
		}
		foreach ( $query as $name => $value ) {
			$valid = isset( $known[ $name ]['validate_callback'] ) ? $known[ $name ]['validate_callback']( $value, null, "query.$name" ) : rest_validate_value_from_schema( $value, $known[ $name ], "query.$name" );
			if ( $valid instanceof WP_Error ) {
				throw Problem::invalid( "query.$name", $valid->get_error_message() );
			}
			$query[ $name ] = rest_sanitize_value_from_schema( $value, $known[ $name ], "query.$name" );
			// What a list takes for no filter must not mean everything here: ids that a client has found none of.
			if ( in_array( $query[ $name ], array( '', array(), null ), true ) || ( 'search' === $name && ! Search::fragments( (string) $query[ $name ] ) ) ) {
				throw Problem::invalid( "query.$name", self::narrow() );
			}
		}
		return $query;
	}

	/**
	 * What to send instead of filters that do not narrow the list.
	 */
	private static function narrow(): string {
		return __( 'This filters nothing. Send a filter with a value, or {"all":true} for everything.', 'carnet-crm' );
	}

	/**
	 * What to do: exactly one of set, tags, trash, restore.
	 *
	 * @param WP_REST_Request $request The request.
	 * @return array<string, mixed>
	 */
	private function what( WP_REST_Request $request ): array {
		$what = array();
		if ( isset( $request['set'] ) ) {
			$what['set'] = Sent_Fields::of_object( $this->entity, (array) $request['set'], 'set' );
		}
		foreach ( $this->entity->has_tags() ? array( 'add_tags', 'remove_tags' ) : array() as $name ) {
			if ( ! empty( $request[ $name ] ) ) {
				$what[ $name ] = array_map( 'intval', $request[ $name ] );
			}
		}
		foreach ( array( 'trash', 'restore' ) as $name ) {
			if ( ! empty( $request[ $name ] ) ) {
				$what[ $name ] = true;
			}
		}
		$kinds = array_diff( array_keys( $what ), array( 'remove_tags' ) );
		if ( ! $what || count( $kinds ) > 1 || ( isset( $what['remove_tags'] ) && array_diff( $kinds, array( 'add_tags' ) ) ) ) {
			throw Problem::invalid( 'set', __( 'Send one of: set, add_tags and remove_tags, trash, restore.', 'carnet-crm' ) );
		}
		return $what;
	}

	/**
	 * How many succeeded.
	 *
	 * @param list<array{id: int, result: string, message?: string}> $results Results.
	 * @return array{done: int, failed: int}
	 */
	private static function tally( array $results ): array {
		$done = count( array_keys( array_column( $results, 'result' ), 'done', true ) );
		return array(
			'done'   => $done,
			'failed' => count( $results ) - $done,
		);
	}

	/**
	 * An argument that is an object.
	 *
	 * @param string $description Translated.
	 * @return array<string, mixed>
	 */
	private static function map( string $description ): array {
		return array(
			'description'       => $description,
			'type'              => 'object',
			'validate_callback' => array( self::class, 'is_map' ),
		);
	}

	/**
	 * The argument of versions.
	 *
	 * @return array<string, mixed>
	 */
	private static function versions(): array {
		$map = self::map( __( 'By id: the version the record must have.', 'carnet-crm' ) );

		$map['validate_callback'] = static function ( $value, $request, $param ) {
			$valid = self::is_map( $value, $request, $param );
			$wrong = true === $valid && array_filter( array( ...array_keys( $value ), ...array_values( $value ) ), static fn( $number ): bool => ! is_scalar( $number ) || 1 !== preg_match( '/^[1-9]\d{0,15}$/D', (string) $number ) );
			/* translators: %s: parameter name. */
			return $wrong ? new WP_Error( 'rest_invalid_param', sprintf( __( '%s must have ids as keys and versions as values, all of them positive whole numbers.', 'carnet-crm' ), $param ) ) : $valid;
		};
		return $map;
	}

	/**
	 * An argument that can only be true.
	 *
	 * @param string $description Translated.
	 * @return array<string, mixed>
	 */
	private static function yes( string $description ): array {
		return array(
			'description' => $description,
			'type'        => 'boolean',
		);
	}
}
