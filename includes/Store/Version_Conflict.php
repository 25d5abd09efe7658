<?php
/**
 * Someone saved first.
 *
 * @package Carnet
 */

namespace Carnet\Store;

use Carnet\Entity\Problem;

defined( 'ABSPATH' ) || exit;

/**
 * The record has changed since the version that was sent.
 */
final class Version_Conflict extends Problem {

	/**
	 * Takes what is stored now.
	 *
	 * @param array<string, mixed> $current The record; the controller prepares it for the answer.
	 */
	public function __construct( public readonly array $current ) {
		parent::__construct( 'carnet_version_conflict', 412, __( 'Someone has changed this record since you opened it. Nothing was saved.', 'carnet-crm' ) );
	}
}
