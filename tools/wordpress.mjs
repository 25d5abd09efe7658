// Finds a WordPress tree: WP_CORE_DIR, the cache, wordpress.org, Debian's packages. Never committed.
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { canUseDebian, fetchFromDebian } from './debian-wordpress.mjs';
import { inCache } from './paths.mjs';
import { unzip } from './zip-file.mjs';

export const NEWEST = '7.1';
export const OLDEST = '6.8';

/** Folder of a pristine WordPress of this series (such as 7.1), fetched on first use. Nothing may write into it. */
export async function wordpress( version = NEWEST ) {
	const own = process.env.WP_CORE_DIR;
	if ( own && versionOf( own )?.startsWith( version ) ) {
		return own;
	}
	const folder = inCache( 'wordpress', version );
	if ( versionOf( folder ) ) {
		return folder;
	}
	console.log( `Fetching WordPress ${ version } ...` );
	// Fetched beside its place and moved when complete: a broken download is never taken for a tree.
	const partial = inCache( 'wordpress', `${ version }.${ process.pid }` );
	mkdirSync( partial, { recursive: true } );
	try {
		await fetchInto( version, partial );
		if ( ! versionOf( folder ) ) {
			rmSync( folder, { recursive: true, force: true } );
			renameSync( partial, folder );
		}
	} finally {
		rmSync( partial, { recursive: true, force: true } );
	}
	return folder;
}

/** Full version (7.1.4) of a tree, or null where there is none. */
export function versionOf( folder ) {
	const file = join( folder, 'wp-includes/version.php' );
	return existsSync( file )
		? ( /\$wp_version = '([^']+)'/.exec( readFileSync( file, 'utf8' ) )?.[ 1 ] ?? null )
		: null;
}

async function fetchInto( version, folder ) {
	const problems = [];
	try {
		return await fetchFromWordPressOrg( version, folder );
	} catch ( error ) {
		problems.push( `wordpress.org: ${ error.cause?.code ?? error.message }` );
	}
	if ( canUseDebian( version ) ) {
		try {
			return fetchFromDebian( version, folder, inCache( `apt-${ version }-${ process.pid }` ) );
		} catch ( error ) {
			problems.push( `Debian packages: ${ error.message }` );
		} finally {
			rmSync( inCache( `apt-${ version }-${ process.pid }` ), { recursive: true, force: true } );
		}
	}
	throw new Error(
		`No WordPress ${ version } to be had.\n${ problems.join( '\n' ) }\n` +
			'Unpack one yourself and name its folder in WP_CORE_DIR.'
	);
}

async function fetchFromWordPressOrg( version, folder ) {
	const signal = AbortSignal.timeout( 120_000 );
	const offers = await fetch( `https://api.wordpress.org/core/version-check/1.7/?version=${ version }`, { signal } );
	const { offers: list } = await offers.json();
	const newest = list
		.map( ( offer ) => offer.version )
		.find( ( found ) => found === version || found.startsWith( `${ version }.` ) );
	const answer = await fetch( `https://downloads.wordpress.org/release/wordpress-${ newest ?? version }.zip`, {
		signal,
	} );
	if ( ! answer.ok ) {
		throw new Error( `status ${ answer.status }` );
	}
	const unpacked = join( folder, 'unpacked' );
	unzip( Buffer.from( await answer.arrayBuffer() ), unpacked );
	for ( const name of readdirSync( join( unpacked, 'wordpress' ) ) ) {
		renameSync( join( unpacked, 'wordpress', name ), join( folder, name ) );
	}
	rmSync( unpacked, { recursive: true } );
}

if ( import.meta.filename === process.argv[ 1 ] ) {
	for ( const version of process.argv.length > 2 ? process.argv.slice( 2 ) : [ NEWEST, OLDEST ] ) {
		console.log( await wordpress( version ) );
	}
}
