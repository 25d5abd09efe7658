// npm run bench [-- --contacts=5000 --rounds=60 --engine=mysql|sqlite]: what our requests cost beside a REST route that does nothing,
// measured in turn in the same run. Ratios are of the 25th percentile; own queries and own milliseconds are what is above the yardstick.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { startMariaDb } from '../mariadb.mjs';
import { inRoot } from '../paths.mjs';
import { runInSite } from '../php.mjs';
import { servePhp } from '../php-server.mjs';
import { freePort, options } from '../process.mjs';
import { makeSite, removeSite } from '../site.mjs';

const { contacts = 2000, rounds = 60, engine = 'mysql' } = options();
const database = engine === 'mysql' ? await startMariaDb() : null;
database?.query( 'CREATE DATABASE wordpress' );
const site = await makeSite( {
	name: `bench-${ process.pid }`,
	version: '7.1',
	engine,
	url: `http://127.0.0.1:${ await freePort() }`,
	socket: database?.socket,
	constants: { WP_DEBUG: false },
} );
copyFileSync( inRoot( 'tools/bench/ping.php' ), join( site.tree, 'wp-content/mu-plugins/ping.php' ) );
const server = await servePhp( site, { workers: 1 } );
try {
	const began = performance.now();
	runInSite( site, inRoot( 'tools/bench/seed.php' ), [ String( contacts ) ] );
	console.log(
		`${ contacts } contacts made in ${ ( ( performance.now() - began ) / 1000 ).toFixed( 1 ) } s on ${ engine }`
	);
	await table();
} finally {
	await server.stop();
	removeSite( site );
	await database?.stop();
}

async function table() {
	const { cookie, nonce } = JSON.parse( runInSite( site, inRoot( 'tools/bench/session.php' ) ) );
	let made = 0;
	const request = async ( method, path, body ) => {
		const start = performance.now();
		const answer = await fetch( `${ site.url }/index.php?rest_route=${ path }`, {
			method,
			headers: { cookie, 'x-wp-nonce': nonce, 'content-type': 'application/json' },
			body: body && JSON.stringify( body ),
		} );
		await answer.text();
		const time = performance.now() - start;
		if ( ! answer.ok ) {
			throw new Error( `${ method } ${ path }: ${ answer.status }` );
		}
		return { time, queries: Number( answer.headers.get( 'x-bench-queries' ) ) };
	};
	const operations = {
		'contact list, first page': () => request( 'GET', '/carnet/v1/contacts' ),
		'filter tag + status': () => request( 'GET', '/carnet/v1/contacts&tags[]=3&status[]=new' ),
		'search, fragment of a name': () => request( 'GET', '/carnet/v1/contacts&search=artinq' ),
		'contact record': () => request( 'GET', '/carnet/v1/contacts/7' ),
		'account record with counts': () => request( 'GET', '/carnet/v1/accounts/7' ),
		'create a contact with two tags': () =>
			request( 'POST', '/carnet/v1/contacts', {
				last_name: 'Morquist',
				first_name: 'Eva',
				email: `new${ made++ }@example.com`,
				account_id: 5,
				tags: [ 1, 2 ],
			} ),
		'dashboard, contacts': () => request( 'GET', '/carnet/v1/dashboard' ),
		'foreign request (core types)': () => request( 'GET', '/wp/v2/types/post' ),
	};
	const ping = () => request( 'GET', '/bench/v1/ping' );
	const quarter = ( values ) => values.sort( ( a, b ) => a - b )[ Math.floor( values.length / 4 ) ];
	for ( const [ name, run ] of Object.entries( operations ) ) {
		const times = { bare: [], ours: [] };
		let queries = 0;
		for ( let round = -5; round < rounds; round++ ) {
			const bare = await ping();
			const ours = await run();
			if ( round >= 0 ) {
				times.bare.push( bare.time );
				times.ours.push( ours.time );
				queries = ours.queries - bare.queries;
			}
		}
		const [ bare, ours ] = [ quarter( times.bare ), quarter( times.ours ) ];
		console.log(
			`${ name.padEnd( 32 ) } ratio ${ ( ours / bare ).toFixed( 2 ) }   own ms ${ ( ours - bare ).toFixed( 1 ) } of ${ ours.toFixed( 1 ) }   own queries ${ queries }`
		);
	}
}
