<?php
/**
 * The one list of what a noun's fields are.
 *
 * @package Carnet
 */

namespace Carnet\Entity;

defined( 'ABSPATH' ) || exit;

/**
 * The fields of one noun, in JSON-schema words plus a few flags. Everything else is projected from it: Table_Sql,
 * Item_Schema, Collection_Params, View_Config, Row_Format, the search text and the totals.
 *
 * Keys of a field:
 * - type       string, integer, boolean or array;
 * - format     long-text, email, uri, tel, country, date, time, date-time or money; minimum and maximum of a number;
 * - enum       value => label, fixed; choices: the key of a list in the settings;
 * - relation   the noun it links to, or 'user' (a person) or 'tag'; within: the field with which the linked record must agree;
 * - maxLength, default, required, readonly (set by the server), nullable (empty is null, not '');
 * - label      translated; description for the REST reference, where the label does not say it all;
 * - items      schema of the items of an array that is kept as JSON, each property with a label and, in words, what is valid;
 *              maxItems: how many at most;
 * - column     false where the value is not stored in the noun's own table; another name where SQL has the field's reserved;
 * - index, sortable, searchable, filterable, export (false: left out);
 * - ranked     a sortable enum that is sorted in the order of its values, not by their keys;
 * - agenda     a sortable day or instant by which people look at records, of a period or in its order: there is a key of what somebody has;
 * - empty_last a sortable day or instant to come: records without one are sorted as if theirs were later than all others;
 * - unique     one live record per value (case and outer spaces ignored) unless allow_duplicate is sent; 'folded': accents too.
 */
final class Field_List {

	/**
	 * Field definitions by name.
	 *
	 * @var array<string, array<string, mixed>>
	 */
	private array $fields;

	/**
	 * Those of stored(), which is asked for every row.
	 *
	 * @var array<string, array<string, mixed>>|null
	 */
	private ?array $stored = null;

	/**
	 * Those of having(), likewise.
	 *
	 * @var array<string, array<string, array<string, mixed>>>
	 */
	private array $having = array();

	/**
	 * Takes the fields in the order in which they are shown.
	 *
	 * @param array<string, array<string, mixed>> $fields Field definitions by name.
	 */
	public function __construct( array $fields ) {
		$this->fields = $fields;
	}

	/**
	 * All fields.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public function all(): array {
		return $this->fields;
	}

	/**
	 * One field, or null.
	 *
	 * @param string $name Field name.
	 * @return array<string, mixed>|null
	 */
	public function get( string $name ): ?array {
		return $this->fields[ $name ] ?? null;
	}

	/**
	 * The fields that carry a flag or key.
	 *
	 * @param string $key A key of a field.
	 * @return array<string, array<string, mixed>>
	 */
	public function having( string $key ): array {
		$this->having[ $key ] ??= array_filter( $this->fields, static fn( array $field ): bool => ! empty( $field[ $key ] ) );
		return $this->having[ $key ];
	}

	/**
	 * The fields a client may write.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public function writable(): array {
		return array_diff_key( $this->fields, $this->having( 'readonly' ) );
	}

	/**
	 * The fields kept in the noun's own table.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public function stored(): array {
		$this->stored ??= array_filter( $this->fields, static fn( array $field ): bool => false !== ( $field['column'] ?? true ) );
		return $this->stored;
	}

	/**
	 * The column of a stored field.
	 *
	 * @param string               $name  Field name.
	 * @param array<string, mixed> $field Its definition.
	 */
	public static function column( string $name, array $field ): string {
		return is_string( $field['column'] ?? null ) ? $field['column'] : $name;
	}

	/**
	 * The same list with one field more.
	 *
	 * @param string               $name  Field name.
	 * @param array<string, mixed> $field Definition.
	 */
	public function with( string $name, array $field ): self {
		return new self( $this->fields + array( $name => $field ) );
	}

	/**
	 * What an empty value of this field is: '' for text, null for anything else, an empty list for tags.
	 *
	 * @param array<string, mixed> $field Definition.
	 * @return mixed
	 */
	public static function empty_value( array $field ) {
		if ( 'array' === $field['type'] ) {
			return array();
		}
		return self::is_text( $field ) ? '' : null;
	}

	/**
	 * Whether a field holds free text (an e-mail address, a URL and a phone number included).
	 *
	 * @param array<string, mixed> $field Definition.
	 */
	public static function is_text( array $field ): bool {
		return 'string' === $field['type'] && ! isset( $field['enum'] ) && ! isset( $field['choices'] )
			&& ! in_array( $field['format'] ?? '', array( 'country', 'date', 'date-time', 'time' ), true );
	}

	/**
	 * Whether a field takes one of a closed set of values.
	 *
	 * @param array<string, mixed> $field Definition.
	 */
	public static function is_choice( array $field ): bool {
		return isset( $field['enum'] ) || isset( $field['choices'] );
	}
}
