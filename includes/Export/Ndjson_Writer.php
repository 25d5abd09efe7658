<?php
/**
 * Rows as JSON, one a line.
 *
 * @package Carnet
 */

namespace Carnet\Export;

defined( 'ABSPATH' ) || exit;

/**
 * The API's own values, for programs and for the export screen, which formats them itself.
 */
final class Ndjson_Writer implements Row_Writer {

	/**
	 * Prepares one file.
	 *
	 * @param list<string> $columns Names, in order.
	 */
	public function __construct( private readonly array $columns ) {}

	/**
	 * Nothing: the names are in every line.
	 */
	public function head(): string {
		return '';
	}

	/**
	 * The line of a record.
	 *
	 * @param array<string, mixed> $record A record of the API.
	 */
	public function row( array $record ): string {
		$row = array();
		foreach ( $this->columns as $name ) {
			$row[ $name ] = $record[ $name ] ?? null;
		}
		return wp_json_encode( $row, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE ) . "\n";
	}

	/**
	 * Its media type.
	 */
	public function type(): string {
		return 'application/x-ndjson';
	}
}
