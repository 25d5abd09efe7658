<?php
/**
 * Carnet CRM in Site Health.
 *
 * @package Carnet
 */

namespace Carnet\Install;

use Carnet\Entity\Entities;
use Carnet\Store\Checker;
use Carnet\Store\Database;
use Carnet\Store\Database_Error;
use Carnet\Store\Tables;
use Carnet\Tasks\Reminder_Sweep;

defined( 'ABSPATH' ) || exit;

/**
 * Tells in Tools > Site Health whether the tables are there, what is kept agrees with the records, and reminders are on time.
 */
final class Site_Health {

	/**
	 * Records up to which Site Health checks all of them; beyond, the button in the settings does.
	 */
	private const MOST = 20000;

	/**
	 * Seconds after which WP-Cron is late.
	 */
	private const CRON_LATE = 900;

	/**
	 * Takes all nouns.
	 *
	 * @param Entities $entities All nouns.
	 */
	public function __construct( private readonly Entities $entities ) {}

	/**
	 * Adds the test; on `site_status_tests`.
	 *
	 * @param array<string, array<string, mixed>> $tests Tests.
	 * @return array<string, array<string, mixed>>
	 */
	public function add( array $tests ): array {
		$tests['direct']['carnet_data'] = array(
			'label' => __( 'Carnet CRM data', 'carnet-crm' ),
			'test'  => array( $this, 'test' ),
		);

		$tests['direct']['carnet_reminders'] = array(
			'label' => __( 'Carnet CRM reminders', 'carnet-crm' ),
			'test'  => array( $this, 'test_reminders' ),
		);
		return $tests;
	}

	/**
	 * Runs the test.
	 *
	 * @return array<string, mixed>
	 */
	public function test(): array {
		try {
			$records = 0;
			foreach ( $this->entities->records() as $entity ) {
				$records += (int) Database::value( "SELECT COUNT(*) FROM (SELECT 1 FROM {$entity->table()} LIMIT " . self::MOST . ') x' );
			}
			$differences = $records < self::MOST ? count( ( new Checker( $this->entities ) )->differences() ) : 0;
		} catch ( Database_Error $error ) {
			/* translators: %s: reference to look for in the log. */
			return $this->result( 'critical', __( 'Carnet CRM cannot read its tables', 'carnet-crm' ), sprintf( __( 'The database refused. Deactivate and activate the plugin to create missing tables. Reference for the log: %s', 'carnet-crm' ), $error->ref ) );
		}
		if ( $differences ) {
			/* translators: %d: number of differences. */
			return $this->result( 'recommended', __( 'Carnet CRM totals need repair', 'carnet-crm' ), sprintf( _n( '%d total or search key does not agree with the records. Repair it in the settings of Carnet CRM.', '%d totals or search keys do not agree with the records. Repair them in the settings of Carnet CRM.', $differences, 'carnet-crm' ), $differences ) );
		}
		return $this->result( 'good', __( 'Carnet CRM data is consistent', 'carnet-crm' ), $records < self::MOST ? __( 'Totals, search keys and links agree with the records.', 'carnet-crm' ) : __( 'The tables are there. There are too many records to check here: use “Check data” in the settings of Carnet CRM.', 'carnet-crm' ) );
	}

	/**
	 * Tells whether WP-Cron runs in time, and whether mails could not be sent.
	 *
	 * @return array<string, mixed>
	 */
	public function test_reminders(): array {
		try {
			$failed = (int) Database::value( (string) $GLOBALS['wpdb']->prepare( "SELECT COUNT(*) FROM %i WHERE state = 'failed' AND remind_at > %s", Tables::name( 'reminders' ), gmdate( 'Y-m-d H:i:s', time() - MONTH_IN_SECONDS ) ) );
		} catch ( Database_Error $error ) {
			$failed = 0;
		}
		$next = wp_next_scheduled( Reminder_Sweep::HOOK );
		if ( ! $next || $next < time() - self::CRON_LATE ) {
			return $this->result( 'recommended', __( 'Carnet CRM reminders may be late', 'carnet-crm' ), __( 'WP-Cron has not run for more than 15 minutes. Reminders are delivered only when somebody opens the CRM. Let your server call wp-cron.php every five minutes.', 'carnet-crm' ), 'carnet_reminders' );
		}
		if ( $failed ) {
			/* translators: %d: number of reminders. */
			return $this->result( 'recommended', __( 'Carnet CRM could not send reminders', 'carnet-crm' ), sprintf( _n( '%d reminder of the last month could not be mailed. Check whether this site can send mail.', '%d reminders of the last month could not be mailed. Check whether this site can send mail.', $failed, 'carnet-crm' ), $failed ), 'carnet_reminders' );
		}
		return $this->result( 'good', __( 'Carnet CRM reminders are on time', 'carnet-crm' ), __( 'WP-Cron runs, and mails were sent.', 'carnet-crm' ), 'carnet_reminders' );
	}

	/**
	 * A result in the form Site Health wants.
	 *
	 * @param string $status      good, recommended or critical.
	 * @param string $label       Headline.
	 * @param string $description What it means.
	 * @param string $test        Which test.
	 * @return array<string, mixed>
	 */
	private function result( string $status, string $label, string $description, string $test = 'carnet_data' ): array {
		return array(
			'label'       => $label,
			'status'      => $status,
			'badge'       => array(
				'label' => 'Carnet CRM',
				'color' => 'blue',
			),
			'description' => '<p>' . esc_html( $description ) . '</p>',
			'actions'     => '',
			'test'        => $test,
		);
	}
}
