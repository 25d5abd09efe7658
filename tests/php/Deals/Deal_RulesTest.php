<?php
/**
 * The rules of a deal.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Deals;

use Carnet\Deals\Deal_Rules;
use Carnet\Entity\Rule_Error;
use Carnet\Settings\Lists;
use Carnet\Store\Revert;
use Carnet\Store\Transaction;
use Carnet\Tests\Builders;
use Carnet\Tests\Test_Case;

/**
 * Status, stage, probability, amounts and reason, and the contact of a deal that is won.
 */
final class Deal_RulesTest extends Test_Case {

	use Builders;

	private const EARLIER = '2026-01-05T08:00:00Z';

	private const NOW = '2026-11-22T09:30:00Z';

	/**
	 * Before (null: new), change, what must come of it (or the field that is refused).
	 *
	 * @return array<string, array{array<string, mixed>|null, array<string, mixed>, array<string, mixed>|string}>
	 */
	public static function cases(): array {
		$open = array( 'probability' => 10 );
		$lost = array( 'status' => 'lost', 'close_reason' => 'price', 'stage' => 'proposal', 'probability' => 0, 'closed_at' => self::EARLIER ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		$won  = array( 'status' => 'won', 'stage' => 'proposal', 'probability' => 100, 'closed_at' => self::EARLIER, 'amount' => 500, 'signed_amount' => 450 ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		return array(
			'a new deal has the probability of its stage'  => array( null, array(), array( 'probability' => 10, 'closed_at' => null ) ),
			'a new deal of another stage'                  => array( null, array( 'stage' => 'needs_analysis' ), array( 'probability' => 60 ) ),
			'a new deal with one of its own'               => array( null, array( 'probability' => 33 ), array( 'probability' => 33 ) ),
			'a new deal that is won'                       => array( null, array( 'status' => 'won', 'amount' => 700 ), array( 'probability' => 100, 'signed_amount' => 700, 'closed_at' => self::NOW, 'weighted_amount' => 700 ) ),
			'the next stage moves the probability'         => array( $open, array( 'stage' => 'proposal' ), array( 'probability' => 80 ) ),
			'but not one that was set'                     => array( array( 'probability' => 33 ), array( 'stage' => 'proposal' ), array( 'probability' => 33 ) ),
			'nor one that is set with the stage'           => array( $open, array( 'stage' => 'proposal', 'probability' => 50 ), array( 'probability' => 50 ) ),
			'emptied, it is the stage’s again'             => array( array( 'probability' => 33 ), array( 'probability' => null ), array( 'probability' => 10 ) ),
			'won takes the amount for signed'              => array( $open + array( 'amount' => 500 ), array( 'status' => 'won' ), array( 'signed_amount' => 500, 'probability' => 100, 'closed_at' => self::NOW ) ),
			'won keeps what is signed'                     => array( $open + array( 'amount' => 500, 'signed_amount' => 450 ), array( 'status' => 'won' ), array( 'signed_amount' => 450 ) ),
			'won without an amount'                        => array( $open, array( 'status' => 'won' ), array( 'signed_amount' => null, 'weighted_amount' => null ) ),
			'lost without a reason is refused'             => array( $open, array( 'status' => 'lost' ), 'close_reason' ),
			'abandoned without a reason is refused'        => array( $open, array( 'status' => 'abandoned' ), 'close_reason' ),
			'lost with a reason'                           => array( $open + array( 'amount' => 500 ), array( 'status' => 'lost', 'close_reason' => 'budget' ), array( 'probability' => 0, 'weighted_amount' => 0, 'closed_at' => self::NOW, 'close_reason' => 'budget' ) ),
			'a reason while open is refused'               => array( $open, array( 'close_reason' => 'price' ), 'close_reason' ),
			'won with a reason is refused'                 => array( $open, array( 'status' => 'won', 'close_reason' => 'price' ), 'close_reason' ),
			'emptying the reason of a lost one is refused' => array( $lost, array( 'close_reason' => null ), 'close_reason' ),
			'reopened forgets reason and closing'          => array( $lost, array( 'status' => 'open' ), array( 'probability' => 80, 'close_reason' => null, 'closed_at' => null ) ),
			'reopened after it was won'                    => array( $won, array( 'status' => 'open' ), array( 'probability' => 80, 'closed_at' => null, 'signed_amount' => 450, 'weighted_amount' => 400 ) ),
			'from lost to won keeps when it was closed'    => array( $lost, array( 'status' => 'won' ), array( 'closed_at' => self::EARLIER, 'close_reason' => null, 'probability' => 100 ) ),
			'abandoned with a reason'                      => array( $open + array( 'amount' => 500 ), array( 'status' => 'abandoned', 'close_reason' => 'unknown' ), array( 'probability' => 0, 'weighted_amount' => 0, 'closed_at' => self::NOW, 'signed_amount' => null ) ),
			'a new deal that is lost needs its reason'     => array( null, array( 'status' => 'lost' ), 'close_reason' ),
			'a new deal with a reason is refused'          => array( null, array( 'close_reason' => 'price' ), 'close_reason' ),
			'a reason sent with the reopening is refused'  => array( $lost, array( 'status' => 'open', 'close_reason' => 'budget' ), 'close_reason' ),
			'reopened in another stage'                    => array( $lost, array( 'status' => 'open', 'stage' => 'qualification' ), array( 'probability' => 40 ) ),
			'reopened with a probability of its own'       => array( $lost, array( 'status' => 'open', 'probability' => 55 ), array( 'probability' => 55 ) ),
			'won has 100 whatever is sent'                 => array( $open, array( 'status' => 'won', 'probability' => 55 ), array( 'probability' => 100 ) ),
			'lost has 0 whatever is sent'                  => array( $lost, array( 'probability' => 55 ), array( 'probability' => 0 ) ),
			'a lost one in another stage stays at 0'       => array( $lost, array( 'stage' => 'qualification' ), array( 'probability' => 0, 'closed_at' => self::EARLIER ) ),
			'zero is a probability of its own'             => array( $open, array( 'probability' => 0 ), array( 'probability' => 0 ) ),
			'zero stays in the next stage'                 => array( array( 'probability' => 0 ), array( 'stage' => 'proposal' ), array( 'probability' => 0 ) ),
			'a deal that is won keeps what it signed'      => array( $won, array( 'amount' => 900 ), array( 'signed_amount' => 450, 'weighted_amount' => 900, 'closed_at' => self::EARLIER ) ),
			'of a won deal the signed amount may go'       => array( $won, array( 'signed_amount' => null ), array( 'signed_amount' => null ) ),
			'nothing is signed while a deal is lost'       => array( $lost + array( 'amount' => 500 ), array( 'title' => 'Other' ), array( 'signed_amount' => null ) ),
			'won for nothing is signed for nothing'        => array( $open + array( 'amount' => 0 ), array( 'status' => 'won' ), array( 'signed_amount' => 0, 'weighted_amount' => 0 ) ),
			'the largest amount is weighted exactly'       => array( array( 'probability' => 99 ), array( 'amount' => 999999999999999 ), array( 'weighted_amount' => 989999999999999 ) ),
			'without an amount there is nothing to weigh'  => array( $open + array( 'amount' => 500 ), array( 'amount' => null ), array( 'weighted_amount' => null ) ),
			'weighted follows the stage'                   => array( $open + array( 'amount' => 333 ), array( 'stage' => 'needs_analysis' ), array( 'weighted_amount' => 200 ) ),
			'half of the smallest coin is one'             => array( array( 'probability' => 50 ), array( 'amount' => 1 ), array( 'weighted_amount' => 1 ) ),
			'from lost to abandoned'                       => array( $lost, array( 'status' => 'abandoned' ), array( 'closed_at' => self::EARLIER, 'close_reason' => 'price', 'probability' => 0 ) ),
			'weighted is rounded half away from zero'      => array( array( 'probability' => 50 ), array( 'amount' => 101 ), array( 'weighted_amount' => 51 ) ),
			'below zero too'                               => array( array( 'probability' => 50 ), array( 'amount' => -101 ), array( 'weighted_amount' => -51 ) ),
			'an end before the start is refused'           => array( $open, array( 'start_date' => '2026-05-02', 'expected_close_date' => '2026-05-01' ), 'expected_close_date' ),
			'an end on the day of the start'               => array( $open, array( 'start_date' => '2026-05-02', 'expected_close_date' => '2026-05-02' ), array( 'expected_close_date' => '2026-05-02' ) ),
			'an end without a start'                       => array( $open, array( 'expected_close_date' => '2026-05-02' ), array( 'start_date' => null ) ),
		);
	}

	/**
	 * One of them.
	 *
	 * @dataProvider cases
	 *
	 * @param array<string, mixed>|null   $before   The deal before; null for a new one.
	 * @param array<string, mixed>        $change   What is asked for.
	 * @param array<string, mixed>|string $expected What comes of it, or the field that is refused.
	 */
	public function test_a_deal_follows_its_rules( ?array $before, array $change, $expected ): void {
		$before = null === $before ? null : self::state( 'deal', $before );
		try {
			$after = ( new Deal_Rules( Lists::probabilities( ... ) ) )->apply( $before, array_merge( $before ?? self::state( 'deal', array() ), $change ), self::NOW );
			self::assertSame( $expected, is_array( $expected ) ? array_merge( $expected, array_intersect_key( $after, $expected ) ) : null );
		} catch ( Rule_Error $error ) {
			self::assertSame( $expected, $error->field );
		}
	}

	public function test_the_contact_of_a_deal_that_is_won_becomes_a_customer_and_both_are_undone_together(): void {
		$account = $this->account()['id'];
		$contact = $this->contact( array( 'account_id' => $account ) )['id'];
		$deal    = $this->deal( array( 'account_id' => $account, 'contact_id' => $contact ) )['id']; // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		$this->changed( 'deal', $deal, array( 'status' => 'won' ) );
		$set = $this->changeset;
		self::assertSame( array( 'customer', 'won' ), array( $this->now( 'contact', $contact )['type'], $this->now( 'deal', $deal )['status'] ) );
		self::assertNotNull( $this->now( 'contact', $contact )['customer_since'] );
		$this->change( static fn( Transaction $transaction ): array => ( new Revert( $transaction ) )->undo( $set ) );
		self::assertSame( array( 'lead', 'open' ), array( $this->now( 'contact', $contact )['type'], $this->now( 'deal', $deal )['status'] ) );
		self::assertNull( $this->now( 'contact', $contact )['customer_since'] );
	}

	public function test_a_contact_stays_what_it_is_when_asked_for_or_when_the_deal_was_won_before(): void {
		$contact = $this->contact()['id'];
		$deal    = $this->deal( array( 'contact_id' => $contact ) )['id'];
		$this->change( static fn( Transaction $transaction ): array => $transaction->update( 'deal', $deal, array( 'status' => 'won' ), null, array( 'keep_contact_type' => true ) ) );
		$this->changed( 'deal', $deal, array( 'title' => 'Other' ) );
		self::assertSame( 'lead', $this->now( 'contact', $contact )['type'] );
	}

	public function test_a_contact_of_another_account_is_refused_one_of_none_is_not(): void {
		$account = $this->account()['id'];
		$alone   = $this->contact()['id'];
		$other   = $this->contact( array( 'account_id' => $this->account()['id'] ) )['id'];
		$deal    = $this->deal( array( 'account_id' => $account, 'contact_id' => $alone ) )['id']; // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
		$refused = array();
		foreach ( array( array( 'contact_id' => $other ), array( 'contact_id' => 987654 ) ) as $change ) {
			try {
				$this->changed( 'deal', $deal, $change );
			} catch ( \Carnet\Entity\Problem $problem ) {
				$refused[] = array( $problem->error_code, $problem->data['field'] );
			}
		}
		self::assertSame( array_fill( 0, 2, array( 'carnet_invalid_link', 'contact_id' ) ), $refused );
	}

	/**
	 * A stored record.
	 *
	 * @param string $noun Noun.
	 * @param int    $id   Id.
	 * @return array<string, mixed>
	 */
	private function now( string $noun, int $id ): array {
		return (array) ( new \Carnet\Entity\Records_Repository( \Carnet\Plugin::entities()->get( $noun ), \Carnet\Plugin::entities(), $this->user( 'admin' ) ) )->find( $id );
	}
}
