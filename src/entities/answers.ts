import apiFetch from '@wordpress/api-fetch';

/**
 * core-data and apiFetch hand on the body of an answer and drop its headers. Two of ours matter to a person:
 * `X-Carnet-Changeset` (what Undo takes back) and `X-Carnet-Total` (whether a count is exact or "10,000+"). A
 * middleware notes them while core-data keeps owning the records, rather than lists being fetched a second way.
 */
const changesets = new WeakMap< object, number >();
const atLeast = new Set< string >();

/**
 * The change set that made an answer of a write, or undefined.
 *
 * @param body The answer.
 */
export function changesetOf( body: unknown ): number | undefined {
	return body && typeof body === 'object' ? changesets.get( body ) : undefined;
}

/**
 * Whether the total of a list is only a lower bound.
 *
 * @param path Path that core-data asked for.
 */
export function isTotalAtLeast( path: string ): boolean {
	return atLeast.has( path );
}

async function parseRefusal( refusal: unknown ): Promise< never > {
	if ( ! ( refusal instanceof Response ) ) {
		throw refusal;
	}
	throw await refusal.json().catch( () => null );
}

/**
 * Sends a request of ours and notes the headers of its answer.
 *
 * @param options apiFetch options.
 * @param next    The next middleware.
 */
export const noteHeaders: Parameters< typeof apiFetch.use >[ 0 ] = async ( options, next ) => {
	if ( ! options.path?.startsWith( '/carnet/v1/' ) ) {
		return next( options );
	}
	const response = ( await next( { ...options, parse: false } ).catch( parseRefusal ) ) as Response;
	if ( ! options.method || options.method === 'GET' ) {
		const bound = response.headers.get( 'X-Carnet-Total' ) === 'at-least';
		atLeast[ bound ? 'add' : 'delete' ]( options.path );
	}
	if ( options.parse === false ) {
		return response;
	}
	const body = response.status === 204 ? null : await response.json();
	const changeset = Number( response.headers.get( 'X-Carnet-Changeset' ) );
	if ( changeset && body && typeof body === 'object' ) {
		changesets.set( body, changeset );
	}
	return body;
};
