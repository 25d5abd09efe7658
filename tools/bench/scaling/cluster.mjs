// Two nodes (nginx, php-fpm, a WordPress tree each) on one database with a replica that is behind, and Redis. Ended with the process.
import {
	cpSync,
	copyFileSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	readdirSync,
	rmSync,
	statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasMariaDb, startMariaDb } from '../../mariadb.mjs';
import { inCache, inRoot } from '../../paths.mjs';
import { hasPhp } from '../../php.mjs';
import { freePort, startChild, wait, which } from '../../process.mjs';
import { makeSite, removeSite } from '../../site.mjs';
import { NEWEST } from '../../wordpress.mjs';
import { missing as missingServer, serve } from '../server.mjs';

/** Seconds that the replica is behind. */
export const BEHIND = 2;

const SERVER = [
	'--innodb-flush-log-at-trx-commit=0',
	'--innodb-doublewrite=0',
	'--innodb-buffer-pool-size=256M',
	'--innodb-log-file-size=32M',
	'--performance-schema=off',
	'--skip-name-resolve',
];

/** What this machine lacks, in words, or null. */
export const missing = () =>
	[
		missingServer(),
		hasMariaDb() ? '' : 'mariadb-server',
		which( 'redis-server' ) ? '' : 'redis-server',
		hasPhp( 'mysqli' ) ? '' : 'php-mysql',
		hasPhp( 'redis' ) ? '' : 'php-redis',
	]
		.filter( Boolean )
		.join( ', ' ) || null;

/** Starts all of it: `{ nodes, primary, catchUp(), mails(), statements(), stop() }`. */
export async function startCluster() {
	const folder = mkdtempSync( join( tmpdir(), 'carnet-redis-' ) );
	process.once( 'exit', () => rmSync( folder, { recursive: true, force: true } ) );
	const { primary, replica } = await databases();
	const cache = join( folder, 'sock' );
	const redis = startChild( which( 'redis-server' ), [
		...[ '--port', '0', '--unixsocket', cache, '--dir', folder ],
		...[ '--save', '', '--appendonly', 'no' ],
	] );
	const kept = { statements: join( folder, 'statements' ), mails: join( folder, 'mails' ) };
	const nodes = await sites( primary, {
		DB_USER: 'wordpress',
		CARNET_SCALING_REPLICA: `localhost:${ replica.socket }`,
		CARNET_SCALING_REDIS: cache,
		CARNET_SCALING_STATEMENTS: kept.statements,
		CARNET_SCALING_MAILS: kept.mails,
	} );
	/** Waits until the replica has everything that was committed so far. */
	const catchUp = async () => {
		const [ , position ] = primary.query( 'SELECT @@gtid_binlog_pos' ).trim().split( '\n' );
		for ( let tries = 0; tries < 400; tries++ ) {
			// Asked often for a moment: waiting in the client would keep this process from answering.
			if ( replica.query( `SELECT MASTER_GTID_WAIT( '${ position }', 0.01 )` ).trim().endsWith( '\n0' ) ) {
				return;
			}
			await wait( 50 );
		}
		throw new Error( `The replica does not follow: ${ replica.query( 'SHOW SLAVE STATUS\\G' ) }` );
	};
	await catchUp();
	for ( const node of nodes ) {
		node.server = await serve( node );
	}
	const lines = ( file ) =>
		existsSync( file ) ? readFileSync( file, 'utf8' ).split( '\n' ).filter( Boolean ) : [];
	return {
		nodes,
		primary,
		catchUp,
		mails: () => lines( kept.mails ),
		/** What the drop-in wrote down: request, server, SQL. */
		statements: () => lines( kept.statements ).map( ( line ) => JSON.parse( line ) ),
		stop: async () => {
			for ( const node of nodes ) {
				await node.server.stop();
				removeSite( node );
			}
			await redis.stop();
			await replica.stop();
			await primary.stop();
			rmSync( folder, { recursive: true, force: true } );
		},
	};
}

async function databases() {
	const port = await freePort();
	const primary = await startMariaDb( {
		flags: [
			...SERVER,
			...[ '--server-id=1', '--log-bin=binlog', '--binlog-format=ROW' ],
			// Replicas come over the network only.
			...[ '--skip-networking=0', '--bind-address=127.0.0.1', `--port=${ port }` ],
		],
	} );
	const replica = await startMariaDb( { flags: [ ...SERVER, '--server-id=2', '--read-only', '--skip-log-bin' ] } );
	// Not root, who may write to a database that is read only.
	primary.query( `
		CREATE DATABASE wordpress CHARACTER SET utf8mb4;
		CREATE USER wordpress@localhost;
		GRANT ALL ON wordpress.* TO wordpress@localhost;
		CREATE USER replica@127.0.0.1;
		GRANT REPLICATION SLAVE ON *.* TO replica@127.0.0.1;` );
	replica.query( `
		CHANGE MASTER TO MASTER_HOST = '127.0.0.1', MASTER_PORT = ${ port }, MASTER_USER = 'replica',
			MASTER_USE_GTID = slave_pos, MASTER_DELAY = ${ BEHIND }, MASTER_CONNECT_RETRY = 1;
		START SLAVE;` );
	return { primary, replica };
}

/** Two trees with one configuration, as behind a load balancer: the same address and salts. */
async function sites( primary, constants ) {
	const nodes = [];
	const address = `http://127.0.0.1:${ await freePort() }`;
	for ( const letter of [ 'a', 'b' ] ) {
		const name = `bench-node-${ letter }-${ process.pid }`;
		const folder = inCache( 'sites', name );
		mkdirSync( folder, { recursive: true } );
		process.once( 'exit', () => rmSync( folder, { recursive: true, force: true } ) );
		if ( nodes.length ) {
			copyFileSync( join( nodes[ 0 ].folder, 'keys.json' ), join( folder, 'keys.json' ) );
		}
		const site = await makeSite( {
			name,
			version: NEWEST,
			engine: 'mysql',
			socket: primary.socket,
			url: nodes.length ? `http://127.0.0.1:${ await freePort() }` : address,
			constants: { ...constants, WP_HOME: address, WP_SITEURL: address },
		} );
		nodes.push( { ...site, letter: letter.toUpperCase() } );
	}
	for ( const { tree } of nodes ) {
		for ( const [ file, place ] of Object.entries( {
			'db.php': 'db.php',
			'object-cache.php': 'object-cache.php',
			'probe.php': 'mu-plugins/probe.php',
		} ) ) {
			cpSync( inRoot( 'tools/bench/scaling', file ), join( tree, 'wp-content', place ) );
		}
	}
	return nodes;
}

/** The files below a node's wp-content with size and time. The plugin itself is a link, which is not followed. */
export function filesOf( { tree } ) {
	const content = join( tree, 'wp-content' );
	return readdirSync( content, { recursive: true, withFileTypes: true } )
		.filter( ( entry ) => ! entry.isSymbolicLink() )
		.map( ( entry ) => {
			const file = join( entry.parentPath ?? entry.path, entry.name );
			const { size, mtimeMs } = statSync( file );
			return entry.isDirectory() ? file : `${ file } ${ size } ${ mtimeMs }`;
		} )
		.sort();
}
