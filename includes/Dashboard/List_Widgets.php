<?php
/**
 * The short lists of the dashboard.
 *
 * @package Carnet
 */

namespace Carnet\Dashboard;

use Carnet\Entity\Entities;
use Carnet\Entity\Instant;
use Carnet\Entity\Records_Repository;

defined( 'ABSPATH' ) || exit;

/**
 * The first rows of three lists, as the lists themselves show them to the reader.
 */
final class List_Widgets {

	private const MOST = 10;

	/**
	 * Takes who reads, and when.
	 *
	 * @param Entities $entities All nouns.
	 * @param int      $user     Who reads.
	 * @param string   $now      UTC, as in the API.
	 */
	public function __construct( private readonly Entities $entities, private readonly int $user, private readonly string $now ) {}

	/**
	 * The newest quotes, by day of issue.
	 *
	 * @return array<string, mixed>
	 */
	public function recent_transactions(): array {
		$fields = array( 'id', 'number', 'title', 'status', 'net_total', 'total', 'currency', 'issued_on', 'contact_id', 'contact_name', 'account_id', 'account_name' );
		return array(
			'items'   => $this->items( 'quote', array( 'orderby' => 'issued_on' ), $fields ),
			'formula' => __( 'The 10 quotes issued last, of every status.', 'carnet-crm' ),
			'rows'    => 'admin.php?page=carnet-quotes',
		);
	}

	/**
	 * The newest actions up to today.
	 *
	 * @return array<string, mixed>
	 */
	public function recent_actions(): array {
		$fields   = array( 'id', 'title', 'type', 'status', 'date', 'start_time', 'contact_id', 'contact_name', 'account_id', 'account_name' );
		$tomorrow = ( new \DateTimeImmutable( Instant::site_day( $this->now ) ) )->modify( '+1 day' )->format( 'Y-m-d' );
		$params   = array(
			'orderby'     => 'date',
			'date_before' => $tomorrow,
		);
		return array(
			'items'   => $this->items( 'action', $params, $fields ),
			'formula' => __( 'The last 10 actions up to today.', 'carnet-crm' ),
			'rows'    => "admin.php?page=carnet-actions&date_before=$tomorrow",
		);
	}

	/**
	 * The next open tasks, each with its next reminder, and how many are overdue.
	 *
	 * @param Kept_Figures $kept Figures.
	 * @return array<string, mixed>
	 */
	public function upcoming_tasks( Kept_Figures $kept ): array {
		$open   = array( 'status' => array( 'open' ) );
		$params = $open + array(
			'due_at_after' => $this->now,
			'orderby'      => 'due_at',
			'order'        => 'asc',
		);
		// The database is told where to stop, if that is known: it may go through all that are past for a list without an end.
		$until  = $kept->due_until( self::MOST );
		$params = $params + ( null === $until ? array() : array( 'due_at_before' => Instant::utc( $until ) ) );
		$items  = $this->items( 'task', $params, array( 'id', 'title', 'due_at', 'priority', 'contact_id', 'contact_name', 'account_id', 'account_name', 'reminders' ) );
		// Those of days gone by are kept. Of today's, those are gone that are not to come, which the list has; unless they are too many.
		$tomorrow = Instant::utc( $kept->ahead()[0] );
		$today    = array_filter( $items, static fn( array $task ): bool => $task['due_at'] < $tomorrow );
		if ( count( $today ) < self::MOST ) {
			$gone = max( 0, $kept->due_today() - count( $today ) );
		} else {
			$passed = array(
				'due_at_after'  => Instant::utc( $kept->today ),
				'due_at_before' => $this->now,
			);
			$tasks  = $this->repository( 'task' );
			$gone   = $tasks->exact_count( $tasks->query( $open + $passed ) );
		}
		return array(
			'overdue' => array(
				'count' => $kept->overdue() + $gone,
				'rows'  => "admin.php?page=carnet-tasks&status=open&due_at_before={$this->now}",
			),
			'items'   => array_map( array( $this, 'with_reminder' ), $items ),
			'formula' => __( 'Open tasks: how many were due before now, and the next 10 by due date with their next reminder.', 'carnet-crm' ),
			'rows'    => "admin.php?page=carnet-tasks&status=open&due_at_after={$this->now}",
		);
	}

	/**
	 * The first records of a list.
	 *
	 * @param string               $noun   Noun.
	 * @param array<string, mixed> $params Parameters of the list.
	 * @param list<string>         $fields What is shown of each.
	 * @return list<array<string, mixed>>
	 */
	private function items( string $noun, array $params, array $fields ): array {
		$repository = $this->repository( $noun );
		$records    = $repository->page( $repository->query( $params ), 1, self::MOST, null, $fields )['records'];
		return array_map( static fn( array $record ): array => array_intersect_key( $record, array_flip( $fields ) ), $records );
	}

	/**
	 * The records of a noun as the reader sees them.
	 *
	 * @param string $noun Noun.
	 */
	private function repository( string $noun ): Records_Repository {
		return new Records_Repository( $this->entities->get( $noun ), $this->entities, $this->user );
	}

	/**
	 * A task with its next reminder in place of all.
	 *
	 * @param array<string, mixed> $task Task.
	 * @return array<string, mixed>
	 */
	private function with_reminder( array $task ): array {
		$due  = (int) strtotime( $task['due_at'] );
		$next = null;
		foreach ( $task['reminders'] as $reminder ) {
			$at = gmdate( 'Y-m-d\TH:i:s\Z', $due - 60 * $reminder['minutes_before'] );
			if ( $at >= $this->now && ( null === $next || $at < $next ) ) {
				$next = $at;
			}
		}
		unset( $task['reminders'] );
		return $task + array( 'next_reminder' => $next );
	}
}
