<?php
/**
 * Everything derived, worked out again.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Store;

use Carnet\Entity\Text;

/**
 * Works out totals, search keys, shadow columns and links of accounts, contacts and tags from their rows, by hand: it shares no code with
 * what maintains them but the normal form of text, which has its own tests. Both can only be wrong in the same way by chance.
 */
final class Recount {

	/**
	 * Fields by whose values live records are counted.
	 */
	private const COUNTED = array(
		'tag'     => array(),
		'account' => array( 'type', 'source' ),
		'contact' => array( 'account_id', 'civility', 'type', 'status', 'source' ),
	);

	/**
	 * Lines of the search text, in order; digits only where true.
	 */
	private const SEARCHED = array(
		'tag'     => array( 'name' => false ),
		'account' => array( 'name' => false, 'phone' => true, 'fax' => true, 'email' => false ),
		'contact' => array( 'account_id' => false, 'first_name' => false, 'last_name' => false, 'email' => false, 'email_personal' => false, 'phone' => true, 'mobile' => true ),
	);

	/**
	 * Rows by noun and id.
	 *
	 * @var array<string, array<int, array<string, string|null>>>
	 */
	private array $rows = array();

	/**
	 * What is stored and what should be differ in these lines; empty when all is right.
	 *
	 * @return list<string>
	 */
	public function differences(): array {
		foreach ( array( 'account', 'contact', 'tag' ) as $noun ) {
			$this->rows[ $noun ] = array_column( self::read( "{$noun}s" ), null, 'id' );
		}
		return array( ...self::compare( 'total', $this->totals(), self::stored_totals() ), ...self::compare( 'search key', $this->keys(), self::stored_keys() ), ...$this->shadows(), ...$this->links() );
	}

	/**
	 * Totals as they should be: "metric|bucket|owner" => amount.
	 *
	 * @return array<string, int>
	 */
	private function totals(): array {
		$totals = array();
		$add    = static function ( string $key, $owner ) use ( &$totals ): void {
			$totals[ "$key|$owner" ] = ( $totals[ "$key|$owner" ] ?? 0 ) + 1;
		};
		foreach ( self::COUNTED as $noun => $fields ) {
			foreach ( $this->rows[ $noun ] as $row ) {
				$owner = $row['owner_id'];
				if ( 'contact' === $noun ) {
					$add( 'contacts.created_on|' . self::day( $row['created_at'] ), $owner );
				}
				if ( isset( $row['trashed_at'] ) ) {
					$add( "{$noun}s.trashed|", $owner );
					if ( 'contact' === $noun ) {
						$add( 'contacts.trashed_on|' . self::day( $row['trashed_at'] ), $owner );
					}
					continue;
				}
				$add( "{$noun}s|", $owner );
				foreach ( $fields as $field ) {
					if ( null !== $row[ $field ] ) {
						$add( "{$noun}s.$field|{$row[ $field ]}", $owner );
					}
				}
				if ( isset( $row['lead_since'] ) ) {
					$add( 'contacts.lead_on|' . self::day( $row['lead_since'] ), $owner );
					if ( null !== $row['customer_since'] && $row['customer_since'] >= $row['lead_since'] ) {
						$add( 'contacts.converted_on|' . self::day( $row['lead_since'] ), $owner );
					}
				}
			}
		}
		foreach ( self::read( 'tag_links' ) as $link ) {
			$row = $this->rows[ $link['entity'] ][ $link['record_id'] ] ?? null;
			if ( null !== $row && null === $row['trashed_at'] ) {
				$add( "{$link['entity']}s.tags|{$link['tag_id']}", $row['owner_id'] );
			}
		}
		return $totals;
	}

	/**
	 * Search keys as they should be.
	 *
	 * @return array<string, int>
	 */
	private function keys(): array {
		$keys = array();
		foreach ( array_keys( self::SEARCHED ) as $noun ) {
			foreach ( $this->rows[ $noun ] as $id => $row ) {
				foreach ( preg_split( '/[ \n]/', $this->search_text( $noun, $row ), -1, PREG_SPLIT_NO_EMPTY ) as $word ) {
					$length = mb_strlen( $word );
					for ( $at = 0; $at < $length; $at++ ) {
						$keys[ "$noun $id " . mb_substr( "$word$$", $at, 3 ) ] = 1;
					}
				}
			}
		}
		return $keys;
	}

	/**
	 * The search text of a row.
	 *
	 * @param string                     $noun Its noun.
	 * @param array<string, string|null> $row  The row.
	 */
	private function search_text( string $noun, array $row ): string {
		$lines   = array();
		$account = '';
		foreach ( self::SEARCHED[ $noun ] as $field => $digits ) {
			$value = 'account_id' === $field ? ( $this->rows['account'][ $row['account_id'] ]['name'] ?? '' ) : (string) $row[ $field ];
			$line  = $digits ? preg_replace( '/[^0-9]/', '', $value ) : Text::fold( $value );
			if ( 'account_id' === $field ) {
				$account = "\n\n" . $line;
			} elseif ( '' !== $line ) {
				$lines[] = $line;
			}
		}
		return implode( "\n", $lines ) . $account;
	}

	/**
	 * Shadow columns that are wrong.
	 *
	 * @return list<string>
	 */
	private function shadows(): array {
		$wrong  = array();
		$should = static function ( string $what, string $is, string $should ) use ( &$wrong ): void {
			if ( $is !== $should ) {
				$wrong[] = "$what is '$is', should be '$should'";
			}
		};
		$claims = array();
		foreach ( array( 'account' => array( 'name' ), 'contact' => array( 'first_name', 'last_name' ), 'tag' => array( 'name' ) ) as $noun => $sorted ) {
			foreach ( $this->rows[ $noun ] as $id => $row ) {
				foreach ( $sorted as $field ) {
					$should( "$noun $id {$field}_sort", $row[ "{$field}_sort" ], rtrim( mb_substr( Text::fold( $row[ $field ] ), 0, 100 ) ) );
				}
				$should( "$noun $id search_text", $row['search_text'], $this->search_text( $noun, $row ) );
				if ( 'contact' === $noun ) {
					$key = mb_strtolower( trim( $row['email'] ) );
					$should( "contact $id email_key", $row['email_key'], mb_strlen( $key ) <= 191 ? $key : mb_substr( $key, 0, 150 ) . sha1( $key ) );
					if ( null !== $row['email_claim'] ) {
						$should( "contact $id email_claim", $row['email_claim'], null === $row['trashed_at'] ? $row['email_key'] : 'nothing, it is in the trash' );
					}
					if ( null === $row['trashed_at'] && '' !== $key ) {
						$claims[ $row['email_key'] ] = ( $claims[ $row['email_key'] ] ?? 0 ) + ( null === $row['email_claim'] ? 0 : 1 );
					}
				}
			}
		}
		foreach ( $claims as $key => $count ) {
			if ( $count > 1 ) {
				$wrong[] = "e-mail $key is claimed $count times";
			}
		}
		return $wrong;
	}

	/**
	 * Links that lead nowhere.
	 *
	 * @return list<string>
	 */
	private function links(): array {
		$wrong = array();
		foreach ( $this->rows['contact'] as $id => $row ) {
			if ( null !== $row['account_id'] && ! isset( $this->rows['account'][ $row['account_id'] ] ) ) {
				$wrong[] = "contact $id links to account {$row['account_id']}, which is gone";
			}
		}
		foreach ( self::read( 'tag_links' ) as $link ) {
			if ( ! isset( $this->rows['tag'][ $link['tag_id'] ], $this->rows[ $link['entity'] ][ $link['record_id'] ] ) ) {
				$wrong[] = "tag link {$link['entity']} {$link['record_id']} to tag {$link['tag_id']} leads nowhere";
			}
		}
		return $wrong;
	}

	/**
	 * Totals as stored, zeros left out.
	 *
	 * @return array<string, int>
	 */
	private static function stored_totals(): array {
		$totals = array();
		foreach ( self::read( 'totals' ) as $row ) {
			$totals[ "{$row['metric']}|{$row['bucket']}|{$row['owner_id']}" ] = (int) $row['amount'];
		}
		return array_filter( $totals );
	}

	/**
	 * Search keys as stored.
	 *
	 * @return array<string, int>
	 */
	private static function stored_keys(): array {
		$keys = array();
		foreach ( self::read( 'search_keys' ) as $row ) {
			$keys[ "{$row['entity']} {$row['record_id']} {$row['gram']}" ] = 1;
		}
		return $keys;
	}

	/**
	 * Where two maps differ.
	 *
	 * @param string             $what   What they are.
	 * @param array<string, int> $should As it should be.
	 * @param array<string, int> $is     As it is.
	 * @return list<string>
	 */
	private static function compare( string $what, array $should, array $is ): array {
		$lines = array();
		foreach ( $should + $is as $key => $unused ) {
			if ( ( $should[ $key ] ?? 0 ) !== ( $is[ $key ] ?? 0 ) ) {
				$lines[] = "$what $key is " . ( $is[ $key ] ?? 0 ) . ', should be ' . ( $should[ $key ] ?? 0 );
			}
		}
		return $lines;
	}

	/**
	 * The site's calendar day of a stored instant.
	 *
	 * @param string $instant UTC.
	 */
	private static function day( string $instant ): string {
		return get_date_from_gmt( $instant, 'Y-m-d' );
	}

	/**
	 * All rows of a table.
	 *
	 * @param string $name Name without the prefixes.
	 * @return list<array<string, string|null>>
	 */
	private static function read( string $name ): array {
		return $GLOBALS['wpdb']->get_results( "SELECT * FROM {$GLOBALS['wpdb']->prefix}carnet_$name", ARRAY_A );
	}
}
