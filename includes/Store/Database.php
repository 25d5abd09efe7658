<?php
/**
 * Statements that cannot fail unseen.
 *
 * @package Carnet
 */

namespace Carnet\Store;

defined( 'ABSPATH' ) || exit;

/**
 * The plugin's only way to its tables: $wpdb with every failure turned into a Database_Error. wpdb itself answers an empty list
 * to a query that failed, and goes on with a new connection in the middle of a transaction.
 */
final class Database {

	/**
	 * What connection() said when the transaction was begun; null when there is none.
	 */
	private static ?int $transaction_on = null;

	/**
	 * Whether a new connection is kept from committing each statement by itself.
	 */
	private static bool $held = false;

	/**
	 * Rows as arrays of strings.
	 *
	 * @param string $sql Prepared.
	 * @return list<array<string, string|null>>
	 */
	public static function rows( string $sql ): array {
		return self::checked( $sql, static fn( \wpdb $wpdb ) => $wpdb->get_results( $sql, ARRAY_A ) ); // phpcs:ignore WordPress.DB.PreparedSQL -- prepared by the caller.
	}

	/**
	 * The same for rows by the thousand: past wpdb, which makes an object of each row and then keeps all of them twice.
	 *
	 * @param string $sql Prepared.
	 * @return list<array<string, string|null>>
	 */
	public static function many_rows( string $sql ): array {
		return self::is_direct() ? self::direct( $sql, static fn( \mysqli_result $result ): array => mysqli_fetch_all( $result, MYSQLI_ASSOC ) ) : self::rows( $sql ); // phpcs:ignore WordPress.DB.RestrictedFunctions -- see direct().
	}

	/**
	 * The same, a row at a time while the server finds the next. None is kept where the way is_direct().
	 *
	 * @param string                                   $sql  Prepared.
	 * @param callable( array<string, mixed>& ): bool $take What to do with each row, which is its own to change; it must not ask the database.
	 *                                                      False where it wants no more.
	 */
	public static function each_row( string $sql, callable $take ): void {
		if ( ! self::is_direct() ) {
			foreach ( self::rows( $sql ) as $row ) {
				if ( ! $take( $row ) ) {
					return;
				}
			}
			return;
		}
		self::direct(
			$sql,
			static function ( \mysqli_result $result ) use ( $take ): bool {
				// phpcs:disable WordPress.DB.RestrictedFunctions -- see direct().
				try {
					do {
						$row = mysqli_fetch_assoc( $result );
					} while ( $row && $take( $row ) );
				} finally {
					// Whatever happened, the rest is taken: the connection is wpdb's.
					mysqli_free_result( $result );
				}
				return true;
				// phpcs:enable
			}
		);
	}

	/**
	 * Whether rows can be read past wpdb: not on SQLite, nor where a class stands in its place that has connections of its own, nor where
	 * it is to keep what it is asked.
	 */
	public static function is_direct(): bool {
		return \wpdb::class === $GLOBALS['wpdb']::class && self::is_mysqli() && ! ( defined( 'SAVEQUERIES' ) && SAVEQUERIES );
	}

	/**
	 * Reads an answer as it comes from the server, past wpdb but through its filter.
	 *
	 * @template T
	 * @param string                        $sql  Prepared.
	 * @param callable( \mysqli_result ): T $read Reads all of it.
	 * @return T
	 */
	private static function direct( string $sql, callable $read ) {
		return self::checked(
			$sql,
			static function ( \wpdb $wpdb ) use ( $sql, $read ) {
				// phpcs:disable WordPress.DB, WordPress.NamingConventions.PrefixAllGlobals -- prepared by the caller; past wpdb, but through its filter.
				$wpdb->flush();
				++$wpdb->num_queries;
				$handle = $wpdb->__get( 'dbh' );
				$sql    = apply_filters( 'query', $sql );
				$result = mysqli_query( $handle, $sql, MYSQLI_USE_RESULT );
				if ( 2006 === mysqli_errno( $handle ) && $wpdb->check_connection( false ) ) {
					// The connection was gone: wpdb has made another.
					$handle = $wpdb->__get( 'dbh' );
					$result = mysqli_query( $handle, $sql, MYSQLI_USE_RESULT );
				}
				$read = $result instanceof \mysqli_result ? $read( $result ) : false;

				$wpdb->last_error = mysqli_error( $handle );
				return $read;
				// phpcs:enable
			}
		);
	}

	/**
	 * The first column of all rows.
	 *
	 * @param string $sql Prepared.
	 * @return list<string|null>
	 */
	public static function column( string $sql ): array {
		return array_map( static fn( array $row ): ?string => array_values( $row )[0], self::rows( $sql ) );
	}

	/**
	 * The first value, or null.
	 *
	 * @param string $sql Prepared.
	 */
	public static function value( string $sql ): ?string {
		return self::column( $sql )[0] ?? null;
	}

	/**
	 * Runs a statement that changes something and answers how many rows it met. Never take 0 for "not there":
	 * MariaDB does not count rows that had the values already.
	 *
	 * @param string $sql Prepared.
	 */
	public static function write( string $sql ): int {
		return (int) self::checked( $sql, static fn( \wpdb $wpdb ) => $wpdb->query( $sql ) ); // phpcs:ignore WordPress.DB.PreparedSQL -- prepared by the caller.
	}

	/**
	 * Inserts one row and answers its id.
	 *
	 * @param string                         $table Table.
	 * @param array<string, int|string|null> $row   Columns.
	 */
	public static function insert( string $table, array $row ): int {
		self::write( "INSERT INTO $table (" . implode( ',', array_keys( $row ) ) . ') VALUES ' . Literal::tuple( $row ) );
		return (int) $GLOBALS['wpdb']->insert_id;
	}

	/**
	 * Inserts many rows, some hundred a statement.
	 *
	 * @param string                                     $table Table.
	 * @param list<array<string, int|string|null>>       $rows  Rows of the same columns.
	 * @param string                                     $more  What follows the values: ON DUPLICATE KEY UPDATE ...
	 */
	public static function insert_all( string $table, array $rows, string $more = '' ): void {
		foreach ( array_chunk( $rows, 500 ) as $some ) {
			self::write( "INSERT INTO $table (" . implode( ',', array_keys( $some[0] ) ) . ') VALUES ' . implode( ',', array_map( array( Literal::class, 'tuple' ), $some ) ) . " $more" );
		}
	}

	/**
	 * Inserts rows that get their ids here, in one statement, and answers these. Both engines number the rows of one statement in
	 * order; MySQL tells the first id and may count in steps (one a server of a cluster), SQLite tells the last.
	 *
	 * @param string                                     $table Table.
	 * @param list<array<string, int|string|null>>       $rows  Rows of the same columns, some hundred at most.
	 * @return list<int>
	 */
	public static function insert_numbered( string $table, array $rows ): array {
		self::insert_all( $table, $rows );
		$id   = (int) $GLOBALS['wpdb']->insert_id;
		$more = count( $rows ) - 1;
		if ( ! $more ) {
			return array( $id );
		}
		$step = self::is_mysqli() ? (int) self::value( 'SELECT @@auto_increment_increment' ) : 1;
		return self::is_mysqli() ? range( $id, $id + $more * $step, $step ) : range( $id - $more, $id );
	}

	/**
	 * Sets columns of one row. In a transaction this waits for the next statement, to be written together with its like.
	 *
	 * @param string                         $table Table.
	 * @param array<string, int|string|null> $row   Columns.
	 * @param int                            $id    Its id.
	 * @param array<string, int>             $adds  Differences by which further columns change.
	 */
	public static function update( string $table, array $row, int $id, array $adds = array() ): void {
		$set = array();
		foreach ( $row as $column => $value ) {
			$set[] = "$column = " . Literal::of( $value );
		}
		foreach ( array_filter( $adds ) as $column => $difference ) {
			$set[] = "$column = $column + $difference";
		}
		Write_Queue::begin( $table, $id );
		Write_Queue::statement( "UPDATE $table SET " . implode( ', ', $set ) . ' WHERE id', $id );
		if ( null === self::$transaction_on ) {
			Write_Queue::run();
		}
	}

	/**
	 * Opens a transaction. There is only ever one: opening a second would end the first on both engines.
	 */
	public static function begin(): void {
		if ( null !== self::$transaction_on ) {
			throw new \LogicException( 'A unit of work is open already.' );
		}
		Replicas::read_from_primary();
		self::write( 'START TRANSACTION' );
		self::$transaction_on = self::connection();
		add_filter( 'incompatible_sql_modes', array( self::class, 'hold' ) );
	}

	/**
	 * Ends the transaction.
	 */
	public static function commit(): void {
		Write_Queue::run();
		self::stay( 'COMMIT' );
		$on                   = self::$transaction_on;
		self::$transaction_on = null;
		self::write( 'COMMIT' );
		if ( self::is_mysqli() && self::connection() !== $on ) {
			self::fail( 'COMMIT', 'server has gone away: reconnected at the commit' );
		}
		remove_filter( 'incompatible_sql_modes', array( self::class, 'hold' ) );
	}

	/**
	 * Undoes the transaction. Whatever goes wrong here, nothing of it was kept: the connection that held it is gone.
	 */
	public static function rollback(): void {
		global $wpdb;
		self::$transaction_on = null;
		Write_Queue::forget();
		remove_filter( 'incompatible_sql_modes', array( self::class, 'hold' ) );
		$shown = $wpdb->suppress_errors( true );
		$wpdb->query( 'ROLLBACK' );
		if ( self::$held ) {
			$wpdb->query( 'SET autocommit = 1' );
			self::$held = false;
		}
		$wpdb->suppress_errors( $shown );
	}

	/**
	 * On a new connection in the middle of a transaction: WordPress sends the statement that failed once more, and this keeps it from
	 * being committed by itself. The filter is what wpdb runs while it connects.
	 *
	 * @param array<string> $modes Passed on.
	 * @return array<string>
	 */
	public static function hold( $modes ) {
		if ( self::is_mysqli() ) {
			self::$held = true;
			mysqli_query( $GLOBALS['wpdb']->__get( 'dbh' ), 'SET autocommit = 0' ); // phpcs:ignore WordPress.DB.RestrictedFunctions -- wpdb is connecting: it cannot be asked.
		}
		return $modes;
	}

	/**
	 * Fails when the transaction is not open any more: WordPress has reconnected for somebody else's query, or a failed one has made
	 * SQLite forget it. Statements from now on would be committed one by one.
	 *
	 * @param string $sql What was to be run, for the log.
	 */
	private static function stay( string $sql ): void {
		if ( null !== self::$transaction_on && self::connection() !== self::$transaction_on ) {
			self::fail( $sql, 'server has gone away: the transaction is not open any more' );
		}
	}

	/**
	 * Runs a statement and throws if it failed.
	 *
	 * @param string                  $sql  For the log.
	 * @param callable( \wpdb ): mixed $run Runs it.
	 * @return mixed
	 */
	private static function checked( string $sql, callable $run ) {
		global $wpdb;
		Write_Queue::run();
		self::stay( $sql );
		$shown = $wpdb->suppress_errors( true );
		try {
			$result = $run( $wpdb );
		} finally {
			$wpdb->suppress_errors( $shown );
		}
		if ( '' !== $wpdb->last_error || false === $result || null === $result ) {
			self::fail( $sql, (string) $wpdb->last_error );
		}
		self::stay( $sql );
		return $result;
	}

	/**
	 * Logs a failure and throws it.
	 *
	 * @param string $sql   The statement.
	 * @param string $error What the engine said.
	 */
	private static function fail( string $sql, string $error ): void {
		global $wpdb;
		$ref              = substr( md5( uniqid( $sql, true ) ), 0, 10 );
		$wpdb->last_error = '';
		error_log( "Carnet CRM $ref: " . wp_strip_all_tags( $error ) . ' IN ' . substr( $sql, 0, 500 ) ); // phpcs:ignore WordPress.PHP.DevelopmentFunctions -- the log is where a database error belongs; an answer carries only the reference.
		throw new Database_Error( self::kind( $error ), $ref );
	}

	/**
	 * Sorts an error text of MySQL, MariaDB or SQLite.
	 *
	 * @param string $error What the engine said.
	 */
	private static function kind( string $error ): string {
		$texts = array(
			'duplicate'  => '/duplicate entry|unique constraint failed|constraint failed: unique/i',
			'locked'     => '/deadlock|lock wait timeout|record has changed since last read|database is locked|database table is locked/i',
			'connection' => '/gone away|lost connection|connection was killed|no connection/i',
		);
		foreach ( $texts as $kind => $text ) {
			if ( 1 === preg_match( $text, $error ) ) {
				return $kind;
			}
		}
		return 'other';
	}

	/**
	 * The number of the connection; on SQLite 1 while a transaction is open, else 0.
	 */
	private static function connection(): int {
		$handle = $GLOBALS['wpdb']->__get( 'dbh' );
		if ( $handle instanceof \mysqli ) {
			return (int) mysqli_thread_id( $handle ); // phpcs:ignore WordPress.DB.RestrictedFunctions -- the only sign of a silent reconnect; no query is made.
		}
		return is_object( $handle ) && method_exists( $handle, 'inTransaction' ) ? (int) $handle->inTransaction() : 0;
	}

	/**
	 * Whether the engine is MySQL or MariaDB.
	 */
	private static function is_mysqli(): bool {
		return $GLOBALS['wpdb']->__get( 'dbh' ) instanceof \mysqli;
	}
}
