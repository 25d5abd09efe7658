<?php
/**
 * What one search finds.
 *
 * @package Carnet
 */

namespace Carnet\Store;

use Carnet\Entity\Entity;
use Carnet\Entity\Text;

defined( 'ABSPATH' ) || exit;

/**
 * A search as SQL over `r`, the noun's table. The search text alone says what is found: that is for who goes through records one after
 * the other. Keys lead to them: those of the longest fragments, or what begins like the only ones that are shorter than a key; what they
 * leave open, the text decides.
 */
final class Search {

	/**
	 * Most fragments of a search.
	 */
	private const FRAGMENTS = 8;

	/**
	 * Most fragments that lead by their keys: a few leave next to nothing to look at.
	 */
	private const LEADING = 2;

	/**
	 * What must all be found, the longest first.
	 *
	 * @var list<string>
	 */
	private readonly array $fragments;

	/**
	 * A search by somebody.
	 *
	 * @param Entity   $entity  The noun.
	 * @param string   $typed   What was typed.
	 * @param bool     $trashed Whether the trash is searched.
	 * @param int|null $owner   Only this owner's records.
	 * @param string   $mine    Condition under which the reader sees all parents of `r`; empty where it always holds.
	 */
	public function __construct( private readonly Entity $entity, string $typed, private readonly bool $trashed, private readonly ?int $owner, private readonly string $mine ) {
		$fragments = self::fragments( $typed, in_array( 'tel', array_column( $entity->fields()->having( 'searchable' ), 'format' ), true ) );
		usort( $fragments, static fn( string $one, string $other ): int => mb_strlen( $other, 'UTF-8' ) <=> mb_strlen( $one, 'UTF-8' ) );
		$this->fragments = $fragments;
	}

	/**
	 * What was typed, as fragments that must all be found: words, or the digits of what looks like a phone number. A leading 0 or
	 * 00 is dropped, so that 06 12 finds +33 6 12 34.
	 *
	 * @param string $typed     What was typed.
	 * @param bool   $is_called Whether what is searched has phone numbers.
	 * @return list<string>
	 */
	public static function fragments( string $typed, bool $is_called = true ): array {
		if ( $is_called && 1 === preg_match( '~^\s*\+?\(?\d[\d\s().\/-]*$~', $typed ) ) {
			$digits = Text::digits( $typed );
			return array( '' === ltrim( $digits, '0' ) ? $digits : ltrim( $digits, '0' ) );
		}
		$words = array_map( 'strval', array_filter( explode( ' ', Text::fold( $typed ) ), static fn( string $word ): bool => '' !== $word ) );
		return array_slice( array_values( array_unique( $words ) ), 0, self::FRAGMENTS );
	}

	/**
	 * The conditions that `r` is found, whatever led to it.
	 *
	 * @return list<string>
	 */
	public function conditions(): array {
		return array_merge( ...array_map( fn( string $fragment ): array => $this->texts( $fragment ), $this->fragments ) );
	}

	/**
	 * The joins by which keys lead to what may be found.
	 *
	 * @return list<string>
	 */
	public function joins(): array {
		$joins = array();
		foreach ( $this->leading() as $n => $fragment ) {
			foreach ( Search_Index::telling_runs( $fragment ) as $i => $run ) {
				$joins[] = 'JOIN ' . Tables::name( 'search_keys' ) . " s$n$i ON {$this->of_these( "s$n$i" )} AND s$n$i.record_id = r.id AND s$n$i.gram = " . Literal::text( $run );
			}
		}
		return $joins;
	}

	/**
	 * The conditions that are left open by joins().
	 *
	 * @return list<string>
	 */
	public function open(): array {
		$leading = $this->leading();
		$led     = $leading ? $leading : array_slice( $this->fragments, 0, self::LEADING );
		$open    = array();
		foreach ( $this->fragments as $n => $fragment ) {
			if ( ! $leading && isset( $led[ $n ] ) ) {
				$open[] = "r.id IN (SELECT k.record_id {$this->from_keys( $fragment )})";
			}
			$is_told = isset( $led[ $n ] ) && Search_Index::is_of_key( $fragment );
			array_push( $open, ...array_slice( $this->texts( $fragment ), $is_told ? 1 : 0 ) );
		}
		return $open;
	}

	/**
	 * All that is found, where keys alone say it: no fragment is longer than a key. A record may be there more than once.
	 *
	 * @return string|null FROM and WHERE over the keys, `k`; null for other searches.
	 */
	public function found(): ?string {
		$told = array_filter( $this->fragments, array( Search_Index::class, 'is_of_key' ) );
		if ( ! $told || count( $told ) < count( $this->fragments ) ) {
			return null;
		}
		$found = $this->from_keys( $this->fragments[0] ) . $this->may_be_seen( 'k' );
		foreach ( array_slice( $this->fragments, 1 ) as $n => $fragment ) {
			$found .= " AND k.record_id IN (SELECT k$n.record_id {$this->from_keys( $fragment, "k$n" )}{$this->may_be_seen( "k$n" )})";
		}
		return $found;
	}

	/**
	 * Whether found() is one key: each record once, in the order of their ids.
	 */
	public function is_one_key(): bool {
		return 1 === count( $this->fragments ) && $this->leading() && Search_Index::is_of_key( $this->fragments[0] );
	}

	/**
	 * The fragments whose keys lead: none where all are shorter than a key.
	 *
	 * @return array<int, string>
	 */
	private function leading(): array {
		return array_filter( array_slice( $this->fragments, 0, self::LEADING ), array( Search_Index::class, 'has_key' ) );
	}

	/**
	 * FROM and WHERE of the keys that begin like a fragment.
	 *
	 * @param string $fragment No longer than a key.
	 * @param string $alias    Alias of the table.
	 */
	private function from_keys( string $fragment, string $alias = 'k' ): string {
		global $wpdb;
		$gram = Search_Index::has_key( $fragment ) ? $wpdb->prepare( '= %s', $fragment ) : $wpdb->prepare( 'LIKE %s', $wpdb->esc_like( $fragment ) . '%' );
		return 'FROM ' . Tables::name( 'search_keys' ) . " $alias WHERE {$this->of_these( $alias )} AND $alias.gram $gram";
	}

	/**
	 * The condition that the reader sees what a key comes from. Not EXISTS: of that MariaDB may make a list of all that they see.
	 *
	 * @param string $alias Alias of the keys.
	 */
	private function may_be_seen( string $alias ): string {
		return '' === $this->mine ? '' : " AND ($alias.inherited = 0 OR (SELECT COUNT(*) FROM {$this->entity->table()} r WHERE r.id = $alias.record_id AND {$this->mine}) = 1)";
	}

	/**
	 * The conditions that a fragment is in the text of `r`: anywhere, and where the reader may see it.
	 *
	 * @param string $fragment The fragment.
	 * @return list<string>
	 */
	private function texts( string $fragment ): array {
		global $wpdb;
		$like  = '%' . $wpdb->esc_like( $fragment ) . '%';
		$texts = array( (string) $wpdb->prepare( 'r.search_text LIKE %s', $like ) );
		if ( '' !== $this->mine ) {
			$texts[] = "({$this->mine} OR " . $wpdb->prepare( 'SUBSTRING(r.search_text, 1, INSTR(r.search_text, %s)) LIKE %s', Search_Index::PARENTS, $like ) . ')';
		}
		return $texts;
	}

	/**
	 * The condition of the keys of the records that are searched.
	 *
	 * @param string $alias Alias of the table.
	 */
	private function of_these( string $alias ): string {
		return "$alias.entity = " . Literal::text( $this->entity->name ) . " AND $alias.trashed = " . (int) $this->trashed . ( null === $this->owner ? '' : " AND $alias.owner_id = {$this->owner}" );
	}
}
