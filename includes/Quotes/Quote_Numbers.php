<?php
/**
 * How a quote gets its number.
 *
 * @package Carnet
 */

namespace Carnet\Quotes;

use Carnet\Entity\Effects;
use Carnet\Store\Database;
use Carnet\Store\Tables;
use Carnet\Store\Transaction;

defined( 'ABSPATH' ) || exit;

/**
 * Numbers quotes by year of issue, without gaps: the counter moves in the transaction that writes the quote, so a quote that is not
 * written takes no number, and two writers wait for each other at the counter's row.
 */
final class Quote_Numbers implements Effects {

	/**
	 * Takes how numbers are written, which is a setting. The counter goes on whatever they look like, so none comes twice.
	 *
	 * @param \Closure(): array{prefix: string, digits: int} $numbering The prefix, and the least number of digits.
	 */
	public function __construct( private readonly \Closure $numbering ) {}

	/**
	 * Gives a new quote its number; it never changes.
	 *
	 * @param Transaction               $transaction The open unit.
	 * @param array<string, mixed>|null $before      The stored quote.
	 * @param array<string, mixed>      $after       The quote.
	 * @return array<string, mixed>
	 */
	public function complete( Transaction $transaction, ?array $before, array $after ): array {
		if ( null === $before ) {
			$year            = substr( $after['issued_on'], 0, 4 );
			$as              = ( $this->numbering )();
			$after['number'] = sprintf( "%s-%s-%0{$as['digits']}d", $as['prefix'], $year, self::next( "quotes.$year" ) );
		}
		return $after;
	}

	/**
	 * Nothing to follow up.
	 *
	 * @param Transaction               $transaction The open unit.
	 * @param array<string, mixed>|null $before      The quote before.
	 * @param array<string, mixed>      $after       The quote as stored.
	 * @param array<string, bool>       $options     What the client asked for beside fields.
	 */
	public function follow( Transaction $transaction, ?array $before, array $after, array $options ): void {}

	/**
	 * Moves a counter and answers where it stands.
	 *
	 * @param string $name Its name.
	 */
	private static function next( string $name ): int {
		global $wpdb;
		$table = Tables::name( 'counters' );
		Database::write( (string) $wpdb->prepare( 'INSERT INTO %i (name, reached) VALUES (%s, 1) ON DUPLICATE KEY UPDATE reached = reached + 1', $table, $name ) );
		return (int) Database::value( (string) $wpdb->prepare( 'SELECT reached FROM %i WHERE name = %s', $table, $name ) );
	}
}
