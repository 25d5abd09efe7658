<?php
/**
 * What one task adds to the maintained figures.
 *
 * @package Carnet
 */

namespace Carnet\Tasks;

use Carnet\Entity\Figures;
use Carnet\Entity\Instant;

defined( 'ABSPATH' ) || exit;

/**
 * Open tasks by the site's day on which they are due: `tasks.due_on` (bucket: 2026-11-22). Those of days gone by are overdue.
 */
final class Task_Figures implements Figures {

	/**
	 * What one task adds.
	 *
	 * @param array<string, mixed> $record A task as in the API.
	 * @return array<string, int>
	 */
	public function contributions( array $record ): array {
		$is_due = null === $record['trashed_at'] && 'open' === $record['status'] && null !== $record['due_at'];
		return $is_due ? array( 'tasks.due_on|' . Instant::site_day( $record['due_at'] ) => 1 ) : array();
	}
}
