<?php
/**
 * What follows from a field list.
 *
 * @package Carnet
 */

declare( strict_types = 1 );

namespace Carnet\Tests\Entity;

use Carnet\Entity\Collection_Params;
use Carnet\Entity\Entities;
use Carnet\Entity\Entity;
use Carnet\Entity\Field_List;
use Carnet\Entity\Item_Schema;
use Carnet\Entity\Records_Repository;
use Carnet\Entity\Row_Format;
use Carnet\Entity\Table_Sql;
use Carnet\Entity\View_Config;
use Carnet\Install\Installer;
use Carnet\Plugin;
use Carnet\Store\Change_Log;
use Carnet\Store\Change_Set;
use Carnet\Store\Unit_Of_Work;
use Carnet\Tests\Snapshot;
use Carnet\Tests\Test_Case;

/**
 * A small noun with a field of each kind, and its projections word for word.
 */
final class ProjectionsTest extends Test_Case {

	use Snapshot;

	public function test_the_table(): void {
		$prefix  = $GLOBALS['wpdb']->prefix;
		$collate = $GLOBALS['wpdb']->get_charset_collate();
		$bin     = 'CHARACTER SET utf8mb4 COLLATE utf8mb4_bin';
		self::assertSame(
			"CREATE TABLE {$prefix}carnet_boats (
id bigint(20) NOT NULL AUTO_INCREMENT,
version bigint(20) NOT NULL DEFAULT 0,
name varchar(60) NOT NULL DEFAULT '',
name_sort varchar(100) $bin NOT NULL DEFAULT '',
name_key varchar(191) $bin NOT NULL DEFAULT '',
name_claim varchar(191) $bin NULL,
berths bigint(20) NULL,
price bigint(20) NULL,
sea tinyint(1) NOT NULL DEFAULT 0,
kind varchar(40) NULL,
flag varchar(2) NULL,
built_on date NULL,
account_id bigint(20) NULL,
note text NOT NULL,
owner_id bigint(20) NOT NULL DEFAULT 0,
created_at datetime NULL,
created_by bigint(20) NOT NULL DEFAULT 0,
updated_at datetime NULL,
updated_by bigint(20) NOT NULL DEFAULT 0,
trashed_at datetime NULL,
tags_mask bigint(20) NOT NULL DEFAULT 0,
search_text text $bin NOT NULL,
PRIMARY KEY  (id),
KEY live (trashed_at),
KEY by_name (trashed_at,name_sort),
KEY name_key (name_key),
UNIQUE KEY name_claim (name_claim),
KEY by_price (trashed_at,price),
KEY sea (sea,trashed_at),
KEY kind (kind,trashed_at),
KEY flag (flag,trashed_at),
KEY built_on (built_on,trashed_at),
KEY account_id (account_id,trashed_at),
KEY owner_id (owner_id,trashed_at,id,tags_mask),
KEY by_created_at (trashed_at,created_at,id,tags_mask),
KEY own_created_at (owner_id,trashed_at,created_at,id,tags_mask),
KEY by_updated_at (trashed_at,updated_at)
) ENGINE=InnoDB $collate;",
			Table_Sql::create( self::boat() )
		);
	}

	public function test_the_schema_of_an_item(): void {
		$schema = Item_Schema::of( self::boat(), self::nouns() );
		self::assertSame( 'carnet-boat', $schema['title'] );
		self::assertSame(
			array( 'id', 'version', 'name', 'berths', 'price', 'sea', 'kind', 'flag', 'built_on', 'account_id', 'account_name', 'account_trashed', 'account_city', 'note', 'tags', 'owner_id', 'owner_name', 'created_at', 'created_by', 'updated_at', 'updated_by', 'trashed_at' ),
			array_keys( $schema['properties'] )
		);
		$all = array( 'view', 'edit', 'embed' );
		self::assertSame(
			array(
				'id'       => array( 'description' => 'ID', 'type' => 'integer', 'context' => $all, 'readonly' => true ),
				'name'     => array( 'description' => 'What is painted on it.', 'type' => 'string', 'context' => $all, 'maxLength' => 60 ),
				'berths'   => array( 'description' => 'Berths', 'type' => array( 'integer', 'null' ), 'context' => $all ),
				'sea'      => array( 'description' => 'Goes to sea', 'type' => 'boolean', 'context' => $all, 'default' => false ),
				'kind'     => array( 'description' => 'Kind', 'type' => array( 'string', 'null' ), 'context' => $all, 'enum' => array( 'sail', 'motor', null ) ),
				'built_on' => array( 'description' => 'Built on', 'type' => array( 'string', 'null' ), 'context' => $all, 'format' => 'date' ),
				'tags'     => array( 'description' => 'Tags', 'type' => 'array', 'context' => $all, 'items' => array( 'type' => 'integer' ) ),
			),
			array_intersect_key( $schema['properties'], array_flip( array( 'id', 'name', 'berths', 'sea', 'kind', 'built_on', 'tags' ) ) )
		);
		foreach ( $schema['properties'] as $name => $property ) {
			self::assertNotEmpty( $property['description'], $name );
			self::assertNotEmpty( $property['type'], $name );
			self::assertNotEmpty( $property['context'], $name );
		}
	}

	public function test_the_arguments_of_a_write(): void {
		$create = Item_Schema::write_args( self::boat() );
		$update = Item_Schema::optional( $create );
		self::assertSame( array( 'name', 'berths', 'price', 'sea', 'kind', 'flag', 'built_on', 'account_id', 'note', 'tags', 'owner_id', 'allow_duplicate' ), array_keys( $create ) );
		self::assertSame( array_keys( $create ), array_keys( $update ) );
		self::assertSame( array( 'name' ), array_keys( array_filter( $create, static fn ( array $arg ): bool => $arg['required'] ?? false ) ) );
		self::assertSame( array(), array_filter( $update, static fn ( array $arg ): bool => $arg['required'] ?? false ) );
		foreach ( $create as $name => $arg ) {
			self::assertArrayHasKey( 'description', $arg, $name );
			self::assertTrue( 'allow_duplicate' === $name || ! array_key_exists( 'default', $arg ), "$name: a default would be written by every change." );
		}
	}

	public function test_the_parameters_of_a_list(): void {
		$params = Collection_Params::of( self::boat() );
		self::assertSame(
			array(
				'page',
				'per_page',
				'orderby',
				'order',
				'cursor',
				'search',
				'include',
				'exclude',
				'trashed',
				'price_min',
				'price_max',
				'sea',
				'kind',
				'flag',
				'built_on_after',
				'built_on_before',
				'account_id',
				'tags',
				'tags_match',
				'tags_exclude',
				'owner_id',
				'created_at_after',
				'created_at_before',
				'updated_at_after',
				'updated_at_before',
			),
			array_keys( $params )
		);
		self::assertSame( array( 'id', 'name', 'price', 'created_at', 'updated_at' ), $params['orderby']['enum'] );
		self::assertSame( array( 'sail', 'motor' ), $params['kind']['items']['enum'] );
		self::assertSame( 0, $params['account_id']['items']['minimum'] );
		self::assertSame( array( 'integer', 'integer' ), array( $params['price_min']['type'], $params['price_max']['type'] ) );
		self::assertSame( 100, $params['per_page']['maximum'] );
		self::assertSame( 500, $params['include']['maxItems'] );
		foreach ( $params as $name => $param ) {
			self::assertNotEmpty( $param['description'], $name );
		}
	}

	public function test_what_the_screen_is_told(): void {
		$kinds = array_column( View_Config::of( self::boat() ), 'kind', 'id' );
		self::assertSame(
			array( 'id' => 'integer', 'name' => 'text', 'berths' => 'integer', 'price' => 'money', 'sea' => 'boolean', 'kind' => 'choice', 'flag' => 'country', 'built_on' => 'date', 'account_id' => 'relation', 'note' => 'longtext', 'tags' => 'tags', 'owner_id' => 'owner', 'created_at' => 'datetime', 'created_by' => 'owner', 'updated_at' => 'datetime', 'updated_by' => 'owner' ),
			$kinds
		);
		$fields = array_column( View_Config::of( self::boat() ), null, 'id' );
		self::assertSame( array( 'id' => 'name', 'kind' => 'text', 'label' => 'Name', 'required' => true, 'readonly' => false, 'nullable' => false, 'sortable' => true, 'filterable' => false, 'default' => '', 'maxLength' => 60 ), $fields['name'] );
		self::assertSame( array( array( 'value' => 'sail', 'label' => 'Sailing boat' ), array( 'value' => 'motor', 'label' => 'Motor boat' ) ), $fields['kind']['elements'] );
	}

	public function test_a_record_goes_into_a_row_and_comes_back(): void {
		$record = array( 'id' => 7, 'version' => 2, 'name' => ' L’Été ', 'berths' => null, 'price' => -1234, 'sea' => true, 'kind' => null, 'flag' => 'FR', 'built_on' => '2026-11-22', 'account_id' => 3, 'note' => "a\r\nb", 'owner_id' => 1, 'created_at' => '2026-11-22T09:30:00Z', 'created_by' => 1, 'updated_at' => '2026-11-22T09:30:00Z', 'updated_by' => 1, 'trashed_at' => null );
		$row    = Row_Format::to_row( self::boat(), $record );
		self::assertSame(
			array( 'version' => 2, 'name' => ' L’Été ', 'name_sort' => 'lete', 'name_key' => 'l’été', 'berths' => null, 'price' => -1234, 'sea' => 1, 'kind' => null, 'flag' => 'FR', 'built_on' => '2026-11-22', 'account_id' => 3, 'note' => "a\r\nb", 'owner_id' => 1, 'created_at' => '2026-11-22 09:30:00', 'created_by' => 1, 'updated_at' => '2026-11-22 09:30:00', 'updated_by' => 1, 'trashed_at' => null ),
			$row
		);
		$strings = array_map( static fn ( $value ) => null === $value ? null : (string) $value, array( 'id' => '7' ) + $row );
		self::assertSame( $record, Row_Format::to_record( self::boat(), $strings ) );
	}

	public function test_columns_that_were_not_selected_are_left_out(): void {
		self::assertSame( array( 'id' => 7, 'name' => 'x' ), Row_Format::to_record( self::boat(), array( 'id' => '7', 'name' => 'x', 'name_sort' => 'x' ) ) );
	}

	public function test_a_plain_field_more_is_one_line(): void {
		$old    = Plugin::entities()->get( 'contact' );
		$fields = Plugin::entities()->get( 'contact' )->fields();
		// The line.
		$list = $fields->with( 'nickname', array( 'type' => 'string', 'maxLength' => 80, 'label' => 'Nickname', 'sortable' => true, 'searchable' => true ) );

		$own   = array_diff_key( $list->all(), array_flip( array( 'id', 'version', 'owner_id', 'created_at', 'created_by', 'updated_at', 'updated_by', 'trashed_at' ) ) );
		$noun  = new Entity( 'contact', 'contacts', static fn (): Field_List => new Field_List( $own ), $old->name_fields, $old->fallback, $old->rules( ... ), $old->figures( ... ), $old->borrowed );
		$nouns = new Entities( Plugin::entities()->get( 'account' ), $noun, Plugin::entities()->get( 'tag' ) );
		$this->expect_database_errors(); // dbDelta asks for tables that are not there yet.
		$this->in_other_tables(
			function () use ( $noun, $nouns ): void {
				( new Installer( Plugin::entities() ) )->create_tables();
				$there = ( new Unit_Of_Work( Plugin::entities() ) )->run( new Change_Set( $this->user( 'admin' ) ), static fn ( $t ) => $t->create( 'contact', array( 'last_name' => 'Durand' ) ) )['id'];
				$done  = implode( "\n", ( new Installer( $nouns ) )->create_tables() );
				self::assertStringContainsString( 'nickname', $done );
				self::assertSame( array(), ( new Installer( $nouns ) )->create_tables() );
				self::assertContains( 'nickname', $GLOBALS['wpdb']->get_col( "SHOW COLUMNS FROM {$noun->table()}" ) );
				self::assertContains( 'nickname_sort', $GLOBALS['wpdb']->get_col( "SHOW COLUMNS FROM {$noun->table()}" ) );

				$schema = Item_Schema::of( $noun, $nouns );
				self::assertSame( array( 'description' => 'Nickname', 'type' => 'string', 'context' => array( 'view', 'edit', 'embed' ), 'maxLength' => 80 ), $schema['properties']['nickname'] );
				self::assertArrayHasKey( 'nickname', Item_Schema::write_args( $noun ) );
				self::assertContains( 'nickname', Collection_Params::of( $noun )['orderby']['enum'] );
				self::assertContains( 'nickname', array_column( View_Config::of( $noun ), 'id' ) );

				$unit = new Unit_Of_Work( $nouns );
				$set  = new Change_Set( $this->user( 'admin' ) );
				$id   = $unit->run( $set, static fn ( $t ) => $t->create( 'contact', array( 'last_name' => 'Martin', 'nickname' => 'Bébé' ) ) )['id'];
				$unit->run( $set, static fn ( $t ) => $t->update( 'contact', $id, array( 'nickname' => 'Zuzu' ) ) );
				$reader = new Records_Repository( $noun, $nouns, $this->user( 'admin' ) );
				self::assertSame( 'Zuzu', $reader->find( $id )['nickname'] );
				self::assertSame( '', $reader->find( $there )['nickname'], 'A record from before has it empty.' );
				self::assertSame( array( $id ), array_column( $reader->page( $reader->query( array( 'search' => 'zuz', 'orderby' => 'nickname' ) ), 1, 5, null )['records'], 'id' ) );
				self::assertSame( array( 'nickname' => array( 'before' => 'Bébé', 'after' => 'Zuzu' ) ), Change_Log::of_set( $unit->changeset_id )[0]['changes'] );
			}
		);
	}

	/**
	 * @dataProvider nouns_with_tables
	 */
	public function test_the_table_of_a_noun_is_as_recorded( string $noun ): void {
		$sql = str_replace( array( $GLOBALS['wpdb']->prefix . 'carnet_', $GLOBALS['wpdb']->get_charset_collate() ), array( 'carnet_', 'CHARSET' ), Table_Sql::create( Plugin::entities()->get( $noun ) ) );
		// Has the table changed on purpose? Record it anew, and see that an upgrade step is not needed.
		self::assertStringEqualsFile( __DIR__ . "/tables/$noun.sql", "$sql\n" );
	}

	public static function nouns_with_tables(): array {
		return array_map( static fn ( Entity $entity ): array => array( $entity->name ), Plugin::entities()->all() );
	}

	/**
	 * Runs something on tables with another prefix, removed after it.
	 *
	 * @param callable(): void $work What to do.
	 */
	private function in_other_tables( callable $work ): void {
		global $wpdb;
		$prefix = $wpdb->prefix;
		$tables = array();
		foreach ( ( new Installer( Plugin::entities() ) )->tables() as $table ) {
			$tables[] = str_replace( $prefix, $prefix . 'more_', $table );
		}
		try {
			$wpdb->prefix = $prefix . 'more_';
			$work();
		} finally {
			$wpdb->prefix = $prefix;
			foreach ( $tables as $table ) {
				$wpdb->query( "DROP TABLE IF EXISTS $table" );
			}
		}
	}

	/**
	 * A noun with a field of each kind.
	 */
	private static function boat(): Entity {
		$list = static fn (): Field_List => new Field_List(
			array(
				'name'       => array( 'type' => 'string', 'maxLength' => 60, 'required' => true, 'label' => 'Name', 'description' => 'What is painted on it.', 'sortable' => true, 'searchable' => true, 'unique' => true ),
				'berths'     => array( 'type' => 'integer', 'nullable' => true, 'label' => 'Berths' ),
				'price'      => array( 'type' => 'integer', 'format' => 'money', 'nullable' => true, 'label' => 'Price', 'sortable' => true, 'filterable' => true ),
				'sea'        => array( 'type' => 'boolean', 'default' => false, 'label' => 'Goes to sea', 'filterable' => true ),
				'kind'       => array( 'type' => 'string', 'enum' => array( 'sail' => 'Sailing boat', 'motor' => 'Motor boat' ), 'nullable' => true, 'label' => 'Kind', 'filterable' => true ),
				'flag'       => array( 'type' => 'string', 'format' => 'country', 'nullable' => true, 'label' => 'Flag', 'filterable' => true ),
				'built_on'   => array( 'type' => 'string', 'format' => 'date', 'nullable' => true, 'label' => 'Built on', 'filterable' => true ),
				'account_id' => array( 'type' => 'integer', 'relation' => 'account', 'nullable' => true, 'label' => 'Account', 'filterable' => true, 'index' => true ),
				'note'       => array( 'type' => 'string', 'format' => 'long-text', 'label' => 'Note' ),
				'tags'       => array( 'type' => 'array', 'relation' => 'tag', 'column' => false, 'label' => 'Tags', 'filterable' => true ),
			)
		);
		return new Entity( 'boat', 'boats', $list, array( 'name' ), borrowed: array( 'account_id' => array( 'city' ) ) );
	}

	/**
	 * All nouns and the boat.
	 */
	private static function nouns(): Entities {
		return new Entities( ...array_values( Plugin::entities()->all() ), ...array( self::boat() ) );
	}
}
