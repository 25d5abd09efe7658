<?php
/**
 * My reminders.
 *
 * @package Carnet
 */

namespace Carnet\Tasks;

use Carnet\Entity\Problem;
use Carnet\Rest\Controller;
use Carnet\Store\Database;
use Carnet\Store\Tables;
use WP_REST_Request;
use WP_REST_Response;

defined( 'ABSPATH' ) || exit;

/**
 * The reminders that a person has received in the app, and those that could not be mailed to them; unread first. Everybody sees
 * their own only.
 */
final class Reminders_Controller extends Controller {

	/**
	 * Registers the routes.
	 */
	public function register_routes(): void {
		$args   = self::paging( __( 'Reminders per page.', 'carnet-crm' ) ) + array(
			'unread' => array(
				'description' => __( 'Only those that were not read yet.', 'carnet-crm' ),
				'type'        => 'boolean',
				'default'     => false,
			),
		);
		$schema = array( 'schema' => array( $this, 'get_public_item_schema' ) );
		$this->route( '/reminders', array( $this->endpoint( 'GET', 'view', array( $this, 'list' ), $args ) ) + $schema );
		$this->route( '/reminders/(?P<id>\d+)/read', array( $this->endpoint( 'POST', 'view', array( $this, 'read' ) ) ) + $schema );
	}

	/**
	 * GET my reminders.
	 *
	 * @param WP_REST_Request $request The request.
	 */
	public function list( WP_REST_Request $request ): WP_REST_Response {
		$where = Reminder_Sweep::SHOWN . ( $request['unread'] ? ' AND r.read_at IS NULL' : '' );
		$items = $this->items( "$where ORDER BY CASE WHEN r.read_at IS NULL THEN 0 ELSE 1 END, r.remind_at DESC, r.id DESC LIMIT %d OFFSET %d", get_current_user_id(), $request['per_page'], ( $request['page'] - 1 ) * $request['per_page'] );
		if ( ! $items && $request['page'] > 1 ) {
			throw new Problem( 'rest_invalid_page_number', 400, __( 'There is no such page: the list ends before it.', 'carnet-crm' ) );
		}
		// Behind a page that is not full nothing follows: there is nothing to count.
		$total    = count( $items ) < $request['per_page']
			? ( $request['page'] - 1 ) * $request['per_page'] + count( $items )
			: (int) $this->rows( "SELECT COUNT(*) AS total FROM %i r JOIN %i t ON t.id = r.task_id WHERE $where", get_current_user_id() )[0]['total'];
		$response = new WP_REST_Response( $items );
		self::paged( $response, $request, $total );
		return $response;
	}

	/**
	 * POST read: marks one as read. A second time changes nothing.
	 *
	 * @param WP_REST_Request $request The request.
	 */
	public function read( WP_REST_Request $request ): WP_REST_Response {
		$id   = self::path_id( $request );
		$mine = Reminder_Sweep::SHOWN . ' AND r.id = %d';
		if ( ! $this->items( $mine, get_current_user_id(), $id ) ) {
			throw Problem::not_found();
		}
		Database::write( (string) $GLOBALS['wpdb']->prepare( 'UPDATE %i SET read_at = %s WHERE id = %d AND read_at IS NULL', Tables::name( 'reminders' ), gmdate( 'Y-m-d H:i:s' ), $id ) );
		return new WP_REST_Response( $this->items( $mine, get_current_user_id(), $id )[0] );
	}

	/**
	 * Reminders as the API shows them.
	 *
	 * @param string $where     With placeholders.
	 * @param int    ...$values Values.
	 * @return list<array<string, mixed>>
	 */
	private function items( string $where, int ...$values ): array {
		$instant = static fn( ?string $column ): ?string => null === $column ? null : str_replace( ' ', 'T', $column ) . 'Z';
		return array_map(
			static fn( array $row ): array => array(
				'id'        => (int) $row['id'],
				'task_id'   => (int) $row['task_id'],
				'title'     => (string) $row['title'],
				'due_at'    => $instant( $row['due_at'] ),
				'channel'   => (string) $row['channel'],
				'remind_at' => (string) $instant( $row['remind_at'] ),
				'state'     => (string) $row['state'],
				'read_at'   => $instant( $row['read_at'] ),
			),
			$this->rows( "SELECT r.id, r.task_id, t.title, t.due_at, r.channel, r.remind_at, r.state, r.read_at FROM %i r JOIN %i t ON t.id = r.task_id WHERE $where", ...$values )
		);
	}

	/**
	 * Rows of the ledger with their tasks.
	 *
	 * @param string $sql       With placeholders, the two tables first.
	 * @param int    ...$values Values.
	 * @return list<array<string, string|null>>
	 */
	private function rows( string $sql, int ...$values ): array {
		return Database::rows( (string) $GLOBALS['wpdb']->prepare( $sql, Tables::name( 'reminders' ), Tables::name( 'tasks' ), ...$values ) ); // phpcs:ignore WordPress.DB.PreparedSQL -- literals of this class.
	}

	/**
	 * The schema of a reminder.
	 *
	 * @return array<string, mixed>
	 */
	public function get_item_schema(): array {
		$property = static fn( $type, string $description, array $more = array() ): array => $more + array(
			'description' => $description,
			'type'        => $type,
			'context'     => array( 'view' ),
			'readonly'    => true,
		);
		$instant  = array( 'format' => 'date-time' );
		return array(
			'$schema'    => 'http://json-schema.org/draft-04/schema#',
			'title'      => 'carnet-reminder',
			'type'       => 'object',
			'properties' => array(
				'id'        => $property( 'integer', __( 'ID', 'carnet-crm' ) ),
				'task_id'   => $property( 'integer', __( 'Task', 'carnet-crm' ) ),
				'title'     => $property( 'string', __( 'Title of the task.', 'carnet-crm' ) ),
				'due_at'    => $property( array( 'string', 'null' ), __( 'When the task is due now.', 'carnet-crm' ), $instant ),
				'channel'   => $property( 'string', __( 'How it was to be delivered.', 'carnet-crm' ), array( 'enum' => array( 'in_app', 'email' ) ) ),
				'remind_at' => $property( 'string', __( 'When it was to remind.', 'carnet-crm' ), $instant ),
				'state'     => $property( 'string', __( 'Sent, or failed: a mail that could not be sent in five tries.', 'carnet-crm' ), array( 'enum' => array( 'sent', 'failed' ) ) ),
				'read_at'   => $property( array( 'string', 'null' ), __( 'When it was read.', 'carnet-crm' ), $instant ),
			),
		);
	}
}
