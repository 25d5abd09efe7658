<?php
/**
 * Records of a person who leaves.
 *
 * @package Carnet
 */

namespace Carnet\Store;

use Carnet\Entity\Entities;

defined( 'ABSPATH' ) || exit;

/**
 * When WordPress deletes a user, their records go to who received their content, else to the person who deleted them.
 */
final class Owner_Transfer {

	private const CHUNK = 200;

	/**
	 * Takes all nouns.
	 *
	 * @param Entities $entities All nouns.
	 */
	public function __construct( private readonly Entities $entities ) {}

	/**
	 * Hands over everything one person owned; on `deleted_user` and `remove_user_from_blog`.
	 *
	 * @param int      $from     Who leaves.
	 * @param int|null $reassign Who received their content.
	 */
	public function hand_over( int $from, ?int $reassign ): void {
		$to   = $reassign ? $reassign : get_current_user_id();
		$work = new Unit_Of_Work( $this->entities );
		$set  = 0;
		foreach ( $to && $to !== $from ? $this->entities->records() : array() as $entity ) {
			do {
				$ids = Database::column( "SELECT id FROM {$entity->table()} WHERE owner_id = $from ORDER BY id LIMIT " . self::CHUNK );
				$met = count( $ids );
				if ( $ids ) {
					$work->run(
						new Change_Set( get_current_user_id(), 'system', '', null, $set ),
						static function ( Transaction $transaction ) use ( $entity, $ids, $to ): void {
							foreach ( $transaction->writer->records( $entity, array_map( 'intval', $ids ) ) as $record ) {
								$transaction->writer->write( $entity, $record, array_merge( $record, array( 'owner_id' => $to ) ), 'update' );
							}
						}
					);
					$set = $work->changeset_id;
				}
			} while ( self::CHUNK === $met );
		}
	}
}
