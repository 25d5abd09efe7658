<?php
/**
 * Records for tests.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests;

use Carnet\Entity\Item_Schema;
use Carnet\Plugin;
use Carnet\Store\Change_Set;
use Carnet\Store\Transaction;
use Carnet\Store\Unit_Of_Work;

/**
 * Makes records as the plugin does, through a unit of work, from the few values a test is about. For classes that extend Test_Case.
 * Without `owner_id` a record belongs to the administrator.
 */
trait Builders {

	/**
	 * Numbers what needs a value of its own.
	 */
	private int $built = 0;

	/**
	 * The change set of the last record built or change made.
	 */
	protected int $changeset = 0;

	/**
	 * A stored contact as the write path answers it; named and without e-mail unless told otherwise.
	 *
	 * @param array<string, mixed> $overrides Field values in their stored form; `owner_id` too.
	 * @return array<string, mixed>
	 */
	protected function contact( array $overrides = array() ): array {
		return $this->stored( 'contact', $overrides + array( 'last_name' => 'Contact ' . ( ++$this->built ) ) );
	}

	/**
	 * A stored account.
	 *
	 * @param array<string, mixed> $overrides Field values in their stored form; `owner_id` too.
	 * @return array<string, mixed>
	 */
	protected function account( array $overrides = array() ): array {
		return $this->stored( 'account', $overrides + array( 'name' => 'Account ' . ( ++$this->built ) ) );
	}

	/**
	 * A stored tag.
	 *
	 * @param array<string, mixed> $overrides Field values in their stored form.
	 * @return array<string, mixed>
	 */
	protected function tag( array $overrides = array() ): array {
		return $this->stored( 'tag', $overrides + array( 'name' => 'Tag ' . ( ++$this->built ) ) );
	}

	/**
	 * A stored action.
	 *
	 * @param array<string, mixed> $overrides Field values in their stored form; `owner_id` too.
	 * @return array<string, mixed>
	 */
	protected function action( array $overrides = array() ): array {
		return $this->stored( 'action', $overrides + array( 'title' => 'Action ' . ( ++$this->built ), 'date' => '2026-03-02' ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
	}

	/**
	 * A stored deal, of an account of the same owner unless told otherwise.
	 *
	 * @param array<string, mixed> $overrides Field values in their stored form; `owner_id` too.
	 * @return array<string, mixed>
	 */
	protected function deal( array $overrides = array() ): array {
		return $this->stored( 'deal', $overrides + array( 'title' => 'Deal ' . ( ++$this->built ), 'account_id' => $overrides['account_id'] ?? $this->parent( $overrides ) ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
	}

	/**
	 * A stored quote of one line, for an account of the same owner unless told otherwise.
	 *
	 * @param array<string, mixed> $overrides Field values in their stored form; `owner_id` too.
	 * @return array<string, mixed>
	 */
	protected function quote( array $overrides = array() ): array {
		$party = isset( $overrides['contact_id'] ) ? array() : array( 'account_id' => $overrides['account_id'] ?? $this->parent( $overrides ) );
		return $this->stored( 'quote', $overrides + $party + array( 'title' => 'Quote ' . ( ++$this->built ), 'lines' => array( self::line() ) ) ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing.AssociativeArrayFound
	}

	/**
	 * A stored task.
	 *
	 * @param array<string, mixed> $overrides Field values in their stored form; `owner_id` too.
	 * @return array<string, mixed>
	 */
	protected function task( array $overrides = array() ): array {
		return $this->stored( 'task', $overrides + array( 'title' => 'Task ' . ( ++$this->built ) ) );
	}

	/**
	 * A complete line of a quote: 100.00 at 20 %.
	 *
	 * @param array<string, mixed> $overrides Its properties.
	 * @return array<string, mixed>
	 */
	protected static function line( array $overrides = array() ): array {
		$line = array(
			'description'      => 'Work',
			'quantity'         => '1',
			'unit_price'       => 10000,
			'discount_percent' => '0',
			'tax_rate'         => '20',
		);
		return array_merge( $line, $overrides );
	}

	/**
	 * An account that a record may link to.
	 *
	 * @param array<string, mixed> $overrides Of the record: its owner, who must see the account.
	 */
	private function parent( array $overrides ): int {
		return $this->account( array_intersect_key( $overrides, array( 'owner_id' => true ) ) )['id'];
	}

	/**
	 * A stored record of any noun.
	 *
	 * @param string               $noun   Its noun.
	 * @param array<string, mixed> $fields Field values in their stored form.
	 * @return array<string, mixed>
	 */
	protected function stored( string $noun, array $fields ): array {
		return $this->change( static fn( Transaction $transaction ): array => $transaction->create( $noun, $fields ) );
	}

	/**
	 * Changes a stored record.
	 *
	 * @param string               $noun    Its noun.
	 * @param int                  $id      Its id.
	 * @param array<string, mixed> $changes Field values in their stored form.
	 * @return array<string, mixed>
	 */
	protected function changed( string $noun, int $id, array $changes ): array {
		return $this->change( static fn( Transaction $transaction ): array => $transaction->update( $noun, $id, $changes ) );
	}

	/**
	 * Moves a stored record to the trash.
	 *
	 * @param string $noun   Its noun.
	 * @param int    $id     Its id.
	 * @param bool   $linked Whether its children go with it.
	 * @return array<string, mixed>
	 */
	protected function trashed( string $noun, int $id, bool $linked = false ): array {
		return $this->change( static fn( Transaction $transaction ): array => $transaction->trash( $noun, $id, null, $linked ) );
	}

	/**
	 * Runs a unit of work and answers what it answers.
	 *
	 * @template T
	 * @param callable( Transaction ): T $work What to do.
	 * @param int|null                   $user Who does it; the administrator when null.
	 * @param string|null                $at   When; now when null.
	 * @return T
	 */
	protected function change( callable $work, ?int $user = null, ?string $at = null ) {
		$unit = new Unit_Of_Work( Plugin::entities() );
		$done = $unit->run( new Change_Set( $user ?? $this->user( 'admin' ), 'edit', '', $at ), $work );

		$this->changeset = $unit->changeset_id;
		return $done;
	}

	/**
	 * A whole contact that is stored nowhere, for what is pure: rules, figures, formats.
	 *
	 * @param array<string, mixed> $overrides Field values.
	 * @return array<string, mixed>
	 */
	protected static function contact_state( array $overrides = array() ): array {
		return self::state( 'contact', $overrides + array( 'last_name' => 'Martin' ) );
	}

	/**
	 * A whole account that is stored nowhere.
	 *
	 * @param array<string, mixed> $overrides Field values.
	 * @return array<string, mixed>
	 */
	protected static function account_state( array $overrides = array() ): array {
		return self::state( 'account', $overrides + array( 'name' => 'Durand SA' ) );
	}

	/**
	 * A whole record of any noun that is stored nowhere: what is not given has its default.
	 *
	 * @param string               $noun      Its noun.
	 * @param array<string, mixed> $overrides Field values.
	 * @return array<string, mixed>
	 */
	protected static function state( string $noun, array $overrides ): array {
		$defaults = array_map( array( Item_Schema::class, 'default_of' ), Plugin::entities()->get( $noun )->fields()->all() );
		$server   = array(
			'id'         => 1,
			'version'    => 1,
			'owner_id'   => 1,
			'created_at' => '2026-01-05T08:00:00Z',
			'created_by' => 1,
			'updated_at' => '2026-01-05T08:00:00Z',
			'updated_by' => 1,
		);
		return array_merge( $defaults, $server, $overrides );
	}
}
