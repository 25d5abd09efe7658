// npm run zip: dist/carnet-crm.zip, the plugin as it is installed. What is not listed here is not in it.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { build, BUILDS } from './build.mjs';
import { inRoot, root } from './paths.mjs';
import { ensureNodeModules } from './setup.mjs';
import { SLUG } from './site.mjs';
import { zip } from './zip-file.mjs';

const PARTS = [ 'plugin.php', 'uninstall.php', 'readme.txt', 'LICENSE', 'includes', ...BUILDS, 'languages' ];
const NEEDED = [ 'plugin.php', 'uninstall.php', 'readme.txt', 'includes', ...BUILDS ];
export const ZIP = inRoot( 'dist', `${ SLUG }.zip` );

/** Makes the archive and returns the names in it. */
export function makeZip() {
	const missing = NEEDED.filter( ( part ) => ! existsSync( inRoot( part ) ) );
	if ( missing.length ) {
		throw new Error( `Missing for a release: ${ missing.join( ', ' ) }` );
	}
	const files = PARTS.flatMap( ( part ) => filesIn( inRoot( part ) ) ).filter( isShipped );
	const entries = files.map( ( file ) => [
		[ SLUG, ...relative( root, file ).split( sep ) ].join( '/' ),
		readFileSync( file ),
	] );
	mkdirSync( inRoot( 'dist' ), { recursive: true } );
	writeFileSync( ZIP, zip( entries ) );
	return entries.map( ( [ name ] ) => name );
}

function filesIn( path ) {
	const stat = statSync( path, { throwIfNoEntry: false } );
	if ( ! stat?.isDirectory() ) {
		return stat ? [ path ] : [];
	}
	return readdirSync( path )
		.sort()
		.flatMap( ( name ) => filesIn( join( path, name ) ) );
}

function isShipped( file ) {
	const name = file.split( sep ).at( -1 );
	return ! name.startsWith( '.' ) && ! name.endsWith( '.map' );
}

if ( import.meta.filename === process.argv[ 1 ] ) {
	ensureNodeModules();
	// Anew, whatever is there: npm run dev leaves a build for developers.
	for ( const folder of BUILDS ) {
		rmSync( inRoot( folder ), { recursive: true, force: true } );
	}
	build();
	const names = makeZip();
	console.log(
		`${ relative( root, ZIP ) }: ${ names.length } files, ${ Math.round( statSync( ZIP ).size / 1024 ) } KB`
	);
}
