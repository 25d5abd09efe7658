<?php
/**
 * The companies of the demo.
 *
 * @package Carnet
 */

namespace Carnet\Demo;

/**
 * Puts the companies of data/companies.json on the timeline, each at an address of its town.
 */
final class Demo_Accounts {

	/**
	 * Takes what they are made of.
	 *
	 * @param Timeline                   $timeline Where they go.
	 * @param Random                     $random   Chance.
	 * @param Calendar                   $calendar Instants.
	 * @param list<int>                  $owners   People who own records.
	 * @param list<array<string, mixed>> $places   data/places.json.
	 */
	public function __construct( private readonly Timeline $timeline, private readonly Random $random, private readonly Calendar $calendar, private readonly array $owners, private readonly array $places ) {}

	/**
	 * Adds all.
	 *
	 * @param list<array<string, mixed>> $companies data/companies.json.
	 * @return list<array<string, mixed>> Oldest first, each with its `place`, `since`, `owner`, `fields` and `ref`, its name in the timeline.
	 */
	public function add( array $companies ): array {
		$count = count( $companies );
		$all   = array();
		for ( $i = 0; $i < $count; $i++ ) {
			// In steps of 17 through the file, which is in the order of the map: every season has some from everywhere.
			$company           = $companies[ ( $i * 17 + 3 ) % $count ];
			$company['place']  = $this->place( $company );
			$company['since']  = $this->calendar->ago( 365 - $this->random->between( 5 * $i, 5 * $i + 30 ) );
			$company['owner']  = $this->random->one( $this->owners );
			$company['ref']    = 'account ' . $company['domain'];
			$company['fields'] = $this->fields( $company );
			$tags              = array_merge( $company['tags'] ?? array(), 'FR' === $company['place']['country'] ? array() : array( 'international' ) );
			$this->timeline->create( $company['since'], $company['owner'], 'account', $company['ref'], fn(): array => $company['fields'] + array( 'tags' => $this->timeline->tags( $tags ) ) );
			$this->change_later( $company );
			$all[] = $company;
		}
		return $all;
	}

	/**
	 * Where a company is.
	 *
	 * @param array<string, mixed> $company From data/companies.json.
	 * @return array<string, mixed>
	 */
	private function place( array $company ): array {
		foreach ( $this->places as $place ) {
			if ( $place['city'] === $company['city'] && ( $company['postcode'] ?? $place['postcode'] ) === $place['postcode'] ) {
				return $place;
			}
		}
		throw new \LogicException( "data/places.json has no {$company['city']}." );
	}

	/**
	 * The fields of a company.
	 *
	 * @param array<string, mixed> $company From data/companies.json, with its place.
	 * @return array<string, mixed>
	 */
	private function fields( array $company ): array {
		$place = $company['place'];
		return array(
			'name'       => $company['name'],
			'type'       => $company['type'] ?? 'prospect',
			'source'     => $this->random->weighted(
				array(
					'network'     => 30,
					'web'         => 25,
					'trade_show'  => 20,
					'partnership' => 15,
					'file'        => 10,
				)
			),
			'phone'      => $this->random->digits( $place['phone'] ),
			'fax'        => $this->random->happens( 15 ) ? $this->random->digits( $place['phone'] ) : '',
			'website'    => "https://www.{$company['domain']}/",
			'email'      => $this->random->one( array( 'contact', 'contact', 'bonjour', 'info' ) ) . "@{$company['domain']}",
			'vat_number' => 'FR' === $place['country'] && $this->random->happens( 80 ) ? $this->vat_number() : '',
			'address_1'  => self::street( $this->random, $place ),
			'address_2'  => 'FR' === $place['country'] && $this->random->happens( 15 ) ? $this->random->one( array( 'Bâtiment B', '2e étage', 'Zone artisanale', 'Cour intérieure' ) ) : '',
			'postcode'   => $place['postcode'],
			'city'       => $place['city'],
			'country'    => $place['country'],
		);
	}

	/**
	 * A house in a street, written as in its country.
	 *
	 * @param Random               $random Chance.
	 * @param array<string, mixed> $place  From data/places.json.
	 */
	public static function street( Random $random, array $place ): string {
		$street = $random->one( $place['streets'] );
		$number = $random->between( 1, 98 );
		if ( in_array( $place['country'], array( 'DE', 'ES', 'IT', 'PT', 'NL', 'PL' ), true ) ) {
			return "$street $number";
		}
		return in_array( $place['country'], array( 'FR', 'GB', 'IE', 'US', 'LU' ), true ) || $random->happens( 50 ) ? "$number $street" : "$number, $street";
	}

	/**
	 * A French VAT number whose key is right, of a company number that nobody has.
	 */
	private function vat_number(): string {
		$siren = $this->random->digits( '00000####' );
		return sprintf( 'FR%02d%s', ( 12 + 3 * ( (int) $siren % 97 ) ) % 97, $siren );
	}

	/**
	 * A few companies move or get another number.
	 *
	 * @param array<string, mixed> $company With `since`, `owner`, `ref`.
	 */
	private function change_later( array $company ): void {
		$at = $this->random->happens( 30 ) ? $this->calendar->after( $company['since'], 20, 200 ) : null;
		if ( null === $at ) {
			return;
		}
		$changes = $this->random->happens( 40 )
			? array( 'address_1' => self::street( $this->random, $company['place'] ) )
			: array( 'phone' => $this->random->digits( $company['place']['phone'] ) );
		$this->timeline->update( $at, $company['owner'], 'account', $company['ref'], static fn(): array => $changes );
	}
}
