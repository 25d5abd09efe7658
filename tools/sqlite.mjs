// The SQLite drop-in that WordPress's own tools ship inside @wp-playground/cli: nothing is downloaded.
import { cpSync, existsSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inCache, inRoot } from './paths.mjs';
import { unzip } from './zip-file.mjs';

/** Puts the drop-in into a WordPress tree: its code among the plugins, its entry as wp-content/db.php. */
export function addSqlite( tree ) {
	const source = unpacked();
	const plugin = join( tree, 'wp-content/mu-plugins/sqlite-database-integration' );
	rmSync( plugin, { recursive: true, force: true } );
	cpSync( source, plugin, { recursive: true } );
	const entry = readFileSync( join( source, 'db.copy' ), 'utf8' )
		.replaceAll( "'{SQLITE_IMPLEMENTATION_FOLDER_PATH}'", "__DIR__ . '/mu-plugins/sqlite-database-integration'" )
		.replaceAll( '{SQLITE_PLUGIN}', 'sqlite-database-integration/load.php' );
	writeFileSync( join( tree, 'wp-content/db.php' ), entry );
}

function unpacked() {
	const zip = findZip();
	// The package's version is not in the zip's name: its size tells a new one.
	const folder = inCache( `sqlite-${ statSync( zip ).size }` );
	if ( ! existsSync( folder ) ) {
		const partial = `${ folder }.${ process.pid }`;
		unzip( zip, partial );
		if ( ! existsSync( folder ) ) {
			const [ top ] = readdirSync( partial );
			renameSync( join( partial, top ), folder );
		}
		rmSync( partial, { recursive: true, force: true } );
	}
	return folder;
}

function findZip() {
	const zip = inRoot( 'node_modules/@wp-playground/cli/sqlite-database-integration.zip' );
	if ( ! existsSync( zip ) ) {
		throw new Error( `${ zip } is missing: run npm ci.` );
	}
	return zip;
}
