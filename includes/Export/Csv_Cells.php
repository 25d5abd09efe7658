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
	 * What each column holds, where it is not written as it is.
	 *
	 * @var array<string, string>
	 */
	private array $kinds = array();

	/**
	 * By how many seconds the site's clocks are ahead of UTC, or null on the days on which that changes; by day. A clock is asked
	 * twice a day of the file, not for every value: it takes longer than all the rest.
	 *
	 * @var array<string, int|null>
	 */
	private array $offsets = array();

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
	 * The cells of a record.
	 *
	 * @param array<string, mixed> $record A record of the API.
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
			'money'     => Money::decimal( $value, $this->exponents[ $currency ] ?? 2 ),
			// The same in every language.
			'boolean'   => $value ? '1' : '0',
			'date-time' => $this->site_time( $value ),
			'tags'      => implode( '|', array_map( fn( int $id ): string => $this->tags[ $id ] ?? '', $value ) ),
			default     => $value ? (string) wp_json_encode( $value, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_LINE_TERMINATORS ) : '',
		};
	}

	/**
	 * An instant on the site's clocks, as Instant::site_time() says it.
	 *
	 * @param string $instant UTC, as in the API.
	 */
	private function site_time( string $instant ): string {
		$day = substr( $instant, 0, 10 );
		if ( ! array_key_exists( $day, $this->offsets ) ) {
			$first = wp_timezone()->getOffset( new \DateTimeImmutable( "{$day}T00:00:00Z" ) );
			$last  = wp_timezone()->getOffset( new \DateTimeImmutable( "{$day}T24:00:00Z" ) );

			$this->offsets[ $day ] = $first === $last ? $first : null;
		}
		$offset = $this->offsets[ $day ];
		return null === $offset ? Instant::site_time( $instant ) : gmdate( 'Y-m-d H:i:s', (int) strtotime( $instant ) + $offset );
	}
}
