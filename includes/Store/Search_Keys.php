<?php
/**
 * What a record can be found by.
 *
 * @package Carnet
 */

namespace Carnet\Store;

use Carnet\Entity\Entity;
use Carnet\Entity\Text;

defined( 'ABSPATH' ) || exit;

/**
 * The search text of a record and its keys, pure functions of the record and its parents' names: every run of four characters of every
 * word (the end of a word is padded, so that its last letters have keys too), and beside a run the up to eight characters that follow it,
 * wherever it stands. So a key tells by itself whether a fragment of up to twelve characters is in the text; of a longer one, that it may be.
 */
final class Search_Keys {

	/**
	 * Characters of a run. Runs of three are held by five to twenty times as many records.
	 */
	public const RUN = 4;

	/**
	 * Characters that are kept of what follows a run.
	 */
	public const FOLLOWING = 8;

	/**
	 * Fills the end of a word up to a run.
	 */
	private const END = '$';

	/**
	 * Before each of the texts that follow a run. No word has a space in it.
	 */
	public const BEFORE = ' ';

	/**
	 * Before those of them that are in names of parents only.
	 */
	public const INHERITED = "\n";

	/**
	 * Stands for more texts than the column takes: the search text tells.
	 */
	public const MANY = '*';

	/**
	 * Characters that the column takes.
	 */
	private const FOLLOWS = 250;

	/**
	 * Most runs of one fragment that are looked up: a few already leave next to nothing to check.
	 */
	private const RUNS = 3;

	/**
	 * Stands between a record's own words and the names of its parents.
	 */
	public const PARENTS = "\n\n";

	/**
	 * From which no keys follow: a record that is not there.
	 */
	public const NOTHING = array( '', 0, false );

	/**
	 * What can be found of a record: a line a field, normalised; phones as digits; behind an empty line the names of parents, which
	 * not everybody who sees the record may see.
	 *
	 * @param Entity                $entity The noun.
	 * @param array<string, mixed>  $record A whole record.
	 * @param array<string, string> $names  Names of parents by link field.
	 */
	public static function text( Entity $entity, array $record, array $names ): string {
		$own     = array();
		$parents = array();
		foreach ( $entity->fields()->having( 'searchable' ) as $field => $definition ) {
			$value = (string) ( $record[ $field ] ?? '' );
			if ( isset( $definition['relation'] ) ) {
				$parents[] = Text::fold( $names[ $field ] ?? '' );
			} else {
				$own[] = 'tel' === ( $definition['format'] ?? '' ) ? Text::digits( $value ) : Text::fold( $value );
			}
		}
		$lines = static fn( array $texts ): string => implode( "\n", array_filter( $texts, static fn( string $text ): bool => '' !== $text ) );
		return $lines( $own ) . ( $parents ? self::PARENTS . $lines( $parents ) : '' );
	}

	/**
	 * What the keys of a record follow from: the parameters of keys().
	 *
	 * @param string               $text   As text() makes it.
	 * @param array<string, mixed> $record The record.
	 * @return array{string, int, bool}
	 */
	public static function indexed( string $text, array $record ): array {
		return array( $text, $record['owner_id'] ?? 0, isset( $record['trashed_at'] ) );
	}

	/**
	 * The keys of a record, each with what is stored beside it, by commas: the owner, whether it is in the trash, whether only names of
	 * parents have the run, and what follows the run.
	 *
	 * @param string $text    As text() makes it.
	 * @param int    $owner   The record's owner; 0 where the noun has none.
	 * @param bool   $trashed Whether the record is in the trash.
	 * @return array<int|string, string> By run; PHP makes an integer of some.
	 */
	public static function keys( string $text, int $owner, bool $trashed ): array {
		$found = array();
		foreach ( explode( self::PARENTS, $text, 2 ) as $inherited => $part ) {
			foreach ( (array) preg_split( '/\s+/u', $part, -1, PREG_SPLIT_NO_EMPTY ) as $word ) {
				foreach ( self::runs( $word . str_repeat( self::END, self::RUN - 1 ) ) as list( $run, $following ) ) {
					$found[ $run ][ $inherited ][] = rtrim( $following, self::END );
				}
			}
		}
		$keys   = array();
		$beside = $owner . ',' . (int) $trashed . ',';
		foreach ( $found as $run => $following ) {
			$keys[ $run ] = $beside . ( isset( $following[0] ) ? '0,' : '1,' ) . self::follows( $following[0] ?? array(), $following[1] ?? array() );
		}
		return $keys;
	}

	/**
	 * What follows a run, as one text: each of the record's own words, then those that only names of parents have.
	 *
	 * @param list<string> $own       In the record.
	 * @param list<string> $inherited In names of parents.
	 */
	private static function follows( array $own, array $inherited ): string {
		$own       = self::longest( $own );
		$inherited = array_diff( $inherited ? self::longest( array( ...$own, ...$inherited ) ) : array(), $own );
		$text      = ( $own ? self::BEFORE . implode( self::BEFORE, $own ) : '' ) . ( $inherited ? self::INHERITED . self::BEFORE . implode( self::BEFORE, $inherited ) : '' );
		return strlen( $text ) <= self::FOLLOWS || mb_strlen( $text, 'UTF-8' ) <= self::FOLLOWS ? $text : self::MANY;
	}

	/**
	 * Texts without those that others begin with: they say nothing more.
	 *
	 * @param list<string> $texts Any.
	 * @return list<string>
	 */
	private static function longest( array $texts ): array {
		if ( ! isset( $texts[1] ) ) {
			return array( '' ) === $texts ? array() : $texts;
		}
		// What begins with a text stands right behind it.
		sort( $texts, SORT_STRING );
		$longest = array();
		foreach ( $texts as $i => $text ) {
			if ( '' !== $text && ! str_starts_with( $texts[ $i + 1 ] ?? '', $text ) ) {
				$longest[] = $text;
			}
		}
		return $longest;
	}

	/**
	 * The runs of a word, each with what follows it.
	 *
	 * @param string $word Any text.
	 * @return list<array{string, string}>
	 */
	private static function runs( string $word ): array {
		$runs   = array();
		$length = mb_strlen( $word, 'UTF-8' );
		if ( strlen( $word ) === $length ) {
			// As most words are: three times as fast, for every letter of every record.
			for ( $i = 0; $i + self::RUN <= $length; $i++ ) {
				$runs[] = array( substr( $word, $i, self::RUN ), substr( $word, $i + self::RUN, self::FOLLOWING ) );
			}
			return $runs;
		}
		$letters = mb_str_split( $word, 1, 'UTF-8' );
		for ( $i = 0; $i + self::RUN <= $length; $i++ ) {
			$runs[] = array( implode( '', array_slice( $letters, $i, self::RUN ) ), implode( '', array_slice( $letters, $i + self::RUN, self::FOLLOWING ) ) );
		}
		return $runs;
	}

	/**
	 * Whether a fragment has a key: it is long enough.
	 *
	 * @param string $fragment As Search::fragments() makes it.
	 */
	public static function has_key( string $fragment ): bool {
		return mb_strlen( $fragment, 'UTF-8' ) >= self::RUN;
	}

	/**
	 * Whether a key and what follows it tell that a fragment is there.
	 *
	 * @param string $fragment As Search::fragments() makes it.
	 */
	public static function is_told( string $fragment ): bool {
		return mb_strlen( $fragment, 'UTF-8' ) <= self::RUN + self::FOLLOWING && ! self::has_fill( $fragment );
	}

	/**
	 * Whether a fragment has the character in it that fills the ends of words, and is not in the text of those.
	 *
	 * @param string $fragment As Search::fragments() makes it.
	 */
	public static function has_fill( string $fragment ): bool {
		return str_contains( $fragment, self::END );
	}

	/**
	 * Some runs of a fragment, spread over it, from its first.
	 *
	 * @param string $fragment As many characters as a run, or more.
	 * @return list<string>
	 */
	public static function telling_runs( string $fragment ): array {
		$runs = array_values( array_unique( array_column( self::runs( $fragment ), 0 ) ) );
		$last = count( $runs ) - 1;
		return $last < self::RUNS ? $runs : array( $runs[0], $runs[ intdiv( $last, 2 ) ], $runs[ $last ] );
	}
}
