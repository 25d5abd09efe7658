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
	 * Keys of a run from which on it is as common as any other.
	 */
	private const FEW = 1000;

	/**
	 * What must all be found, the longest first.
	 *
	 * @var list<string>
	 */
	private readonly array $fragments;

	/**
	 * What found() answers, once it was asked: the database had to be.
	 */
	private ?string $found = null;

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
			foreach ( Search_Keys::telling_runs( $fragment ) as $i => $run ) {
				$joins[] = 'JOIN ' . Tables::name( 'search_keys' ) . " s$n$i ON {$this->of_these( "s$n$i" )} AND s$n$i.record_id = r.id AND s$n$i.gram = " . Literal::text( $run ) . ( 0 === $i ? $this->goes_on( $fragment, "s$n$i", false ) : '' );
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
				$open[] = "r.id IN (SELECT k.record_id {$this->keys( 'k', $this->gram( $fragment ) )})";
			}
			$is_told = isset( $led[ $n ] ) && Search_Keys::is_told( $fragment );
			array_push( $open, ...array_slice( $this->texts( $fragment ), $is_told ? 1 : 0 ) );
		}
		return $open;
	}

	/**
	 * Whether keys alone tell what is found: no fragment is longer than a key and what follows it.
	 */
	public function is_told(): bool {
		return $this->fragments && array_filter( $this->fragments, array( Search_Keys::class, 'is_told' ) ) === $this->fragments;
	}

	/**
	 * All that is found, where the search is_told(). The keys of one run lead; a fragment that has a key is looked up for each of them, a
	 * single letter in the text, since half of all records have a key that begins with it; what begins like two or three letters is read once.
	 *
	 * @return string FROM and WHERE over the keys, `k`. A record may be there more than once, unless is_distinct().
	 */
	public function found(): string {
		if ( null !== $this->found ) {
			return $this->found;
		}
		list( $of, $run ) = $this->lead();
		$this->found      = $this->keys( 'k', $this->gram( '' === $run ? $this->fragments[ $of ] : $run ) );
		foreach ( $this->fragments as $n => $fragment ) {
			$has_key = Search_Keys::has_key( $fragment );
			if ( $n === $of && ( ! $has_key || str_starts_with( $fragment, $run ) ) ) {
				$this->found .= $this->is_told_by( $fragment, 'k' );
			} elseif ( $has_key ) {
				$this->found .= ' AND (SELECT COUNT(*) FROM ' . Tables::name( 'search_keys' ) . " k$n WHERE k$n.entity = k.entity AND k$n.gram {$this->gram( $fragment )} AND k$n.record_id = k.record_id{$this->is_told_by( $fragment, "k$n" )}) = 1";
			} elseif ( 1 === mb_strlen( $fragment, 'UTF-8' ) ) {
				$this->found .= " AND {$this->of_record( $this->texts( $fragment ), 'k' )}";
			} else {
				$this->found .= " AND k.record_id IN (SELECT k$n.record_id {$this->keys( "k$n", $this->gram( $fragment ) )}{$this->is_told_by( $fragment, "k$n" )})";
			}
		}
		return $this->found;
	}

	/**
	 * What leads in found(): of the runs of the longest fragments that which the fewest records have; the first where all are common. The
	 * database would join all of them to learn which it is.
	 *
	 * @return array{int, string} Place of the fragment, and the run; '' where no fragment has a key.
	 */
	private function lead(): array {
		$runs   = array();
		$counts = array();
		foreach ( $this->leading() as $n => $fragment ) {
			foreach ( Search_Keys::telling_runs( $fragment ) as $run ) {
				$counts[] = '(SELECT COUNT(*) FROM (SELECT record_id FROM ' . Tables::name( 'search_keys' ) . ' WHERE entity = ' . Literal::text( $this->entity->name ) . ' AND gram = ' . Literal::text( $run ) . ' LIMIT ' . self::FEW . ') c' . count( $runs ) . ') AS count' . count( $runs );
				$runs[]   = array( $n, $run );
			}
		}
		if ( count( $runs ) < 2 ) {
			return $runs[0] ?? array( 0, '' );
		}
		$counts = array_map( 'intval', array_values( Database::rows( 'SELECT ' . implode( ', ', $counts ) )[0] ) );
		asort( $counts );
		return $runs[ (int) array_key_first( $counts ) ];
	}

	/**
	 * Whether found() is one key: the records are in the order of their ids.
	 */
	public function is_one_key(): bool {
		return 1 === count( $this->fragments ) && $this->is_distinct();
	}

	/**
	 * Whether found() has each record once: a fragment has a key.
	 */
	public function is_distinct(): bool {
		return array() !== $this->leading();
	}

	/**
	 * The fragments whose keys lead: none where all are shorter than a key.
	 *
	 * @return array<int, string>
	 */
	private function leading(): array {
		return array_filter( array_slice( $this->fragments, 0, self::LEADING ), array( Search_Keys::class, 'has_key' ) );
	}

	/**
	 * The condition that keys which begin like a fragment tell that it is there, and the reader sees where.
	 *
	 * @param string $fragment One that is told by keys.
	 * @param string $alias    Alias of the keys.
	 */
	private function is_told_by( string $fragment, string $alias ): string {
		$goes_on = $this->goes_on( $fragment, $alias, true );
		return '' === $goes_on ? $this->may_be_seen( "$alias.inherited = 0", $alias ) : $goes_on;
	}

	/**
	 * FROM and WHERE of keys of the records that are searched.
	 *
	 * @param string $alias Alias of the table.
	 * @param string $gram  Which keys: as gram() makes it.
	 */
	private function keys( string $alias, string $gram ): string {
		return 'FROM ' . Tables::name( 'search_keys' ) . " $alias WHERE {$this->of_these( $alias )} AND $alias.gram $gram";
	}

	/**
	 * The condition of `gram` that keys begin like a fragment.
	 *
	 * @param string $fragment The fragment.
	 */
	private function gram( string $fragment ): string {
		global $wpdb;
		return Search_Keys::has_key( $fragment ) ? '= ' . Literal::text( mb_substr( $fragment, 0, Search_Keys::RUN, 'UTF-8' ) ) : $wpdb->prepare( 'LIKE %s', $wpdb->esc_like( $fragment ) . '%' );
	}

	/**
	 * The condition that a fragment goes on behind its first run; '' where it does not, or keys cannot tell. Where too much follows to be
	 * kept, the text tells.
	 *
	 * @param string $fragment The fragment.
	 * @param string $alias    Alias of the keys of its first run.
	 * @param bool   $seen     Whether only in what the reader may see.
	 */
	private function goes_on( string $fragment, string $alias, bool $seen ): string {
		global $wpdb;
		$rest = mb_substr( $fragment, Search_Keys::RUN, Search_Keys::FOLLOWING, 'UTF-8' );
		if ( '' === $rest || Search_Keys::has_fill( $fragment ) ) {
			return '';
		}
		$like  = 'LIKE ' . $wpdb->prepare( '%s', '%' . $wpdb->esc_like( Search_Keys::BEFORE . $rest ) . '%' );
		$end   = Literal::text( Search_Keys::INHERITED );
		$own   = "SUBSTRING($alias.follows, 1, INSTR(CONCAT($alias.follows, $end), $end)) $like";
		$kept  = "$alias.follows $like" . ( $seen ? $this->may_be_seen( $own, $alias ) : '' );
		$texts = $seen ? $this->texts( $fragment ) : array( $this->texts( $fragment )[0] );
		return " AND ($kept OR ($alias.follows = '" . Search_Keys::MANY . "' AND {$this->of_record( $texts, $alias )}))";
	}

	/**
	 * The condition that the record of a key, as `r`, meets others. Not EXISTS: of that MariaDB may make a list of all that do.
	 *
	 * @param list<string> $conditions Over `r`.
	 * @param string       $alias      Alias of the keys.
	 */
	private function of_record( array $conditions, string $alias ): string {
		return "(SELECT COUNT(*) FROM {$this->entity->table()} r WHERE r.id = $alias.record_id AND " . implode( ' AND ', $conditions ) . ') = 1';
	}

	/**
	 * The condition that the reader sees what a key comes from.
	 *
	 * @param string $own   Condition that it comes from the record itself.
	 * @param string $alias Alias of the keys.
	 */
	private function may_be_seen( string $own, string $alias ): string {
		return '' === $this->mine ? '' : " AND ($own OR {$this->of_record( array( $this->mine ), $alias )})";
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
			$texts[] = "({$this->mine} OR " . $wpdb->prepare( 'SUBSTRING(r.search_text, 1, INSTR(r.search_text, %s)) LIKE %s', Search_Keys::PARENTS, $like ) . ')';
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
