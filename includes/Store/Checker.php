<?php
/**
 * Does what is kept agree with the records?
 *
 * @package Carnet
 */

namespace Carnet\Store;

use Carnet\Entity\Entities;
use Carnet\Entity\Entity;
use Carnet\Entity\Row_Format;

defined( 'ABSPATH' ) || exit;

/**
 * Recomputes totals, search texts, search keys, shadow columns and links from the records, with the same pure functions that keep them, and reports
 * what differs. Repairing adds the differences, so that writes going on meanwhile are not lost. It reads every record: for a button
 * and for tests, never for a page.
 */
final class Checker {

	private const CHUNK = 500;

	/**
	 * What was found: kind, place, what is kept and what should be.
	 *
	 * @var list<array{kind: string, at: string, kept: int|string|null, expected: int|string|null}>
	 */
	private array $differences = array();

	/**
	 * Totals as they should be, less those that are kept.
	 *
	 * @var array<string, int>
	 */
	private array $totals = array();

	/**
	 * Takes all nouns.
	 *
	 * @param Entities $entities All nouns.
	 */
	public function __construct( private readonly Entities $entities ) {}

	/**
	 * Checks everything in one consistent view of the data.
	 *
	 * @return list<array{kind: string, at: string, kept: int|string|null, expected: int|string|null}>
	 */
	public function differences(): array {
		return $this->run( false );
	}

	/**
	 * Checks everything, and mends what differs.
	 *
	 * @return list<array{kind: string, at: string, kept: int|string|null, expected: int|string|null}> What differed.
	 */
	public function repair(): array {
		return $this->run( true );
	}

	/**
	 * Checks, in a transaction.
	 *
	 * @param bool $repair Whether to mend.
	 * @return list<array{kind: string, at: string, kept: int|string|null, expected: int|string|null}>
	 */
	private function run( bool $repair ): array {
		$this->differences = array();
		$this->totals      = array();
		Database::begin();
		try {
			foreach ( Database::rows( 'SELECT metric, bucket, owner_id, amount FROM ' . Tables::name( 'totals' ) ) as $row ) {
				$this->totals[ "{$row['metric']}|{$row['bucket']}|{$row['owner_id']}" ] = 0 - (int) $row['amount'];
			}
			// Links first: what is mended there is counted then.
			foreach ( $this->entities->all() as $entity ) {
				$this->check_links( $entity, $repair );
				$this->check_strays( $entity, $repair );
			}
			foreach ( $this->entities->all() as $entity ) {
				$this->check_records( $entity, $repair );
			}
			$this->check_totals( $repair );
			Database::commit();
		} catch ( \Throwable $error ) {
			Database::rollback();
			throw $error;
		}
		return $this->differences;
	}

	/**
	 * Links to records that are not there.
	 *
	 * @param Entity $entity The noun.
	 * @param bool   $repair Whether to empty them.
	 */
	private function check_links( Entity $entity, bool $repair ): void {
		foreach ( $entity->links() as $field => $noun ) {
			$parent = $this->entities->get( $noun )->table();
			foreach ( Database::rows( "SELECT c.id, c.$field AS link FROM {$entity->table()} c LEFT JOIN $parent p ON p.id = c.$field WHERE c.$field IS NOT NULL AND p.id IS NULL" ) as $row ) {
				$this->note( 'link', "{$entity->name} {$row['id']} $field", (int) $row['link'], null );
				if ( $repair && ! empty( $entity->fields()->get( $field )['nullable'] ) ) {
					Database::update( $entity->table(), array( $field => null ), (int) $row['id'] );
				}
			}
		}
	}

	/**
	 * Every record of a noun: its search text, its keys, its share of the totals.
	 *
	 * @param Entity $entity The noun.
	 * @param bool   $repair Whether to mend.
	 */
	private function check_records( Entity $entity, bool $repair ): void {
		$last   = 0;
		$prints = Search_Index::fingerprints( $entity );
		do {
			$rows    = Database::rows( "SELECT * FROM {$entity->table()} WHERE id > $last ORDER BY id LIMIT " . self::CHUNK );
			$ids     = array_map( 'intval', array_column( $rows, 'id' ) );
			$tags    = $entity->has_tags() ? Tag_Links::of( $entity->name, $ids ) : array();
			$met     = count( $rows );
			$records = array();
			foreach ( $rows as $row ) {
				$last             = (int) $row['id'];
				$record           = Row_Format::to_record( $entity, $row ) + array( 'tags' => $tags[ $last ] ?? array() );
				$records[ $last ] = $record;
				foreach ( Totals::of_owner( List_Figures::contributions( $entity, $record ), $record['owner_id'] ) as $key => $amount ) {
					$this->totals[ $key ] = ( $this->totals[ $key ] ?? 0 ) + $amount;
				}
				$this->check_shadows( $entity, $row, Row_Format::to_row( $entity, $record ), $repair );
			}
			if ( $entity->fields()->having( 'searchable' ) ) {
				$this->check_search( $entity, $records, array_column( $rows, 'search_text', 'id' ), $prints, $repair );
			}
		} while ( self::CHUNK === $met );
	}

	/**
	 * The columns by which a record is sorted and compared.
	 *
	 * @param Entity                         $entity   The noun.
	 * @param array<string, string|null>     $row      As stored.
	 * @param array<string, int|string|null> $should   As it should be.
	 * @param bool                           $repair   Whether to mend.
	 */
	private function check_shadows( Entity $entity, array $row, array $should, bool $repair ): void {
		foreach ( array_diff_key( $should, $entity->fields()->all() ) as $column => $value ) {
			$expected = is_int( $value ) ? (string) $value : $value;
			if ( $row[ $column ] !== $expected ) {
				$this->note( 'shadow', "{$entity->name} {$row['id']} $column", $row[ $column ], $value );
				if ( $repair ) {
					Database::update( $entity->table(), array( $column => $value ), (int) $row['id'] );
				}
			}
		}
	}

	/**
	 * The search texts and keys of records.
	 *
	 * @param Entity                           $entity  The noun.
	 * @param array<int, array<string, mixed>> $records By id.
	 * @param array<int|string, string|null>   $kept    Their stored texts.
	 * @param array<int, int>                  $prints  What stands for their stored keys.
	 * @param bool                             $repair  Whether to mend.
	 */
	private function check_search( Entity $entity, array $records, array $kept, array $prints, bool $repair ): void {
		$links = new Links( $this->entities );
		$links->foresee( $entity, array_values( $records ) );
		$wrong = array();
		foreach ( $records as $id => $record ) {
			$text = Search_Keys::text( $entity, $record, $links->searchable_names( $entity, $record ) );
			if ( (string) $kept[ $id ] !== $text ) {
				$this->note( 'search text', "{$entity->name} $id", $kept[ $id ], $text );
				if ( $repair ) {
					Database::update( $entity->table(), array( 'search_text' => $text ), $id );
				}
			}
			$keys = Search_Keys::keys( ...Search_Keys::indexed( $text, $record ) );
			if ( ( $prints[ $id ] ?? 0 ) !== Search_Index::fingerprint( $keys ) ) {
				$wrong[ $id ] = $keys;
			}
		}
		$stored = Search_Index::stored( $entity, array_keys( $wrong ) );
		foreach ( $wrong as $id => $expected ) {
			$kept  = $stored[ $id ] ?? array();
			$names = static fn( array $keys ): string => implode( ' ', array_map( static fn( $run, string $beside ): string => "$run($beside)", array_keys( $keys ), $keys ) );
			$this->note( 'search keys', "{$entity->name} $id", $names( array_diff_assoc( $kept, $expected ) ), $names( array_diff_assoc( $expected, $kept ) ) );
			if ( $repair ) {
				Search_Index::write( $entity->name, array( $id => array( $kept, $expected ) ) );
			}
		}
	}

	/**
	 * Search keys and tag links of records, or to tags, that are not there.
	 *
	 * @param Entity $entity The noun.
	 * @param bool   $repair Whether to remove them.
	 */
	private function check_strays( Entity $entity, bool $repair ): void {
		global $wpdb;
		$strays = array(
			'search_keys' => array( 'record_id', $entity->table(), 'entity = %s' ),
			'tag_links'   => array( 'record_id', $entity->table(), 'entity = %s' ),
		);
		if ( 'tag' === $entity->name ) {
			$strays['tag_links'] = array( 'tag_id', $entity->table(), '%s <> entity' );
		}
		foreach ( $strays as $table => list( $column, $of, $where ) ) {
			$name = Tables::name( $table );
			$sql  = "SELECT DISTINCT x.$column AS id FROM $name x LEFT JOIN $of r ON r.id = x.$column WHERE r.id IS NULL AND $where";
			foreach ( Database::column( (string) $wpdb->prepare( $sql, $entity->name ) ) as $id ) { // phpcs:ignore WordPress.DB.PreparedSQL -- our tables and columns.
				$this->note( "stray $table", "{$entity->name} $id", (int) $id, null );
				if ( $repair ) {
					Database::write( (string) $wpdb->prepare( "DELETE FROM $name WHERE $where AND $column = %d", $entity->name, $id ) ); // phpcs:ignore WordPress.DB.PreparedSQL -- as above.
				}
			}
		}
	}

	/**
	 * The totals.
	 *
	 * @param bool $repair Whether to add what is missing.
	 */
	private function check_totals( bool $repair ): void {
		foreach ( array_filter( $this->totals ) as $key => $missing ) {
			$this->note( 'total', $key, 0, $missing );
		}
		if ( $repair ) {
			Totals::add( $this->totals );
		}
	}

	/**
	 * Notes a difference; of a total, what is missing from the kept amount.
	 *
	 * @param string          $kind     What kind.
	 * @param string          $at       Where.
	 * @param int|string|null $kept     What is kept.
	 * @param int|string|null $expected What should be.
	 */
	private function note( string $kind, string $at, $kept, $expected ): void {
		$this->differences[] = compact( 'kind', 'at', 'kept', 'expected' );
	}
}
