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
	 * The columns that are not written as they are stored, and what each holds. The others need no work at all.
	 *
	 * @var array<string, string>
	 */
	private array $kinds = array();

	/**
	 * What the site's clocks show at each minute of a day in UTC, by day: 07:30 to 08:30. They are asked once a day of the file, not
	 * for every value: it takes longer than all the rest. Where they go on to another day they are not there.
	 *
	 * @var array<string, array<string, string>>
	 */
	private array $days = array();

	/**
	 * The same by how many minutes the clocks are ahead of UTC.
	 *
	 * @var array<int, array<string, string>>
	 */
	private array $clocks = array();

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
	public function __construct( private readonly Entity $entity, array $columns, private readonly array $exponents, private readonly array $tags ) {
		foreach ( $columns as $name ) {
			$kind = self::kind( (array) $entity->fields()->get( $name ) );
			if ( null !== $kind ) {
				$this->kinds[ $name ] = $kind;
			}
		}
		$this->zone = wp_timezone();
	}

	/**
	 * Whether a column is of the noun's own table and written as it is stored, and no other needs it.
	 *
	 * @param string $name Its name.
	 */
	public function is_as_stored( string $name ): bool {
		return ! isset( $this->kinds[ $name ] ) && null !== $this->entity->fields()->get( $name ) && ( 'currency' !== $name || ! $this->has_amounts() );
	}

	/**
	 * Whether there is an amount, which is written by its currency.
	 */
	public function has_amounts(): bool {
		return in_array( 'money', $this->kinds, true );
	}

	/**
	 * Which of the ways to write a value a field needs; null where it is a text already.
	 *
	 * @param array<string, mixed> $field Its definition; empty for the name of a parent.
	 */
	private static function kind( array $field ): ?string {
		if ( 'tag' === ( $field['relation'] ?? '' ) ) {
			return 'tags';
		}
		if ( in_array( $field['type'] ?? '', array( 'array', 'boolean' ), true ) ) {
			return $field['type'];
		}
		$format = $field['format'] ?? '';
		return in_array( $format, array( 'money', 'date-time' ), true ) ? $format : null;
	}

	/**
	 * Makes texts of the values of a record or row, or null.
	 *
	 * @param array<string, mixed> $row Values as in the API or as they are stored; changed in place.
	 */
	public function write( array &$row ): void {
		foreach ( $this->kinds as $name => $kind ) {
			$value = $row[ $name ];
			if ( null === $value ) {
				continue;
			}
			if ( 'date-time' === $kind ) {
				$day          = substr( $value, 0, 10 );
				$clock        = ( $this->days[ $day ] ??= $this->clocks( $day ) )[ substr( $value, 11, 5 ) ] ?? null;
				$row[ $name ] = null === $clock ? Instant::site_time( substr( $value, 0, 19 ) . 'Z', $this->zone ) : "$day $clock" . substr( $value, 16, 3 );
			} else {
				$row[ $name ] = $this->written( $kind, $value, (string) ( $row['currency'] ?? '' ) );
			}
		}
	}

	/**
	 * A value that is no text and no instant.
	 *
	 * @param string $kind     Of kind().
	 * @param mixed  $value    Value, not null.
	 * @param string $currency Currency of the record.
	 */
	private function written( string $kind, $value, string $currency ): string {
		return match ( $kind ) {
			// A currency that is not in the settings any more has two digits, as on the screens.
			'money'   => Money::decimal( (int) $value, $this->exponents[ $currency ] ?? 2 ),
			// The same in every language.
			'boolean' => $value ? '1' : '0',
			'tags'    => $this->names( $value ),
			default   => self::json( is_string( $value ) ? (array) json_decode( $value, true ) : $value ),
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
	 * The clocks of a day; none if they are changed on it or are not ahead by whole minutes.
	 *
	 * @param string $day UTC.
	 * @return array<string, string>
	 */
	private function clocks( string $day ): array {
		$seconds = $this->zone->getOffset( new \DateTimeImmutable( "{$day}T00:00:00Z" ) );
		if ( 0 !== $seconds % 60 || $this->zone->getOffset( new \DateTimeImmutable( "{$day}T23:59:59Z" ) ) !== $seconds ) {
			return array();
		}
		$ahead = intdiv( $seconds, 60 );
		if ( ! isset( $this->clocks[ $ahead ] ) ) {
			$last = 24 * 60 - 1;
			foreach ( range( max( 0, -$ahead ), min( $last, $last - $ahead ) ) as $minute ) {
				$this->clocks[ $ahead ][ gmdate( 'H:i', 60 * $minute ) ] = gmdate( 'H:i', 60 * ( $minute + $ahead ) );
			}
		}
		return $this->clocks[ $ahead ];
	}
}
