<?php
/**
 * What happened around one record.
 *
 * @package Carnet
 */

namespace Carnet\Entity;

use Carnet\Store\Access;
use Carnet\Store\Database;
use Carnet\Store\Tables;
use DateTimeImmutable;

defined( 'ABSPATH' ) || exit;

/**
 * The actions, tasks and quotes of a record and the turns of its own history in one order, newest first: an action at its date and
 * time, a task when it is due (or was given), a quote on the day of issue, a change when it was made. One statement for each kind;
 * a cursor says behind which item to go on.
 */
final class Timeline {

	/**
	 * Kinds in the order of items of the same moment, each with what orders it in SQL. A kind of the site's wall clock is compared
	 * in that, the others in UTC.
	 */
	private const KINDS = array(
		'change' => 's.created_at',
		'task'   => 'COALESCE(r.due_at, r.created_at)',
		'action' => "CONCAT(r.date, ' ', COALESCE(r.start_time, '00:00'), ':00')",
		'quote'  => "CONCAT(r.issued_on, ' 00:00:00')",
	);

	private const LOCAL = array( 'action', 'quote' );

	/**
	 * The fields of a record whose changes are turns in its history.
	 */
	private const TURNS = array( 'stage', 'status', 'type', 'note' );

	/**
	 * Reads for one person.
	 *
	 * @param Entities $entities All nouns.
	 * @param Entity   $entity   The record's noun.
	 * @param int      $id       The record, which the person may see.
	 * @param int      $user     Who reads.
	 */
	public function __construct( private readonly Entities $entities, private readonly Entity $entity, private readonly int $id, private readonly int $user ) {}

	/**
	 * A page.
	 *
	 * @param string|null $cursor   Where to go on, as answered; null for the newest.
	 * @param int         $per_page Items.
	 * @return array{items: list<array<string, mixed>>, next: string|null}
	 * @throws Problem Where the cursor is none.
	 */
	public function page( ?string $cursor, int $per_page ): array {
		$place = null === $cursor ? null : self::place( $cursor ) ?? throw Problem::invalid( 'cursor', __( 'Take the cursor from the last answer’s X-Carnet-Next-Cursor header.', 'carnet-crm' ) );
		$items = $this->changes( $place, $per_page + 1 );
		foreach ( array_intersect_key( $this->entities->children( $this->entity->name ), self::KINDS ) as $noun => $field ) {
			array_push( $items, ...$this->records( $this->entities->get( $noun ), $field, $place, $per_page + 1 ) );
		}
		$ranks = array_flip( array_keys( self::KINDS ) );
		usort( $items, static fn( array $a, array $b ): int => array( $b['at'], $ranks[ $a['kind'] ], $b['key'] ) <=> array( $a['at'], $ranks[ $b['kind'] ], $a['key'] ) );
		$next  = count( $items ) > $per_page ? self::cursor( $items[ $per_page - 1 ] ) : null;
		$items = array_map( static fn( array $item ): array => array_diff_key( $item, array( 'key' => true ) ), array_slice( $items, 0, $per_page ) );
		return compact( 'items', 'next' );
	}

	/**
	 * Live records of one kind that the person may see.
	 *
	 * @param Entity                           $child The kind.
	 * @param string                           $field Its link to the record.
	 * @param array{string, string, int}|null  $place Behind this item.
	 * @param int                              $limit Most items.
	 * @return list<array<string, mixed>>
	 */
	private function records( Entity $child, string $field, ?array $place, int $limit ): array {
		$order   = self::KINDS[ $child->name ];
		$scope   = Access::scope( $this->user );
		$where   = "r.$field = {$this->id} AND r.trashed_at IS NULL" . ( null === $scope ? '' : " AND r.owner_id = $scope" ) . self::behind( $child->name, 'r.id', $place );
		$columns = 'quote' === $child->name ? 'NULL AS type, r.total, r.currency' : ( 'action' === $child->name ? 'r.type, NULL AS total, NULL AS currency' : 'NULL AS type, NULL AS total, NULL AS currency' );
		$names   = implode( ',', array_map( static fn( string $column ): string => "r.$column", $child->name_columns() ) );
		$sql     = "SELECT r.id, $names, r.status, r.owner_id, u.display_name, $columns, $order AS moment FROM {$child->table()} r LEFT JOIN {$GLOBALS['wpdb']->users} u ON u.ID = r.owner_id WHERE $where ORDER BY moment DESC, r.id DESC LIMIT $limit";
		return array_map(
			static fn( array $row ): array => array(
				'kind'         => $child->name,
				'at'           => self::instant( $child->name, (string) $row['moment'] ),
				'entity'       => $child->name,
				'id'           => (int) $row['id'],
				'title'        => $child->name_of( $row ),
				'type'         => $row['type'],
				'status'       => $row['status'],
				'total'        => null === $row['total'] ? null : (int) $row['total'],
				'currency'     => $row['currency'],
				'user_id'      => (int) $row['owner_id'],
				'user_name'    => $row['display_name'],
				'changeset_id' => null,
				'changes'      => (object) array(),
				'key'          => (int) $row['id'],
			),
			Database::rows( $sql )
		);
	}

	/**
	 * The record's beginning and the turns of its history.
	 *
	 * @param array{string, string, int}|null $place Behind this item.
	 * @param int                             $limit Most items.
	 * @return list<array<string, mixed>>
	 */
	private function changes( ?array $place, int $limit ): array {
		global $wpdb;
		$turns = array();
		foreach ( array_intersect( self::TURNS, array_keys( $this->entity->fields()->all() ) ) as $field ) {
			// The log escapes the quotes of values: what matches is a field's name.
			$turns[] = $wpdb->prepare( 'c.changes LIKE %s', '%' . $wpdb->esc_like( "\"$field\":" ) . '%' );
		}
		$where = $wpdb->prepare( 'c.entity = %s AND c.record_id = %d', $this->entity->name, $this->id ) . " AND (c.op = 'create' OR " . implode( ' OR ', $turns ) . ')' . self::behind( 'change', 'c.id', $place );
		$sql   = 'SELECT c.id, c.op, c.changes, c.changeset_id, s.created_at, s.user_id, u.display_name FROM ' . Tables::name( 'changes' ) . ' c JOIN ' . Tables::name( 'changesets' ) . " s ON s.id = c.changeset_id LEFT JOIN {$wpdb->users} u ON u.ID = s.user_id WHERE $where ORDER BY s.created_at DESC, c.id DESC LIMIT $limit";
		return array_map(
			fn( array $row ): array => array(
				'kind'         => 'change',
				'at'           => self::instant( 'change', (string) $row['created_at'] ),
				'entity'       => $this->entity->name,
				'id'           => $this->id,
				'title'        => '',
				'type'         => $row['op'],
				'status'       => null,
				'total'        => null,
				'currency'     => null,
				'user_id'      => (int) $row['user_id'],
				'user_name'    => $row['display_name'],
				'changeset_id' => (int) $row['changeset_id'],
				'changes'      => (object) array_intersect_key( (array) json_decode( (string) $row['changes'], true ), array_flip( self::TURNS ) ),
				'key'          => (int) $row['id'],
			),
			Database::rows( $sql )
		);
	}

	/**
	 * The condition "behind this item".
	 *
	 * @param string                          $kind  Kind of the rows.
	 * @param string                          $id    Their id column.
	 * @param array{string, string, int}|null $place The item: instant, kind, key.
	 */
	private static function behind( string $kind, string $id, ?array $place ): string {
		if ( null === $place ) {
			return '';
		}
		global $wpdb;
		list( $at, $at_kind, $key ) = $place;

		$order  = self::KINDS[ $kind ];
		$ranks  = array_flip( array_keys( self::KINDS ) );
		$moment = in_array( $kind, self::LOCAL, true ) ? ( new DateTimeImmutable( $at ) )->setTimezone( wp_timezone() )->format( 'Y-m-d H:i:s' ) : Row_Format::sql_instant( $at );
		// phpcs:disable WordPress.DB.PreparedSQL -- names of this class.
		if ( $kind === $at_kind ) {
			return (string) $wpdb->prepare( " AND ($order < %s OR ($order = %s AND $id < %d))", $moment, $moment, $key );
		}
		return (string) $wpdb->prepare( " AND $order " . ( $ranks[ $kind ] > $ranks[ $at_kind ] ? '<=' : '<' ) . ' %s', $moment );
		// phpcs:enable
	}

	/**
	 * A moment of SQL as an instant of the API.
	 *
	 * @param string $kind   Kind.
	 * @param string $moment UTC, or the site's wall clock.
	 */
	private static function instant( string $kind, string $moment ): string {
		return in_array( $kind, self::LOCAL, true ) ? gmdate( 'Y-m-d\TH:i:s\Z', ( new DateTimeImmutable( $moment, wp_timezone() ) )->getTimestamp() ) : str_replace( ' ', 'T', $moment ) . 'Z';
	}

	/**
	 * The cursor that stands on an item.
	 *
	 * @param array<string, mixed> $item The item.
	 */
	private static function cursor( array $item ): string {
		return "{$item['at']}.{$item['kind']}.{$item['key']}";
	}

	/**
	 * The item a cursor stands on, or null where it is none.
	 *
	 * @param string $cursor As made by cursor().
	 * @return array{string, string, int}|null
	 */
	private static function place( string $cursor ): ?array {
		$kinds = implode( '|', array_keys( self::KINDS ) );
		return 1 === preg_match( "/^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)\.($kinds)\.(\d{1,18})$/D", $cursor, $parts ) && true === Instant::validate( $parts[1], '' ) ? array( $parts[1], $parts[2], (int) $parts[3] ) : null;
	}
}
