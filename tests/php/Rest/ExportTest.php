<?php
/**
 * Exports.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Rest;

use Carnet\Entity\Instant;
use Carnet\Export\Export_Response;
use Carnet\Plugin;
use Carnet\Store\Transaction;

/**
 * What an export holds: who gets it, which rows in which order, which columns, and how they are written. The writing of single texts
 * and values is CsvTest's, what comes over HTTP is HttpTest's.
 */
final class ExportTest extends Rest_Case {

	/**
	 * An export, which must succeed.
	 *
	 * @param string                $path    Collection and query.
	 * @param array<string, mixed>  $params  Query.
	 * @param string                $as      Role.
	 * @param array<string, string> $headers Request headers.
	 */
	private function export( string $path, array $params = array(), string $as = 'admin', array $headers = array() ): Export_Response {
		$response = $this->request( 'GET', $path, $params, $as, $headers );
		self::assertInstanceOf( Export_Response::class, $response, (string) wp_json_encode( $response->get_data() ) );
		return $response;
	}

	/**
	 * Its rows as NDJSON has them.
	 *
	 * @param string               $path   Collection.
	 * @param array<string, mixed> $params Query.
	 * @param string               $as     Role.
	 * @return list<array<string, mixed>>
	 */
	private function rows( string $path, array $params = array(), string $as = 'admin' ): array {
		$text = $this->export( $path, array( 'format' => 'ndjson' ) + $params, $as )->get_data();
		self::assertTrue( '' === $text || str_ends_with( $text, "\n" ) );
		return array_map( static fn( string $line ): array => json_decode( $line, true, 512, JSON_THROW_ON_ERROR ), '' === $text ? array() : explode( "\n", rtrim( $text, "\n" ) ) );
	}

	/**
	 * The export right alone, without that to view, and rights to everything but export.
	 */
	public function test_without_the_right_to_export_there_is_none(): void {
		$this->contact();
		foreach ( array( 'agent', 'viewer', 'subscriber' ) as $role ) {
			foreach ( array( 'GET', 'HEAD' ) as $method ) {
				$refused = $this->request( $method, '/contacts/export', array(), $role );
				self::assert_refused( 403, 'rest_forbidden', $refused );
				self::assertNull( self::header_of( $refused, 'X-WP-Total' ) );
			}
		}
		self::assert_refused( 401, 'rest_forbidden', $this->request( 'GET', '/contacts/export', array(), 'nobody' ) );
	}

	public function test_who_sees_only_their_own_records_exports_only_those_and_no_names_of_others(): void {
		$agent   = $this->user( 'agent', 2 );
		$theirs  = $this->account( array( 'name' => 'Secret SA' ) );
		$own     = $this->contact( array( 'owner_id' => $agent ) );
		$other   = $this->contact();
		$foreign = $this->change( static fn( Transaction $transaction ): array => $transaction->update( 'contact', $own['id'], array( 'account_id' => $theirs['id'] ) ) );
		self::assertSame( $theirs['id'], $foreign['account_id'] );
		( new \WP_User( $agent ) )->add_cap( 'carnet_export' );
		wp_set_current_user( $agent );
		$response = $this->request( 'GET', '/contacts/export', array( 'include' => array( $own['id'], $other['id'] ), 'fields' => array( 'id', 'account_name' ) ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		( new \WP_User( $agent ) )->remove_cap( 'carnet_export' );
		self::assertSame( "id,account_name\r\n{$own['id']},\r\n", $response->get_data() );
		self::assertSame( '1', self::header_of( $response, 'X-WP-Total' ) );
	}

	/**
	 * Every noun.
	 *
	 * @return iterable<string, array{string}>
	 */
	public function nouns(): iterable {
		foreach ( Plugin::entities()->records() as $entity ) {
			yield $entity->plural => array( $entity->name );
		}
	}

	/**
	 * Without `fields`: all of the field list, with the names of parents and owner beside their links.
	 *
	 * @dataProvider nouns
	 *
	 * @param string $noun Noun.
	 */
	public function test_an_export_holds_every_field_and_the_values_of_the_api( string $noun ): void {
		$entity = Plugin::entities()->get( $noun );
		$record = array( $this, $noun )( array() );
		$item   = $this->request( 'GET', "/{$entity->plural}/{$record['id']}", array(), 'admin' )->get_data();
		$row    = $this->rows( "/{$entity->plural}/export" )[0];
		$names  = array_keys( $entity->fields()->all() );
		self::assertSame( array( 'version' ), array_values( array_diff( $names, array_keys( $row ) ) ) );
		self::assertSame( array(), array_diff( array_keys( $row ), array_keys( $item ) ) );
		foreach ( $row as $name => $value ) {
			self::assertSame( json_decode( (string) wp_json_encode( $item[ $name ] ), true ), $value, $name );
		}
		foreach ( array_keys( $entity->links() ) as $link ) {
			$place = array_search( $link, array_keys( $row ), true );
			self::assertSame( substr( $link, 0, -3 ) . '_name', array_keys( $row )[ $place + 1 ] );
		}
		$csv = $this->export( "/{$entity->plural}/export" )->get_data();
		self::assertStringStartsWith( implode( ',', array_keys( $row ) ) . "\r\n", $csv );
		self::assertSame( 2, substr_count( $csv, "\r\n" ) );
	}

	public function test_a_batch_ends_where_its_text_is_long_however_short_the_rows_before_were(): void {
		foreach ( array( 250 => str_repeat( 'é', 5000 ), 100 => '' ) as $number => $description ) { // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
			$tasks = array_fill( 0, $number, array( 'title' => 'Rappeler' ) + compact( 'description' ) );
			$this->change( static fn( Transaction $transaction ): array => $transaction->create_all( 'task', $tasks ) );
		}
		$pieces = array();
		foreach ( $this->export( '/tasks/export', array( 'fields' => array( 'id', 'description' ) ) )->pieces() as $piece ) {
			$pieces[] = $piece;
		}
		self::assertLessThan( 2400000, max( array_map( 'strlen', $pieces ) ) );
		$lines = explode( "\r\n", implode( '', $pieces ) );
		self::assertCount( 352, array_unique( $lines ), 'The names, each task once, and nothing.' );
		self::assertCount( 352, $lines );
	}

	public function test_columns_come_in_the_order_asked_for_and_a_value_is_written_by_its_kind(): void {
		update_option( 'timezone_string', 'Europe/Paris' );
		$account = $this->account( array( 'name' => 'Durand "D" & fils' ) );
		$tags    = array( $this->tag( array( 'name' => 'VIP' ) )['id'], $this->tag( array( 'name' => 'Été, soleil' ) )['id'] );
		$this->deal(
			array(
				'title'      => '=1+1',
				'account_id' => $account['id'],
				'amount'     => 123456,
				'currency'   => 'JPY',
				'start_date' => '2026-11-22',
				'note'       => "Un\r\ndeux",
				'tags'       => $tags,
			)
		);
		$row    = $this->rows( '/deals/export' )[0];
		$fields = array( 'tags', 'title', 'account_name', 'amount', 'currency', 'start_date', 'created_at', 'new_customer', 'note', 'owner_name' );
		$csv    = $this->export( '/deals/export', array( 'fields' => $fields ) )->get_data();
		$at     = Instant::site_time( $row['created_at'] );
		update_option( 'timezone_string', '' );
		self::assertSame(
			"tags,title,account_name,amount,currency,start_date,created_at,new_customer,note,owner_name\r\n"
			. "\"VIP|Été, soleil\",'=1+1,\"Durand \"\"D\"\" & fils\",123456,JPY,2026-11-22,$at,0,\"Un\r\ndeux\",{$row['owner_name']}\r\n",
			$csv
		);
		self::assertSame( array( '=1+1', 123456, $tags ), array( $row['title'], $row['amount'], $row['tags'] ) );
		// The exponent is known although the currency is no column.
		self::assertSame( "amount\r\n123456\r\n", $this->export( '/deals/export', array( 'fields' => 'amount' ) )->get_data() );
	}

	public function test_delimiter_mark_and_format_are_as_asked(): void {
		$this->contact( array( 'first_name' => 'Zoë;', 'last_name' => "T\tT" ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		$fields = array( 'fields' => array( 'first_name', 'last_name' ) );
		self::assertSame( "first_name;last_name\r\n\"Zoë;\";T\tT\r\n", $this->export( '/contacts/export', $fields + array( 'delimiter' => ';' ) )->get_data() );
		self::assertSame( "\u{FEFF}first_name\tlast_name\r\nZoë;\t\"T\tT\"\r\n", $this->export( '/contacts/export', $fields + array( 'delimiter' => 'tab', 'bom' => 'true' ) )->get_data() ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		$day = Instant::site_day( Instant::now() );
		foreach ( array(
			''                                           => 'csv',
			'*/*'                                        => 'csv',
			'application/json, */*;q=0.1'                => 'csv',
			'text/csv, application/x-ndjson;q=0.9'       => 'csv',
			'application/x-ndjson'                       => 'ndjson',
			'text/csv; q=0.5, application/x-ndjson; q=1' => 'ndjson',
		) as $accept => $format ) {
			$response = $this->export( '/contacts/export', $fields, 'admin', array( 'Accept' => $accept ) );
			self::assertSame( "attachment; filename=\"contacts-$day.$format\"", self::header_of( $response, 'Content-Disposition' ), $accept );
			self::assertStringStartsWith( 'csv' === $format ? 'text/csv' : 'application/x-ndjson', (string) self::header_of( $response, 'Content-Type' ) );
		}
		$response = $this->export( '/contacts/export?format=csv', $fields, 'admin', array( 'Accept' => 'application/x-ndjson' ) );
		self::assertStringStartsWith( 'text/csv', (string) self::header_of( $response, 'Content-Type' ) );
	}

	/**
	 * Bad parameters.
	 *
	 * @testWith [{"fields": ["first_name", "nonsense"]}, "fields"]
	 *           [{"fields": ["version"]}, "fields"]
	 *           [{"delimiter": "|"}, "delimiter"]
	 *           [{"format": "xml"}, "format"]
	 *           [{"bom": "perhaps"}, "bom"]
	 *           [{"type": ["nonsense"]}, "type"]
	 *           [{"orderby": "note"}, "orderby"]
	 *
	 * @param array<string, mixed> $params Query.
	 * @param string               $named  The parameter at fault.
	 */
	public function test_a_bad_parameter_is_refused_by_name( array $params, string $named ): void {
		self::assert_refused( 400, 'rest_invalid_param', $this->request( 'GET', '/contacts/export', $params, 'admin' ), $named );
	}

	public function test_the_rows_are_those_of_the_list_in_its_order_across_batches(): void {
		$names = array( 'Élodie', 'elodie', 'Zoé', 'Abel', '' );
		$types = array( 'lead', 'customer', 'prospect' );
		$tag   = $this->tag()['id'];
		$this->change(
			static function ( Transaction $transaction ) use ( $names, $types, $tag ): void {
				for ( $i = 0; $i < 1150; $i++ ) {
					$transaction->create(
						'contact',
						array(
							'first_name' => $names[ $i % 5 ],
							'last_name'  => 'N' . $i % 7,
							'type'       => $types[ $i % 3 ],
							'tags'       => 0 === $i % 4 ? array( $tag ) : array(),
						)
					);
				}
			}
		);
		foreach ( array(
			array(),
			array( 'orderby' => 'first_name', 'order' => 'asc' ), // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
			array( 'orderby' => 'customer_since', 'order' => 'asc' ), // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
			array( 'type' => array( 'customer', 'lead' ), 'tags' => array( $tag ), 'search' => 'elodie', 'orderby' => 'last_name' ), // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		) as $params ) {
			$listed = array();
			$cursor = array();
			do {
				$page   = $this->request( 'GET', '/contacts', $params + $cursor + array( 'per_page' => 100 ), 'admin' );
				$listed = array_merge( $listed, self::ids( $page ) );
				$cursor = array( 'cursor' => self::header_of( $page, 'X-Carnet-Next-Cursor' ) );
			} while ( null !== $cursor['cursor'] );
			$response = $this->export( '/contacts/export', $params + array( 'fields' => array( 'id' ) ) );
			$lines    = explode( "\r\n", $response->get_data(), -1 );
			self::assertSame( array( 'id', ...array_map( 'strval', $listed ) ), $lines );
			self::assertSame( (string) count( $listed ), self::header_of( $response, 'X-WP-Total' ) );
		}
	}

	public function test_a_parent_is_named_as_in_the_list_and_only_to_who_may_see_it(): void {
		$agent = $this->user( 'agent', 2 );
		$names = array();
		foreach ( array( array( 'first_name' => 'Zoë', 'last_name' => 'Müller' ), array( 'last_name' => 'Abel' ), array( 'last_name' => '', 'email' => 'x@example.com' ) ) as $values ) { // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
			$contact = $this->contact( $values );
			$names[] = implode( ' ', array_filter( $values ) );
			$this->action( array( 'contact_id' => $contact['id'], 'account_id' => null, 'owner_id' => $agent ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		}
		$params = array( 'orderby' => 'id', 'order' => 'asc', 'fields' => array( 'contact_name', 'account_name' ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		$rows   = array_map( static fn( string $name ): array => array( 'contact_name' => $name, 'account_name' => null ), $names ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		self::assertSame( $rows, $this->rows( '/actions/export', $params ) );
		( new \WP_User( $agent ) )->add_cap( 'carnet_export' );
		wp_set_current_user( $agent );
		$text = $this->request( 'GET', '/actions/export', $params )->get_data();
		( new \WP_User( $agent ) )->remove_cap( 'carnet_export' );
		self::assertSame( "contact_name,account_name\r\n,\r\n,\r\n,\r\n", $text );
	}

	public function test_the_trash_and_a_selection_are_exported_as_listed(): void {
		$kept = array( $this->contact()['id'], $this->contact()['id'], $this->contact()['id'] );
		$gone = $this->contact()['id'];
		$this->trashed( 'contact', $gone );
		self::assertSame( array_reverse( $kept ), array_column( $this->rows( '/contacts/export' ), 'id' ) );
		self::assertSame( array( $gone ), array_column( $this->rows( '/contacts/export', array( 'trashed' => 'true' ) ), 'id' ) );
		self::assertSame( array( $kept[2], $kept[0] ), array_column( $this->rows( '/contacts/export', array( 'include' => "{$kept[0]},{$kept[2]}" ) ), 'id' ) );
		self::assertSame( array(), $this->rows( '/contacts/export', array( 'search' => 'n0th1ng' ) ) );
	}

	public function test_the_head_is_there_before_any_row_is_read_and_rows_are_read_as_they_are_taken(): void {
		$this->change(
			static function ( Transaction $transaction ): void {
				for ( $i = 0; $i < 150; $i++ ) {
					$transaction->create( 'contact', array( 'last_name' => "N$i" ) );
				}
			}
		);
		$response = $this->export( '/contacts/export', array( 'fields' => array( 'last_name' ) ) );
		$read     = 0;
		$count    = static function ( $sql ) use ( &$read ) {
			$read += (int) str_contains( $sql, 'carnet_contacts' );
			return $sql;
		};
		add_filter( 'query', $count );
		$pieces = $response->pieces();
		self::assertInstanceOf( \Generator::class, $pieces );
		self::assertSame( array( "last_name\r\n", 0 ), array( $pieces->current(), $read ) );
		$pieces->next();
		self::assertSame( array( 100, 1 ), array( substr_count( $pieces->current(), "\r\n" ), $read ) );
		$pieces->next();
		self::assertSame( array( 50, 2 ), array( substr_count( $pieces->current(), "\r\n" ), $read ) );
		$pieces->next();
		self::assertSame( array( false, 2 ), array( $pieces->valid(), $read ) );
	}

	public function test_a_choice_of_fields_in_the_words_of_wordpress_breaks_nothing(): void {
		$this->contact( array( 'last_name' => 'Martin' ) );
		self::assertSame( "last_name\r\nMartin\r\n", $this->export( '/contacts/export', array( 'fields' => 'last_name,last_name', '_fields' => 'id' ) )->get_data() ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
	}
}
