<?php
/**
 * What a large CRM holds.
 *
 * @package Carnet
 */

namespace Carnet\Seed;

use Carnet\Demo\Random;

/**
 * Two years of records, the same in every run: a tenth as many accounts as contacts, half as many quotes, tasks and actions, a
 * twentieth as many deals, 50 tags of which each contact has three. Ten people who share an account share its owner, and nothing
 * links beyond them. Some records change once after they were made, some end in the trash.
 *
 * A step: noun, its number among those of its noun (its id in empty tables), owner, instant, fields; later: null, or instant and
 * changes (trash: true).
 */
final class Plan {

	public const GROUP = 10;

	private const TAGS = 50;
	private const DAYS = 730;

	/**
	 * What is changed later is changed within so many days.
	 */
	private const LATER = 30;

	private const FIRST_NAMES = array( 'Marie', 'Jean', 'Anne', 'Luc', 'Élodie', 'Paul', 'Claire', 'Hugo', 'Zoé', 'Marc', 'Lucie', 'Éric', 'Inès', 'Louis', 'Nina', 'Karim', 'Julie', 'André', 'Sarah', 'Yves', 'Alice', 'Denis', 'Laure', 'Simon', 'Fanny', 'Hervé', 'Emma', 'Noël', 'Agnès', 'Léo', 'Rose', 'Théo', 'Diane', 'Félix', 'Maud', 'Rémi', 'Elsa', 'Bruno', 'Jade', 'Cyril' );
	private const SYLLABLES   = array( 'mar', 'tin', 'ber', 'nard', 'du', 'bois', 'tho', 'mas', 'ro', 'bert', 'ri', 'chard', 'pe', 'tit', 'mo', 'reau', 'lau', 'rent', 'si', 'mon', 'mi', 'chel', 'le', 'fè', 'vre', 'gar', 'cia', 'da', 'vid', 'qui', 'st', 'son' );
	private const CITIES      = array( 'Paris', 'Lyon', 'Nantes', 'Lille', 'Genève', 'Bruxelles', 'Montréal', 'Toulouse' );
	private const JOBS        = array( 'Buyer', 'Director', 'Engineer', 'Accountant', 'Assistant', 'Sales manager' );
	private const SOURCES     = array( 'network', 'web', 'file', 'partnership', 'trade_show', null );
	private const STAGES      = array( 'prospecting', 'contact_handover', 'qualification', 'needs_analysis', 'proposal' );

	private readonly Random $random;

	/**
	 * The contact steps and others link to: its account (null for one without) and owner.
	 *
	 * @var array{id: int, account: int|null, owner: int}
	 */
	private array $contact = array(
		'id'      => 0,
		'account' => null,
		'owner'   => 0,
	);

	/**
	 * Plans.
	 *
	 * @param int       $contacts How many contacts.
	 * @param list<int> $owners   Users who may edit, the first of them everybody's.
	 * @param int       $until    When it ends, Unix time.
	 */
	public function __construct( private readonly int $contacts, private readonly array $owners, private readonly int $until ) {
		$this->random = new Random( 20261124 );
	}

	/**
	 * The steps in order, in portions of which none links to another: first the tags, then each group.
	 *
	 * @return \Generator<int, list<array{noun: string, number: int, owner: int, at: int, fields: array<string, mixed>, later: array{at: int, changes: array<string, mixed>}|null}>>
	 */
	public function portions(): \Generator {
		$tags = array();
		for ( $i = 1; $i <= self::TAGS; $i++ ) {
			$tags[] = self::step( 'tag', $i, $this->owners[0], $this->instant( 0 ), array( 'name' => "Tag $i" ) );
		}
		yield $tags;
		for ( $first = 1; $first <= $this->contacts; $first += self::GROUP ) {
			yield $this->group( $first, min( $this->contacts, $first + self::GROUP - 1 ) );
		}
	}

	/**
	 * An account with its people and what is done with them.
	 *
	 * @param int $first First contact.
	 * @param int $last  Last contact.
	 * @return list<array{noun: string, number: int, owner: int, at: int, fields: array<string, mixed>, later: array{at: int, changes: array<string, mixed>}|null}>
	 */
	private function group( int $first, int $last ): array {
		$account = intdiv( $first - 1, self::GROUP ) + 1;
		$owner   = $this->random->one( $this->owners );
		$steps   = array( $this->account( $account, $owner, $this->instant( $first ) ) );
		for ( $i = $first; $i <= $last; $i++ ) {
			$at            = $this->instant( $i );
			$this->contact = array(
				'id'      => $i,
				'account' => 7 === $i % 20 ? null : $account,
				'owner'   => $owner,
			);
			$steps[]       = $this->contact( $at );
			if ( 0 === $i % 20 ) {
				$steps[] = $this->deal( intdiv( $i, 20 ), $at );
			}
			if ( 0 === $i % 2 ) {
				array_push( $steps, $this->quote( intdiv( $i, 2 ), $at ), $this->task( intdiv( $i, 2 ), $at ), $this->action( intdiv( $i, 2 ), $at ) );
			}
		}
		return $steps;
	}

	/**
	 * An account.
	 */
	private function account( int $number, int $owner, int $at ): array {
		$fields = array(
			'name'     => $this->word() . ' ' . $this->word(),
			'type'     => $this->random->one( array( 'prospect', 'customer', 'supplier', 'partner' ) ),
			'source'   => $this->random->one( self::SOURCES ),
			'phone'    => $this->random->digits( '+33 1 ## ## ## ##' ),
			'website'  => "https://company$number.example",
			'postcode' => $this->random->digits( '#####' ),
			'city'     => $this->random->one( self::CITIES ),
			'country'  => 'FR',
			'tags'     => array( $this->random->between( 1, self::TAGS ) ),
		);
		return self::step( 'account', $number, $owner, $at, $fields );
	}

	/**
	 * A contact. Of five one moves on within a month; of a hundred one is trashed, whom nothing links to.
	 */
	private function contact( int $at ): array {
		$number = $this->contact['id'];
		$first  = $this->random->one( self::FIRST_NAMES );
		$last   = $this->word();
		$tags   = array( 1 + $number % self::TAGS, 1 + ( $number + 17 ) % self::TAGS, 1 + ( $number + $this->random->between( 20, 40 ) ) % self::TAGS );
		sort( $tags );
		$fields = array(
			'account_id' => $this->contact['account'],
			'civility'   => $this->random->one( array( 'mr', 'ms', null ) ),
			'first_name' => $first,
			'last_name'  => $last,
			'email'      => strtolower( remove_accents( "$first.$last" ) ) . "$number@example.com",
			'phone'      => $this->random->digits( '+33 6 ## ## ## ##' ),
			'job_title'  => $this->random->one( self::JOBS ),
			'type'       => $this->random->one( array( 'lead', 'lead', 'prospect', 'customer' ) ),
			'status'     => $this->random->one( array( 'new', 'contacted', 'qualified', 'nurturing', 'inactive' ) ),
			'source'     => $this->random->one( self::SOURCES ),
			'address_1'  => $this->random->digits( '## rue ' ) . $this->random->one( self::CITIES ),
			'postcode'   => $this->random->digits( '#####' ),
			'city'       => $this->random->one( self::CITIES ),
			'country'    => 'FR',
			'tags'       => $tags,
		);
		$later  = null;
		if ( 99 === $number % 100 ) {
			$later = array( 'trash' => true );
		} elseif ( $this->random->happens( 20 ) ) {
			$later = array(
				'type'   => 'customer',
				'status' => 'qualified',
			);
		}
		return $this->about( 'contact', $number, $at, $fields, $later );
	}

	/**
	 * A deal: two of five stay open.
	 */
	private function deal( int $number, int $at ): array {
		$fields  = array(
			'title'               => "Project $number",
			'account_id'          => $this->contact['account'],
			'contact_id'          => $this->contact['id'],
			'stage'               => $this->random->one( self::STAGES ),
			'start_date'          => gmdate( 'Y-m-d', $at ),
			'expected_close_date' => gmdate( 'Y-m-d', $at + DAY_IN_SECONDS * $this->random->between( 5, 90 ) ),
			'currency'            => $this->currency(),
			'amount'              => $this->random->happens( 90 ) ? 1000 * $this->random->between( 50, 5000 ) : null,
			'tags'                => array( $this->random->between( 1, self::TAGS ) ),
		);
		$endings = array(
			array( 'status' => 'won' ),
			array(
				'status'       => 'lost',
				'close_reason' => 'budget',
			),
			array(
				'status'       => 'abandoned',
				'close_reason' => 'price',
			),
			null,
			null,
		);
		return $this->about( 'deal', $number, $at, $fields, $this->random->one( $endings ) );
	}

	/**
	 * A quote of one to three lines.
	 */
	private function quote( int $number, int $at ): array {
		$lines = array();
		for ( $i = $this->random->between( 1, 3 ); $i > 0; $i-- ) {
			$lines[] = array(
				'description'      => 'Day of work',
				'quantity'         => (string) $this->random->between( 1, 20 ),
				'unit_price'       => 100 * $this->random->between( 100, 900 ),
				'discount_percent' => $this->random->one( array( '0', '5', '12.5' ) ),
			);
		}
		$fields = array(
			'title'       => "Offer $number",
			'contact_id'  => $this->contact['id'],
			'account_id'  => $this->contact['account'],
			'currency'    => $this->currency(),
			'issued_on'   => gmdate( 'Y-m-d', $at ),
			'valid_until' => gmdate( 'Y-m-d', $at + 60 * DAY_IN_SECONDS ),
			'lines'       => $lines,
		);
		$to     = $this->random->one( array( 'sent', 'accepted', 'accepted', 'declined', '' ) );
		return $this->about( 'quote', $number, $at, $fields, '' === $to ? null : array( 'status' => $to ) );
	}

	/**
	 * A task. Reminders are only set for days long to come: no run of the data's first months sends one.
	 */
	private function task( int $number, int $at ): array {
		$reminds = $this->random->happens( 10 );
		$due     = $reminds ? $this->until + DAY_IN_SECONDS * $this->random->between( 60, 400 ) : $at + DAY_IN_SECONDS * $this->random->between( 1, 60 );
		$fields  = array(
			'title'      => 'Call back',
			'due_at'     => self::utc( $due ),
			'priority'   => $this->random->one( array( 'low', 'normal', 'high', 'urgent' ) ),
			'contact_id' => $this->contact['id'],
			'account_id' => $this->contact['account'],
			'reminders'  => $reminds ? array(
				array(
					'minutes_before' => 30,
					'channel'        => 'in_app',
				),
				array(
					'minutes_before' => 1440,
					'channel'        => 'email',
				),
			) : array(),
		);
		$later   = $reminds ? null : $this->random->one( array( array( 'status' => 'done' ), array( 'status' => 'done' ), array( 'status' => 'cancelled' ), array( 'trash' => true ), null ) );
		return $this->about( 'task', $number, $at, $fields, $later );
	}

	/**
	 * An action.
	 */
	private function action( int $number, int $at ): array {
		$fields = array(
			'title'      => 'First talk',
			'nature'     => $this->random->one( array( 'sales', 'administrative', 'accounting', 'legal', 'marketing' ) ),
			'type'       => $this->random->one( array( 'call_out', 'call_in', 'email_out', 'meeting', 'video' ) ),
			'status'     => $this->random->one( array( 'not_started', 'in_progress', 'done', 'done', 'cancelled' ) ),
			'date'       => gmdate( 'Y-m-d', $at + DAY_IN_SECONDS * $this->random->between( 0, 20 ) ),
			'start_time' => '09:30',
			'end_time'   => $this->random->one( array( '09:45', '10:00', '11:30' ) ),
			'account_id' => $this->contact['account'],
			'contact_id' => $this->contact['id'],
		);
		return $this->about( 'action', $number, $at, $fields, null );
	}

	/**
	 * A step about the present contact.
	 *
	 * @param array<string, mixed>|null $later Changes.
	 */
	private function about( string $noun, int $number, int $at, array $fields, ?array $later ): array {
		$days = $this->random->between( 1, self::LATER );
		return self::step( $noun, $number, $this->contact['owner'], $at, $fields, null === $later ? null : array( 'at' => $at + $days * DAY_IN_SECONDS, 'changes' => $later ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound -- two words.
	}

	/**
	 * A step.
	 */
	private static function step( string $noun, int $number, int $owner, int $at, array $fields, ?array $later = null ): array {
		return compact( 'noun', 'number', 'owner', 'at', 'fields', 'later' );
	}

	/**
	 * When a contact is made: evenly spread.
	 */
	private function instant( int $number ): int {
		return $this->until - DAY_IN_SECONDS * ( self::DAYS + self::LATER ) + intdiv( DAY_IN_SECONDS * self::DAYS * $number, $this->contacts );
	}

	/**
	 * An instant as in the API.
	 */
	public static function utc( int $time ): string {
		return gmdate( 'Y-m-d\TH:i:s\Z', $time );
	}

	/**
	 * Mostly euros.
	 */
	private function currency(): string {
		return $this->random->one( array( 'EUR', 'EUR', 'EUR', 'USD' ) );
	}

	/**
	 * A name of three syllables.
	 */
	private function word(): string {
		return ucfirst( $this->random->one( self::SYLLABLES ) . $this->random->one( self::SYLLABLES ) . $this->random->one( self::SYLLABLES ) );
	}
}
