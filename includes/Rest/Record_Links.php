<?php
/**
 * Where a record leads.
 *
 * @package Carnet
 */

namespace Carnet\Rest;

use Carnet\Entity\Entities;
use Carnet\Entity\Entity;
use Carnet\Store\Access;

defined( 'ABSPATH' ) || exit;

/**
 * The `_links` of a record: itself, its collection, and the parents and owner that the reader may see.
 */
final class Record_Links {

	/**
	 * The links.
	 *
	 * @param Entity               $entity   The noun.
	 * @param Entities             $entities All nouns.
	 * @param array<string, mixed> $record   As the repository gives it.
	 * @return array<string, array<string, mixed>>
	 */
	public static function of( Entity $entity, Entities $entities, array $record ): array {
		$base  = rest_url( 'carnet/v1/' );
		$user  = get_current_user_id();
		$links = array(
			'self'       => array(
				'href'        => "$base{$entity->plural}/{$record['id']}",
				// Said here because WordPress would work it out by matching a route for every row.
				'targetHints' => array( 'allow' => Access::can( $user, 'edit', $record['owner_id'] ) ? array( 'GET', 'PUT', 'PATCH', 'DELETE' ) : array( 'GET' ) ),
			),
			'collection' => array( 'href' => "$base{$entity->plural}" ),
		);
		foreach ( $entity->links() as $field => $noun ) {
			$name = substr( $field, 0, -3 );
			if ( null !== $record[ $field ] && null !== $record[ "{$name}_name" ] ) {
				$href           = "$base{$entities->get( $noun )->plural}/{$record[ $field ]}";
				$links[ $name ] = array(
					'href'       => $record[ "{$name}_trashed" ] ? add_query_arg( 'trashed', 'true', $href ) : $href,
					'embeddable' => true,
				);
			}
		}
		if ( $user === $record['owner_id'] || current_user_can( 'list_users' ) ) {
			$links['owner'] = array(
				'href'       => rest_url( "wp/v2/users/{$record['owner_id']}" ),
				'embeddable' => true,
			);
		}
		return $links;
	}
}
