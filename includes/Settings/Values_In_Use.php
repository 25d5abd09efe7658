<?php
/**
 * Values of the settings that records hold.
 *
 * @package Carnet
 */

namespace Carnet\Settings;

use Carnet\Entity\Entity;
use Carnet\Entity\Problem;
use Carnet\Store\Database;
use Carnet\Store\Transaction;

defined( 'ABSPATH' ) || exit;

/**
 * Finds the records that a change of the settings concerns. A value of a list goes together with its replacement, a currency not at
 * all, and its number of decimals stays: amounts are whole numbers of its minor unit.
 */
final class Values_In_Use {

	/**
	 * What to write: noun, field, records, value they had, value they get.
	 *
	 * @var list<array{Entity, string, list<int>, array<string, mixed>, string}>
	 */
	private array $replacements = array();

	/**
	 * Works in an open unit.
	 *
	 * @param Transaction $transaction The open unit.
	 */
	public function __construct( private readonly Transaction $transaction ) {}

	/**
	 * Refuses to remove values that records hold, unless there is another for them. Nothing is written yet.
	 *
	 * @param array<string, mixed>                 $before  All settings.
	 * @param array<string, mixed>                 $after   As they would be.
	 * @param array<string, array<string, string>> $instead By list: removed key => the key that records get.
	 * @throws Problem 409 carnet_in_use naming the list and the value.
	 */
	public function check( array $before, array $after, array $instead ): void {
		$exponents = array_column( $after['currencies'], 'exponent', 'code' );
		foreach ( $before['currencies'] as $currency ) {
			if ( ( $exponents[ $currency['code'] ] ?? null ) !== $currency['exponent'] ) {
				$this->keep( $currency['code'], isset( $exponents[ $currency['code'] ] ) );
			}
		}
		foreach ( $before['lists'] as $list => $values ) {
			$left = array_column( $after['lists'][ $list ], 'key' );
			foreach ( $values as $value ) {
				if ( ! in_array( $value['key'], $left, true ) ) {
					$this->replace( $list, $value, $instead[ $list ][ $value['key'] ] ?? '', $left );
				}
			}
		}
	}

	/**
	 * Refuses to remove a currency that records are in, or to change its decimals.
	 *
	 * @param string $code  Its code.
	 * @param bool   $stays Whether only its decimals change.
	 */
	private function keep( string $code, bool $stays ): void {
		$count = 0;
		foreach ( $this->users( 'currency' ) as list( $entity, $field ) ) {
			$count += (int) Database::value( (string) $GLOBALS['wpdb']->prepare( 'SELECT COUNT(*) FROM %i WHERE %i = %s', $entity->table(), $field, $code ) );
		}
		if ( $count ) {
			$words = $stays
				/* translators: 1: code of a currency. 2: number of records. */
				? _n( 'The decimals of %1$s cannot change: %2$d record has amounts in it.', 'The decimals of %1$s cannot change: %2$d records have amounts in it.', $count, 'carnet-crm' )
				/* translators: 1: code of a currency. 2: number of records. */
				: _n( '%1$s cannot be removed: %2$d record has amounts in it.', '%1$s cannot be removed: %2$d records have amounts in it.', $count, 'carnet-crm' );
			throw self::in_use( sprintf( $words, $code, $count ), 'currencies', $code, $count );
		}
	}

	/**
	 * Notes which records get another value.
	 *
	 * @param string               $list    List.
	 * @param array<string, mixed> $value   The removed value.
	 * @param string               $instead Key of the other, or ''.
	 * @param list<string>         $left    Keys that stay.
	 */
	private function replace( string $list, array $value, string $instead, array $left ): void {
		$count = 0;
		foreach ( $this->users( $list ) as list( $entity, $field ) ) {
			$ids    = array_map( 'intval', Database::column( (string) $GLOBALS['wpdb']->prepare( 'SELECT id FROM %i WHERE %i = %s ORDER BY id', $entity->table(), $field, $value['key'] ) ) );
			$count += count( $ids );

			$this->replacements[] = array( $entity, $field, $ids, $value, $instead );
		}
		if ( $count && ! in_array( $instead, $left, true ) ) {
			/* translators: %d: number of records. */
			$message = sprintf( _n( '%d record has this value. Choose the value it gets instead.', '%d records have this value. Choose the value they get instead.', $count, 'carnet-crm' ), $count );
			throw self::in_use( $message, $list, $value['key'], $count );
		}
	}

	/**
	 * Gives those records their other value, by the rules of their noun. The new settings must be in force: a deal that has the
	 * probability of its stage gets that of the new one.
	 */
	public function write(): void {
		foreach ( $this->replacements as list( $entity, $field, $ids, $value, $instead ) ) {
			foreach ( $this->transaction->writer->records( $entity, $ids ) as $record ) {
				$after = array_merge( $record, array( $field => $instead ) );
				if ( isset( $value['probability'] ) && $value['probability'] === $record['probability'] ) {
					$after['probability'] = null;
				}
				$after = null === $entity->rules() ? $after : $entity->rules()->apply( $record, $after, $this->transaction->set->at );
				$this->transaction->writer->write( $entity, $record, $after, 'update' );
			}
		}
	}

	/**
	 * The fields that take their values from a list, of all nouns.
	 *
	 * @param string $list List, or currency.
	 * @return list<array{Entity, string}> Noun and field.
	 */
	private function users( string $list ): array {
		$users = array();
		foreach ( $this->transaction->entities->records() as $entity ) {
			foreach ( $entity->fields()->having( 'choices' ) as $name => $field ) {
				if ( $field['choices'] === $list ) {
					$users[] = array( $entity, $name );
				}
			}
		}
		return $users;
	}

	/**
	 * The refusal.
	 *
	 * @param string $message What to do.
	 * @param string $field   Setting.
	 * @param string $value   Value.
	 * @param int    $count   Records that hold it.
	 */
	private static function in_use( string $message, string $field, string $value, int $count ): Problem {
		return new Problem( 'carnet_in_use', 409, $message, compact( 'field', 'value', 'count' ) );
	}
}
