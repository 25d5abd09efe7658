// A site served by PHP's built-in server.
import { PHP_FLAGS, php } from './php.mjs';
import { startChild, wait } from './process.mjs';
import { inRoot } from './paths.mjs';

const OPCACHE = [
	'-d',
	'opcache.enable=1',
	'-d',
	'opcache.enable_cli=1',
	'-d',
	'opcache.revalidate_freq=0',
	'-d',
	'opcache.max_accelerated_files=20000',
];

/** Serves a site at its own address; returns the child with stop(). Throws when it does not answer. */
export async function servePhp( site, { workers = 4 } = {} ) {
	const { host } = new URL( site.url );
	const flags = [ ...PHP_FLAGS, ...OPCACHE, '-d', `error_log=${ site.log }` ];
	// Several workers, because WordPress asks itself now and then and a browser asks for six things at a time.
	const env = { ...process.env, PHP_CLI_SERVER_WORKERS: String( workers ) };
	const child = startChild(
		php().file,
		[ ...flags, '-S', host, '-t', site.tree, inRoot( 'tools/site/router.php' ) ],
		{ env, cwd: site.tree }
	);
	await answers( `${ site.url }/wp-includes/images/blank.gif`, child, 10 );
	return child;
}

/** Waits until an address answers; throws when the child ends first or the time is over. */
export async function answers( url, child, seconds ) {
	const end = Date.now() + seconds * 1000;
	while ( Date.now() < end && child.exitCode === null ) {
		try {
			const answer = await fetch( url, { redirect: 'manual', signal: AbortSignal.timeout( 60_000 ) } );
			await answer.arrayBuffer();
			if ( answer.status < 500 ) {
				return;
			}
		} catch {
			// Not listening yet.
		}
		await wait( 100 );
	}
	throw new Error( `The site does not answer at ${ url }.` );
}
