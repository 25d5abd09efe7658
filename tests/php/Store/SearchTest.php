<?php
/**
 * Search.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Store;

use Carnet\Entity\Records_Repository;
use Carnet\Plugin;
use Carnet\Store\Database;
use Carnet\Store\Search;
use Carnet\Store\Tables;
use Carnet\Store\Transaction;
use Carnet\Tests\Builders;
use Carnet\Tests\Test_Case;

final class SearchTest extends Test_Case {

	use Builders;

	/**
	 * Contacts by a short name.
	 *
	 * @var array<string, int>
	 */
	private array $contacts = array();

	public function test_fragments_are_found_wherever_they_stand(): void {
		$this->people();
		// One site for the whole table: making the people is what takes the time.
		$expected = array_map( static fn ( array $case ): array => $case[1], self::searches() );
		$found    = array_map( fn ( array $case ): array => $this->found( $case[0] ), self::searches() );
		self::assertSame( $expected, $found );
	}

	/**
	 * What is typed, and who is found.
	 *
	 * @return array<string, array{string, list<string>}>
	 */
	private static function searches(): array {
		return array(
			'the beginning of a name'                        => array( 'Eloi', array( 'eloise' ) ),
			'the middle of a name'                           => array( 'ois', array( 'eloise' ) ),
			'the end of a name'                              => array( 'ïse', array( 'eloise' ) ),
			'case'                                           => array( 'ELOISE', array( 'eloise' ) ),
			'accents typed'                                  => array( 'éloïse', array( 'eloise' ) ),
			'accents not typed'                              => array( 'cremieux', array( 'eloise' ) ),
			'the second part of a double name'               => array( 'angstrom', array( 'eloise' ) ),
			'across the hyphen'                              => array( 'x-ang', array( 'eloise' ) ),
			'an apostrophe left out'                         => array( 'obrien', array( 'obrien' ) ),
			'an apostrophe typed'                            => array( "O'Brien", array( 'obrien' ) ),
			'a typographic apostrophe'                       => array( 'O’Bri', array( 'obrien' ) ),
			'two words of two fields, in any order'          => array( 'cremieux elo', array( 'eloise' ) ),
			'two words, one of the company'                  => array( 'durand élo', array( 'eloise' ) ),
			'two short words'                                => array( 'el cr', array( 'eloise' ) ),
			'a short word and one of four letters'           => array( 'pat obri', array( 'obrien' ) ),
			'two words of four letters'                      => array( 'eloi crem', array( 'eloise' ) ),
			'short words that no contact has all'            => array( 'el cr ob', array() ),
			'two words that no contact has both'             => array( 'obrien elo', array() ),
			'the company'                                    => array( 'durand', array( 'eloise', 'obrien' ) ),
			'a fragment of the company'                      => array( 'rand & f', array( 'eloise', 'obrien' ) ),
			'a piece of an e-mail address'                   => array( 'mail.exa', array( 'obrien' ) ),
			'a whole e-mail address'                         => array( 'Pat.OBrien@mail.example.com', array( 'obrien' ) ),
			'the personal address'                           => array( 'perso@', array( 'eloise' ) ),
			'digits inside a phone'                          => array( '12345', array( 'eloise' ) ),
			'digits with spaces'                             => array( '12 34', array( 'eloise', 'li' ) ),
			'the French way of an international number'      => array( '06 12', array( 'eloise' ) ),
			'international with plus'                        => array( '+33 6', array( 'eloise' ) ),
			'international with double zero'                 => array( '0033 612', array( 'eloise' ) ),
			'dots and slashes'                               => array( '06.12.34', array( 'eloise' ) ),
			'a number with (0), from abroad'                 => array( '+41 79 555', array( 'li' ) ),
			'a number with (0), typed with it'               => array( '+41 (0)79', array( 'li' ) ),
			'a number with (0), from the country'            => array( '079 555', array( 'li' ) ),
			'brackets'                                       => array( '(01) 42', array( 'obrien' ) ),
			'a phone across two numbers is none'             => array( '7890153', array() ),
			'one letter at the beginning of a word'          => array( 'z', array( 'zoe' ) ),
			'two letters at the end of a word'               => array( 'oé', array( 'zoe' ) ),
			'two letters in the middle'                      => array( 'lo', array( 'eloise' ) ),
			'one Chinese character'                          => array( '株', array( 'li' ) ),
			'two Chinese characters'                         => array( '式会', array( 'li' ) ),
			'four Chinese characters'                        => array( '株式会社', array( 'li' ) ),
			'an emoji'                                       => array( '🚀', array( 'zoe' ) ),
			'a percent sign is no wildcard'                  => array( '100%', array( 'percent' ) ),
			'a percent sign alone'                           => array( '%', array( 'percent' ) ),
			'an underscore is no wildcard'                   => array( 'a_b', array( 'percent' ) ),
			'an underscore alone'                            => array( '_', array( 'percent' ) ),
			'a wildcard that would match'                    => array( 'elo_se', array() ),
			'a backslash'                                    => array( 'c\\d', array( 'percent' ) ),
			'a backslash alone'                              => array( '\\', array( 'percent' ) ),
			'a dollar, which pads words, is no wildcard'     => array( 'se$', array() ),
			'a quote'                                        => array( '"', array() ),
			'SQL'                                            => array( "' OR 1=1 -- ", array() ),
			'full-width letters'                             => array( 'ｅｌｏ', array( 'eloise' ) ),
			'a word of the note is not searched'             => array( 'secretnote', array() ),
			'a city is not searched'                         => array( 'marseille', array() ),
			'who is in the trash is not found'               => array( 'trashed', array() ),
			'nothing but spaces is no search'                => array( '   ', array( 'eloise', 'li', 'obrien', 'percent', 'zoe' ) ),
			'a name of letters and digits'                   => array( 'b2b', array() ),
			'zero'                                           => array( '0', array( 'eloise', 'li', 'obrien', 'percent' ) ),
		);
	}

	public function test_the_trash_is_searched_by_itself(): void {
		$this->people();
		self::assertSame( array( 'trashed' ), $this->found( 'trashed', array( 'trashed' => true ) ) );
		self::assertSame( array( 'trashed' ), $this->found( 'tras', array( 'trashed' => true ) ) );
		self::assertSame( array(), $this->found( 'tras' ) );
		self::assertSame( array(), $this->found( 'eloise', array( 'trashed' => true ) ) );
	}

	public function test_a_renamed_account_is_found_under_its_new_name_with_its_contacts(): void {
		$this->people();
		$account = $GLOBALS['wpdb']->get_var( "SELECT id FROM {$GLOBALS['wpdb']->prefix}carnet_accounts WHERE name LIKE 'Durand%'" );
		$this->changed( 'account', (int) $account, array( 'name' => 'Lefèvre' ) );
		self::assertSame( array(), $this->found( 'durand' ) );
		self::assertSame( array( 'eloise', 'obrien' ), $this->found( 'lefevre' ) );
	}

	public function test_a_contact_that_moves_is_found_under_its_new_company_only(): void {
		$this->people();
		$other = $this->account( array( 'name' => 'Lefèvre' ) )['id'];
		$this->changed( 'contact', $this->contacts['eloise'], array( 'account_id' => $other ) );
		self::assertSame( array( 'obrien' ), $this->found( 'durand' ) );
		self::assertSame( array( 'eloise' ), $this->found( 'lefèvre' ) );
		$this->changed( 'contact', $this->contacts['eloise'], array( 'account_id' => null ) );
		self::assertSame( array(), $this->found( 'lefèvre' ) );
	}

	public function test_a_contact_that_is_handed_over_is_found_by_its_new_owner_only(): void {
		$agent = $this->user( 'agent' );
		$id    = $this->contact( array( 'last_name' => 'Handed', 'owner_id' => $agent ) )['id']; // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		$found = fn( string $search ): array => array_column( $this->request( 'GET', '/contacts', array( 'search' => $search ), 'agent' )->get_data(), 'id' );
		foreach ( array( 'ha', 'hand', 'handed' ) as $search ) {
			self::assertSame( array( $id ), $found( $search ) );
		}
		$this->changed( 'contact', $id, array( 'owner_id' => $this->user( 'editor' ) ) );
		foreach ( array( 'ha', 'hand', 'handed' ) as $search ) {
			self::assertSame( array(), $found( $search ) );
			self::assertSame( array( $id ), $this->ids( $search, array( 'owner_id' => array( $this->user( 'editor' ) ) ) ) );
			self::assertSame( array(), $this->ids( $search, array( 'owner_id' => array( $agent ) ) ) );
		}
	}

	public function test_a_long_job_goes_on_behind_the_last_that_it_had(): void {
		$ids        = array_map( fn( int $number ): int => $this->contact( array( 'last_name' => "Handed $number" ) )['id'], range( 1, 3 ) );
		$repository = new Records_Repository( Plugin::entities()->get( 'contact' ), Plugin::entities(), $this->user( 'admin' ) );
		foreach ( array( 'ha', 'hand', 'handed', 'ha ed', 'hand 2 ha' ) as $search ) {
			$query = $repository->query( array( 'search' => $search ) );
			$found = array_slice( $ids, str_contains( $search, '2' ) ? 1 : 0, str_contains( $search, '2' ) ? 1 : 3 );
			self::assertSame( $found, $repository->ids( $query, 10 ), $search );
			$rest = array_values( array_filter( $found, static fn( int $id ): bool => $id > $ids[0] ) );
			self::assertSame( $rest, $repository->ids( $query->after_id( $ids[0] ), 10 ), $search );
			self::assertSame( count( $rest ), $repository->exact_count( $query->after_id( $ids[0] ) ), $search );
		}
	}

	public function test_a_restored_contact_is_found_again(): void {
		$this->people();
		$this->change( fn ( $transaction ) => $transaction->restore( 'contact', $this->contacts['trashed'] ) );
		self::assertSame( array( 'trashed' ), $this->found( 'trashed' ) );
	}

	public function test_the_account_of_someone_else_is_not_found_by_who_sees_only_their_own(): void {
		$this->people();
		$this->contact( array( 'last_name' => 'Eloi', 'owner_id' => $this->user( 'agent' ) ) );
		$repository = new Records_Repository( Plugin::entities()->get( 'contact' ), Plugin::entities(), $this->user( 'agent' ) );
		self::assertSame( array( 'Eloi' ), array_column( $repository->page( $repository->query( array( 'search' => 'elo' ) ), 1, 20, null )['records'], 'last_name' ) );
	}

	public function test_every_fragment_of_a_text_finds_it(): void {
		$text = 'Jean-Éric d’Almeida 東京 us$$ab$ Straßenbahnhaltestelle';
		$id   = $this->contact( array( 'last_name' => $text ) )['id'];
		foreach ( explode( ' ', $text ) as $word ) {
			$length = mb_strlen( $word );
			for ( $from = 0; $from < $length; $from++ ) {
				for ( $many = 1; $many <= $length - $from; $many++ ) {
					$fragment = mb_substr( $word, $from, $many );
					if ( ! in_array( $fragment, array( '’' ), true ) ) {
						self::assertSame( array( $id ), $this->ids( $fragment ), $fragment );
					}
				}
			}
		}
	}

	public function test_what_goes_on_otherwise_is_not_found(): void {
		$this->contact( array( 'last_name' => 'Martin Martens Straßenbahn' ) );
		foreach ( array( 'martu', 'martinm', 'martinez', 'tinm', 'strassenbank', 'strassenbahnhof', 'strassenbahn2', 'bahnm' ) as $fragment ) {
			self::assertSame( array(), $this->ids( $fragment ), $fragment );
		}
	}

	public function test_any_fragments_find_what_has_them_and_nothing_else(): void {
		$agent   = $this->user( 'agent' );
		$word    = static fn( int $most ): string => implode( '', array_map( static fn(): string => array( 'a', 'b', 'a', 'b', '.', 'é', '$' )[ random_int( 0, 6 ) ], range( 1, random_int( 1, $most ) ) ) );
		$account = array();
		foreach ( array( $agent, $this->user( 'editor' ) ) as $owner ) {
			$name             = $word( 14 ) . ' ' . $word( 9 );
			$account[ $name ] = array( $this->account( array( 'name' => $name, 'owner_id' => $owner ) )['id'], $owner ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound -- one row.
		}
		$texts = array();
		for ( $i = 0; $i < 30; $i++ ) {
			$name    = array_rand( $account );
			$fields  = array(
				'first_name' => $word( 14 ),
				'last_name'  => $word( 9 ) . ' ' . $word( 14 ),
				'account_id' => $account[ $name ][0],
				'owner_id'   => $i % 3 ? $agent : $this->user( 'editor' ),
			);
			$id      = $this->contact( $fields )['id'];
			$own     = "{$fields['first_name']}\n{$fields['last_name']}";
			$texts[] = array( $id, "$own\n$name", $i % 3 ? ( $account[ $name ][1] === $agent ? "$own\n$name" : $own ) : '' );
		}
		$search = fn( string $typed, string $by ): array => array_column( $this->request( 'GET', '/contacts', array( 'search' => $typed, 'per_page' => 100, 'order' => 'asc' ), $by )->get_data(), 'id' ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound -- one row.
		for ( $i = 0; $i < 150; $i++ ) {
			$typed     = implode( ' ', array_map( static fn(): string => $word( array( 2, 5, 9, 14 )[ random_int( 0, 3 ) ] ), range( 1, random_int( 1, 2 ) ) ) );
			$fragments = explode( ' ', str_replace( 'é', 'e', $typed ) );
			foreach ( array( 'admin' => 1, 'agent' => 2 ) as $by => $place ) { // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound -- one row.
				$has = array_filter( $texts, static fn( array $text ): bool => array() === array_filter( $fragments, static fn( string $fragment ): bool => ! str_contains( str_replace( 'é', 'e', $text[ $place ] ), $fragment ) ) );
				self::assertSame( array_column( $has, 0 ), $search( $typed, $by ), "$typed, by $by, of " . wp_json_encode( $texts ) );
			}
		}
	}

	public function test_a_run_that_goes_on_in_more_ways_than_are_kept_is_found_in_all_of_them(): void {
		$ways    = array_map( static fn( int $i ): string => 'test' . ( 10000000 + $i ), range( 0, 29 ) );
		$words   = array_map( static fn( array $some ): string => implode( ' ', $some ), array_chunk( $ways, 7 ) );
		$agent   = $this->user( 'agent' );
		$account = $this->account( array( 'name' => "$words[0] $words[1]" ) )['id'];
		$contact = array(
			'first_name' => $words[2],
			'last_name'  => $words[3],
			'account_id' => $account,
			'owner_id'   => $agent,
		);
		$found   = array( array( $this->contact( $contact )['id'] ), array() );
		foreach ( $ways as $i => $way ) {
			self::assertSame( $found[ $i < 28 ? 0 : 1 ], $this->ids( $way ), $way );
			$seen = array_column( $this->request( 'GET', '/contacts', array( 'search' => $way ), 'agent' )->get_data(), 'id' );
			self::assertSame( $found[ $i > 13 && $i < 28 ? 0 : 1 ], $seen, "$way, by who may not see the account" );
		}
		self::assertSame( '*', Database::value( 'SELECT follows FROM ' . Tables::name( 'search_keys' ) . " WHERE entity = 'contact' AND gram = 'test'" ) );
	}

	public function test_a_long_search_of_many_words_is_answered(): void {
		$this->people();
		self::assertSame( array(), $this->found( str_repeat( 'aé%_\' ', 33 ) ) );
		self::assertSame( array(), $this->found( str_repeat( 'x', 200 ) ) );
	}

	/**
	 * @dataProvider typed
	 */
	public function test_what_is_typed_becomes_fragments( string $typed, array $fragments ): void {
		self::assertSame( $fragments, Search::fragments( $typed ) );
	}

	public static function typed(): array {
		return array(
			'words'                          => array( 'Élo  Crém', array( 'elo', 'crem' ) ),
			'a word twice'                   => array( 'élo elo', array( 'elo' ) ),
			'a phone is one fragment'        => array( ' +33 6 12-34.56 ', array( '336123456' ) ),
			'leading zeros are dropped'      => array( '0033 6', array( '336' ) ),
			'only zeros stay'                => array( '00', array( '00' ) ),
			'a number among words is a word' => array( 'rue 06', array( 'rue', '06' ) ),
			'no more than eight'             => array( 'a b c d e f g h i j', array( 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h' ) ),
		);
	}

	public function test_numbers_are_words_where_there_are_no_phones(): void {
		$deal  = $this->deal( array( 'title' => 'Budget 2024-25' ) )['id'];
		$deals = new Records_Repository( Plugin::entities()->get( 'deal' ), Plugin::entities(), $this->user( 'admin' ) );
		$found = static fn( string $search ): array => array_column( $deals->counted_page( $deals->query( array( 'search' => $search ) ), 1, 20, null )['records'], 'id' );
		self::assertSame( array( array( $deal ), array( $deal ), array() ), array( $found( '2024-25' ), $found( '024-2' ), $found( '202425' ) ) );
	}

	public function test_who_sees_only_their_own_does_not_find_a_contact_by_the_name_of_an_account_they_may_not_see(): void {
		$agent    = $this->user( 'agent' );
		$hidden   = $this->account( array( 'name' => 'Hiddenname' ) )['id'];
		$mine     = $this->account( array( 'name' => 'Minename', 'owner_id' => $agent ) )['id']; // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		$in       = $this->contact( array( 'last_name' => 'Inside', 'owner_id' => $agent, 'account_id' => $hidden ) )['id']; // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		$by       = $this->contact( array( 'last_name' => 'Beside', 'owner_id' => $agent, 'account_id' => $mine ) )['id']; // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		$found    = fn( string $search ): array => array_column( $this->request( 'GET', '/contacts', array( 'search' => $search ), 'agent' )->get_data(), 'id' );
		$searched = array( 'hiddenname', 'hi', 'hidd', 'inside', 'insi', 'minename', 'mine', 'inside hidden', 'beside mine', 'in hi', 'insi hidd', 'be mi', 'mi be', 'inside h', 'in h', 'beside m', 'be m' );
		self::assertSame( array( array(), array(), array(), array( $in ), array( $in ), array( $by ), array( $by ), array(), array( $by ), array(), array(), array( $by ), array( $by ), array(), array(), array( $by ), array( $by ) ), array_map( $found, $searched ) );
		$this->changed( 'account', $mine, array( 'owner_id' => $this->user( 'editor' ) ) );
		self::assertSame( array(), $found( 'mine' ), 'Handed over, the account is hidden at once.' );
	}

	/**
	 * Some contacts.
	 */
	private function people(): void {
		$this->contacts = $this->change(
			static function ( Transaction $t ): array {
				$durand = $t->create( 'account', array( 'name' => 'Durand & Fils' ) )['id'];
				$ids    = array();
				foreach ( array(
					'eloise'  => array( 'first_name' => 'Éloïse', 'last_name' => 'Crémieux-Ångström', 'account_id' => $durand, 'phone' => '+33 6 12 34 56 78 90', 'mobile' => '1532', 'email_personal' => 'perso@example.com', 'note' => 'secretnote', 'city' => 'Marseille' ),
					'obrien'  => array( 'first_name' => 'Pat', 'last_name' => 'O’Brien', 'account_id' => $durand, 'email' => 'pat.obrien@mail.example.com', 'phone' => '(01) 42.05' ),
					'zoe'     => array( 'first_name' => 'Zoé', 'last_name' => '🚀' ),
					'li'      => array( 'last_name' => '株式会社 東京', 'mobile' => '9012 34', 'phone' => '+41 (0)79 555' ),
					'percent' => array( 'last_name' => '100% A_B c\\d' ),
					'trashed' => array( 'last_name' => 'Trashed' ),
				) as $name => $fields ) {
					$ids[ $name ] = $t->create( 'contact', $fields )['id'];
				}
				$t->trash( 'contact', $ids['trashed'] );
				return $ids;
			}
		);
	}

	/**
	 * The short names of who is found, sorted.
	 *
	 * @param string               $search What is typed.
	 * @param array<string, mixed> $params Further parameters.
	 * @return list<string>
	 */
	private function found( string $search, array $params = array() ): array {
		$names = array_keys( array_intersect( $this->contacts, $this->ids( $search, $params ) ) );
		sort( $names );
		return $names;
	}

	/**
	 * The ids of who is found.
	 *
	 * @param string               $search What is typed.
	 * @param array<string, mixed> $params Further parameters.
	 * @return list<int>
	 */
	private function ids( string $search, array $params = array() ): array {
		$repository = new Records_Repository( Plugin::entities()->get( 'contact' ), Plugin::entities(), $this->user( 'admin' ) );
		$query      = $repository->query( array( 'search' => $search ) + $params );
		$ids        = array_column( $repository->page( $query, 1, 100, null )['records'], 'id' );
		self::assertSame( count( $ids ), $repository->count( $query )['total'] );
		self::assertSame( count( $ids ), count( array_unique( $ids ) ) );
		return $ids;
	}
}
