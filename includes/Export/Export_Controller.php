<?php
/**
 * Exports over REST.
 *
 * @package Carnet
 */

namespace Carnet\Export;

use Carnet\Entity\Entities;
use Carnet\Entity\Entity;
use Carnet\Entity\Export_Columns;
use Carnet\Entity\Instant;
use Carnet\Entity\List_Query;
use Carnet\Entity\Records_Repository;
use Carnet\Rest\Controller;
use Carnet\Settings\Settings;
use Carnet\Store\Database;
use Carnet\Store\Database_Error;
use Carnet\Store\Unit_Of_Work;
use WP_REST_Request;

defined( 'ABSPATH' ) || exit;

/**
 * The rows of a list as a file, in the list's order and by its rights, for who may export. Rows are read in batches while they are sent,
 * so that memory does not grow with them.
 */
final class Export_Controller extends Controller {

	private const CSV    = 'csv';
	private const NDJSON = 'ndjson';

	/**
	 * Serves all nouns.
	 *
	 * @param Unit_Of_Work $work     The write path.
	 * @param Entities     $entities All nouns.
	 */
	public function __construct( Unit_Of_Work $work, private readonly Entities $entities ) {
		parent::__construct( $work );
	}

	/**
	 * Registers the route of a noun.
	 *
	 * @param Entity $entity The noun.
	 */
	public function register_noun( Entity $entity ): void {
		$this->route(
			"/{$entity->plural}/export",
			array(
				$this->endpoint( 'GET', 'export', fn( WP_REST_Request $request ): Export_Response => $this->export( $request, $entity ), Export_Params::of( $entity ) ),
				'schema' => array( Export_Params::class, 'answer' ),
			)
		);
	}

	/**
	 * GET the rows. The number of all of them is in the headers, so that a reader knows how far it is, and whether all came.
	 *
	 * @param WP_REST_Request $request The request.
	 * @param Entity          $entity  The noun.
	 */
	private function export( WP_REST_Request $request, Entity $entity ): Export_Response {
		// WordPress would cut the answer to these as if it were one item.
		unset( $request['_fields'] );
		$repository = new Records_Repository( $entity, $this->entities, get_current_user_id() );
		$query      = $repository->query( $request->get_params() );
		$count      = $repository->count( $query );
		$total      = $count['exact'] ? $count['total'] : $repository->exact_count( $query );
		$columns    = array_values( array_unique( (array) $request['fields'] ) );
		$columns    = $columns ? $columns : Export_Columns::of( $entity );
		$format     = $request['format'] ?? self::accepted( (string) $request->get_header( 'accept' ) );
		$writer     = self::NDJSON === $format ? new Ndjson_Writer( $entity, $columns ) : $this->csv( $request, $entity, $columns );
		$response   = new Export_Response( fn(): iterable => $this->pieces( $query, $writer ) );
		$response->header( 'X-WP-Total', (string) $total );
		$response->header( 'Content-Type', $writer->type() );
		$response->header( 'Content-Disposition', "attachment; filename=\"{$entity->plural}-" . Instant::site_day( Instant::now() ) . ".$format\"" );
		$response->header( 'Vary', 'Accept', false );
		// Web servers that collect an answer before they pass it on are asked not to.
		$response->header( 'X-Accel-Buffering', 'no' );
		return $response;
	}

	/**
	 * The file in pieces: the head at once, then a batch of rows at a time.
	 *
	 * @param List_Query $query  The list.
	 * @param Row_Writer $writer Writes its rows.
	 * @return \Generator<string>
	 */
	private function pieces( List_Query $query, Row_Writer $writer ): \Generator {
		yield $writer->head();
		try {
			yield from ( new Row_Batches( $this->entities, get_current_user_id(), $writer ) )->of( $query );
		} catch ( Database_Error $error ) { // phpcs:ignore Generic.CodeAnalysis.EmptyStatement -- see below.
			// It is in the log. The status is sent already: that rows are missing shows by their number.
		}
	}

	/**
	 * The CSV that a request asks for.
	 *
	 * @param WP_REST_Request $request The request.
	 * @param Entity          $entity  The noun.
	 * @param list<string>    $columns Names, in order.
	 */
	private function csv( WP_REST_Request $request, Entity $entity, array $columns ): Csv_Writer {
		$tags = array();
		if ( in_array( 'tags', $columns, true ) ) {
			foreach ( Database::many_rows( 'SELECT id, name FROM ' . $this->entities->get( 'tag' )->table() ) as $tag ) {
				$tags[ (int) $tag['id'] ] = (string) $tag['name'];
			}
		}
		$exponents = array_column( Settings::all()['currencies'], 'exponent', 'code' );
		$delimiter = 'tab' === $request['delimiter'] ? "\t" : $request['delimiter'];
		return new Csv_Writer( $entity, $columns, $exponents, $tags, $delimiter, (bool) $request['bom'] );
	}

	/**
	 * The format that a client prefers: CSV unless it names the other one, and rather than CSV.
	 *
	 * @param string $accept The header Accept.
	 */
	private static function accepted( string $accept ): string {
		$quality = array();
		foreach ( explode( ',', strtolower( $accept ) ) as $range ) {
			preg_match( '/^\s*([^\s;]+)(?:.*;\s*q=([0-9.]+))?/', $range, $parts );
			$quality[ $parts[1] ?? '' ] = (float) ( $parts[2] ?? 1 );
		}
		return ( $quality['application/x-ndjson'] ?? 0 ) > ( $quality['text/csv'] ?? 0 ) ? self::NDJSON : self::CSV;
	}
}
