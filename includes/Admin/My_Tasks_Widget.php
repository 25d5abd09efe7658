<?php
/**
 * My tasks on WordPress's own dashboard.
 *
 * @package Carnet
 */

namespace Carnet\Admin;

use Carnet\Entity\Entities;
use Carnet\Entity\Instant;
use Carnet\Entity\Records_Repository;
use Carnet\Store\Database_Error;

defined( 'ABSPATH' ) || exit;

/**
 * What a person has to do today and what is overdue. Who hides it under Screen Options pays nothing for it.
 */
final class My_Tasks_Widget {

	private const ID   = 'carnet_my_tasks';
	private const MOST = 10;

	/**
	 * Takes the nouns.
	 *
	 * @param Entities $entities All nouns.
	 */
	public function __construct( private readonly Entities $entities ) {}

	/**
	 * Adds it. On `wp_dashboard_setup`.
	 */
	public function register(): void {
		if ( $this->entities->has( 'task' ) && current_user_can( 'carnet_view' ) ) {
			wp_add_dashboard_widget( self::ID, __( 'My tasks', 'carnet-crm' ), array( $this, 'render' ) );
		}
	}

	/**
	 * Prints it.
	 */
	public function render(): void {
		$screen = get_current_screen();
		if ( $screen && in_array( self::ID, get_hidden_meta_boxes( $screen ), true ) ) {
			return;
		}
		try {
			$tasks = $this->tasks();
		} catch ( Database_Error $error ) {
			echo '<p>' . esc_html__( 'The tasks cannot be read now.', 'carnet-crm' ) . '</p>';
			return;
		}
		if ( ! $tasks ) {
			echo '<p>' . esc_html__( 'Nothing is due today.', 'carnet-crm' ) . '</p>';
		}
		echo '<ul>';
		$format = get_option( 'date_format' ) . ' ' . get_option( 'time_format' );
		foreach ( $tasks as $task ) {
			$late = $task['due_at'] < Instant::now() ? '<strong>' . esc_html__( 'Overdue', 'carnet-crm' ) . '</strong> ' : '';
			printf( '<li><a href="%s">%s</a><br>%s%s</li>', esc_url( admin_url( "admin.php?page=carnet-tasks&id={$task['id']}" ) ), esc_html( $task['title'] ), $late, esc_html( (string) wp_date( $format, (int) strtotime( $task['due_at'] ) ) ) ); // phpcs:ignore WordPress.Security.EscapeOutput -- escaped above.
		}
		echo '</ul><p><a href="' . esc_url( admin_url( 'admin.php?page=carnet-tasks' ) ) . '">' . esc_html__( 'All my tasks', 'carnet-crm' ) . '</a></p>';
	}

	/**
	 * My open tasks due until the end of today, the oldest first.
	 *
	 * @return list<array<string, mixed>>
	 */
	private function tasks(): array {
		$user     = get_current_user_id();
		$tasks    = new Records_Repository( $this->entities->get( 'task' ), $this->entities, $user );
		$tomorrow = current_datetime()->modify( 'tomorrow' )->getTimestamp();
		$query    = array(
			'status'        => array( 'open' ),
			'owner_id'      => array( $user ),
			'due_at_before' => gmdate( 'Y-m-d\TH:i:s\Z', $tomorrow ),
			'orderby'       => 'due_at',
			'order'         => 'asc',
		);
		return $tasks->page( $tasks->query( $query ), 1, self::MOST, null )['records'];
	}
}
