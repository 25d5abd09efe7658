<?php
/**
 * The deals of the demo.
 *
 * @package Carnet
 */

namespace Carnet\Demo;

/**
 * Puts deals on the timeline: a prospect's first one is what makes a customer of them or does not, a customer's next ones follow.
 */
final class Demo_Deals {

	private const FIRST_WON = 24;
	private const NEXT_WON  = 6;
	private const LOST      = 14;
	private const ABANDONED = 6;

	/**
	 * How many open deals have come to each stage.
	 */
	private const OPEN = array(
		'prospecting'      => 7,
		'contact_handover' => 5,
		'qualification'    => 6,
		'needs_analysis'   => 6,
		'proposal'         => 6,
	);

	/**
	 * Deals so far.
	 *
	 * @var list<array<string, mixed>>
	 */
	private array $deals = array();

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
	 * @param list<array<string, mixed>> $people Those of companies, as Demo_Contacts gave them.
	 * @return list<array<string, mixed>> Each with `ref`, `person`, `offer`, `status`, `moments` (stage to instant), `end` and `again`.
	 */
	public function add( array $people ): array {
		$customers = array_values( array_filter( $people, static fn( array $person ): bool => null !== $person['customer_at'] && null !== $person['prospect_at'] ) );
		$prospects = array_values( array_filter( $people, static fn( array $person ): bool => 'prospect' === $person['type'] ) );
		foreach ( array_slice( $customers, 0, self::FIRST_WON ) as $person ) {
			$this->deal( $person, 'won', $this->begins( $person ), $person['customer_at'] );
		}
		$this->closed( $customers, 'won', self::NEXT_WON );
		$this->closed( $prospects, 'lost', self::LOST );
		$this->closed( array_reverse( $prospects ), 'abandoned', self::ABANDONED );
		$this->open( array( ...array_reverse( $prospects ), ...array_reverse( $customers ) ) );
		return $this->deals;
	}

	/**
	 * Adds deals that came to an end, with those who have known us for long enough.
	 *
	 * @param list<array<string, mixed>> $people Who they may be with.
	 * @param string                     $status How they end.
	 * @param int                        $count  How many.
	 */
	private function closed( array $people, string $status, int $count ): void {
		$again = 'won' === $status;
		foreach ( $people as $person ) {
			$start = $again ? $this->calendar->after( $person['customer_at'], 20, 70 ) : $this->begins( $person );
			$end   = null === $start ? null : $this->calendar->after( $start, 'abandoned' === $status ? 50 : 12, 'abandoned' === $status ? 80 : 45 );
			if ( null !== $end && $count > 0 && ! $this->has_deal( $person, $again ? 'again' : '' ) ) {
				$this->deal( $person, $status, (string) $start, $end, $again );
				--$count;
			}
		}
	}

	/**
	 * Adds those that are open, at most one for a person.
	 *
	 * @param list<array<string, mixed>> $people Who they may be with.
	 */
	private function open( array $people ): void {
		$stages = array_merge( ...array_map( static fn( string $stage ): array => array_fill( 0, self::OPEN[ $stage ], $stage ), array_keys( self::OPEN ) ) );
		foreach ( $people as $person ) {
			$again = null !== $person['customer_at'];
			$start = max( $this->begins( $person, $again ), $this->calendar->ago( $this->random->between( 12, 75 ) ) );
			if ( $stages && ! $this->has_deal( $person, 'open' ) && ( $again || ! $this->has_deal( $person ) ) && $this->calendar->days_since( $start ) > 1 ) {
				// The last stage first: who is the first in the list has been here longest.
				$this->deal( $person, 'open', $start, null, $again, array_pop( $stages ) );
			}
		}
	}

	/**
	 * When a deal can begin: minutes after someone showed interest, or has bought.
	 *
	 * @param array<string, mixed> $person As Demo_Contacts gave them.
	 * @param bool                 $again  Whether it is not their first.
	 */
	private function begins( array $person, bool $again = false ): string {
		return $this->calendar->minutes_after( $person[ $again ? 'customer_at' : 'prospect_at' ], $this->random->between( 5, 40 ) );
	}

	/**
	 * Whether someone has a deal already.
	 *
	 * @param array<string, mixed> $person As Demo_Contacts gave them.
	 * @param string               $kind   Any; `again` for another than their first, `open` for an open one.
	 */
	private function has_deal( array $person, string $kind = '' ): bool {
		foreach ( $this->deals as $deal ) {
			if ( $deal['person']['ref'] === $person['ref'] && ( '' === $kind || ( 'open' === $kind ? 'open' === $deal['status'] : $deal['again'] ) ) ) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Adds one.
	 *
	 * @param array<string, mixed> $person As Demo_Contacts gave them.
	 * @param string               $status How it ends.
	 * @param string               $start  When it begins.
	 * @param string|null          $end    When it ends.
	 * @param bool                 $again  Whether they have bought before.
	 * @param string               $last   The stage an open one has come to.
	 */
	private function deal( array $person, string $status, string $start, ?string $end, bool $again = false, string $last = '' ): void {
		if ( '' === $last ) {
			// Who has little interest does not get as far as a quote.
			$last = 'won' === $status || $this->random->happens( 'lost' === $status ? 75 : 50 ) ? 'proposal' : 'needs_analysis';
		}
		$deal          = array(
			'ref'     => 'deal ' . count( $this->deals ),
			'person'  => $person,
			'offer'   => $this->offers->offer( $person, $again ),
			'status'  => $status,
			'again'   => $again,
			'moments' => $this->moments( $start, $end, $last ),
			'end'     => $end,
		);
		$this->deals[] = $deal;
		$this->tell( $deal );
	}

	/**
	 * When a deal comes to each of its stages.
	 *
	 * @param string      $start When it begins.
	 * @param string|null $end   When it ends.
	 * @param string      $last  Its last stage.
	 * @return array<string, string>
	 */
	private function moments( string $start, ?string $end, string $last ): array {
		$stages = array_keys( self::OPEN );
		$rank   = (int) array_search( $last, $stages, true );
		$first  = min( $rank, $this->random->one( array( 0, 0, 1, 2 ) ) );
		$path   = array_unique( array( $stages[ $first ], $stages[ max( $first, min( 3, $rank ) ) ], $last ) );
		$at     = $start;
		$left   = count( $path );
		$all    = array();
		foreach ( $path as $stage ) {
			$all[ $stage ] = $at;
			$at            = $this->calendar->between( $at, $end, intdiv( 100, $left-- ) - ( $left ? 0 : 20 ) );
		}
		return $all;
	}

	/**
	 * Puts one on the timeline.
	 *
	 * @param array<string, mixed> $deal The deal.
	 */
	private function tell( array $deal ): void {
		$person = $deal['person'];
		$stages = array_keys( $deal['moments'] );
		$start  = $deal['moments'][ $stages[0] ];
		$fields = $this->fields( $deal, $start );
		$this->timeline->create(
			$start,
			$person['owner'],
			'deal',
			$deal['ref'],
			fn(): array => $fields + array(
				'stage'      => $stages[0],
				'account_id' => $this->timeline->id( $person['company']['ref'] ),
				'contact_id' => $this->timeline->id( $person['ref'] ),
				'tags'       => $this->timeline->tags( $deal['again'] ? array( 'renewal' ) : array() ),
			)
		);
		foreach ( array_slice( $deal['moments'], 1 ) as $stage => $at ) {
			$changes = array( 'stage' => $stage ) + ( 'proposal' === $stage ? array( 'amount' => $deal['offer']['net'] ) : array() );
			if ( 'open' === $deal['status'] && 'proposal' === $stage && $this->random->happens( 30 ) ) {
				$changes['probability'] = $this->random->one( array( 70, 90, 95 ) );
			}
			$this->timeline->update( $at, $person['owner'], 'deal', $deal['ref'], static fn(): array => $changes );
		}
		if ( null !== $deal['end'] ) {
			$changes = array( 'status' => $deal['status'] ) + ( 'won' === $deal['status'] ? array() : array( 'close_reason' => $this->reason( $deal['status'] ) ) );
			$this->timeline->update( $deal['end'], $person['owner'], 'deal', $deal['ref'], static fn(): array => $changes );
		}
	}

	/**
	 * What is known of a deal at its beginning: a round amount, if any.
	 *
	 * @param array<string, mixed> $deal  The deal.
	 * @param string               $start When it begins.
	 * @return array<string, mixed>
	 */
	private function fields( array $deal, string $start ): array {
		$offer  = $deal['offer'];
		$round  = max( 50000, intdiv( $offer['net'] + 25000, 50000 ) * 50000 );
		$amount = $deal['end'] || isset( $deal['moments']['needs_analysis'] ) || $this->random->happens( 65 ) ? $round : null;
		$close  = $this->calendar->day( $start, $this->random->between( 30, 90 ) );
		if ( 'open' === $deal['status'] ) {
			// A few are late already.
			$close = $this->calendar->day( null, $this->random->happens( 15 ) ? -$this->random->between( 1, 9 ) : $this->random->between( 5, 60 ) );
		}
		return array(
			'title'               => $offer['title'] . ' – ' . $deal['person']['company']['name'],
			'currency'            => $offer['currency'],
			'start_date'          => $this->calendar->day( $start ),
			'expected_close_date' => max( $close, $this->calendar->day( $start ) ),
			'amount'              => $amount,
			'potential_amount'    => null !== $amount && $this->random->happens( 35 ) ? intdiv( $round * 3, 2 ) : null,
			'new_customer'        => ! $deal['again'],
			'note'                => $this->offers->note( 'notes', $deal['person'] ),
		);
	}

	/**
	 * Why one came to nothing.
	 *
	 * @param string $status lost or abandoned.
	 */
	private function reason( string $status ): string {
		return $this->random->weighted(
			'lost' === $status
			? array(
				'price'    => 40,
				'services' => 25,
				'budget'   => 25,
				'unknown'  => 10,
			)
			: array(
				'change_of_goal' => 45,
				'company_policy' => 35,
				'budget'         => 20,
			)
		);
	}
}
