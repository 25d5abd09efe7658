<?php
/**
 * Rows into tables, fast.
 *
 * @package Carnet
 */

namespace Carnet\Seed;

/**
 * Gathers rows into INSERTs of about a megabyte and sends them past $wpdb, which reads every statement again: to mysqli, which
 * runs one while PHP makes the next, or to the SQLite below the drop-in.
 */
final class Sink {

	private const BYTES = 1000000;

	/**
	 * Begun statements by table: INSERT with its columns, and tuples.
	 *
	 * @var array<string, array{string, list<string>, int}>
	 */
	private array $open = array();

	private readonly \mysqli|\PDO $handle;

	/**
	 * Whether a transaction is open.
	 */
	private bool $begun = false;

	/**
	 * Whether mysqli is busy with a statement.
	 */
	private bool $busy = false;

	/**
	 * Takes the connection of WordPress.
	 */
	public function __construct() {
		$handle       = $GLOBALS['wpdb']->__get( 'dbh' );
		$this->handle = $handle instanceof \mysqli ? $handle : $handle->get_connection()->get_pdo();
	}

	/**
	 * Adds a row; all rows of a table have the same columns.
	 *
	 * @param string                         $table Table.
	 * @param array<string, int|string|null> $row   Columns.
	 */
	public function add( string $table, array $row ): void {
		$this->open[ $table ] ??= array( "INSERT INTO $table (" . implode( ',', array_keys( $row ) ) . ') VALUES ', array(), 0 );
		foreach ( $row as $column => $value ) {
			$row[ $column ] = is_int( $value ) ? $value : ( null === $value ? 'NULL' : $this->quoted( $value ) );
		}
		$this->tuples( $table, '(' . implode( ',', $row ) . ')' );
	}

	/**
	 * Adds rows of a table that differ in integers only, its last columns.
	 *
	 * @param string                    $table    Table.
	 * @param array<string, string>     $row      The other columns.
	 * @param string                    $columns  The last columns.
	 * @param list<string>              $integers Their values, as SQL.
	 */
	public function add_each( string $table, array $row, string $columns, array $integers ): void {
		$this->open[ $table ] ??= array( "INSERT INTO $table (" . implode( ',', array_keys( $row ) ) . ",$columns) VALUES ", array(), 0 );
		$left                   = '(' . implode( ',', array_map( array( $this, 'quoted' ), $row ) ) . ',';
		foreach ( array_chunk( $integers, 5000 ) as $some ) {
			$this->tuples( $table, $left . implode( "),$left", $some ) . ')' );
		}
	}

	/**
	 * Adds tuples, and sends the statement when it is long enough.
	 *
	 * @param string $table  Table.
	 * @param string $tuples SQL.
	 */
	private function tuples( string $table, string $tuples ): void {
		$this->open[ $table ][1][] = $tuples;
		$this->open[ $table ][2]  += strlen( $tuples );
		if ( $this->open[ $table ][2] > self::BYTES ) {
			$this->send( $table );
		}
	}

	/**
	 * Sends what is left of all tables, and commits: the connection is WordPress's again.
	 */
	public function commit(): void {
		foreach ( array_keys( $this->open ) as $table ) {
			$this->send( $table );
		}
		if ( $this->begun ) {
			$this->run( 'COMMIT' );
			$this->settle();
			$this->begun = false;
		}
	}

	/**
	 * Sends the statement of a table.
	 *
	 * @param string $table Table.
	 */
	private function send( string $table ): void {
		list( $insert, $tuples ) = $this->open[ $table ];
		unset( $this->open[ $table ] );
		if ( ! $this->begun ) {
			$this->run( 'BEGIN' );
			$this->begun = true;
		}
		$this->run( $insert . implode( ',', $tuples ) );
	}

	/**
	 * Runs a statement; on mysqli, begins to.
	 *
	 * @param string $sql Complete.
	 */
	private function run( string $sql ): void {
		if ( $this->handle instanceof \mysqli ) {
			$this->settle();
			$this->handle->query( $sql, MYSQLI_ASYNC );
			$this->busy = true;
		} else {
			$this->handle->exec( $sql );
		}
	}

	/**
	 * Waits for the statement that runs.
	 */
	private function settle(): void {
		if ( $this->busy ) {
			$this->busy = false;
			if ( false === $this->handle->reap_async_query() ) {
				throw new \RuntimeException( $this->handle->error );
			}
		}
	}

	/**
	 * A text as SQL.
	 *
	 * @param string $text Text.
	 */
	private function quoted( string $text ): string {
		return $this->handle instanceof \mysqli ? "'" . $this->handle->real_escape_string( $text ) . "'" : $this->handle->quote( $text );
	}
}
