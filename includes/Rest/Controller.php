<?php
/**
 * What all our routes have in common.
 *
 * @package Carnet
 */

namespace Carnet\Rest;

use Carnet\Entity\Problem;
use Carnet\Store\Access;
use Carnet\Store\Change_Set;
use Carnet\Store\Database_Error;
use Carnet\Store\Unit_Of_Work;
use WP_Error;
use WP_REST_Controller;
use WP_REST_Request;
use WP_REST_Response;

defined( 'ABSPATH' ) || exit;

/**
 * Permissions by capability, refusals as REST errors, and the frame of a write. Each permission callback is cheap: WordPress runs
 * those of all verbs again for the Allow header. What a person may do to one record is decided where the record is read.
 */
abstract class Controller extends WP_REST_Controller {

	/**
	 * Needs the way to write.
	 *
	 * @param Unit_Of_Work $work The write path.
	 */
	public function __construct( protected readonly Unit_Of_Work $work ) {
		$this->namespace = 'carnet/v1';
	}

	/**
	 * Registers a route.
	 *
	 * @param non-falsy-string         $path      Behind the namespace.
	 * @param array<int|string, mixed> $endpoints Endpoints, schema and options.
	 */
	protected function route( string $path, array $endpoints ): void {
		register_rest_route( 'carnet/v1', $path, $endpoints );
	}

	/**
	 * A permission callback.
	 *
	 * @param string $verb A key of Access::CAPABILITIES.
	 * @return \Closure(): (true|WP_Error)
	 */
	protected static function allow( string $verb ): \Closure {
		return static fn() => Access::can( get_current_user_id(), $verb ) ? true : new WP_Error( 'rest_forbidden', is_user_logged_in() ? __( 'Your role does not allow this.', 'carnet-crm' ) : __( 'Sign in first: nobody is known by this request.', 'carnet-crm' ), array( 'status' => rest_authorization_required_code() ) );
	}

	/**
	 * Whether a value is an object with something in it: WordPress takes a list for one. A validation callback.
	 *
	 * @param mixed           $value   What was sent.
	 * @param WP_REST_Request $request The request.
	 * @param string          $param   Name of the parameter.
	 * @return true|WP_Error
	 */
	public static function is_map( $value, $request, $param ) {
		return is_array( $value ) && $value && ! array_is_list( $value )
			/* translators: %s: parameter name. */
			? true : new WP_Error( 'rest_invalid_param', sprintf( __( '%s must be an object that is not empty.', 'carnet-crm' ), $param ) );
	}

	/**
	 * A callback whose refusals become errors.
	 *
	 * @param callable( WP_REST_Request ): (WP_REST_Response|WP_Error) $callback What the route does.
	 * @return \Closure( WP_REST_Request ): (WP_REST_Response|WP_Error)
	 */
	protected function safely( callable $callback ): \Closure {
		return function ( WP_REST_Request $request ) use ( $callback ) {
			$this->work->changeset_id = 0;
			try {
				return $callback( $request );
			} catch ( Problem $problem ) {
				return $problem->to_error();
			} catch ( Database_Error $error ) {
				return $this->unavailable( $error );
			}
		};
	}

	/**
	 * The answer when the database refused. It may have done so after the change was committed, while the answer was read.
	 *
	 * @param Database_Error $error What failed.
	 */
	private function unavailable( Database_Error $error ): WP_Error {
		$saved = $this->work->changeset_id;
		$words = $saved
			/* translators: %s: reference to look for in the log. */
			? __( 'Your change was saved, but then the database did not answer. Load this page again. Reference for the log: %s', 'carnet-crm' )
			/* translators: %s: reference to look for in the log. */
			: __( 'The database did not answer. Nothing was saved; try again. Reference for the log: %s', 'carnet-crm' );
		$data = array(
			'status' => 503,
			'ref'    => $error->ref,
		);
		return new WP_Error( 'carnet_unavailable', sprintf( $words, $error->ref ), $data + ( $saved ? array( 'changeset_id' => $saved ) : array() ) );
	}

	/**
	 * An endpoint.
	 *
	 * @param string                                                   $methods  HTTP methods.
	 * @param string                                                   $verb     Needed capability.
	 * @param callable( WP_REST_Request ): (WP_REST_Response|WP_Error) $callback What it does.
	 * @param array<string, array<string, mixed>>                      $args     Parameters.
	 * @return array<string, mixed>
	 */
	protected function endpoint( string $methods, string $verb, callable $callback, array $args = array() ): array {
		return array(
			'methods'             => $methods,
			'callback'            => $this->safely( $callback ),
			'permission_callback' => self::allow( $verb ),
			'args'                => $args,
		);
	}

	/**
	 * The parameters of a list that is paged by number and has no others of its own.
	 *
	 * @param string $per_page What `per_page` counts, translated.
	 * @return array{page: array<string, mixed>, per_page: array<string, mixed>}
	 */
	protected static function paging( string $per_page ): array {
		return array(
			'page'     => array(
				'description' => __( 'Page of the list.', 'carnet-crm' ),
				'type'        => 'integer',
				'default'     => 1,
				'minimum'     => 1,
				'maximum'     => 1000000,
			),
			'per_page' => array(
				'description' => $per_page,
				'type'        => 'integer',
				'default'     => 20,
				'minimum'     => 1,
				'maximum'     => 100,
			),
		);
	}

	/**
	 * The id of the path. A body or query may carry an `id` too, which WordPress would prefer; the path decides.
	 *
	 * @param WP_REST_Request $request The request.
	 */
	protected static function path_id( WP_REST_Request $request ): int {
		return (int) ( $request->get_url_params()['id'] ?? 0 );
	}

	/**
	 * The frame of a write: `edit` from a screen, `api` from an outside client.
	 *
	 * @param WP_REST_Request $request The request.
	 * @param string|null     $source  Another source.
	 * @param int             $id      A change set to go on with.
	 */
	protected static function change_set( WP_REST_Request $request, ?string $source = null, int $id = 0 ): Change_Set {
		return new Change_Set( get_current_user_id(), $source ?? ( $request->get_header( 'x_wp_nonce' ) ? 'edit' : 'api' ), '', null, $id );
	}

	/**
	 * The answer to a write.
	 *
	 * @param mixed $data   Body.
	 * @param int   $status HTTP status.
	 */
	protected function written( $data, int $status = 200 ): WP_REST_Response {
		$response = $data instanceof WP_REST_Response ? $data : new WP_REST_Response( $data );
		$response->set_status( $status );
		$response->header( 'X-Carnet-Changeset', (string) $this->work->changeset_id );
		return $response;
	}

	/**
	 * Sets the headers of a list.
	 *
	 * @param WP_REST_Response $response The answer.
	 * @param WP_REST_Request  $request  The request.
	 * @param int              $total    Records in all.
	 * @param bool|null        $more     Whether records follow, where the total does not say: it may stop at 10,000.
	 */
	protected static function paged( WP_REST_Response $response, WP_REST_Request $request, int $total, ?bool $more = null ): void {
		$page  = (int) $request['page'];
		$pages = (int) ceil( $total / (int) $request['per_page'] );
		$response->header( 'X-WP-Total', (string) $total );
		$response->header( 'X-WP-TotalPages', (string) $pages );
		$base = self::address( $request );
		if ( $page > 1 ) {
			$response->link_header( 'prev', add_query_arg( 'page', $page - 1, $base ) );
		}
		if ( $more ?? $page < $pages ) {
			$response->link_header( 'next', add_query_arg( 'page', $page + 1, $base ) );
		}
	}

	/**
	 * Sets the headers of a list that is read by cursor: there is no page number to go back to.
	 *
	 * @param WP_REST_Response $response The answer.
	 * @param WP_REST_Request  $request  The request.
	 * @param int              $total    Records in all.
	 * @param string|null      $next     The cursor behind this page; null at the end.
	 */
	protected static function paged_by_cursor( WP_REST_Response $response, WP_REST_Request $request, int $total, ?string $next ): void {
		$response->header( 'X-WP-Total', (string) $total );
		$response->header( 'X-WP-TotalPages', (string) (int) ceil( $total / (int) $request['per_page'] ) );
		if ( null !== $next ) {
			$response->link_header( 'next', add_query_arg( 'cursor', $next, self::address( $request ) ) );
		}
	}

	/**
	 * The address of a request, query included.
	 *
	 * @param WP_REST_Request $request The request.
	 */
	protected static function address( WP_REST_Request $request ): string {
		return add_query_arg( urlencode_deep( $request->get_query_params() ), rest_url( $request->get_route() ) );
	}
}
