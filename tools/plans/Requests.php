<?php
/**
 * Every way to ask for records.
 *
 * @package Carnet
 */

namespace Carnet\Plans;

use Carnet\Dashboard\Widgets;
use Carnet\Entity\Entities;
use Carnet\Entity\Entity;
use Carnet\Entity\Field_List;
use Carnet\Entity\Value;

/**
 * The REST paths of all lists, each filter, sort and search among them, of records and what hangs on them, of exports and the
 * dashboard: from the field lists, so that a new field is asked for as well.
 */
final class Requests {

	/**
	 * Asks of all nouns.
	 *
	 * @param Entities $entities All nouns.
	 * @param string   $day      A day amid the data: a date filter leaves some records on either side.
	 * @param int      $owner    Somebody who owns records.
	 */
	public function __construct( private readonly Entities $entities, private readonly string $day, private readonly int $owner ) {}

	/**
	 * All paths below carnet/v1.
	 *
	 * @return \Generator<string>
	 */
	public function all(): \Generator {
		foreach ( $this->entities->records() as $entity ) {
			foreach ( $this->queries( $entity ) as $query ) {
				yield "/{$entity->plural}?$query";
			}
			yield "/{$entity->plural}/counts";
			yield "/{$entity->plural}/export?format=csv";
			yield "/{$entity->plural}/20";
			yield "/{$entity->plural}/20/history";
			if ( $this->entities->children( $entity->name ) ) {
				yield "/{$entity->plural}/20/timeline";
			}
		}
		foreach ( Widgets::names( $this->entities ) as $widget ) {
			yield "/dashboard?widgets[]=$widget";
		}
		yield '/dashboard?from=2020-01-01&to=2027-01-01';
		yield '/tags?per_page=100';
		yield '/tags?search=tag';
		yield '/reminders';
		yield '/history';
	}

	/**
	 * The queries of one list.
	 *
	 * @param Entity $entity The noun.
	 * @return list<string>
	 */
	private function queries( Entity $entity ): array {
		$fields  = $entity->fields();
		$sorts   = array();
		$filters = array( 'trashed=1' );
		foreach ( array_keys( $fields->having( 'sortable' ) ) as $name ) {
			array_push( $sorts, "orderby=$name&order=asc", "orderby=$name&order=desc" );
		}
		foreach ( $fields->having( 'filterable' ) as $name => $field ) {
			array_push( $filters, ...$this->filter( $name, $field ) );
		}
		foreach ( array( 'uistso', 'arie', 'ma', 'marie mart', 'marie', 'example.com', 'marie d', 'marie.martin', 'zzzzz', '0612', 'tal', 'cal bac' ) as $search ) {
			$filters[] = 'search=' . rawurlencode( $search );
		}
		$by_name = 'orderby=' . ( 'contact' === $entity->name ? 'last_name' : $entity->name_fields[ count( $entity->name_fields ) - 1 ] ) . '&order=asc';
		$queries = array( '', 'page=40', 'page=400', ...$sorts, ...array_map( static fn( string $sort ): string => "$sort&page=40", $sorts ), ...$filters );
		foreach ( $filters as $filter ) {
			$queries[] = "$filter&owner_id[]={$this->owner}";
			// The trash has no order but that of ids: it is small, and sorted.
			if ( 'trashed=1' !== $filter ) {
				$queries[] = "$filter&$by_name";
			}
		}
		return $queries;
	}

	/**
	 * The filters of one field.
	 *
	 * @param string               $name  Field.
	 * @param array<string, mixed> $field Its definition.
	 * @return list<string>
	 */
	private function filter( string $name, array $field ): array {
		if ( 'array' === $field['type'] ) {
			return array( "{$name}[]=3", "{$name}[]=3&{$name}[]=4", "{$name}[]=3&{$name}[]=20&{$name}_match=all", "{$name}_exclude[]=3" );
		}
		if ( isset( $field['relation'] ) ) {
			$id = 'user' === $field['relation'] ? $this->owner : 20;
			return array( "{$name}[]=$id", "{$name}[]=0" );
		}
		if ( Field_List::is_choice( $field ) ) {
			$values = Value::choices( $field );
			return array( "{$name}[]=$values[0]", "{$name}[]=$values[0]&{$name}[]=$values[1]" );
		}
		if ( 'country' === ( $field['format'] ?? '' ) ) {
			return array( "{$name}[]=FR", "{$name}[]=DE" );
		}
		if ( 'boolean' === $field['type'] ) {
			return array( "$name=1", "$name=0" );
		}
		$amount = min( 100000, intdiv( $field['maximum'] ?? 0, 2 ) );
		return 'integer' === $field['type'] ? array( "{$name}_min=$amount", "{$name}_max=$amount" ) : array( "{$name}_after={$this->day}", "{$name}_before={$this->day}" );
	}
}
