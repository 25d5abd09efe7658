<?php
/**
 * The first answers of a screen.
 *
 * @package Carnet
 */

namespace Carnet\Admin;

use Carnet\Entity\Collection_Params;
use Carnet\Entity\Entities;
use Carnet\Entity\Entity;
use Carnet\Rest\Core_Routes;

defined( 'ABSPATH' ) || exit;

/**
 * Answers in the page what its screen will ask first, so that a screen costs one WordPress boot. The paths are those of
 * src/records/use-list-view.ts and src/tags/use-tags.ts: what does not match is asked again, nothing worse.
 */
final class Preload {

	/**
	 * Takes the nouns.
	 *
	 * @param Entities $entities All nouns.
	 */
	public function __construct( private readonly Entities $entities ) {}

	/**
	 * The answers by path, as core's preloading middleware takes them.
	 *
	 * @param Address $address Where the person is.
	 * @return array<string, array<string, mixed>>
	 */
	public function answers( Address $address ): array {
		$bell = $this->entities->has( 'task' ) ? array( Reminder_Bell::PATH ) : array();
		return self::ask( array( ...$bell, ...$this->paths( $address ) ) );
	}

	/**
	 * Asks a server without WordPress's own routes. Whoever asks for one of them later, while the page is made, has a server of their
	 * own.
	 *
	 * @param list<string> $paths Paths.
	 * @return array<string, array<string, mixed>>
	 */
	private static function ask( array $paths ): array {
		$lean    = empty( $GLOBALS['wp_rest_server'] ) && Core_Routes::hold();
		$answers = array_reduce( $paths, 'rest_preload_api_request', array() );
		if ( $lean ) {
			Core_Routes::let_go();
			unset( $GLOBALS['wp_rest_server'] );
		}
		return $answers;
	}

	/**
	 * What the screen of an address asks for.
	 *
	 * @param Address $address Where the person is.
	 * @return list<string>
	 */
	public function paths( Address $address ): array {
		if ( Menu::DASHBOARD === $address->page ) {
			return array( '/carnet/v1/dashboard', '/carnet/v1/dashboard/layout' );
		}
		$tags  = '/carnet/v1/tags?page=1&per_page=100&orderby=name&order=asc&_fields=id,name,color';
		$paths = array();
		foreach ( $this->entities->records() as $entity ) {
			if ( "carnet-{$entity->plural}" === $address->page ) {
				if ( '' === $address->id && 'export' === $address->view ) {
					return array( $tags );
				}
				$paths = '' === $address->id ? array( self::list( $entity, $address, $entity->name ) ) : $this->record( $entity, $address );
			}
		}
		return $paths ? array( $tags, ...$paths ) : array();
	}

	/**
	 * A record, and the list on its tab.
	 *
	 * @param Entity  $entity  Its noun.
	 * @param Address $address Where the person is.
	 * @return list<string>
	 */
	private function record( Entity $entity, Address $address ): array {
		if ( ! ctype_digit( $address->id ) ) {
			return array();
		}
		$paths = array( "/carnet/v1/{$entity->plural}/{$address->id}" . ( 'trash' === $address->view ? '?trashed=true' : '' ) );
		foreach ( $this->entities->children( $entity->name ) as $child => $link ) {
			$noun = $this->entities->get( $child );
			if ( $noun->plural === $address->tab ) {
				$paths[] = self::list( $noun, $address, "{$entity->name}-$child", array( $link => $address->id ) );
			}
		}
		return $paths;
	}

	/**
	 * The filters of an address in the form in which the screen sends them: a link is one id, other values are lists.
	 * Days are turned to instants there, so that a list filtered by days is simply asked for again.
	 *
	 * @param Entity                             $entity The noun.
	 * @param array<string, string|list<string>> $params Parameters of the address.
	 * @return array<string, string|list<string>>
	 */
	private static function filters( Entity $entity, array $params ): array {
		$known   = Collection_Params::filters( $entity );
		$filters = array_intersect_key( $params, $known );
		foreach ( $filters as $name => $value ) {
			if ( 'array' === $known[ $name ]['type'] && ! isset( $entity->links()[ $name ] ) ) {
				$filters[ $name ] = (array) $value;
			}
		}
		return $filters;
	}

	/**
	 * A list as the person has left it.
	 *
	 * @param Entity                $entity  Its noun.
	 * @param Address               $address Where the person is.
	 * @param string                $name    Under which the view is kept.
	 * @param array<string, string> $scope   Parameters that always hold here.
	 */
	private static function list( Entity $entity, Address $address, string $name, array $scope = array() ): string {
		$order    = List_Defaults::order( $entity->name );
		$defaults = $order;
		if ( ! $scope && '' === $address->view ) {
			$defaults = List_Defaults::of( $entity->name );
		} elseif ( ! $scope ) {
			$name .= "-{$address->view}";
			$scope = 'trash' === $address->view ? array( 'trashed' => 'true' ) : array();
		}
		$saved   = self::saved( $name );
		$query   = $saved['query'];
		$filters = self::filters( $entity, $address->others );
		if ( $filters || $saved['filtered'] ) {
			// Filters of the address, or those kept with the view, stand in place of the first ones.
			$defaults = $order;
		}
		if ( $filters ) {
			$query = array_intersect_key( $query, $order ) + $filters;
		}
		$query = $scope + array( 'page' => $address->paged ) + $query + $defaults;
		if ( '' !== $address->search ) {
			$query['search'] = $address->search;
		}
		return "/carnet/v1/{$entity->plural}?" . http_build_query( $query, '', '&', PHP_QUERY_RFC3986 );
	}

	/**
	 * The query of a view that the person has made theirs; the preferences store of core keeps it in user meta.
	 *
	 * @param string $name Under which the view is kept.
	 * @return array{query: array<string, mixed>, filtered: bool} Filtered: whether filters are kept with it.
	 */
	private static function saved( string $name ): array {
		$preferences = get_user_meta( get_current_user_id(), $GLOBALS['wpdb']->get_blog_prefix() . 'persisted_preferences', true );
		$saved       = is_array( $preferences ) ? $preferences['carnet'][ "view-$name" ] ?? null : null;
		return array(
			'query'    => is_array( $saved['query'] ?? null ) ? array_diff_key( $saved['query'], array( 'page' => 1 ) ) : array(),
			'filtered' => isset( $saved['view']['filters'] ),
		);
	}
}
