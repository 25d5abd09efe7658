// Core's own translations. The plugin brings its own; without these the rest of wp-admin stays English.
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canUseDebian, fetchLanguagesFromDebian } from './debian-wordpress.mjs';
import { inCache } from './paths.mjs';
import { NEWEST } from './wordpress.mjs';
import { unzip } from './zip-file.mjs';

/** Makes a locale available in a WordPress tree. */
export async function addLanguage( tree, locale ) {
	const source = inCache( 'languages', locale );
	if ( ! existsSync( source ) ) {
		mkdirSync( source, { recursive: true } );
		await fetchInto( source, locale );
	}
	cpSync( source, join( tree, 'wp-content/languages' ), { recursive: true } );
}

async function fetchInto( folder, locale ) {
	try {
		const address = `https://downloads.wordpress.org/translation/core/${ NEWEST }/${ locale }.zip`;
		const answer = await fetch( address, { signal: AbortSignal.timeout( 60_000 ) } );
		if ( answer.ok ) {
			return unzip( Buffer.from( await answer.arrayBuffer() ), folder );
		}
	} catch {
		// No way to wordpress.org: next source.
	}
	if ( canUseDebian( NEWEST ) ) {
		const work = inCache( `apt-languages-${ process.pid }` );
		try {
			fetchLanguagesFromDebian( NEWEST, join( work, 'all' ), work );
			const isOurs = ( name ) => name === `${ locale }.mo` || name.endsWith( `-${ locale }.mo` );
			for ( const name of readdirSync( join( work, 'all' ) ).filter( isOurs ) ) {
				cpSync( join( work, 'all', name ), join( folder, name ) );
			}
		} catch ( error ) {
			console.log( `No translations of WordPress itself: ${ error.message }` );
		} finally {
			rmSync( work, { recursive: true, force: true } );
		}
	}
	if ( ! existsSync( join( folder, `${ locale }.mo` ) ) ) {
		// WordPress offers a locale when it finds its file, an empty one included.
		writeFileSync( join( folder, `${ locale }.mo` ), emptyCatalogue() );
	}
}

/** A catalogue (.mo) without entries: magic number, revision, count, two table offsets, hash size and offset. */
function emptyCatalogue() {
	const file = Buffer.alloc( 28 );
	[ 0x950412de, 0, 0, 28, 28, 0, 28 ].forEach( ( value, index ) => file.writeUInt32LE( value, index * 4 ) );
	return file;
}
