<?php
/**
 * The routes of quotes.
 *
 * @package Carnet
 */

namespace Carnet\Quotes;

use Carnet\Entity\Item_Schema;
use Carnet\Entity\Problem;
use Carnet\Rest\Records_Controller;
use Carnet\Rest\Sent_Fields;
use Carnet\Settings\Settings;
use WP_REST_Request;
use WP_REST_Response;

defined( 'ABSPATH' ) || exit;

/**
 * What quotes have beside the routes of every noun: totals of lines that are not saved, and duplicates.
 */
final class Quotes_Controller extends Records_Controller {

	/**
	 * What a duplicate takes over. The rest begins anew: number, status, dates, note, tags.
	 */
	private const COPIED = array( 'title', 'contact_id', 'account_id', 'deal_id', 'currency', 'lines' );

	/**
	 * Registers the routes.
	 */
	public function register_routes(): void {
		parent::register_routes();
		$fields = $this->entity->fields();
		$args   = array(
			'lines'    => array( 'required' => true ) + Item_Schema::arg( (array) $fields->get( 'lines' ) ),
			'currency' => Item_Schema::arg( (array) $fields->get( 'currency' ) ),
		);
		$this->route(
			'/quotes/totals',
			array(
				$this->endpoint( 'POST', 'view', array( $this, 'totals' ), $args ),
				'schema' => array( $this, 'totals_schema' ),
			)
		);
		$this->route(
			'/quotes/(?P<id>\d+)/duplicate',
			array(
				$this->endpoint( 'POST', 'edit', array( $this, 'duplicate' ) ),
				'schema'      => array( $this, 'get_public_item_schema' ),
				'allow_batch' => array( 'v1' => true ),
			)
		);
	}

	/**
	 * POST totals: adds up lines as saving them would.
	 *
	 * @param WP_REST_Request $request The request.
	 */
	public function totals( WP_REST_Request $request ): WP_REST_Response {
		$sent  = Sent_Fields::of_request( $this->entity, $request );
		$lines = Quote_Totals::lines( $sent['lines'], Settings::default_tax_rate() );
		return new WP_REST_Response(
			array( 'currency' => $sent['currency'] ?? Settings::all()['default_currency'] ) + Quote_Totals::of( $lines ) + array(
				'lines' => array_map( static fn( array $line ): array => $line + array( 'net' => Quote_Totals::net( $line ) ), $lines ),
			)
		);
	}

	/**
	 * POST duplicate: a new draft with the same lines.
	 *
	 * @param WP_REST_Request $request The request.
	 */
	public function duplicate( WP_REST_Request $request ): WP_REST_Response {
		$quote = $this->repository()->find( self::path_id( $request ) ) ?? throw Problem::not_found();
		return $this->created( $request, array_intersect_key( $quote, array_flip( self::COPIED ) ) );
	}

	/**
	 * The schema of totals: the properties of a quote, and the net of each line.
	 *
	 * @return array<string, mixed>
	 */
	public function totals_schema(): array {
		$properties = array_intersect_key( Item_Schema::of( $this->entity, $this->entities )['properties'], array_flip( array( 'currency', 'lines', 'net_total', 'tax_total', 'total', 'taxes' ) ) );

		$properties['lines']['items']['properties']['net'] = array(
			'description' => __( 'Net of the line, in minor units.', 'carnet-crm' ),
			'type'        => 'integer',
		);
		return array(
			'$schema'    => 'http://json-schema.org/draft-04/schema#',
			'title'      => 'carnet-quote-totals',
			'type'       => 'object',
			'properties' => $properties,
		);
	}
}
