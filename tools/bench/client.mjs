// A person at the site: requests over kept connections, each with its time and what PHP says it cost.
import { readFileSync } from 'node:fs';
import { Agent, request as httpRequest } from 'node:http';
import { inRoot } from '../paths.mjs';
import { runInSite } from '../php.mjs';

const agent = new Agent( { keepAlive: true } );

/** Signs a person in. `get`, `post` and `patch` take a path below /wp-json, `page` one below /wp-admin. */
export function signIn( site, login ) {
	const { id, cookie, nonce } = JSON.parse(
		runInSite( site, inRoot( 'tools/bench/session.php' ), [], { as: login } )
	);
	const send = async ( method, path, body, more = {}, onData ) => {
		const headers = { cookie, 'x-wp-nonce': nonce, ...more };
		const answer = await exchange( site.url + path, method, headers, body && JSON.stringify( body ), onData );
		if ( answer.status >= 300 ) {
			throw new Error( `${ method } ${ path }: ${ answer.status } ${ answer.text.slice( 0, 500 ) }` );
		}
		return { ...answer, cost: () => JSON.parse( readFileSync( site.report, 'utf8' ) ) };
	};
	return {
		login,
		id,
		get: ( path, headers, onData ) => send( 'GET', `/wp-json${ path }`, undefined, headers, onData ),
		post: ( path, body, headers ) => send( 'POST', `/wp-json${ path }`, body, headers ),
		patch: ( path, body, headers ) => send( 'PATCH', `/wp-json${ path }`, body, headers ),
		page: ( path, headers ) => send( 'GET', `/wp-admin/${ path }`, undefined, headers ),
	};
}

/** onData: what takes the pieces of a long answer instead of keeping them. */
function exchange( url, method, headers, body, onData ) {
	return new Promise( ( resolve, reject ) => {
		const start = performance.now();
		const sent = httpRequest( url, { method, agent, headers: { ...headers, 'content-type': 'application/json' } } );
		sent.on( 'error', reject );
		sent.on( 'response', ( answer ) => {
			const pieces = [];
			let first = 0;
			answer.on( 'data', ( piece ) => {
				first ||= performance.now() - start;
				( onData ?? ( ( kept ) => pieces.push( kept ) ) )( piece );
			} );
			answer.on( 'close', () => answer.complete || reject( new Error( `${ url }: cut short` ) ) );
			answer.on( 'end', () => {
				const ms = performance.now() - start;
				const text = Buffer.concat( pieces ).toString();
				resolve( {
					ms,
					first,
					text,
					status: answer.statusCode,
					headers: answer.headers,
					json: () => JSON.parse( text ),
				} );
			} );
		} );
		sent.end( body );
	} );
}
