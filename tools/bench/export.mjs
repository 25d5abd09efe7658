// node tools/bench/export.mjs [--contacts=100000 --rounds=5]: an export of contacts over HTTP beside MariaDB's own client with the same
// columns: medians of the seconds; first byte and PHP memory against a REST route that does nothing, asked in turn. Two thousand
// contacts are made and then copied in SQL, since the write path would take minutes.
import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startMariaDb } from '../mariadb.mjs';
import { inRoot } from '../paths.mjs';
import { runInSite } from '../php.mjs';
import { servePhp } from '../php-server.mjs';
import { freePort, options, wait, which } from '../process.mjs';
import { makeSite, removeSite } from '../site.mjs';

const MADE = 2000;
const { contacts = 100000, rounds = 5 } = options();
const database = await startMariaDb();
database.query( 'CREATE DATABASE wordpress CHARACTER SET utf8mb4' );
const site = await makeSite( {
	name: `bench-${ process.pid }`,
	version: '7.1',
	engine: 'mysql',
	url: `http://127.0.0.1:${ await freePort() }`,
	socket: database.socket,
	constants: { WP_DEBUG: false },
} );
const peak = join( site.folder, 'peak' );
writeFileSync(
	join( site.tree, 'wp-content/mu-plugins/peak.php' ),
	`<?php register_shutdown_function( static fn() => file_put_contents( '${ peak }', memory_get_peak_usage() ) );`
);
copyFileSync( inRoot( 'tools/bench/ping.php' ), join( site.tree, 'wp-content/mu-plugins/ping.php' ) );
const server = await servePhp( site, { workers: 1 } );
try {
	runInSite( site, inRoot( 'tools/bench/seed.php' ), [ String( MADE ) ] );
	multiply( Number( contacts ) / MADE );
	const { cookie, nonce } = JSON.parse( runInSite( site, inRoot( 'tools/bench/session.php' ) ) );
	const headers = { cookie, 'x-wp-nonce': nonce };
	for ( const [ name, { query, sql } ] of Object.entries( cases() ) ) {
		const [ bare, ours, client ] = [ [], [], [] ];
		for ( let round = -1; round < rounds; round++ ) {
			const measured = [
				await answered( '/bench/v1/ping', headers ),
				await answered( `/carnet/v1/contacts/export${ query }`, headers ),
				selected( sql ),
			];
			if ( round >= 0 ) {
				[ bare, ours, client ].forEach( ( list, i ) => list.push( measured[ i ] ) );
			}
		}
		const [ seconds, raw ] = [ median( ours, 'seconds' ), median( client, 'seconds' ) ];
		console.log(
			`${ name.padEnd( 24 ) } ${ ours[ 0 ].lines } lines  ${ seconds.toFixed( 2 ) } s  mariadb -N -q ${ raw.toFixed( 2 ) } s  ratio ${ ( seconds / raw ).toFixed( 2 ) }` +
				`  first byte ${ ( median( ours, 'first' ) / median( bare, 'seconds' ) / 1000 ).toFixed( 2 ) } requests` +
				`  memory +${ ( median( ours, 'megabytes' ) - median( bare, 'megabytes' ) ).toFixed( 1 ) } MB`
		);
	}
} finally {
	await server.stop();
	removeSite( site );
	await database.stop();
}

/** Copies what was made until there are so many times as much. */
function multiply( times ) {
	const columns = database
		.query(
			'USE wordpress; SELECT GROUP_CONCAT(column_name) FROM information_schema.columns WHERE table_schema = "wordpress" AND table_name = "wp_carnet_contacts" AND column_name NOT IN ("id", "email_claim")'
		)
		.split( '\n' )[ 1 ];
	const statements = [];
	for ( let copy = 1; copy < times; copy++ ) {
		statements.push(
			`INSERT INTO wp_carnet_contacts (id,${ columns }) SELECT id+${ copy * MADE },${ columns } FROM wp_carnet_contacts WHERE id <= ${ MADE }`,
			`INSERT INTO wp_carnet_tag_links (entity,tag_id,record_id) SELECT entity,tag_id,record_id+${ copy * MADE } FROM wp_carnet_tag_links WHERE entity = 'contact' AND record_id <= ${ MADE }`
		);
	}
	statements.push( `UPDATE wp_carnet_totals SET amount = amount * ${ times } WHERE metric = 'contacts'` );
	database.query(
		`USE wordpress; ${ statements.join( ';' ) }; ANALYZE TABLE wp_carnet_contacts, wp_carnet_tag_links`
	);
}

function cases() {
	const from =
		'FROM wp_carnet_contacts r LEFT JOIN wp_carnet_accounts a ON a.id = r.account_id LEFT JOIN wp_users u ON u.ID = r.owner_id WHERE r.trashed_at IS NULL ORDER BY r.id DESC';
	const usual = 'first_name,last_name,email,phone,type,status,city,country';
	const prefixed = usual.replace( /\w+/g, 'r.$&' );
	const tags = `(SELECT GROUP_CONCAT(t.name SEPARATOR '|') FROM wp_carnet_tag_links l JOIN wp_carnet_tags t ON t.id = l.tag_id WHERE l.entity = 'contact' AND l.record_id = r.id)`;
	const own =
		'civility,first_name,last_name,email,email_personal,phone,mobile,job_title,profession,website,linkedin,type,status,source,address_1,address_2,postcode,city,country,note'
			.split( ',' )
			.map( ( name ) => `r.${ name }` );
	const ends =
		'lead_since,prospect_since,customer_since,owner_id,created_at,created_by,updated_at,updated_by,trashed_at'
			.split( ',' )
			.map( ( name ) => `r.${ name }` );
	return {
		'eleven columns': {
			query: `&fields=${ usual },account_name,tags,created_at`,
			sql: `SELECT ${ prefixed }, a.name, ${ tags }, r.created_at ${ from }`,
		},
		'eleven, NDJSON': {
			query: `&format=ndjson&fields=${ usual },account_name,tags,created_at`,
			sql: `SELECT ${ prefixed }, a.name, ${ tags }, r.created_at ${ from }`,
		},
		'eleven, without tags': {
			query: `&fields=${ usual },account_name,updated_at,created_at`,
			sql: `SELECT ${ prefixed }, a.name, r.updated_at, r.created_at ${ from }`,
		},
		'name, e-mail, phone': {
			query: '&fields=first_name,last_name,email,phone',
			sql: `SELECT r.first_name, r.last_name, r.email, r.phone ${ from }`,
		},
		'name, account, tags': {
			query: '&fields=first_name,last_name,account_name,tags',
			sql: `SELECT r.first_name, r.last_name, a.name, ${ tags } ${ from }`,
		},
		'all columns, CSV': {
			query: '',
			sql: `SELECT r.id, r.account_id, a.name, ${ own }, ${ tags }, ${ ends }, u.display_name ${ from }`,
		},
		'all columns, NDJSON': {
			query: '&format=ndjson',
			sql: `SELECT r.id, r.account_id, a.name, ${ own }, ${ tags }, ${ ends }, u.display_name ${ from }`,
		},
	};
}

async function answered( route, headers ) {
	const start = performance.now();
	const answer = await fetch( `${ site.url }/index.php?rest_route=${ route }`, { headers } );
	if ( ! answer.ok ) {
		throw new Error( `${ route }: ${ answer.status } ${ await answer.text() }` );
	}
	let first = 0;
	const pieces = [];
	for await ( const piece of answer.body ) {
		first ||= performance.now() - start;
		pieces.push( piece );
	}
	const seconds = ( performance.now() - start ) / 1000;
	const lines = Buffer.concat( pieces ).toString( 'latin1' ).split( '\n' ).length - 1;
	await wait( 200 );
	return { lines, first, seconds, megabytes: Number( readFileSync( peak, 'utf8' ) ) / 1e6 };
}

function selected( sql ) {
	const start = performance.now();
	const args = [
		'--no-defaults',
		'-uroot',
		`--socket=${ database.socket }`,
		'--default-character-set=utf8mb4',
		'-N',
		'-q',
		'wordpress',
		'-e',
		sql,
	];
	execFileSync( which( 'mariadb', 'mysql' ), args, { stdio: [ 'ignore', 'ignore', 'inherit' ] } );
	return { seconds: ( performance.now() - start ) / 1000 };
}

function median( measured, what ) {
	return measured.map( ( one ) => one[ what ] ).sort( ( a, b ) => a - b )[ Math.floor( measured.length / 2 ) ];
}
