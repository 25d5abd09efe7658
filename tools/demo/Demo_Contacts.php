<?php
/**
 * The people of the demo.
 *
 * @package Carnet
 */

namespace Carnet\Demo;

use Carnet\Entity\Text;

/**
 * Puts people on the timeline: who they are, and how they go from lead to prospect to customer.
 */
final class Demo_Contacts {

	private const IN_COMPANIES = 200;
	private const ALONE        = 44;

	/**
	 * E-mail addresses given so far, and how often.
	 *
	 * @var array<string, int>
	 */
	private array $addresses = array();

	/**
	 * Companies that have a customer among their people.
	 *
	 * @var array<string, string>
	 */
	private array $customers = array();

	/**
	 * Takes what they are made of.
	 *
	 * @param Timeline             $timeline Where they go.
	 * @param Random               $random   Chance.
	 * @param Calendar             $calendar Instants.
	 * @param list<int>            $owners   People who own records.
	 * @param array<string, mixed> $data     data/*.json by name.
	 */
	public function __construct( private readonly Timeline $timeline, private readonly Random $random, private readonly Calendar $calendar, private readonly array $owners, private readonly array $data ) {}

	/**
	 * Adds all.
	 *
	 * @param list<array<string, mixed>> $companies As Demo_Accounts gave them.
	 * @return list<array<string, mixed>> Each with its `since`, `owner`, `ref`, `type`, `company`, `speaks`, `prospect_at` and `customer_at`.
	 */
	public function add( array $companies ): array {
		$people = array();
		for ( $i = 0; $i < self::IN_COMPANIES; $i++ ) {
			// Everyone has somebody; the first companies, which are the oldest, have more.
			$company  = $companies[ $i < count( $companies ) ? $i : min( $this->random->between( 0, count( $companies ) - 1 ), $this->random->between( 0, count( $companies ) - 1 ) ) ];
			$people[] = $this->employee( $company );
		}
		for ( $i = 0; $i < self::ALONE; $i++ ) {
			$people[] = $this->person_alone();
		}
		foreach ( $this->data['guests'] as $guest ) {
			$people[] = $this->guest( $guest );
		}
		foreach ( $people as $i => $person ) {
			$person['ref'] = "contact $i";
			if ( '' === $person['fields']['email'] && '' === ( $person['fields']['phone'] ?? '' ) && '' === ( $person['fields']['mobile'] ?? '' ) ) {
				$person['fields']['mobile'] = $this->mobile( $person['company']['place'] ?? array() );
			}
			$people[ $i ] = $this->tell( $person );
		}
		return $people;
	}

	/**
	 * Someone of a company. The address is the company's, so it is not repeated.
	 *
	 * @param array<string, mixed> $company As Demo_Accounts gave it.
	 * @return array<string, mixed>
	 */
	private function employee( array $company ): array {
		$fields = $this->name( $company['place'] );
		$job    = $this->random->one( $this->data['jobs'][ isset( $company['place']['language'] ) ? 'other' : 'fr' ] );
		$since  = $this->calendar->minutes_after( $company['since'], $this->random->between( 5, 40 ) );
		if ( $this->random->happens( 75 ) ) {
			$since = $this->calendar->after( $company['since'], 1, 300 ) ?? $since;
		}
		return array(
			'since'   => $since,
			'owner'   => $company['owner'],
			'company' => $company,
			'country' => $company['place']['country'],
			'speaks'  => isset( $company['place']['language'] ) ? 'en' : 'fr',
			'tags'    => empty( $job['decides'] ) || ! $this->random->happens( 40 ) ? array() : array( 'decider' ),
			'fields'  => $fields + array(
				'email'     => $this->random->happens( 92 ) ? $this->address( $fields, $company['domain'] ) : '',
				'phone'     => $this->random->happens( 45 ) ? $this->random->digits( $company['place']['phone'] ) : '',
				'mobile'    => $this->random->happens( 60 ) ? $this->mobile( $company['place'] ) : '',
				'job_title' => $job[ $fields['civility'] ],
				'linkedin'  => $this->random->happens( 20 ) ? 'https://social.example/in/' . str_replace( '.', '-', $this->local_part( $fields ) ) : '',
				'source'    => $this->random->happens( 70 ) ? $company['fields']['source'] : $this->source(),
			),
		);
	}

	/**
	 * Someone on their own, with an address of their own.
	 *
	 * @return array<string, mixed>
	 */
	private function person_alone(): array {
		$place  = $this->random->one( $this->data['places'] );
		$fields = $this->name( $place );
		$age    = (int) ( 363 * ( $this->random->between( 0, 1000 ) / 1000 ) ** 1.5 );
		$trade  = $this->random->one( $this->data['jobs']['alone'] );
		return array(
			'since'   => $this->calendar->ago( 1 + $age ),
			'owner'   => $this->random->one( $this->owners ),
			'company' => null,
			'country' => $place['country'],
			'speaks'  => isset( $place['language'] ) ? 'en' : 'fr',
			'tags'    => str_starts_with( $trade['mr'], 'Journaliste' ) ? array( 'press' ) : array(),
			'fields'  => $fields + array(
				'email'          => $this->random->happens( 85 ) ? $this->address( $fields, $this->random->one( array( 'example.com', 'example.org', 'example.net' ) ) ) : '',
				'email_personal' => $this->random->happens( 15 ) ? $this->local_part( $fields ) . '@example.net' : '',
				'phone'          => $this->random->happens( 35 ) ? $this->random->digits( $place['phone'] ) : '',
				'mobile'         => $this->random->happens( 80 ) ? $this->mobile( $place ) : '',
				'profession'     => $trade[ $fields['civility'] ],
				'source'         => $this->source(),
				'address_1'      => $this->random->happens( 75 ) ? Demo_Accounts::street( $this->random, $place ) : '',
				'postcode'       => $place['postcode'],
				'city'           => $place['city'],
				'country'        => $place['country'],
			),
		);
	}

	/**
	 * Someone of data/guests.json.
	 *
	 * @param array<string, string> $guest From the file.
	 * @return array<string, mixed>
	 */
	private function guest( array $guest ): array {
		$fields = array_diff_key( $guest, array( 'mail' => true ) );
		return array(
			'since'   => $this->calendar->ago( $this->random->between( 8, 200 ) ),
			'owner'   => $this->random->one( $this->owners ),
			'company' => null,
			'country' => $guest['country'],
			'speaks'  => 'FR' === $guest['country'] ? 'fr' : 'en',
			'tags'    => array(),
			'fields'  => $fields + array(
				'email'  => '' === $guest['mail'] ? '' : "{$guest['mail']}@example.com",
				'source' => $this->source(),
			),
		);
	}

	/**
	 * A name as people have it where they live.
	 *
	 * @param array<string, mixed> $place From data/places.json.
	 * @return array{civility: string, first_name: string, last_name: string}
	 */
	private function name( array $place ): array {
		$names    = $this->data['names'];
		$language = $place['language'] ?? 'fr';
		$civility = $this->random->one( array( 'ms', 'mr' ) );
		$first    = $this->random->one( $names[ $language ][ $civility ] );
		// One in twelve has a family name from elsewhere.
		$last = $this->random->one( $names[ $this->random->happens( 8 ) ? $this->random->one( array_keys( $names ) ) : $language ]['last'] );
		return array(
			'civility'   => $civility,
			'first_name' => $first,
			'last_name'  => $last,
		);
	}

	/**
	 * What stands before the @.
	 *
	 * @param array<string, mixed> $fields With first_name and last_name.
	 */
	private function local_part( array $fields ): string {
		return str_replace( ' ', '-', Text::fold( $fields['first_name'] ) ) . '.' . str_replace( ' ', '', Text::fold( $fields['last_name'] ) );
	}

	/**
	 * An address nobody else has.
	 *
	 * @param array<string, mixed> $fields With first_name and last_name.
	 * @param string               $domain Domain.
	 */
	private function address( array $fields, string $domain ): string {
		$local = $this->local_part( $fields );
		$count = 1 + ( $this->addresses[ "$local@$domain" ] ?? 0 );

		$this->addresses[ "$local@$domain" ] = $count;
		return $local . ( $count > 1 ? (string) $count : '' ) . "@$domain";
	}

	/**
	 * A mobile number as people type it. The French ones belong to the range that is kept for fiction.
	 *
	 * @param array<string, mixed> $place From data/places.json.
	 */
	private function mobile( array $place ): string {
		return $this->random->digits( $place['mobile'] ?? $this->random->one( array( '06 39 98 ## ##', '06 39 98 ## ##', '06 39 98 ## ##', '+33 6 39 98 ## ##', '06.39.98.##.##', '0639 98 ## ##' ) ) );
	}

	/**
	 * Where someone comes from.
	 */
	private function source(): ?string {
		$source = $this->random->weighted(
			array(
				'web'         => 40,
				'network'     => 25,
				'trade_show'  => 18,
				'partnership' => 7,
				'file'        => 5,
				''            => 5,
			)
		);
		return '' === $source ? null : $source;
	}

	/**
	 * Puts someone's story on the timeline.
	 *
	 * @param array<string, mixed> $person With since, owner, ref, company, country, tags and fields.
	 * @return array<string, mixed> The same with `type`, the last one, and since when: `prospect_at`, `customer_at`.
	 */
	private function tell( array $person ): array {
		$type = $this->random->weighted(
			array(
				'lead'     => 88,
				'prospect' => 8,
				'customer' => 4,
			)
		);
		$tags = array_merge(
			$person['tags'],
			'FR' === $person['country'] || ! $this->random->happens( 50 ) ? array() : array( 'international' ),
			'trade_show' === $person['fields']['source'] && $this->random->happens( 60 ) ? array( 'fair' ) : array(),
			$this->random->happens( 12 ) ? array( 'newsletter' ) : array()
		);
		$note = $this->random->happens( 22 ) ? $this->random->one( $this->data['notes'][ isset( $person['company']['place']['language'] ) ? 'other' : 'fr' ] ) : '';

		$this->timeline->create(
			$person['since'],
			$person['owner'],
			'contact',
			$person['ref'],
			fn(): array => $person['fields'] + array(
				'account_id' => null === $person['company'] ? null : $this->timeline->id( $person['company']['ref'] ),
				'type'       => $type,
				'status'     => 'lead' === $type ? 'new' : 'qualified',
				'note'       => $note,
				'tags'       => $this->timeline->tags( $tags ),
			)
		);
		return $this->progress( $person, $type, $tags ) + $person;
	}

	/**
	 * From first contact to customer, as far as the days since then allow.
	 *
	 * @param array<string, mixed> $person As tell() has it.
	 * @param string               $type   First type.
	 * @param list<string>         $tags   First tags.
	 * @return array{type: string, prospect_at: string|null, customer_at: string|null} The last type, and when it came.
	 */
	private function progress( array $person, string $type, array $tags ): array {
		$at   = $person['since'];
		$ends = static fn( string $type, ?string $prospect = null, ?string $customer = null ): array => array(
			'type'        => $type,
			'prospect_at' => $prospect,
			'customer_at' => $customer,
		);
		// One in five is convinced at once and decides within weeks; the others take months, if they decide at all.
		$slow  = $this->random->happens( 78 ) ? 5 : 1;
		$doubt = 5 === $slow ? 25 : 0;
		if ( 'lead' === $type ) {
			$next = $this->random->happens( 95 - $doubt ) ? $this->calendar->after( $at, 1, 2 * $slow ) : null;
			if ( null === $next ) {
				return $ends( 'lead' );
			}
			$at = $next;
			// Who did not answer is to be called back.
			$tags = $this->random->happens( 18 ) ? array( ...$tags, 'call_back' ) : $tags;
			$this->change( $person, $at, array( 'status' => 'contacted' ), $tags );
			$next = $this->random->happens( 90 - $doubt ) ? $this->calendar->after( $at, 1, 8 * $slow ) : null;
			if ( null === $next ) {
				$this->fall_asleep( $person, $at );
				return $ends( 'lead' );
			}
			$at   = $next;
			$type = 'prospect';
			$tags = array_values( array_diff( $tags, array( 'call_back' ) ) );
			$this->change(
				$person,
				$at,
				array(
					'type'   => 'prospect',
					'status' => 'qualified',
				),
				$tags
			);
		}
		$prospect_at = 'prospect' === $type ? $at : null;
		if ( 'prospect' === $type ) {
			$next = $this->random->happens( 85 - 2 * $doubt ) ? $this->calendar->after( $at, 2, 11 * $slow ) : null;
			if ( null === $next ) {
				$this->fall_asleep( $person, $at );
				return $ends( 'prospect', $prospect_at );
			}
			$at   = $next;
			$tags = $this->random->happens( 16 ) ? array( ...$tags, 'vip' ) : $tags;
			$this->change( $person, $at, array( 'type' => 'customer' ), $tags );
			$this->account_follows( $person, $at );
		}
		$later = $this->random->happens( 35 ) ? $this->calendar->after( $at, 60, 160 ) : null;
		if ( null !== $later ) {
			$this->change( $person, $later, array(), array( ...$tags, 'loyal' ) );
		}
		return $ends( 'customer', $prospect_at, $at );
	}

	/**
	 * A change of someone by their owner.
	 *
	 * @param array<string, mixed> $person  Who.
	 * @param string               $at      When.
	 * @param array<string, mixed> $changes Fields.
	 * @param list<string>         $tags    All tags after it.
	 */
	private function change( array $person, string $at, array $changes, array $tags ): void {
		$this->timeline->update( $at, $person['owner'], 'contact', $person['ref'], fn(): array => $changes + array( 'tags' => $this->timeline->tags( $tags ) ) );
	}

	/**
	 * Who stays where they are is nurtured, or given up.
	 *
	 * @param array<string, mixed> $person Who.
	 * @param string               $at     Last change.
	 */
	private function fall_asleep( array $person, string $at ): void {
		$next = $this->calendar->after( $at, 45, 90 );
		if ( null !== $next ) {
			$status = $this->random->one( array( 'nurturing', 'nurturing', 'inactive' ) );
			$this->timeline->update( $next, $person['owner'], 'contact', $person['ref'], static fn(): array => array( 'status' => $status ) );
		}
	}

	/**
	 * The first customer makes a customer of their company.
	 *
	 * @param array<string, mixed> $person Who.
	 * @param string               $at     When.
	 */
	private function account_follows( array $person, string $at ): void {
		$company = $person['company'];
		if ( null === $company || 'prospect' !== $company['fields']['type'] || ( $this->customers[ $company['ref'] ] ?? $at ) < $at ) {
			return;
		}
		$this->customers[ $company['ref'] ] = $at;
		$this->timeline->update( $at, $company['owner'], 'account', $company['ref'], static fn(): array => array( 'type' => 'customer' ) );
	}
}
