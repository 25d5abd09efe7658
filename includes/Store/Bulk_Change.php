<?php
/**
 * One change for many records.
 *
 * @package Carnet
 */

namespace Carnet\Store;

use Carnet\Entity\Entity;
use Carnet\Entity\Problem;

defined( 'ABSPATH' ) || exit;

/**
 * Applies the same change to records, each with its own result. A refusal is thrown before anything of the record is
 * written, so the others go on; what the database refuses ends the whole unit.
 */
final class Bulk_Change {

	/**
	 * Describes the change.
	 *
	 * @param Entity               $entity   The noun.
	 * @param array<string, mixed> $what     One of set, trash, restore, or add_tags and remove_tags.
	 * @param array<int, int>      $versions By id: the version a record must have.
	 */
	public function __construct( private readonly Entity $entity, private readonly array $what, private readonly array $versions ) {}

	/**
	 * Changes records in an open unit.
	 *
	 * @param Transaction $transaction The open unit.
	 * @param list<int>   $ids         Records.
	 * @return list<array{id: int, result: string, message?: string}> Result: done, forbidden, missing, conflict or invalid.
	 */
	public function apply( Transaction $transaction, array $ids ): array {
		$results = array();
		$transaction->writer->foresee( $this->entity, $ids );
		foreach ( $ids as $id ) {
			try {
				$this->change( $transaction, $id );
				$results[] = array(
					'id'     => $id,
					'result' => 'done',
				);
			} catch ( Problem $problem ) {
				$results[] = array(
					'id'      => $id,
					'result'  => self::result( $problem ),
					'message' => $problem->getMessage(),
				);
			}
		}
		return $results;
	}

	/**
	 * Changes one record.
	 *
	 * @param Transaction $transaction The open unit.
	 * @param int         $id          Record.
	 */
	private function change( Transaction $transaction, int $id ): void {
		$noun    = $this->entity->name;
		$version = $this->versions[ $id ] ?? null;
		if ( isset( $this->what['trash'] ) ) {
			$transaction->trash( $noun, $id, $version );
		} elseif ( isset( $this->what['restore'] ) ) {
			$transaction->restore( $noun, $id, $version );
		} else {
			$transaction->update( $noun, $id, $this->what['set'] ?? $this->tags( ... ), $version );
		}
	}

	/**
	 * The tags a record will have.
	 *
	 * @param array<string, mixed> $record The record.
	 * @return array{tags: list<int>}
	 */
	private function tags( array $record ): array {
		$tags = array_merge( $record['tags'], $this->what['add_tags'] ?? array() );
		$tags = array_values( array_unique( array_diff( $tags, $this->what['remove_tags'] ?? array() ) ) );
		sort( $tags );
		return array( 'tags' => $tags );
	}

	/**
	 * The result a refusal stands for.
	 *
	 * @param Problem $problem The refusal.
	 */
	private static function result( Problem $problem ): string {
		$results = array(
			'carnet_not_found'        => 'missing',
			'rest_forbidden'          => 'forbidden',
			'carnet_version_conflict' => 'conflict',
		);
		return $results[ $problem->error_code ] ?? 'invalid';
	}
}
