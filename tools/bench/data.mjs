// The benchmark's site with its records: seeded once per size, engine, month and way of storing, and copied from .cache for each run.
import { createHash } from 'node:crypto';
import { constants, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startMariaDb } from '../mariadb.mjs';
import { inCache, inRoot, root } from '../paths.mjs';
import { runInSite } from '../php.mjs';
import { makeSite, removeSite } from '../site.mjs';
import { NEWEST } from '../wordpress.mjs';

// A server for one site with a million contacts.
const LARGE = [
	'--innodb-buffer-pool-size=3G',
	'--innodb-log-file-size=1G',
	'--max-allowed-packet=64M',
	'--performance-schema=off',
	'--skip-log-bin',
	'--skip-name-resolve',
];
// Each commit waits for the disk, as it would for people's data.
const CAREFUL = [ ...LARGE, '--innodb-flush-log-at-trx-commit=1' ];
// What a power cut destroys is seeded again.
const HASTY = [
	...LARGE,
	'--innodb-flush-log-at-trx-commit=0',
	'--innodb-doublewrite=0',
	'--innodb-flush-method=nosync',
];

// The files that say what is stored, whoever writes it.
const STORING =
	/(_Fields|_Figures|_Rules|_Totals|_Numbers|_Reminders|\/(Field|Field_List|Table_Sql|Row_Format|Text|Tables|Search_Index|Search_Keys|Tag_Links|Totals|Stretches|Id_Ranges|Change_Log|Lists))\.php$/;

/** Opens a site of its own with so many contacts: the site, `database` (null on SQLite) and `close()`. */
export async function openSite( { contacts, engine, url } ) {
	const seeded = await seed( contacts, engine );
	const name = `bench-${ process.pid }`;
	const folder = inCache( 'sites', name );
	process.once( 'exit', () => rmSync( folder, { recursive: true, force: true } ) );
	mkdirSync( folder, { recursive: true } );
	const data = join( folder, 'database' );
	cpSync( seeded, data, { recursive: true, mode: constants.COPYFILE_FICLONE } );
	return open( { name, engine, url, data, flags: CAREFUL } );
}

async function open( { name, engine, url, data, flags } ) {
	const database = engine === 'mysql' ? await startMariaDb( { data, flags } ) : null;
	database?.query( 'CREATE DATABASE IF NOT EXISTS wordpress CHARACTER SET utf8mb4' );
	const report = inCache( 'sites', name, 'report.json' );
	const constants = { WP_DEBUG: false, BENCH_REPORT: report };
	const site = await makeSite( { name, version: NEWEST, engine, url, socket: database?.socket, constants } );
	const close = async () => {
		await database?.stop();
		removeSite( site );
	};
	return { ...site, database, report, close };
}

/** The folder with the seeded database. */
async function seed( contacts, engine ) {
	const month = new Date().toISOString().slice( 0, 7 );
	const ready = inCache( 'seeded', `${ engine }-${ contacts }-${ month }-${ fingerprint() }` );
	if ( existsSync( ready ) ) {
		return ready;
	}
	console.log( `Seeding ${ contacts } contacts and what goes with them ...` );
	const name = `bench-seed-${ process.pid }`;
	const data = inCache( 'sites', name, 'database' );
	mkdirSync( inCache( 'sites', name ), { recursive: true } );
	const site = await open( { name, engine, url: 'http://127.0.0.1', data, flags: HASTY } );
	process.stdout.write( runInSite( site, inRoot( 'tools/seed/load.php' ), [ String( contacts ), `${ month }-01` ] ) );
	await site.database?.stop();
	mkdirSync( inCache( 'seeded' ), { recursive: true } );
	// Those of another month or another way of storing are of no use any more, and large.
	for ( const old of readdirSync( inCache( 'seeded' ) ) ) {
		if ( old.startsWith( `${ engine }-${ contacts }-` ) ) {
			rmSync( inCache( 'seeded', old ), { recursive: true } );
		}
	}
	renameSync( data, ready );
	await site.close();
	return ready;
}

function fingerprint() {
	const hash = createHash( 'sha256' );
	for ( const folder of [ 'includes', 'tools/seed' ] ) {
		for ( const file of readdirSync( inRoot( folder ), { recursive: true } ).sort() ) {
			if ( STORING.test( `/${ file }` ) || ( folder === 'tools/seed' && file.endsWith( '.php' ) ) ) {
				hash.update( readFileSync( join( root, folder, file ) ) );
			}
		}
	}
	return hash.digest( 'hex' ).slice( 0, 10 );
}
