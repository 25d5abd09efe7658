<?php
/**
 * Writing for many records at once.
 *
 * @package Carnet
 */

namespace Carnet\Store;

defined( 'ABSPATH' ) || exit;

/**
 * Statements that differ in nothing but the record wait here and become one. Database runs them before any other statement, so
 * nobody ever reads what is not written yet.
 */
final class Write_Queue {

	/**
	 * The start of a statement, up to the column of the id, and the ids.
	 *
	 * @var array<string, list<int>>
	 */
	private static array $statements = array();

	/**
	 * Rows to insert, by table.
	 *
	 * @var array<string, list<array<string, int|string|null>>>
	 */
	private static array $rows = array();

	/**
	 * The records of a table that something waits for.
	 *
	 * @var array<string, true>
	 */
	private static array $records = array();

	/**
	 * Says that a record's rows in a table are about to change. What waits for it already is run before, so the order of two changes
	 * of a record is kept.
	 *
	 * @param string $table Table.
	 * @param int    $id    Record.
	 */
	public static function begin( string $table, int $id ): void {
		if ( isset( self::$records[ "$table:$id" ] ) ) {
			self::run();
		}
		self::$records[ "$table:$id" ] = true;
	}

	/**
	 * Queues a statement for one record; begin() comes first.
	 *
	 * @param string $sql Prepared, up to the column that holds the id: UPDATE ... WHERE id.
	 * @param int    $id  Record.
	 */
	public static function statement( string $sql, int $id ): void {
		self::$statements[ $sql ][] = $id;
	}

	/**
	 * Queues a row; begin() comes first.
	 *
	 * @param string                         $table Table.
	 * @param array<string, int|string|null> $row   Columns, the same for all rows of the table.
	 */
	public static function row( string $table, array $row ): void {
		self::$rows[ $table ][] = $row;
	}

	/**
	 * Runs what waits.
	 */
	public static function run(): void {
		if ( ! self::$records ) {
			return;
		}
		list( $statements, $rows ) = array( self::$statements, self::$rows );
		self::forget();
		foreach ( $statements as $sql => $ids ) {
			foreach ( array_chunk( $ids, Record_Writer::AT_ONCE ) as $chunk ) {
				Database::write( "$sql IN (" . implode( ',', $chunk ) . ')' );
			}
		}
		foreach ( $rows as $table => $new ) {
			Database::insert_all( $table, $new );
		}
	}

	/**
	 * Forgets what waits: it was run, or the transaction is undone.
	 */
	public static function forget(): void {
		self::$statements = array();
		self::$rows       = array();
		self::$records    = array();
	}
}
