// What the screens cost the first time, in KB (1024 bytes) of gzip: JavaScript and CSS of our own, for each build.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { BUILDS, ensureBuild } from './build.mjs';
import { inRoot } from './paths.mjs';

const DASHBOARD = 60;
/** What lists and forms need on top of it. With the build for WordPress 6, DataViews brings its components along. */
const RECORDS = { build: 200, 'build-wp6': 400 };

ensureBuild();
for ( const folder of BUILDS ) {
	const chunks = JSON.parse( readFileSync( inRoot( folder, 'chunks.json' ), 'utf8' ) );
	const first = [ 'index.js', 'style-index.css', ...chunks.dashboard ];
	const more = chunks.records.filter( ( file ) => ! first.includes( file ) );
	check( `${ folder }, dashboard`, folder, first, DASHBOARD );
	check( `${ folder }, lists and forms besides`, folder, more, RECORDS[ folder ] );
}

function check( what, folder, files, most ) {
	// Names carry a version, as the browser asks for them.
	const sizes = files.map( ( file ) => gzipSync( readFileSync( inRoot( folder, file.split( '?' )[ 0 ] ) ) ).length );
	const size = sizes.reduce( ( sum, bytes ) => sum + bytes, 0 ) / 1024;
	console.log( `${ what }: ${ size.toFixed( 1 ) } KB of ${ most }` );
	if ( size > most ) {
		process.exitCode = 1;
		console.log( files.map( ( file, index ) => `  ${ sizes[ index ] } ${ file }` ).join( '\n' ) );
	}
}
