<?php
/**
 * A request for every route.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Rest;

use Carnet\Plugin;

/**
 * Knows the rights that every route and verb of carnet/v1 needs, and a request that is answered by who has them. A route that is
 * not in this table fails RightsTest. For classes that extend Rest_Case.
 */
trait Every_Route {

	/**
	 * Capabilities by route and verb, from the domain; {records} stands for each noun.
	 *
	 * @return array<string, array<string, list<string>>>
	 */
	private static function needs(): array {
		$view   = array( 'view' );
		$edit   = array( 'view', 'edit' );
		$tags   = array( 'view', 'edit', 'others' );
		$manage = array( 'view', 'manage' );
		return array(
			'/{records}'              => array(
				'GET'  => $view,
				'POST' => $edit,
			),
			'/{records}/counts'       => array( 'GET' => $view ),
			'/{records}/export'       => array( 'GET' => array( 'view', 'export' ) ),
			'/{records}/bulk'         => array( 'POST' => $edit ),
			'/{records}/{id}'         => array(
				'GET'          => $view,
				'PUT'          => $edit,
				'PATCH'        => $edit,
				'DELETE'       => $edit,
				'DELETE force' => array( 'view', 'edit', 'purge' ),
			),
			'/{records}/{id}/restore' => array( 'POST' => $edit ),
			'/{records}/{id}/history' => array( 'GET' => $view ),
			'/changesets/{id}'        => array( 'GET' => $view ),
			'/changesets/{id}/revert' => array( 'POST' => $edit ),
			'/tags'                   => array(
				'GET'  => $view,
				'POST' => $edit,
			),
			'/tags/{id}'              => array(
				'GET'    => $view,
				'PUT'    => $tags,
				'PATCH'  => $tags,
				'DELETE' => $tags,
			),
			'/tags/{id}/merge'        => array( 'POST' => $tags ),
			'/config'                 => array( 'GET' => $view ),
			'/settings'               => array(
				'GET' => $manage,
				'PUT' => $manage,
			),
			'/dashboard'              => array( 'GET' => $view ),
			'/dashboard/layout'       => array(
				'GET'    => $view,
				'PUT'    => $view,
				'DELETE' => $view,
			),
			'/check'                  => array( 'POST' => $manage ),
			'/quotes/totals'          => array( 'POST' => $view ),
			'/quotes/{id}/duplicate'  => array( 'POST' => $edit ),
			'/accounts/{id}/timeline' => array( 'GET' => $view ),
			'/contacts/{id}/timeline' => array( 'GET' => $view ),
			'/deals/{id}/timeline'    => array( 'GET' => $view ),
			'/reminders'              => array( 'GET' => $view ),
			'/reminders/{id}/read'    => array( 'POST' => $view ),
		);
	}

	/**
	 * The same for every noun: `/contacts/{id}` => verb => capabilities.
	 *
	 * @return array<string, array<string, list<string>>>
	 */
	private static function all_needs(): array {
		$all = array();
		foreach ( self::needs() as $route => $verbs ) {
			foreach ( str_contains( $route, '{records}' ) ? Plugin::entities()->records() : array( null ) as $entity ) {
				$all[ null === $entity ? $route : str_replace( '{records}', $entity->plural, $route ) ] = $verbs;
			}
		}
		return $all;
	}

	/**
	 * Routes that the server registers, in the same form.
	 *
	 * @return array<string, list<string>> Route to verbs.
	 */
	private static function registered(): array {
		$registered = array();
		foreach ( rest_get_server()->get_routes( 'carnet/v1' ) as $route => $endpoints ) {
			$name = substr( (string) preg_replace( '/\(\?P<id>[^)]*\)/', '{id}', $route ), strlen( '/carnet/v1' ) );
			if ( '' === $name ) {
				continue; // The index of the namespace, which is WordPress's.
			}
			foreach ( $endpoints as $endpoint ) {
				$registered[ $name ] = array_merge( $registered[ $name ] ?? array(), array_keys( array_filter( $endpoint['methods'] ) ) );
			}
		}
		return $registered;
	}

	/**
	 * Makes what a good request is about, and the request.
	 *
	 * @param string $route `/contacts/{id}`.
	 * @param string $verb  GET, ..., or `DELETE force`.
	 * @param int    $owner Whose record it is about.
	 * @return array{string, string, array<string, mixed>} Verb, path, query or body.
	 */
	private function good_request( string $route, string $verb, int $owner ): array {
		$plural = explode( '/', $route )[1];
		$entity = array_values( array_filter( Plugin::entities()->records(), static fn( $entity ): bool => $entity->plural === $plural ) )[0] ?? null;
		$id     = 0;
		if ( null !== $entity ) {
			$id = array( $this, $entity->name )( array( 'owner_id' => $owner ) )['id'];
		} elseif ( 'tags' === $plural ) {
			$id = $this->tag()['id'];
		} elseif ( 'changesets' === $plural ) {
			$this->contact( array( 'owner_id' => $owner ) );
			$id = $this->changeset;
		} elseif ( 'reminders' === $plural ) {
			$id = $this->reminder( $owner );
		}
		if ( str_ends_with( $route, '/restore' ) ) {
			$this->trashed( (string) $entity?->name, $id );
		}
		$path    = str_replace( '{id}', (string) $id, $route );
		$force   = 'DELETE force' === $verb ? array( 'force' => 'true' ) : array();
		$version = null !== $entity && $entity->version_required && in_array( $verb, array( 'PUT', 'PATCH' ), true ) ? array( 'version' => 1 ) : array();
		return array( explode( ' ', $verb )[0], $path, $force + $version + $this->good_params( $route, $verb, $id, $owner ) );
	}

	/**
	 * A reminder that a person has received in the app.
	 *
	 * @param int $owner Who.
	 */
	private function reminder( int $owner ): int {
		$this->task(
			array(
				'owner_id'  => $owner,
				'due_at'    => '2026-01-05T09:00:00Z',
				'reminders' => array(
					array(
						'minutes_before' => 0,
						'channel'        => 'in_app',
					),
				),
			)
		);
		( new \Carnet\Tasks\Reminder_Sweep() )->sweep();
		return (int) $GLOBALS['wpdb']->get_var( "SELECT MAX(id) FROM {$GLOBALS['wpdb']->prefix}carnet_reminders" );
	}

	/**
	 * What a request needs beside its path.
	 *
	 * @param string $route The route.
	 * @param string $verb  The verb.
	 * @param int    $id    The record it is about.
	 * @param int    $owner Whose it is.
	 * @return array<string, mixed>
	 */
	private function good_params( string $route, string $verb, int $id, int $owner ): array {
		if ( str_ends_with( $route, '/bulk' ) ) {
			return array(
				'ids' => array( $id ),
				'set' => array( str_starts_with( $route, '/tasks' ) ? 'description' : 'note' => 'together' ),
			);
		}
		if ( str_ends_with( $route, '/merge' ) ) {
			return array( 'into' => $this->tag()['id'] );
		}
		$bodies = array(
			'/accounts' => array( 'name' => 'New' ),
			'/contacts' => array( 'last_name' => 'New' ),
			'/actions'  => array( 'title' => 'New', 'date' => '2026-03-02' ), // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
			'/deals'    => array( 'title' => 'New' ),
			'/quotes'   => array( 'title' => 'New' ),
			'/tasks'    => array( 'title' => 'New' ),
			'/tags'     => array( 'name' => 'New' ),
			'/settings' => array( 'default_currency' => 'USD' ),
			'/dashboard/layout' => array( 'widgets' => array( 'contacts_overview' ) ),
		);
		if ( '/quotes/totals' === $route ) {
			return array( 'lines' => array( self::line() ) );
		}
		if ( 'POST' === $verb && in_array( $route, array( '/deals', '/quotes' ), true ) ) {
			$account = $this->account( array( 'owner_id' => $owner ) )['id'];
			return $bodies[ $route ] + array( 'account_id' => $account ) + ( '/quotes' === $route ? array( 'lines' => array( self::line() ) ) : array() );
		}
		return in_array( $verb, array( 'POST', 'PUT', 'PATCH' ), true ) ? $bodies[ (string) preg_replace( '~/\{id\}$~', '', $route ) ] ?? array() : array();
	}
}
