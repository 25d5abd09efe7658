<?php
/**
 * Values as cells.
 *
 * @package Carnet
 */

namespace Carnet\Export;

use Carnet\Entity\Entity;
use Carnet\Entity\Instant;
use Carnet\Entity\Money;

defined( 'ABSPATH' ) || exit;

/**
 * Writes the values of a record as the texts of a spreadsheet: amounts as decimals, instants in the site's time zone, tags by name.
 * Quoting and guarding is for Csv. Its twin in the browser is src/export/csv-cells.ts.
 */
final class Csv_Cells {

	/**
	 * What each column holds.
	 *
	 * @var array<string, string>
	 */
	private array $kinds = array();

	/**
	 * By how many minutes the site's clocks are ahead of UTC, by day. They are asked twice a day of the file, not for every value: it
	 * takes longer than all the rest.
	 *
	 * @var array<string, int>
	 */
	private array $offsets = array();

	/**
	 * The minutes of a day: 00:00 to 23:59.
	 *
	 * @var list<string>
	 */
	private array $minutes = array();

	/**
	 * The site's time zone: asked once, since cells are made while the database is busy with the next rows.
	 *
	 * @var \DateTimeZone
	 */
	private readonly \DateTimeZone $zone;

	/**
	 * Prepares for the columns of one file.
	 *
	 * @param Entity             $entity    The noun.
	 * @param list<string>       $columns   Names of Export_Columns, in order.
	 * @param array<string, int> $exponents Digits of the minor unit by currency.
	 * @param array<int, string> $tags      Names of tags by id.
	 */
	public function __construct( Entity $entity, array $columns, private readonly array $exponents, private readonly array $tags ) {
		foreach ( $columns as $name ) {
			$this->kinds[ $name ] = self::kind( (array) $entity->fields()->get( $name ) );
		}
		$this->zone = wp_timezone();
		for ( $minute = 0; $minute < 24 * 60; $minute++ ) {
			$this->minutes[] = gmdate( 'H:i', 60 * $minute );
		}
	}

	/**
	 * The columns whose values are not written as they are stored.
	 *
	 * @param Entity       $entity  The noun.
	 * @param list<string> $columns Names of Export_Columns.
	 * @return list<string>
	 */
	public static function written_columns( Entity $entity, array $columns ): array {
		return array_values( array_filter( $columns, static fn( string $name ): bool => 'plain' !== self::kind( (array) $entity->fields()->get( $name ) ) ) );
	}

	/**
	 * Which of the ways to write a value a field needs.
	 *
	 * @param array<string, mixed> $field Its definition; empty for the name of a parent.
	 */
	private static function kind( array $field ): string {
		if ( 'tag' === ( $field['relation'] ?? '' ) ) {
			return 'tags';
		}
		if ( in_array( $field['type'] ?? '', array( 'array', 'boolean' ), true ) ) {
			return $field['type'];
		}
		$format = $field['format'] ?? '';
		return in_array( $format, array( 'money', 'date-time' ), true ) ? $format : 'plain';
	}

	/**
	 * The cells of a record or row.
	 *
	 * @param array<string, mixed> $record Values as in the API or as they are stored.
	 * @return list<string>
	 */
	public function of( array $record ): array {
		$cells = array();
		foreach ( $this->kinds as $name => $kind ) {
			$value   = $record[ $name ] ?? null;
			$cells[] = 'plain' === $kind || null === $value ? (string) $value : $this->written( $kind, $value, (string) ( $record['currency'] ?? '' ) );
		}
		return $cells;
	}

	/**
	 * A value that is not written as it is.
	 *
	 * @param string $kind     Of kind().
	 * @param mixed  $value    Value, not null.
	 * @param string $currency Currency of the record.
	 */
	private function written( string $kind, $value, string $currency ): string {
		return match ( $kind ) {
			// A currency that is not in the settings any more has two digits, as on the screens.
			'money'     => Money::decimal( (int) $value, $this->exponents[ $currency ] ?? 2 ),
			// The same in every language.
			'boolean'   => $value ? '1' : '0',
			'date-time' => $this->site_time( $value ),
			'tags'      => $this->names( $value ),
			default     => self::json( is_string( $value ) ? (array) json_decode( $value, true ) : $value ),
		};
	}

	/**
	 * Tags by name.
	 *
	 * @param list<int> $ids Tags.
	 */
	private function names( array $ids ): string {
		foreach ( $ids as $i => $id ) {
			$ids[ $i ] = $this->tags[ $id ] ?? '';
		}
		return implode( '|', $ids );
	}

	/**
	 * A list of items as JSON; none as nothing.
	 *
	 * @param array<mixed> $items Items.
	 */
	private static function json( array $items ): string {
		return $items ? (string) wp_json_encode( $items, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_LINE_TERMINATORS ) : '';
	}

	/**
	 * An instant on the site's clocks, as Instant::site_time() says it.
	 *
	 * @param string $instant UTC, as in the API or as stored.
	 */
	private function site_time( string $instant ): string {
		$day    = substr( $instant, 0, 10 );
		$offset = $this->offsets[ $day ] ??= $this->offset( $day );
		$minute = $this->minutes[ 60 * (int) substr( $instant, 11, 2 ) + (int) substr( $instant, 14, 2 ) + $offset ] ?? null;
		return null === $minute ? Instant::site_time( substr( $instant, 0, 19 ) . 'Z' ) : "$day $minute" . substr( $instant, 16, 3 );
	}

	/**
	 * By how many minutes the site's clocks are ahead of UTC on a day; beyond any minute of a day if that changes or is not whole.
	 *
	 * @param string $day UTC.
	 */
	private function offset( string $day ): int {
		$first = $this->zone->getOffset( new \DateTimeImmutable( "{$day}T00:00:00Z" ) );
		$last  = $this->zone->getOffset( new \DateTimeImmutable( "{$day}T24:00:00Z" ) );
		return $first === $last && 0 === $first % 60 ? intdiv( $first, 60 ) : PHP_INT_MIN;
	}
}
