<?php
/**
 * A database drop-in of the scaling check: reads go to the replica, as with HyperDB and LudicrousDB, and as carelessly.
 *
 * Inside a transaction that nobody told it about it sends SELECT ... FOR UPDATE to the replica too: what depends on it must say
 * send_reads_to_masters(). As there, who has written to a table in this request reads that table from the primary.
 *
 * @package Carnet
 */

defined( 'ABSPATH' ) || exit;

/**
 * WordPress's database, twice. `$dbh` is the connection of the last statement.
 */
final class Carnet_Split_Database extends wpdb {

	/**
	 * Which server the next statement, or a new connection, is for.
	 */
	private string $server = 'primary';

	/**
	 * Connections by server.
	 *
	 * @var array<string, mysqli|null>
	 */
	private array $connections = array();

	/**
	 * Whether all reads go to the primary.
	 */
	private bool $told = false;

	/**
	 * Tables written to in this request.
	 *
	 * @var array<string, true>
	 */
	private array $written = array();

	/**
	 * Whether a statement is being run.
	 */
	private bool $running = false;

	/**
	 * HyperDB's word for it.
	 */
	public function send_reads_to_masters(): void {
		$this->told = true;
	}

	/**
	 * Connects to the server that is meant, again when the connection was lost.
	 *
	 * @param bool $allow_bail As in wpdb.
	 * @return bool
	 */
	public function db_connect( $allow_bail = true ) {
		$this->dbhost                       = 'primary' === $this->server ? DB_HOST : CARNET_SCALING_REPLICA;
		$connected                          = parent::db_connect( $allow_bail );
		$this->connections[ $this->server ] = $this->dbh;
		return $connected;
	}

	/**
	 * Runs a statement where it belongs.
	 *
	 * @param string $query The statement.
	 * @return int|bool
	 */
	public function query( $query ) {
		$before = $this->server;
		$this->turn_to( $this->server_for( (string) $query ) );
		$this->note( (string) $query );
		$nested        = $this->running;
		$this->running = true;
		$result        = parent::query( $query );
		$this->running = $nested;
		if ( $nested ) {
			// wpdb asks for a table's character set in the middle of a statement, which goes on then.
			$this->turn_to( $before );
		}
		return $result;
	}

	/**
	 * Where a statement belongs.
	 *
	 * @param string $query The statement.
	 */
	private function server_for( string $query ): string {
		if ( 1 !== preg_match( '/^[\s(]*(?:SELECT|SHOW|DESC|DESCRIBE|EXPLAIN)\b/i', $query ) ) {
			$this->written[ (string) $this->get_table_from_query( $query ) ] = true;
			return 'primary';
		}
		foreach ( array_filter( array_keys( $this->written ) ) as $table ) {
			if ( str_contains( $query, $table ) ) {
				return 'primary';
			}
		}
		return $this->told ? 'primary' : 'replica';
	}

	/**
	 * Makes a server's connection the current one.
	 *
	 * @param string $server primary or replica.
	 */
	private function turn_to( string $server ): void {
		$this->server = $server;
		if ( isset( $this->connections[ $server ] ) ) {
			$this->dbh = $this->connections[ $server ];
		} else {
			$this->db_connect();
		}
	}

	/**
	 * Writes down what went where.
	 *
	 * @param string $query The statement.
	 */
	private function note( string $query ): void {
		static $request = null;
		$request      ??= uniqid( (string) getmypid(), true );
		$line           = array( $request, $this->server, substr( preg_replace( '/\s+/', ' ', mb_scrub( $query ) ), 0, 300 ) );
		file_put_contents( CARNET_SCALING_STATEMENTS, json_encode( $line ) . "\n", FILE_APPEND );
	}
}

$GLOBALS['wpdb'] = new Carnet_Split_Database( DB_USER, DB_PASSWORD, DB_NAME, DB_HOST );
