// A private MariaDB for one test run: own data folder, own socket, no network port, ended by process id.
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inCache } from './paths.mjs';
import { capture, startChild, wait, which } from './process.mjs';

const server = () => which( 'mariadbd' );
const client = () => which( 'mariadb', 'mysql' );
const asUser = () => ( process.getuid?.() === 0 ? [ '--user=root' ] : [] );

export const hasMariaDb = () => Boolean( server() && client() && which( 'mariadb-install-db' ) );

// Test data may be lost in a power cut, so nothing waits for the disk.
const FAST = [
	'--innodb-flush-log-at-trx-commit=0',
	'--innodb-doublewrite=0',
	'--innodb-flush-method=nosync',
	'--skip-log-bin',
	'--innodb-buffer-pool-size=128M',
	'--innodb-log-file-size=32M',
	'--performance-schema=off',
	'--skip-name-resolve',
];

/**
 * Starts a server and returns `{ socket, query( sql ), stop() }`. The user is root, without a password.
 * data: a folder that is kept (empty: it is filled); without it the data is thrown away in the end.
 */
export async function startMariaDb( { data = '', flags = FAST } = {} ) {
	// Socket paths are limited to some 100 characters: the temporary folder is short.
	const folder = mkdtempSync( join( tmpdir(), 'carnet-db-' ) );
	const datadir = data || join( folder, 'data' );
	const socket = join( folder, 'sock' );
	if ( ! existsSync( datadir ) ) {
		cpSync( emptyData(), datadir, { recursive: true } );
	}
	const child = startChild( server(), [
		'--no-defaults',
		...asUser(),
		`--datadir=${ datadir }`,
		`--socket=${ socket }`,
		`--pid-file=${ join( folder, 'pid' ) }`,
		`--log-error=${ join( folder, 'error.log' ) }`,
		'--skip-networking',
		...flags,
	] );
	// Not asked but killed: data that is thrown away would be written again by a server that is ending; data that is kept recovers.
	process.once( 'exit', () => {
		child.kill( 'SIGKILL' );
		rmSync( folder, { recursive: true, force: true } );
	} );
	const query = ( sql ) => capture( client(), [ '--no-defaults', '-uroot', `--socket=${ socket }`, '-e', sql ] );
	for ( let tries = 0; ; tries++ ) {
		try {
			query( 'SELECT 1' );
			break;
		} catch ( error ) {
			if ( tries > 150 || child.exitCode !== null ) {
				throw new Error( `MariaDB does not start: ${ error.message }` );
			}
			await wait( 100 );
		}
	}
	return {
		socket,
		query,
		stop: async () => {
			await child.stop( data ? 300_000 : 10_000 );
			rmSync( folder, { recursive: true, force: true } );
		},
	};
}

/** A data folder as mariadb-install-db leaves it, made once (3 s) and copied for each run. */
function emptyData() {
	const ready = inCache( 'mariadb-empty' );
	if ( ! existsSync( ready ) ) {
		const partial = `${ ready }.${ process.pid }`;
		mkdirSync( partial, { recursive: true } );
		capture( which( 'mariadb-install-db' ), [
			'--no-defaults',
			...asUser(),
			`--datadir=${ partial }`,
			'--auth-root-authentication-method=normal',
			'--skip-test-db',
			'--innodb-log-file-size=32M',
		] );
		if ( existsSync( ready ) ) {
			rmSync( partial, { recursive: true } );
		} else {
			renameSync( partial, ready );
		}
	}
	return ready;
}
