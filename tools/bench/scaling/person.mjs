// A person whose requests go to either node, with the cookies that a browser would keep.
import { inRoot } from '../../paths.mjs';
import { runInSite } from '../../php.mjs';

/** Signs in: what all browsers of this person begin with. The replica has to catch up before it is used. */
export const session = ( node, login ) =>
	JSON.parse( runInSite( node, inRoot( 'tools/bench/session.php' ), [], { as: login } ) );

/** A browser: `send( node, method, path, body )` answers `{ status, json, text }` whatever the status. */
export function browser( { cookie, nonce } ) {
	const jar = new Map();
	const send = async ( node, method, path, body, headers = {} ) => {
		const now = Date.now();
		const kept = [ ...jar ]
			.filter( ( [ , { until } ] ) => until > now )
			.map( ( [ name, { value } ] ) => `${ name }=${ value }` );
		const answer = await fetch( node.url + ( path.startsWith( '/wp-admin/' ) ? path : `/wp-json${ path }` ), {
			method,
			redirect: 'manual',
			headers: {
				cookie: [ cookie, ...kept ].join( '; ' ),
				'x-wp-nonce': nonce,
				'content-type': 'application/json',
				// Of the two pools of a node that with eight workers.
				'x-bench-pool': 'editors',
				...headers,
			},
			body: body && JSON.stringify( body ),
		} );
		for ( const line of answer.headers.getSetCookie() ) {
			const [ , name, value ] = /^([^=]+)=([^;]*)/.exec( line );
			const seconds = /max-age=(\d+)/i.exec( line )?.[ 1 ] ?? Infinity;
			jar.set( name, { value, until: Date.now() + seconds * 1000 } );
		}
		const text = await answer.text();
		return {
			status: answer.status,
			text,
			get json() {
				return JSON.parse( text );
			},
		};
	};
	return { jar, send };
}
