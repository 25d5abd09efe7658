<?php
/**
 * The tasks of the demo.
 *
 * @package Carnet
 */

namespace Carnet\Demo;

/**
 * Puts tasks on the timeline: done, overdue, of today, of the next weeks, without a date. What is past reminds in the app only, or is
 * done: loading the demo must send no mail.
 */
final class Demo_Tasks {

	private const DONE      = 48;
	private const CANCELLED = 10;
	private const UNDATED   = 6;

	/**
	 * Open tasks, by the days from today between which they are due.
	 */
	private const OPEN = array(
		array( 12, -8, -1 ),
		array( 6, 0, 0 ),
		array( 24, 1, 7 ),
		array( 14, 8, 45 ),
	);

	/**
	 * Tasks so far.
	 */
	private int $count = 0;

	/**
	 * Takes what they are made of.
	 *
	 * @param Timeline             $timeline Where they go.
	 * @param Random               $random   Chance.
	 * @param Calendar             $calendar Instants.
	 * @param array<string, mixed> $data     data/tasks.json.
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
		$open   = array_values( array_filter( $deals, static fn( array $deal ): bool => 'open' === $deal['status'] ) );
		$closed = array_values( array_filter( $deals, static fn( array $deal ): bool => 'open' !== $deal['status'] ) );
		foreach ( self::OPEN as list( $count, $from, $to ) ) {
			for ( $i = 0; $i < $count; $i++ ) {
				$due = $this->calendar->coming( $this->random->between( $from, $to ), $this->random->between( 8, 18 ) );
				// Given before it is due.
				$now  = $this->count % 2 ? array_values( array_filter( $open, static fn( array $deal ): bool => end( $deal['moments'] ) < $due ) ) : array();
				$deal = $now ? $now[ $this->count % count( $now ) ] : null;
				$who  = array_values( array_filter( $people, static fn( array $person ): bool => $person['since'] < $due ) );
				$this->open( $deal, $who[ $this->count * 5 % count( $who ) ], $due );
			}
		}
		for ( $i = 0; $i < self::UNDATED; $i++ ) {
			$this->open( null, $people[ ( $i * 19 + 2 ) % count( $people ) ], null );
		}
		for ( $i = 0; $i < self::DONE + self::CANCELLED; $i++ ) {
			$deal = $i % 2 ? $closed[ $i % count( $closed ) ] : null;
			$this->past( $deal, $people[ ( $i * 3 + 1 ) % count( $people ) ], $i < self::DONE ? 'done' : 'cancelled' );
		}
		return $this->count;
	}

	/**
	 * Adds a task that is to be done, given in the last days.
	 *
	 * @param array<string, mixed>|null $deal   In which deal, if any.
	 * @param array<string, mixed>      $person With whom otherwise.
	 * @param string|null               $due    When.
	 */
	private function open( ?array $deal, array $person, ?string $due ): void {
		$since     = null === $deal ? $person['since'] : end( $deal['moments'] );
		$until     = null !== $due && $this->calendar->seconds_to( $due ) < 0 ? $due : null;
		$given     = $this->calendar->between( $since, $until, $this->random->between( 70, 95 ) );
		$reminders = null === $due || $this->random->happens( 25 ) ? array() : array( $this->reminder( $due, true ) );
		if ( $reminders && $this->random->happens( 20 ) ) {
			$reminders[] = array(
				'minutes_before' => 0,
				'channel'        => 'in_app',
			);
		}
		$this->task( $deal, $person, $given, $due, $reminders );
	}

	/**
	 * Adds a task that is over.
	 *
	 * @param array<string, mixed>|null $deal   In which deal, if any.
	 * @param array<string, mixed>      $person With whom otherwise.
	 * @param string                    $status done or cancelled.
	 */
	private function past( ?array $deal, array $person, string $status ): void {
		$given     = null === $deal ? $this->calendar->between( $person['since'], null, $this->random->between( 5, 90 ) ) : $this->calendar->between( reset( $deal['moments'] ), $deal['end'], $this->random->between( 10, 50 ) );
		$over      = null === $deal ? ( $this->calendar->after( $given, 1, 9 ) ?? $this->calendar->between( $given, null, 60 ) ) : $this->calendar->between( $given, $deal['end'], $this->random->between( 30, 90 ) );
		$due       = gmdate( 'Y-m-d', strtotime( $over ) + $this->random->between( 0, 1 ) * DAY_IN_SECONDS ) . sprintf( 'T%02d:00:00Z', $this->random->between( 8, 17 ) );
		$due       = max( $due, $this->calendar->minutes_after( $given, 120 ) );
		$reminders = $this->random->happens( 60 ) ? array( $this->reminder( $due, false ) ) : array();
		$name      = $this->task( $deal, $person, $given, $due, $reminders );
		$owner     = null === $deal ? $person['owner'] : $deal['person']['owner'];
		$this->timeline->update( $over, $owner, 'task', $name, static fn(): array => array( 'status' => $status ) );
	}

	/**
	 * A reminder. In an open task one that is past, or will be within two hours, stays in the app.
	 *
	 * @param string $due     When the task is due.
	 * @param bool   $is_open Whether the task is open.
	 * @return array{minutes_before: int, channel: string}
	 */
	private function reminder( string $due, bool $is_open ): array {
		$minutes = $this->random->one( array( 0, 15, 30, 60, 60, 1440, 1440 ) );
		$at      = $this->calendar->seconds_to( $due ) - $minutes * MINUTE_IN_SECONDS;
		$mail    = $this->random->happens( 45 ) && ( ! $is_open || $at > 2 * HOUR_IN_SECONDS );
		return array(
			'minutes_before' => $minutes,
			'channel'        => $mail ? 'email' : 'in_app',
		);
	}

	/**
	 * Adds one.
	 *
	 * @param array<string, mixed>|null   $deal      In which deal, if any.
	 * @param array<string, mixed>        $person    With whom otherwise.
	 * @param string                      $given     When it is given.
	 * @param string|null                 $due       When it is due.
	 * @param list<array<string, mixed>>  $reminders Reminders.
	 * @return string Its name in the timeline.
	 */
	private function task( ?array $deal, array $person, string $given, ?string $due, array $reminders ): string {
		$person = $deal['person'] ?? $person;
		$name   = 'task ' . $this->count++;
		$who    = trim( "{$person['fields']['first_name']} {$person['fields']['last_name']}" );
		$kind   = null !== $deal ? 'deal' : ( ( $person['customer_at'] ?? $given ) < $given ? 'customer' : 'person' );
		$text   = $this->random->one( $this->data[ $kind ] );
		$fields = array(
			'title'       => sprintf( $text[ $person['speaks'] ], $who ),
			'description' => $this->random->happens( 40 ) ? $this->random->one( $this->data['descriptions'][ $person['speaks'] ] ) : '',
			'due_at'      => $due,
			'priority'    => $this->random->weighted(
				array(
					'normal' => 60,
					'high'   => 20,
					'low'    => 12,
					'urgent' => 8,
				)
			),
			'reminders'   => $reminders,
		);
		$this->timeline->create(
			$given,
			$person['owner'],
			'task',
			$name,
			fn(): array => $fields + array(
				'contact_id' => $this->timeline->id( $person['ref'] ),
				'account_id' => null === $person['company'] ? null : $this->timeline->id( $person['company']['ref'] ),
				'deal_id'    => null === $deal ? null : $this->timeline->id( $deal['ref'] ),
			)
		);
		return $name;
	}
}
