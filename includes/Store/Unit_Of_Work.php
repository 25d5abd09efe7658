<?php
/**
 * The one way data changes.
 *
 * @package Carnet
 */

namespace Carnet\Store;

use Carnet\Entity\Entities;
use Carnet\Entity\Instant;
use Carnet\Entity\Problem;

defined( 'ABSPATH' ) || exit;

/**
 * Runs changes so that all of them happen or none: one transaction, one change set, hooks after the commit. When the database
 * refuses, the whole unit is undone and, if that may help (deadlock, lock timeout, lost connection), run again.
 */
final class Unit_Of_Work {

	private const TRIES = 3;

	/**
	 * The change set of the last unit, for the answer's header.
	 */
	public int $changeset_id = 0;

	/**
	 * Takes all nouns.
	 *
	 * @param Entities $entities All nouns.
	 */
	public function __construct( private readonly Entities $entities ) {}

	/**
	 * Runs a unit of work.
	 *
	 * @template T
	 * @param Change_Set                $set  Who, when and why.
	 * @param callable( Transaction ): T $work What to do; it may be called more than once, so it must do nothing outside the transaction.
	 * @return T What $work answers.
	 * @throws Problem        A refusal; nothing was written.
	 * @throws Database_Error The database refused; nothing was written.
	 */
	public function run( Change_Set $set, callable $work ) {
		for ( $try = 1; ; $try++ ) {
			try {
				return $this->attempt( $set, $work );
			} catch ( Database_Error $error ) {
				if ( $try >= self::TRIES || ! $error->is_passing() ) {
					throw $error;
				}
				usleep( random_int( 5000, 30000 ) * $try );
			}
		}
	}

	/**
	 * Runs it once.
	 *
	 * @param Change_Set                    $set  Who, when and why.
	 * @param callable( Transaction ): mixed $work What to do.
	 * @return mixed What $work answers.
	 */
	private function attempt( Change_Set $set, callable $work ) {
		$option_writes = self::option_writes();
		Database::begin();
		try {
			$transaction = new Transaction( $this->entities, $set, Change_Log::open( $set ) );
			$result      = Instant::in_one_zone(
				static function () use ( $work, $transaction ) {
					$result = $work( $transaction );
					$transaction->writer->flush();
					return $result;
				}
			);
			$this->commit( $set, $transaction->changeset_id );
		} catch ( \Throwable $error ) {
			Database::rollback();
			if ( self::option_writes() !== $option_writes ) {
				// Settings are an option, and so are roles: WordPress still remembers those that were undone. Not for every refusal:
				// the copy may be that of many servers.
				wp_cache_delete( 'alloptions', 'options' );
				wp_roles()->for_site();
			}
			throw $error;
		}
		$this->changeset_id = $transaction->changeset_id;
		Replicas::remember();
		$transaction->writer->announce();
		return $result;
	}

	/**
	 * How many writes of options this request has begun.
	 */
	private static function option_writes(): int {
		return did_action( 'add_option' ) + did_action( 'update_option' ) + did_action( 'delete_option' );
	}

	/**
	 * Commits. When the connection is lost meanwhile, the database may have done so all the same: its answer is what got lost.
	 *
	 * @param Change_Set $set          The frame.
	 * @param int        $changeset_id The change set that this unit has begun or goes on with.
	 * @throws Database_Error Nothing was written; or, of a set that another unit began, nobody can tell, so it is not run again.
	 */
	private function commit( Change_Set $set, int $changeset_id ): void {
		try {
			Database::commit();
		} catch ( Database_Error $error ) {
			Database::rollback();
			if ( 'connection' === $error->kind && $set->id ) {
				throw new Database_Error( 'other', $error->ref );
			}
			if ( 'connection' !== $error->kind || null === Change_Log::set( $changeset_id ) ) {
				throw $error;
			}
		}
	}
}
