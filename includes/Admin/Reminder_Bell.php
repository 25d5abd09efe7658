<?php
/**
 * Reminders in WordPress's toolbar.
 *
 * @package Carnet
 */

namespace Carnet\Admin;

use Carnet\Store\Tables;
use Carnet\Tasks\Reminder_Sweep;
use WP_Admin_Bar;

defined( 'ABSPATH' ) || exit;

/**
 * Shows in the toolbar of the administration how many reminders wait; the CRM's own bell (src/reminders) lists them. Nothing is
 * shown while none waits.
 */
final class Reminder_Bell {

	/**
	 * What the CRM's own bell asks first.
	 */
	public const PATH = '/carnet/v1/reminders?unread=true&per_page=20';

	/**
	 * How many wait, where that was read for the page already.
	 *
	 * @var int|null
	 */
	private static ?int $known = null;

	/**
	 * Takes the number from the answers that the page embeds.
	 *
	 * @param array<string, array<string, mixed>> $answers By path.
	 */
	public static function learn( array $answers ): void {
		$total       = $answers[ self::PATH ]['headers']['X-WP-Total'] ?? null;
		self::$known = null === $total ? null : (int) $total;
	}

	/**
	 * Adds the item. On `admin_bar_menu`.
	 *
	 * @param WP_Admin_Bar $bar The toolbar.
	 */
	public function add( WP_Admin_Bar $bar ): void {
		$count = self::$known ?? ( current_user_can( 'carnet_view' ) ? self::unread( get_current_user_id() ) : 0 );
		if ( 0 === $count && ! str_starts_with( Address::current()->page, 'carnet' ) ) {
			return;
		}
		/* translators: %d: number of reminders. */
		$words = sprintf( _n( '%d new reminder', '%d new reminders', $count, 'carnet-crm' ), $count );
		$bar->add_node(
			array(
				'id'    => 'carnet-reminders',
				'title' => '<span class="ab-icon dashicons dashicons-bell" aria-hidden="true"></span><span class="ab-label" aria-hidden="true">' . number_format_i18n( $count ) . '</span><span class="screen-reader-text">' . esc_html( $words ) . '</span>',
				'href'  => admin_url( 'admin.php?page=carnet-tasks' ),
				'meta'  => array( 'class' => 0 === $count ? 'hidden' : '' ),
			)
		);
	}

	/**
	 * How many in-app reminders of a person have come and were not read.
	 *
	 * @param int $user User id.
	 */
	private static function unread( int $user ): int {
		global $wpdb;
		$shown = $wpdb->suppress_errors();
		$count = (int) $wpdb->get_var( $wpdb->prepare( 'SELECT COUNT(*) FROM %i r JOIN %i t ON t.id = r.task_id WHERE r.read_at IS NULL AND ' . Reminder_Sweep::SHOWN, Tables::name( 'reminders' ), Tables::name( 'tasks' ), $user ) ); // phpcs:ignore WordPress.DB.PreparedSQL, WordPress.DB.PreparedSQLPlaceholders -- a literal of ours with its placeholder.
		$wpdb->suppress_errors( $shown );
		return $count;
	}
}
