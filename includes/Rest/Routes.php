<?php
/**
 * All routes.
 *
 * @package Carnet
 */

namespace Carnet\Rest;

use Carnet\Dashboard\Dashboard_Controller;
use Carnet\Dashboard\Layout_Controller;
use Carnet\Entity\Entities;
use Carnet\Entity\Entity;
use Carnet\Export\Export_Controller;
use Carnet\Export\Export_Response;
use Carnet\Quotes\Quotes_Controller;
use Carnet\Settings\Config_Controller;
use Carnet\Settings\Settings_Controller;
use Carnet\Store\Replicas;
use Carnet\Store\Unit_Of_Work;
use Carnet\Tags\Tags_Controller;
use Carnet\Tasks\Reminder_Sweep;
use Carnet\Tasks\Reminders_Controller;
use WP_Error;
use WP_REST_Request;
use WP_REST_Server;

defined( 'ABSPATH' ) || exit;

/**
 * Registers the routes of carnet/v1 and refuses bodies that WordPress would stumble over.
 */
final class Routes {

	/**
	 * What is registered, by server.
	 *
	 * @var \WeakMap<WP_REST_Server, array<string, callable>>|null
	 */
	private static ?\WeakMap $registered = null;

	/**
	 * Takes the nouns.
	 *
	 * @param Entities $entities Those whose modules are on: the others have no routes.
	 * @param Entities $all      All of them, which a write keeps in step.
	 */
	public function __construct( private readonly Entities $entities, private readonly Entities $all ) {}

	/**
	 * Registers the routes that may be meant by a request, each once a server: those that begin alike, and for a list or a record only
	 * theirs. What routes take is worked out from the field lists, which is most of what a request for one of them would cost.
	 *
	 * @param WP_REST_Server $server The server.
	 * @param string         $route  The route that is asked for; '' for all.
	 */
	public function register( WP_REST_Server $server, string $route = '' ): void {
		$first              = 1 === preg_match( '~^/carnet/v1/([a-z]+)(?:/\d+)?(/?)~i', $route, $parts ) ? strtolower( $parts[1] ) : '';
		self::$registered ??= new \WeakMap();
		$before             = self::$registered[ $server ] ?? array();
		$all                = array_diff_key( $this->controllers(), $before );
		$meant              = array( $first => true ) + ( ( $parts[2] ?? '' ) ? array( "$first/" => true ) : array() );
		$wanted             = '' === $first ? $all : array_intersect_key( $all, $meant );

		self::$registered[ $server ] = $before + $wanted;
		foreach ( $wanted as $register ) {
			$register( new Unit_Of_Work( $this->all ) );
		}
	}

	/**
	 * What registers the routes that begin with a word; with a bar behind it, those that go on behind a list or a record.
	 *
	 * @return array<string, callable( Unit_Of_Work ): void>
	 */
	private function controllers(): array {
		$controllers = array(
			'changesets' => fn( Unit_Of_Work $work ) => ( new History_Controller( $work, $this->entities ) )->register_routes(),
			'tags'       => fn( Unit_Of_Work $work ) => ( new Tags_Controller( $work, $this->entities ) )->register_routes(),
			'config'     => fn( Unit_Of_Work $work ) => ( new Config_Controller( $work, $this->entities ) )->register_routes(),
			'settings'   => fn( Unit_Of_Work $work ) => ( new Settings_Controller( $work ) )->register_routes(),
			'check'      => fn( Unit_Of_Work $work ) => ( new Check_Controller( $work, $this->all ) )->register_routes(),
			'dashboard'  => function ( Unit_Of_Work $work ): void {
				( new Dashboard_Controller( $work, $this->entities ) )->register_routes();
				( new Layout_Controller( $work, $this->entities ) )->register_routes();
			},
		);
		if ( $this->entities->has( 'task' ) ) {
			$controllers['reminders'] = fn( Unit_Of_Work $work ) => ( new Reminders_Controller( $work ) )->register_routes();
		}
		foreach ( $this->entities->records() as $entity ) {
			$controllers[ $entity->plural ]      = function ( Unit_Of_Work $work ) use ( $entity ): void {
				$controller = 'quote' === $entity->name ? Quotes_Controller::class : Records_Controller::class;
				( new $controller( $work, $entity, $this->entities ) )->register_routes();
			};
			$controllers[ "{$entity->plural}/" ] = fn( Unit_Of_Work $work ) => $this->register_more( $work, $entity );
		}
		return $controllers;
	}

	/**
	 * Registers the routes of a noun that are not those of its list and its records.
	 *
	 * @param Unit_Of_Work $work   The write path.
	 * @param Entity       $entity The noun.
	 */
	private function register_more( Unit_Of_Work $work, Entity $entity ): void {
		( new Bulk_Controller( $work, $entity, $this->entities ) )->register_routes();
		( new Counts_Controller( $work ) )->register_noun( $entity );
		( new Export_Controller( $work, $this->entities ) )->register_noun( $entity );
		( new History_Controller( $work, $this->entities ) )->register_noun( $entity );
		( new Timeline_Controller( $work, $this->entities ) )->register_noun( $entity );
		// Behind WordPress's own, which sends headers.
		add_filter( 'rest_pre_serve_request', array( Export_Response::class, 'serve' ), 20, 3 );
	}

	/**
	 * Lets a program on another site read the headers that the API is made of.
	 *
	 * @param list<string>    $headers What WordPress lets it read.
	 * @param WP_REST_Request $request The request.
	 * @return list<string>
	 */
	public static function exposed_headers( $headers, WP_REST_Request $request ) {
		return self::is_ours( $request ) ? array( ...$headers, 'ETag', 'Location', 'Content-Disposition', 'X-Carnet-Total', 'X-Carnet-Next-Cursor', 'X-Carnet-Changeset' ) : $headers;
	}

	/**
	 * Lets it say which version it changed.
	 *
	 * @param list<string>    $headers What WordPress lets it send.
	 * @param WP_REST_Request $request The request.
	 * @return list<string>
	 */
	public static function allowed_headers( $headers, WP_REST_Request $request ) {
		return self::is_ours( $request ) ? array( ...$headers, 'If-Match' ) : $headers;
	}

	/**
	 * Whether a request is for a route of ours.
	 *
	 * @param WP_REST_Request $request The request.
	 */
	private static function is_ours( WP_REST_Request $request ): bool {
		return str_starts_with( $request->get_route(), '/carnet/v1' );
	}

	/**
	 * Answers in the language that the reader has chosen in their profile, as the screens do. WordPress does so only where it is asked
	 * to; what is asked from PHP is in the language of its page.
	 *
	 * @param WP_REST_Request $request The request.
	 */
	private static function speak_to_reader( WP_REST_Request $request ): void {
		$is_http = defined( 'REST_REQUEST' ) && REST_REQUEST;
		if ( $is_http && is_user_logged_in() && ( self::is_ours( $request ) || str_starts_with( $request->get_route(), '/batch/v1' ) ) && get_user_locale() !== determine_locale() ) {
			switch_to_user_locale( get_current_user_id() );
		}
	}

	/**
	 * Registers the routes for a request that may want them, and answers 400 to a JSON body that is not an object: WordPress
	 * itself fails on a bare number or text. On `rest_pre_dispatch`.
	 *
	 * @param mixed           $result  Answer so far.
	 * @param WP_REST_Server  $server  The server.
	 * @param WP_REST_Request $request The request.
	 * @return mixed
	 */
	public function before_dispatch( $result, WP_REST_Server $server, WP_REST_Request $request ) {
		self::speak_to_reader( $request );
		$this->register( $server, $request->get_route() );
		Replicas::recall();
		Reminder_Sweep::catch_up();
		$body = $request->is_json_content_type() ? trim( $request->get_body() ) : '';
		if ( null !== $result || '' === $body || '{' === $body[0] || ! self::is_ours( $request ) ) {
			return $result;
		}
		return new WP_Error( 'rest_invalid_json', __( 'The body must be a JSON object.', 'carnet-crm' ), array( 'status' => 400 ) );
	}
}
