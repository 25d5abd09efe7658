<?php
/**
 * What winning a deal brings about.
 *
 * @package Carnet
 */

namespace Carnet\Deals;

use Carnet\Entity\Effects;
use Carnet\Store\Transaction;

defined( 'ABSPATH' ) || exit;

/**
 * The contact of a deal that is won becomes a customer, unless keep_contact_type is sent.
 */
final class Deal_Effects implements Effects {

	/**
	 * What a client may ask for beside fields.
	 *
	 * @return array<string, string>
	 */
	public static function options(): array {
		return array( 'keep_contact_type' => __( 'Leave the contact’s type as it is when the deal is won.', 'carnet-crm' ) );
	}

	/**
	 * Nothing to complete.
	 *
	 * @param Transaction               $transaction The open unit.
	 * @param array<string, mixed>|null $before      The stored deal.
	 * @param array<string, mixed>      $after       The deal.
	 * @return array<string, mixed>
	 */
	public function complete( Transaction $transaction, ?array $before, array $after ): array {
		return $after;
	}

	/**
	 * Makes the contact a customer. It happens whoever owns the contact: the person may change the deal.
	 *
	 * @param Transaction               $transaction The open unit.
	 * @param array<string, mixed>|null $before      The deal before.
	 * @param array<string, mixed>      $after       The deal as stored.
	 * @param array<string, bool>       $options     What the client asked for beside fields.
	 */
	public function follow( Transaction $transaction, ?array $before, array $after, array $options ): void {
		if ( 'won' !== $after['status'] || 'won' === ( $before['status'] ?? '' ) || null === $after['contact_id'] || ! empty( $options['keep_contact_type'] ) ) {
			return;
		}
		$entity  = $transaction->entities->get( 'contact' );
		$contact = $transaction->writer->read( $entity, $after['contact_id'] );
		if ( null !== $contact && null === $contact['trashed_at'] && 'customer' !== $contact['type'] && null !== $entity->rules() ) {
			$changed = $entity->rules()->apply( $contact, array_merge( $contact, array( 'type' => 'customer' ) ), $transaction->set->at );
			$transaction->writer->write( $entity, $contact, $changed, 'update' );
		}
	}
}
