<?php
/**
 * Rows as JSON, one a line.
 *
 * @package Carnet
 */

namespace Carnet\Export;

use Carnet\Entity\Entity;
use Carnet\Entity\Row_Format;

defined( 'ABSPATH' ) || exit;

/**
 * The API's own values, for programs and for the export screen, which formats them itself.
 */
final class Ndjson_Writer implements Row_Writer {

	/**
	 * The columns that are not stored as the API shows them.
	 *
	 * @var array<string, array<string, mixed>>
	 */
	private array $typed;

	/**
	 * Prepares one file.
	 *
	 * @param Entity       $entity  The noun.
	 * @param list<string> $columns Names, in order.
	 */
	public function __construct( Entity $entity, private readonly array $columns ) {
		$this->typed = Row_Format::typed_fields( array_intersect_key( $entity->fields()->stored(), array_flip( $columns ) ) );
	}

	/**
	 * The columns.
	 */
	public function needs(): array {
		return $this->columns;
	}

	/**
	 * Nothing: the names are in every line.
	 */
	public function head(): string {
		return '';
	}

	/**
	 * The line of a row.
	 *
	 * @param array<string, mixed> $row Row of Row_Reader.
	 */
	public function row( array &$row ): string {
		return wp_json_encode( Row_Format::with_types( $this->typed, $row ), JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE ) . "\n";
	}

	/**
	 * They are lines already.
	 *
	 * @param string $rows Texts of row().
	 */
	public function lines( string $rows ): string {
		return $rows;
	}

	/**
	 * Its media type.
	 */
	public function type(): string {
		return 'application/x-ndjson';
	}
}
