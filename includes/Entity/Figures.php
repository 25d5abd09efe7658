<?php
/**
 * What a record adds to the maintained figures.
 *
 * @package Carnet
 */

namespace Carnet\Entity;

defined( 'ABSPATH' ) || exit;

/**
 * The dashboard figures that one noun feeds. Pure: the unit of work stores contributions( after ) minus contributions( before ).
 * What follows from the field list alone (list totals, tab counts, tag usage) is in Store\List_Figures and is not repeated here.
 */
interface Figures {

	/**
	 * What one record adds, as "metric|bucket" => amount. Nothing of it may follow from tags alone, nor from the version and who made it:
	 * where nothing else changes, it is not asked for.
	 *
	 * @param array<string, mixed> $record A record as in the API, trashed ones included.
	 * @return array<string, int>
	 */
	public function contributions( array $record ): array;
}
