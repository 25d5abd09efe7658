<?php
/**
 * The routes of quotes.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Rest;

use Carnet\Entity\Instant;

/**
 * Quotes keep the contract of all nouns.
 */
final class Quote_RoutesTest extends Records_Case {
	use Tag_Field_Tests;

	/**
	 * An account that everybody in these tests may link to: the agent's.
	 */
	private int $linked_account = 0;

	protected function setUp(): void {
		parent::setUp();
		$this->linked_account = $this->account( array( 'owner_id' => $this->user( 'agent' ) ) )['id'];
	}

	protected function noun(): string {
		return 'quote';
	}

	protected function name_field(): string {
		return 'title';
	}

	protected function record( array $overrides = array() ): array {
		return $this->quote( $this->possible( $overrides ) );
	}

	protected function two_choices(): array {
		return array(
			'status'   => 'sent',
			'currency' => 'USD',
		);
	}

	protected function required(): array {
		return array(
			'account_id' => $this->linked_account,
			'lines'      => array( self::line() ),
		);
	}

	protected function defaults(): array {
		return array( 'issued_on' => Instant::site_day( Instant::now() ) );
	}

	protected function value_for( string $name ) {
		return array(
			'status'      => 'sent',
			'valid_until' => '2099-12-31',
			'lines'       => array( self::line( array( 'quantity' => '2.5' ) ) ),
		)[ $name ] ?? parent::value_for( $name );
	}

	protected function when_emptied(): array {
		return $this->defaults();
	}

	/**
	 * Begins as what a new quote may be; its lines differ with its day, so that its totals do.
	 *
	 * @param array<string, mixed> $fields Field values.
	 * @return array<string, mixed>
	 */
	protected function possible( array $fields ): array {
		if ( 'expired' === ( $fields['status'] ?? '' ) ) {
			$fields['status'] = 'sent';
		}
		if ( isset( $fields['issued_on'] ) ) {
			$fields['lines'] = array( self::line( array( 'unit_price' => 100 * (int) substr( $fields['issued_on'], -1 ) ) ) );
		}
		return $fields;
	}

	protected function sort_fields(): array {
		return array( 'id', 'title', 'status', 'issued_on', 'valid_until', 'net_total', 'tax_total', 'total', 'sent_at', 'accepted_at', 'declined_at', 'created_at', 'updated_at' );
	}

	protected function list_parameters(): array {
		return array(
			'context',
			'page',
			'per_page',
			'orderby',
			'order',
			'cursor',
			'search',
			'include',
			'exclude',
			'trashed',
			'contact_id',
			'account_id',
			'deal_id',
			'status',
			'currency',
			'issued_on_after',
			'issued_on_before',
			'valid_until_after',
			'valid_until_before',
			'net_total_min',
			'net_total_max',
			'tax_total_min',
			'tax_total_max',
			'total_min',
			'total_max',
			'sent_at_after',
			'sent_at_before',
			'accepted_at_after',
			'accepted_at_before',
			'declined_at_after',
			'declined_at_before',
			'tags',
			'tags_match',
			'tags_exclude',
			'owner_id',
			'created_at_after',
			'created_at_before',
			'updated_at_after',
			'updated_at_before',
		);
	}
}
