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
 * Works out totals, search keys, shadow columns, links, computed amounts and the ledger of reminders from the rows of all nouns and
 * tags, by hand: it shares no code with what maintains them but the normal form of text, which has its own tests. Both can only be
 * wrong in the same way by chance.
 */
final class Recount {

	/**
	 * Fields by whose values live records are counted.
	 */
	private const COUNTED = array(
		'tag'     => array(),
		'account' => array( 'type', 'source' ),
		'contact' => array( 'account_id', 'civility', 'type', 'status', 'source' ),
		'action'  => array( 'nature', 'type', 'status', 'account_id', 'contact_id', 'deal_id' ),
		'deal'    => array( 'account_id', 'contact_id', 'status', 'stage', 'currency', 'close_reason' ),
		'quote'   => array( 'contact_id', 'account_id', 'deal_id', 'status', 'currency' ),
		'task'    => array( 'priority', 'status', 'contact_id', 'account_id', 'deal_id' ),
	);

	/**
	 * Lines of the search text, in order; digits only where true. Names of parents come last.
	 */
	private const SEARCHED = array(
		'tag'     => array( 'name' => false ),
		'account' => array( 'name' => false, 'phone' => true, 'fax' => true, 'email' => false ),
		'contact' => array( 'account_id' => false, 'first_name' => false, 'last_name' => false, 'email' => false, 'email_personal' => false, 'phone' => true, 'mobile' => true ),
		'action'  => array( 'title' => false, 'account_id' => false, 'contact_id' => false ),
		'deal'    => array( 'title' => false, 'account_id' => false, 'contact_id' => false ),
		'quote'   => array( 'number' => false, 'title' => false, 'contact_id' => false, 'account_id' => false ),
		'task'    => array( 'title' => false, 'contact_id' => false, 'account_id' => false ),
	);

	/**
	 * Links by noun: field => parent, whether it must be there.
	 */
	private const LINKS = array(
		'contact' => array( 'account_id' => false ),
		'action'  => array( 'account_id' => false, 'contact_id' => false, 'deal_id' => false ),
		'deal'    => array( 'account_id' => true, 'contact_id' => false ),
		'quote'   => array( 'account_id' => false, 'contact_id' => false, 'deal_id' => false ),
		'task'    => array( 'account_id' => false, 'contact_id' => false, 'deal_id' => false ),
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
		foreach ( array_keys( self::COUNTED ) as $noun ) {
			$this->rows[ $noun ] = array_column( self::read( "{$noun}s" ), null, 'id' );
		}
		return array( ...self::compare( 'total', $this->totals(), self::stored_totals() ), ...self::compare( 'search key', $this->keys(), self::stored_keys() ), ...$this->shadows(), ...$this->links(), ...$this->deals_and_quotes(), ...$this->reminders() );
	}

	/**
	 * Totals as they should be: "metric|bucket|owner" => amount.
	 *
	 * @return array<string, int>
	 */
	private function totals(): array {
		$totals = array();
		$add    = static function ( string $key, $owner, int $amount = 1 ) use ( &$totals ): void {
			$by_day = 1 === preg_match( '/^([a-z.]+)_on\|(\d{4}-\d\d)-\d\d(.*)$/', $key, $parts );
			foreach ( $by_day ? array( $key, "{$parts[1]}_in|{$parts[2]}{$parts[3]}" ) : array( $key ) as $at ) {
				foreach ( $by_day ? array( $owner, -1 ) : array( $owner ) as $of ) {
					$totals[ "$at|$of" ] = ( $totals[ "$at|$of" ] ?? 0 ) + $amount;
				}
			}
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
				$add( "{$noun}s.id_range|" . str_pad( (string) intdiv( (int) $row['id'], 5000 ), 10, '0', STR_PAD_LEFT ), $owner );
				foreach ( $fields as $at => $field ) {
					if ( null !== $row[ $field ] ) {
						$add( "{$noun}s.$field|{$row[ $field ]}", $owner );
					}
					foreach ( array_slice( $fields, $at + 1 ) as $other ) {
						if ( isset( $row[ $field ], $row[ $other ] ) && ! str_ends_with( $field, '_id' ) && ! str_ends_with( $other, '_id' ) ) {
							$add( "{$noun}s.$field.$other|{$row[ $field ]}|{$row[ $other ]}", $owner );
						}
					}
				}
				if ( 'deal' === $noun ) {
					if ( 'open' === $row['status'] ) {
						$add( "deals.open|{$row['stage']}", $owner );
						$add( null === $row['amount'] ? "deals.open.unvalued|{$row['stage']}" : "deals.open.amount|{$row['stage']}|{$row['currency']}", $owner, (int) ( $row['amount'] ?? 1 ) );
						$add( "deals.open.weighted|{$row['stage']}|{$row['currency']}", $owner, (int) $row['weighted_amount'] );
					} elseif ( 'abandoned' !== $row['status'] ) {
						$add( "deals.{$row['status']}_on|" . self::day( $row['closed_at'] ), $owner );
					}
				}
				if ( 'task' === $noun && 'open' === $row['status'] && null !== $row['due_at'] ) {
					$add( 'tasks.due_on|' . self::day( $row['due_at'] ), $owner );
				}
				if ( 'quote' === $noun && 'accepted' === $row['status'] ) {
					$at = self::day( $row['accepted_at'] ) . "|{$row['currency']}";
					$add( "quotes.revenue_on|$at", $owner, (int) $row['net_total'] );
					$add( "quotes.accepted_on|$at", $owner );
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
				foreach ( self::COUNTED[ $link['entity'] ] as $field ) {
					if ( null !== $row[ $field ] && ! str_ends_with( $field, '_id' ) ) {
						$add( "{$link['entity']}s.$field.tags|{$row[ $field ]}|{$link['tag_id']}", $row['owner_id'] );
					}
				}
			}
		}
		return array_filter( $totals );
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
				$text  = $this->search_text( $noun, $row );
				$own   = strpos( "$text\n\n", "\n\n" );
				$words = array( array(), array() );
				foreach ( preg_split( '/[ \n]/', $text, -1, PREG_SPLIT_NO_EMPTY | PREG_SPLIT_OFFSET_CAPTURE ) as list( $word, $place ) ) {
					$length = mb_strlen( $word );
					for ( $at = 0; $at < $length; $at++ ) {
						$words[ (int) ( $place > $own ) ][ mb_substr( "$word$$$", $at, 4 ) ][] = mb_substr( $word, $at + 4, 8 );
					}
				}
				foreach ( $words[0] + $words[1] as $run => $unused ) {
					$mine                     = self::telling( $words[0][ $run ] ?? array(), array() );
					$parents                  = self::telling( $words[1][ $run ] ?? array(), $mine );
					$follows                  = implode( '', array_map( static fn( string $more ): string => " $more", $mine ) ) . ( $parents ? "\n" . implode( '', array_map( static fn( string $more ): string => " $more", $parents ) ) : '' );
					$keys[ "$noun $id $run" ] = self::beside( $row['owner_id'] ?? 0, (int) isset( $row['trashed_at'] ), (int) ! isset( $words[0][ $run ] ), mb_strlen( $follows ) > 250 ? '*' : $follows );
				}
			}
		}
		return $keys;
	}

	/**
	 * What follows a run, in order, without what others begin with.
	 *
	 * @param list<string> $texts What follows it.
	 * @param list<string> $told  What is told already.
	 * @return list<string>
	 */
	private static function telling( array $texts, array $told ): array {
		$texts = array_values( array_unique( $texts ) );
		$kept  = array_filter(
			$texts,
			static fn( string $text ): bool => '' !== $text && ! array_filter( array( ...$texts, ...$told ), static fn( string $other ): bool => str_starts_with( $other, $text ) && ( $other !== $text || in_array( $other, $told, true ) ) )
		);
		sort( $kept, SORT_STRING );
		return $kept;
	}

	/**
	 * The search text of a row.
	 *
	 * @param string                     $noun Its noun.
	 * @param array<string, string|null> $row  The row.
	 */
	private function search_text( string $noun, array $row ): string {
		$lines   = array();
		$parents = array();
		foreach ( self::SEARCHED[ $noun ] as $field => $digits ) {
			if ( str_ends_with( $field, '_id' ) ) {
				$parents[] = Text::fold( $this->name( substr( $field, 0, -3 ), $row[ $field ] ) );
			} else {
				$lines[] = $digits ? preg_replace( '/[^0-9]/', '', (string) $row[ $field ] ) : Text::fold( (string) $row[ $field ] );
			}
		}
		return implode( "\n", array_filter( $lines, 'strlen' ) ) . ( $parents ? "\n\n" . implode( "\n", array_filter( $parents, 'strlen' ) ) : '' );
	}

	/**
	 * The name of an account or a contact; empty where there is none.
	 *
	 * @param string          $noun account or contact.
	 * @param string|int|null $id   Its id.
	 */
	private function name( string $noun, $id ): string {
		$row = $this->rows[ $noun ][ $id ?? 0 ] ?? null;
		if ( null === $row || 'account' === $noun ) {
			return $row['name'] ?? '';
		}
		$name = implode( ' ', array_filter( array( $row['first_name'], $row['last_name'] ), 'strlen' ) );
		return '' === $name ? $row['email'] : $name;
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
		$bits   = array();
		foreach ( self::read( 'tag_links' ) as $link ) {
			$bits[ $link['entity'] ][ $link['record_id'] ][ $link['tag_id'] % 62 ] = 2 ** ( $link['tag_id'] % 62 );
		}
		foreach ( array( 'account' => array( 'name' ), 'contact' => array( 'first_name', 'last_name' ), 'tag' => array( 'name' ), 'action' => array( 'title' ), 'deal' => array( 'title' ), 'quote' => array( 'title' ), 'task' => array( 'title' ) ) as $noun => $sorted ) {
			foreach ( $this->rows[ $noun ] as $id => $row ) {
				foreach ( $sorted as $field ) {
					$should( "$noun $id {$field}_sort", $row[ "{$field}_sort" ], rtrim( mb_substr( Text::fold( $row[ $field ] ), 0, 100 ) ) );
				}
				foreach ( array_intersect( array( 'due_at', 'expected_close_date', 'valid_until' ), array_keys( $row ) ) as $field ) {
					$should( "$noun $id {$field}_sort", $row[ "{$field}_sort" ], substr( ( $row[ $field ] ?? '9999-12-31 23:59:59' ) . ' 00:00:00', 0, 19 ) );
				}
				if ( 'task' === $noun ) {
					$should( "task $id priority_rank", $row['priority_rank'], array( 'low' => '0', 'normal' => '1', 'high' => '2', 'urgent' => '3' )[ $row['priority'] ] ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
				}
				if ( isset( $row['tags_mask'] ) ) {
					$should( "$noun $id tags_mask", $row['tags_mask'], (string) array_sum( $bits[ $noun ][ $id ] ?? array() ) );
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
		foreach ( self::LINKS as $noun => $links ) {
			foreach ( $this->rows[ $noun ] as $id => $row ) {
				foreach ( $links as $field => $required ) {
					if ( null === $row[ $field ] ? $required : ! isset( $this->rows[ substr( $field, 0, -3 ) ][ $row[ $field ] ] ) ) {
						$wrong[] = "$noun $id has the $field {$row[ $field ]}, which is not there";
					}
				}
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
	 * Amounts and instants of deals and quotes that do not follow from the rest of the row, and numbers given twice.
	 *
	 * @return list<string>
	 */
	private function deals_and_quotes(): array {
		$wrong = array();
		foreach ( $this->rows['deal'] as $id => $row ) {
			$fixed = array( 'won' => 100, 'lost' => 0, 'abandoned' => 0 )[ $row['status'] ] ?? (int) $row['probability'];
			$is    = array( $row['probability'], $row['weighted_amount'], null === $row['closed_at'], null === $row['close_reason'] );
			if ( array( (string) $fixed, null === $row['amount'] ? null : (string) self::rounded( (int) $row['amount'] * $fixed, 100 ), 'open' === $row['status'], in_array( $row['status'], array( 'open', 'won' ), true ) ) !== $is ) {
				$wrong[] = "deal $id is " . wp_json_encode( $row );
			}
		}
		$numbers = array();
		foreach ( $this->rows['quote'] as $id => $row ) {
			$bases = array();
			foreach ( json_decode( $row['quote_lines'], true ) as $line ) {
				$net = self::rounded( $line['unit_price'] * self::scaled( $line['quantity'], 1000 ) * ( 10000 - self::scaled( $line['discount_percent'], 100 ) ), 10000000 );

				$bases[ $line['tax_rate'] ] = ( $bases[ $line['tax_rate'] ] ?? 0 ) + $net;
			}
			$tax = 0;
			foreach ( $bases as $rate => $base ) {
				$tax += self::rounded( $base * self::scaled( (string) $rate, 100 ), 10000 );
			}
			$net = array_sum( $bases );
			if ( array( (string) $net, (string) $tax, (string) ( $net + $tax ) ) !== array( $row['net_total'], $row['tax_total'], $row['total'] ) || ( 'accepted' === $row['status'] ) !== isset( $row['accepted_at'] ) || ! isset( $row['account_id'] ) && ! isset( $row['contact_id'] ) ) {
				$wrong[] = "quote $id is " . wp_json_encode( $row );
			}
			if ( isset( $numbers[ $row['number'] ] ) || 1 !== preg_match( '/^Q-\d{4}-\d{4,}$/', $row['number'] ) ) {
				$wrong[] = "quote $id has the number {$row['number']}, as quote " . ( $numbers[ $row['number'] ] ?? 'none' );
			}
			$numbers[ $row['number'] ] = $id;
		}
		return $wrong;
	}

	/**
	 * Reminders that are not as their task has them: each open, live task with a due date has its own, and nothing else waits.
	 *
	 * @return list<string>
	 */
	private function reminders(): array {
		$should = array();
		foreach ( $this->rows['task'] as $id => $row ) {
			foreach ( 'open' === $row['status'] && null === $row['trashed_at'] && null !== $row['due_at'] ? json_decode( $row['reminders'], true ) : array() as $reminder ) {
				$at = ( new \DateTimeImmutable( "{$row['due_at']} UTC" ) )->modify( "-{$reminder['minutes_before']} minutes" )->format( 'Y-m-d H:i:s' );

				$should[ "$id $at {$reminder['channel']} {$row['owner_id']}" ] = 1;
			}
		}
		$is = array();
		foreach ( self::read( 'reminders' ) as $row ) {
			$key = "{$row['task_id']} {$row['remind_at']} {$row['channel']} {$row['user_id']}";
			if ( in_array( $row['state'], array( 'pending', 'claimed' ), true ) || ( isset( $should[ $key ] ) && 'cancelled' !== $row['state'] ) ) {
				$is[ $key ] = ( $is[ $key ] ?? 0 ) + 1;
			}
		}
		return self::compare( 'reminder', $should, $is );
	}

	/**
	 * A fraction, half away from zero.
	 *
	 * @param int $number Above the line.
	 * @param int $by     Below it.
	 */
	private static function rounded( int $number, int $by ): int {
		return ( $number < 0 ? -1 : 1 ) * intdiv( 2 * abs( $number ) + $by, 2 * $by );
	}

	/**
	 * A decimal of few places as an integer.
	 *
	 * @param string $decimal The decimal.
	 * @param int    $by      1000 for three places.
	 */
	private static function scaled( string $decimal, int $by ): int {
		return (int) round( (float) $decimal * $by );
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
			$keys[ "{$row['entity']} {$row['record_id']} {$row['gram']}" ] = self::beside( $row['owner_id'], $row['trashed'], $row['inherited'], $row['follows'] );
		}
		return $keys;
	}

	/**
	 * What is stored beside a search key, as one number that is never 0: the owner, a digit each of whether it is in the trash and
	 * whether a parent's name alone has it, and what follows it.
	 *
	 * @param string|int $owner     Owner.
	 * @param string|int $trashed   0 or 1.
	 * @param string|int $inherited 0 or 1.
	 * @param string     $follows   What follows.
	 */
	private static function beside( $owner, $trashed, $inherited, string $follows ): int {
		return 1000 * (int) $owner + 100 * (int) $trashed + 10 * (int) $inherited + 1 + crc32( $follows ) * 1000000;
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
