<?php
/**
 * The actions of the demo.
 *
 * @package Carnet
 */

namespace Carnet\Demo;

/**
 * Puts on the timeline what was done and is to be done: around the deals in their order, and with everybody else.
 */
final class Demo_Actions {

	private const COUNT   = 300;
	private const PLANNED = 12;

	/**
	 * Actions so far.
	 */
	private int $count = 0;

	/**
	 * Those of them that are to be done, and those that took place outside a deal.
	 */
	private int $planned = 0;
	private int $outside = 0;

	/**
	 * How often each kind was drawn from.
	 *
	 * @var array<string, int>
	 */
	private array $drawn = array();

	/**
	 * Takes what they are made of.
	 *
	 * @param Timeline             $timeline Where they go.
	 * @param Random               $random   Chance.
	 * @param Calendar             $calendar Instants.
	 * @param array<string, mixed> $data     data/actions.json.
	 */
	public function __construct( private readonly Timeline $timeline, private readonly Random $random, private readonly Calendar $calendar, private readonly array $data ) {}

	/**
	 * Adds all.
	 *
	 * @param list<array<string, mixed>> $deals  As Demo_Deals gave them.
	 * @param list<array<string, mixed>> $people As Demo_Contacts gave them.
	 * @return int How many.
	 */
	public function add( array $deals, array $people ): int {
		foreach ( $deals as $i => $deal ) {
			$this->of_deal( $deal, 0 === $i % 2, 0 === $i % 3 );
		}
		for ( $i = 0; $i < self::PLANNED; $i++ ) {
			$person = $people[ ( $i * 11 + 4 ) % count( $people ) ];
			$this->planned( $person, $person['since'], '' );
		}
		for ( $i = 0; $this->count < self::COUNT; $i++ ) {
			$this->with( $people[ $i * 13 % count( $people ) ] );
		}
		return $this->count;
	}

	/**
	 * Adds what happened in a deal, and what comes next in an open one.
	 *
	 * @param array<string, mixed> $deal As Demo_Deals gave it.
	 * @param bool                 $busy Whether there was more of it, or is more to come.
	 * @param bool                 $slow Whether the quote had to be talked about.
	 */
	private function of_deal( array $deal, bool $busy, bool $slow ): void {
		$moments = $deal['moments'];
		$start   = reset( $moments );
		if ( $busy ) {
			$this->past( 'first', $deal['person'], $start, $deal['ref'] );
		}
		if ( ( $moments['needs_analysis'] ?? $start ) > $start ) {
			$this->past( 'needs', $deal['person'], $moments['needs_analysis'], $deal['ref'] );
		}
		if ( ( $moments['proposal'] ?? $start ) > $start ) {
			$this->past( 'quote', $deal['person'], $moments['proposal'], $deal['ref'] );
			if ( $slow ) {
				$this->past( 'follow', $deal['person'], $this->calendar->between( $moments['proposal'], $deal['end'], 50 ), $deal['ref'] );
			}
		}
		if ( in_array( $deal['status'], array( 'won', 'lost' ), true ) ) {
			$this->past( $deal['status'], $deal['person'], $deal['end'], $deal['ref'] );
		}
		if ( 'open' === $deal['status'] && $busy ) {
			$this->planned( $deal['person'], end( $moments ), $deal['ref'] );
		}
	}

	/**
	 * Adds something with someone outside a deal.
	 *
	 * @param array<string, mixed> $person As Demo_Contacts gave them.
	 */
	private function with( array $person ): void {
		$known = $person['customer_at'] ?? $person['since'];
		$at    = $this->calendar->after( $known, 1, null === $person['customer_at'] ? 12 : 120 ) ?? $this->calendar->between( $known, null, 50 );
		$this->past( null === $person['customer_at'] ? 'lead' : 'customer', $person, $at, '' );
	}

	/**
	 * The next action of a kind, so that there are some of each.
	 *
	 * @param string $kind Key of data/actions.json.
	 * @return array<string, mixed>
	 */
	private function draw( string $kind ): array {
		$this->drawn[ $kind ] = 1 + ( $this->drawn[ $kind ] ?? -1 );
		return $this->data[ $kind ][ $this->drawn[ $kind ] % count( $this->data[ $kind ] ) ];
	}

	/**
	 * Adds an action that is noted once it is over.
	 *
	 * @param string               $kind   Key of data/actions.json.
	 * @param array<string, mixed> $person With whom.
	 * @param string               $at     When.
	 * @param string               $deal   In which deal, if any.
	 */
	private function past( string $kind, array $person, string $at, string $deal ): void {
		$action = $this->draw( $kind );
		$status = '' === $deal && 0 === ++$this->outside % 13 ? 'cancelled' : 'done';
		$this->action( $action, $person, $this->calendar->minutes_after( $at, ( $action['minutes'] ?? 0 ) + $this->random->between( 1, 15 ) ), $at, $deal, $status );
	}

	/**
	 * Adds an action of today or the next two weeks.
	 *
	 * @param array<string, mixed> $person With whom.
	 * @param string               $since  When it was decided, at the earliest.
	 * @param string               $deal   In which deal, if any.
	 */
	private function planned( array $person, string $since, string $deal ): void {
		$turn = $this->planned++;
		$days = $turn % 15;
		$this->action(
			$this->draw( 'next' ),
			$person,
			$this->calendar->between( max( $since, $this->calendar->ago( 9 ) ), null, $this->random->between( 30, 90 ) ),
			$this->calendar->coming( $days, $this->random->between( 9, 17 ) ),
			$deal,
			$turn < 3 ? 'in_progress' : 'not_started'
		);
	}

	/**
	 * Adds one.
	 *
	 * @param array<string, mixed> $action From data/actions.json.
	 * @param array<string, mixed> $person With whom.
	 * @param string               $noted  When it is noted.
	 * @param string               $at     When it is.
	 * @param string               $deal   In which deal, if any.
	 * @param string               $status How it stands.
	 */
	private function action( array $action, array $person, string $noted, string $at, string $deal, string $status ): void {
		$minutes = $action['minutes'] ?? 0;
		$start   = wp_date( 'H:i', (int) strtotime( $at ) );
		$end     = wp_date( 'H:i', (int) strtotime( $at ) + $minutes * MINUTE_IN_SECONDS );
		$fields  = array(
			'title'      => $action[ $person['speaks'] ],
			'nature'     => $action['nature'] ?? 'sales',
			'type'       => $action['type'],
			'status'     => $status,
			'date'       => $this->calendar->day( $at ),
			'start_time' => $minutes ? $start : null,
			// What goes on after midnight has no end here.
			'end_time'   => $end > $start ? $end : null,
			'note'       => $this->random->happens( 25 ) ? $this->random->one( $this->data['notes'][ $person['speaks'] ] ) : '',
		);
		$this->timeline->create(
			$noted,
			$person['owner'],
			'action',
			'action ' . $this->count++,
			fn(): array => $fields + array(
				'contact_id' => $this->timeline->id( $person['ref'] ),
				'account_id' => null === $person['company'] ? null : $this->timeline->id( $person['company']['ref'] ),
				'deal_id'    => '' === $deal ? null : $this->timeline->id( $deal ),
			)
		);
	}
}
