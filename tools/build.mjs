// Builds src/ when a build is missing or older than what it is made of.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './paths.mjs';
import { capture } from './process.mjs';

/** The folders that webpack.config.js writes: for the newest WordPress, for the oldest. */
export const BUILDS = [ 'build', 'build-wp6' ];

const SOURCES = [ 'src', 'package-lock.json', 'webpack.config.js' ];

export function ensureBuild() {
	if ( ! existsSync( inRoot( 'src/index.tsx' ) ) ) {
		return;
	}
	const newest = Math.max( ...SOURCES.map( ( name ) => newestIn( inRoot( name ) ) ) );
	const times = BUILDS.map(
		( name ) => statSync( inRoot( name, 'chunks.json' ), { throwIfNoEntry: false } )?.mtimeMs ?? 0
	);
	if ( Math.min( ...times ) >= newest ) {
		return;
	}
	console.log( 'Building the screens ...' );
	build();
}

/** Builds silently; when it fails, what webpack said is the error. */
export function build() {
	capture( process.execPath, [ inRoot( 'node_modules/@wordpress/scripts/bin/wp-scripts.js' ), 'build' ] );
}

function newestIn( path ) {
	const stat = statSync( path, { throwIfNoEntry: false } );
	if ( ! stat?.isDirectory() ) {
		return stat?.mtimeMs ?? 0;
	}
	// A folder's own time changes when a file in it goes.
	return Math.max( stat.mtimeMs, ...readdirSync( path ).map( ( name ) => newestIn( join( path, name ) ) ) );
}
