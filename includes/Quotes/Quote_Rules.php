<?php
/**
 * What must hold when a quote changes.
 *
 * @package Carnet
 */

namespace Carnet\Quotes;

use Carnet\Entity\Instant;
use Carnet\Entity\Problem;
use Carnet\Entity\Rule_Error;
use Carnet\Entity\Rules;

defined( 'ABSPATH' ) || exit;

/**
 * Parties, dates, the way from draft to accepted, and the totals. What was accepted is frozen.
 */
final class Quote_Rules implements Rules {

	/**
	 * From status to the statuses it may become. Nothing follows on accepted.
	 */
	private const NEXT = array(
		'draft'    => array( 'sent', 'accepted', 'declined' ),
		'sent'     => array( 'accepted', 'declined', 'expired', 'draft' ),
		'declined' => array( 'draft' ),
		'expired'  => array( 'draft' ),
		'accepted' => array(),
	);

	private const FROZEN = array( 'lines', 'currency', 'contact_id', 'account_id', 'deal_id' );

	/**
	 * Takes the tax rate of lines that name none, which is a setting.
	 *
	 * @param \Closure(): string $default_rate Per cent, a decimal.
	 */
	public function __construct( private readonly \Closure $default_rate ) {}

	/**
	 * Applies the rules.
	 *
	 * @param array<string, mixed>|null $before The stored quote.
	 * @param array<string, mixed>      $after  The quote as asked for.
	 * @param string                    $now    UTC, as in the API.
	 * @return array<string, mixed>
	 * @throws Problem Naming the field, or because it is frozen.
	 */
	public function apply( ?array $before, array $after, string $now ): array {
		$after['lines'] = Quote_Totals::lines( $after['lines'], ( $this->default_rate )() );
		if ( 'accepted' === ( $before['status'] ?? '' ) ) {
			foreach ( self::FROZEN as $field ) {
				if ( $after[ $field ] !== $before[ $field ] ) {
					throw new Problem( 'carnet_frozen', 409, __( 'An accepted quote keeps its lines, currency and parties. Duplicate it to make a new one.', 'carnet-crm' ), array( 'field' => $field ) );
				}
			}
		}
		if ( null === $after['contact_id'] && null === $after['account_id'] ) {
			throw new Rule_Error( 'contact_id', __( 'Choose a contact or an account.', 'carnet-crm' ) );
		}
		$after['issued_on'] ??= Instant::site_day( $now );
		if ( null !== $after['valid_until'] && $after['valid_until'] < $after['issued_on'] ) {
			throw new Rule_Error( 'valid_until', __( 'A quote cannot end before it is issued.', 'carnet-crm' ) );
		}
		return array_merge( self::status( $before['status'] ?? 'draft', $after, $now ), Quote_Totals::of( $after['lines'] ) );
	}

	/**
	 * Sets the instants that come with a status.
	 *
	 * @param string               $from  Status before; a new quote begins as a draft.
	 * @param array<string, mixed> $after The quote as asked for.
	 * @param string               $now   UTC, as in the API.
	 * @return array<string, mixed>
	 * @throws Rule_Error Where the way is not open.
	 */
	private static function status( string $from, array $after, string $now ): array {
		$to = $after['status'];
		if ( $from === $to ) {
			return $after;
		}
		if ( ! in_array( $to, self::NEXT[ $from ], true ) ) {
			/* translators: %s: list of valid values. */
			$message = self::NEXT[ $from ] ? sprintf( __( 'From here, the status can become: %s.', 'carnet-crm' ), implode( ', ', self::NEXT[ $from ] ) ) : __( 'An accepted quote stays accepted. Duplicate it to make a new one.', 'carnet-crm' );
			throw new Rule_Error( 'status', $message );
		}
		if ( 'draft' === $to ) {
			return array_merge( $after, array_fill_keys( array( 'sent_at', 'declined_at' ), null ) );
		}
		return 'expired' === $to ? $after : array_merge( $after, array( "{$to}_at" => $now ) );
	}
}
