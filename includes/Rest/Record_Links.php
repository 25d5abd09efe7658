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
	 * What begins every address.
	 *
	 * @var string
	 */
	private readonly string $base;

	/**
	 * Whether the reader may see other people's accounts in WordPress.
	 *
	 * @var bool
	 */
	private readonly bool $sees_people;

	/**
	 * Methods by owner.
	 *
	 * @var array<int, list<string>>
	 */
	private array $allowed = array();

	/**
	 * Finds out once what all records of an answer have in common.
	 *
	 * @param Entity   $entity   The noun.
	 * @param Entities $entities All nouns.
	 * @param int      $user     Who reads.
	 */
	public function __construct( private readonly Entity $entity, private readonly Entities $entities, private readonly int $user ) {
		$this->base        = rest_url( '/' );
		$this->sees_people = user_can( $user, 'list_users' );
	}

	/**
	 * The links of a record.
	 *
	 * @param array<string, mixed> $record As the repository gives it.
	 * @return array<string, array<string, mixed>>
	 */
	public function of( array $record ): array {
		$base  = "{$this->base}carnet/v1/";
		$owner = $record['owner_id'];
		$links = array(
			'self'       => array(
				'href'        => "$base{$this->entity->plural}/{$record['id']}",
				// Said here because WordPress would work it out by matching a route for every row.
				'targetHints' => array( 'allow' => $this->allowed[ $owner ] ??= Access::can( $this->user, 'edit', $owner ) ? array( 'GET', 'PUT', 'PATCH', 'DELETE' ) : array( 'GET' ) ),
			),
			'collection' => array( 'href' => "$base{$this->entity->plural}" ),
		);
		foreach ( $this->entity->links() as $field => $noun ) {
			$name = substr( $field, 0, -3 );
			if ( null !== $record[ $field ] && null !== $record[ "{$name}_name" ] ) {
				$href           = "$base{$this->entities->get( $noun )->plural}/{$record[ $field ]}";
				$links[ $name ] = array(
					'href'       => $record[ "{$name}_trashed" ] ? add_query_arg( 'trashed', 'true', $href ) : $href,
					'embeddable' => true,
				);
			}
		}
		if ( $this->user === $owner || $this->sees_people ) {
			$links['owner'] = array(
				'href'       => "{$this->base}wp/v2/users/$owner",
				'embeddable' => true,
			);
		}
		return $links;
	}
}
