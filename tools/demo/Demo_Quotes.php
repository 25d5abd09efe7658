<?php
/**
 * The quotes of the demo.
 *
 * @package Carnet
 */

namespace Carnet\Demo;

/**
 * Puts quotes on the timeline: those of deals, which go as the deal goes, and those of people without one.
 */
final class Demo_Quotes {

	private const COUNT = 90;

	/**
	 * What becomes of the quotes without a deal, once those who bought have theirs.
	 */
	private const OTHERS = array( 'draft', 'expired', 'sent', 'declined', 'expired', 'draft', 'sent' );

	/**
	 * Quotes so far.
	 */
	private int $count = 0;

	/**
	 * Takes what they are made of.
	 *
	 * @param Timeline    $timeline Where they go.
	 * @param Random      $random   Chance.
	 * @param Calendar    $calendar Instants.
	 * @param Demo_Offers $offers   What is sold.
	 */
	public function __construct( private readonly Timeline $timeline, private readonly Random $random, private readonly Calendar $calendar, private readonly Demo_Offers $offers ) {}

	/**
	 * Adds all.
	 *
	 * @param list<array<string, mixed>> $deals  As Demo_Deals gave them.
	 * @param list<array<string, mixed>> $people As Demo_Contacts gave them.
	 * @return int How many.
	 */
	public function add( array $deals, array $people ): int {
		foreach ( $deals as $i => $deal ) {
			$this->of_deal( $deal, 0 === $i % 5 );
		}
		$busy = array_column( array_column( $deals, 'person' ), 'ref' );
		$free = array_values( array_filter( $people, static fn( array $person ): bool => null !== $person['prospect_at'] && ! in_array( $person['ref'], $busy, true ) ) );
		$sold = array_filter( $free, static fn( array $person ): bool => null !== $person['customer_at'] );
		foreach ( array_slice( $sold, 0, 20 ) as $person ) {
			$this->quote( $person, $this->offers->offer( $person ), $this->calendar->between( $person['prospect_at'], $person['customer_at'], 60 ), 'accepted', $person['customer_at'] );
		}
		for ( $i = 0; $this->count < self::COUNT; $i++ ) {
			$this->alone( $free[ $i * 7 % count( $free ) ], self::OTHERS[ $i % count( self::OTHERS ) ] );
		}
		return $this->count;
	}

	/**
	 * Adds the quotes of a deal: sent with the proposal, settled when it ends.
	 *
	 * @param array<string, mixed> $deal  As Demo_Deals gave it.
	 * @param bool                 $twice Whether one that is won took two.
	 */
	private function of_deal( array $deal, bool $twice ): void {
		$at     = $deal['moments']['proposal'] ?? null;
		$person = $deal['person'];
		if ( null === $at ) {
			if ( isset( $deal['moments']['needs_analysis'] ) && 'open' === $deal['status'] && $twice ) {
				$this->quote( $person, $deal['offer'], $this->calendar->between( $deal['moments']['needs_analysis'], null, 50 ), 'draft', null, $deal['ref'] );
			}
			return;
		}
		if ( $twice && 'won' === $deal['status'] && isset( $deal['moments']['needs_analysis'] ) ) {
			$this->quote( $person, $this->offers->dearer( $deal['offer'] ), $this->calendar->between( $deal['moments']['needs_analysis'], $at, 50 ), 'declined', $at, $deal['ref'] );
		}
		$becomes = array(
			'open'      => 'sent',
			'won'       => 'accepted',
			'lost'      => 'declined',
			'abandoned' => 'expired',
		);
		$this->quote( $person, $deal['offer'], $at, $becomes[ $deal['status'] ], $deal['end'], $deal['ref'] );
	}

	/**
	 * Adds a quote of someone without a deal.
	 *
	 * @param array<string, mixed> $person As Demo_Contacts gave them.
	 * @param string               $status What becomes of it.
	 */
	private function alone( array $person, string $status ): void {
		$again = null !== $person['customer_at'];
		$known = $this->calendar->minutes_after( $again ? $person['customer_at'] : $person['prospect_at'], 30 );
		$late  = in_array( $status, array( 'draft', 'sent' ), true );
		$at    = max( $known, $this->calendar->ago( $late ? $this->random->between( 1, 20 ) : $this->random->between( 40, 90 ) ) );
		$end   = null;
		if ( ! $late ) {
			$end    = $this->calendar->after( $at, 'expired' === $status ? 17 : 3, 25 );
			$status = null === $end ? 'sent' : $status;
		}
		$this->quote( $person, $this->offers->offer( $person, $again ), $at, $status, $end );
	}

	/**
	 * Adds one.
	 *
	 * @param array<string, mixed> $person As Demo_Contacts gave them.
	 * @param array<string, mixed> $offer  As Demo_Offers gave it.
	 * @param string               $at     When it is written, and sent unless it stays a draft.
	 * @param string               $status What becomes of it.
	 * @param string|null          $end    When that is known.
	 * @param string               $deal   Its deal, if any.
	 */
	private function quote( array $person, array $offer, string $at, string $status, ?string $end, string $deal = '' ): void {
		$name = 'quote ' . $this->count++;
		$days = null === $end ? $this->calendar->days_since( $at ) + 5 : intdiv( strtotime( $end ) - strtotime( $at ), DAY_IN_SECONDS ) + 1;
		if ( 'expired' === $status && $days < 18 ) {
			$status = 'declined';
		}
		$valid  = 'expired' === $status ? 15 : max( 30, 30 * (int) ceil( $days / 30 ) );
		$fields = array(
			'title'       => $offer['title'],
			'status'      => 'draft' === $status ? 'draft' : 'sent',
			'currency'    => $offer['currency'],
			'lines'       => $offer['lines'],
			'issued_on'   => $this->calendar->day( $at ),
			'valid_until' => 'draft' === $status && $this->random->happens( 50 ) ? null : $this->calendar->day( $at, $valid ),
			'note'        => $this->offers->note( 'terms', $person ),
		);
		$this->timeline->create(
			$at,
			$person['owner'],
			'quote',
			$name,
			fn(): array => $fields + array(
				'contact_id' => $this->timeline->id( $person['ref'] ),
				'account_id' => null === $person['company'] ? null : $this->timeline->id( $person['company']['ref'] ),
				'deal_id'    => '' === $deal ? null : $this->timeline->id( $deal ),
			)
		);
		if ( null !== $end ) {
			$this->timeline->update( $end, $person['owner'], 'quote', $name, static fn(): array => array( 'status' => $status ) );
		}
	}
}
