<?php
/**
 * The tables of the write path.
 *
 * @package Carnet
 */

namespace Carnet\Store;

defined( 'ABSPATH' ) || exit;

/**
 * Names and statements of the tables that belong to no noun: change log, totals, search keys and tag links.
 */
final class Tables {

	/**
	 * The name of a table on this site.
	 *
	 * @param string $name changesets, changes, totals, search_keys or tag_links.
	 */
	public static function name( string $name ): string {
		return $GLOBALS['wpdb']->prefix . "carnet_$name";
	}

	/**
	 * CREATE TABLE statements in the form dbDelta reads.
	 *
	 * @return list<string>
	 */
	public static function create(): array {
		$ascii   = 'CHARACTER SET ascii COLLATE ascii_bin';
		$columns = array(
			// Who changed what together; source: edit, bulk, import, api, restore, revert or system.
			'changesets'  => "id bigint(20) NOT NULL AUTO_INCREMENT,
				created_at datetime NOT NULL,
				user_id bigint(20) NOT NULL,
				source varchar(20) NOT NULL,
				label varchar(200) NOT NULL DEFAULT '',
				reverted_by bigint(20) NULL,
				PRIMARY KEY  (id)",
			// One record in one change set; changes is JSON: field to before and after.
			'changes'     => 'id bigint(20) NOT NULL AUTO_INCREMENT,
				changeset_id bigint(20) NOT NULL,
				entity varchar(20) NOT NULL,
				record_id bigint(20) NOT NULL,
				op varchar(20) NOT NULL,
				changes longtext NOT NULL,
				PRIMARY KEY  (id),
				KEY record (entity,record_id),
				KEY changeset_id (changeset_id)',
			'totals'      => "metric varchar(64) $ascii NOT NULL,
				bucket varchar(100) $ascii NOT NULL,
				owner_id bigint(20) NOT NULL,
				amount bigint(20) NOT NULL,
				PRIMARY KEY  (owner_id,metric,bucket),
				KEY everybodys (metric,bucket)",
			// Whose it is, whether it is in the trash, whether only the name of a parent has the run, and what follows it: what is found needs
			// no look at the record. One character set for all columns: of a mixed table wpdb takes ASCII only.
			'search_keys' => "entity varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
				gram varchar(4) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
				record_id bigint(20) NOT NULL,
				owner_id bigint(20) NOT NULL DEFAULT 0,
				trashed tinyint(1) NOT NULL DEFAULT 0,
				inherited tinyint(1) NOT NULL DEFAULT 0,
				follows varchar(250) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '',
				PRIMARY KEY  (entity,gram,record_id)",
			// Numbers given out: by name, the last one.
			'counters'    => "name varchar(60) $ascii NOT NULL,
				reached bigint(20) NOT NULL,
				PRIMARY KEY  (name)",
			// One reminder of a task; state: pending, claimed, sent, failed or cancelled.
			'reminders'   => "id bigint(20) NOT NULL AUTO_INCREMENT,
				task_id bigint(20) NOT NULL,
				remind_at datetime NOT NULL,
				channel varchar(10) $ascii NOT NULL,
				user_id bigint(20) NOT NULL,
				state varchar(10) $ascii NOT NULL,
				attempts bigint(20) NOT NULL DEFAULT 0,
				claimed_until datetime NULL,
				sent_at datetime NULL,
				read_at datetime NULL,
				PRIMARY KEY  (id),
				UNIQUE KEY one (task_id,remind_at,channel,user_id),
				KEY due (state,remind_at),
				KEY person (user_id,channel,state,remind_at)",
			'tag_links'   => "entity varchar(20) $ascii NOT NULL,
				tag_id bigint(20) NOT NULL,
				record_id bigint(20) NOT NULL,
				PRIMARY KEY  (entity,tag_id,record_id),
				KEY record (entity,record_id)",
		);
		$create  = array();
		foreach ( $columns as $name => $lines ) {
			$create[] = 'CREATE TABLE ' . self::name( $name ) . " (\n" . (string) preg_replace( '/^\t+/m', '', $lines ) . "\n) ENGINE=InnoDB " . $GLOBALS['wpdb']->get_charset_collate() . ';';
		}
		return $create;
	}
}
