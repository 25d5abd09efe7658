// Two requests in turn, and what the first costs above the second.

const WARM = 6;

export const quarter = ( values ) => values.toSorted( ( a, b ) => a - b )[ Math.floor( values.length / 4 ) ];

/** One line of the table: an operation as one person. */
export async function compare( operation, person, { contacts, rounds } ) {
	const ours = await operation.begin( person );
	const bare = operation.beside ? operation.beside( person ) : () => person.get( '/bench/v1/ping' );
	const times = { ours: [], bare: [] };
	const costs = {};
	for ( let round = -WARM; round < rounds; round++ ) {
		for ( const [ name, run ] of Object.entries( round % 2 ? { bare, ours } : { ours, bare } ) ) {
			const answer = await run();
			if ( round >= 0 ) {
				times[ name ].push( answer.ms );
			}
			// The first ones make caches.
			if ( round === 0 ) {
				costs[ name ] = answer.cost();
			}
		}
	}
	const [ mine, yardstick ] = [ quarter( times.ours ), quarter( times.bare ) ];
	const goal = operation.goal?.[ contacts > 100000 ? 1 : 0 ];
	const [ ratio, ms ] = [ mine / yardstick, mine - yardstick ];
	const queries = ( await statements( operation, person ) ).length;
	return {
		operation: operation.name,
		person: person.login,
		result: goal ? ratio.toFixed( 2 ) : `+${ ms.toFixed( 1 ) } ms`,
		goal: goal ? String( goal ) : `+${ operation.more } ms`,
		queries: operation.queries === undefined ? String( queries ) : `${ queries } of ${ operation.queries }`,
		ms: ms.toFixed( 1 ),
		memory: ( ( costs.ours.memory - costs.bare.memory ) / 1e6 ).toFixed( 1 ),
		missed: ( goal ? ratio > goal : ms > operation.more ) || queries > operation.queries,
	};
}

/** Our statements of one request, slowest first, and how long they took in all. */
export async function profile( operation, person ) {
	const ours = await statements( operation, person );
	const line = ( ms, text ) => `    ${ ms.toFixed( 2 ).padStart( 7 ) } ms  ${ text }`;
	return [
		line(
			ours.reduce( ( sum, { ms } ) => sum + ms, 0 ),
			`in ${ ours.length } statements`
		),
		...ours
			.toSorted( ( a, b ) => b.ms - a.ms )
			.map( ( { sql, ms } ) => line( ms, sql.replaceAll( /\s+/g, ' ' ).slice( 0, 600 ) ) ),
	].join( '\n' );
}

/** Our statements of one request, in their order. */
async function statements( operation, person ) {
	const run = await operation.begin( { ...person, ...profiling( person ) } );
	await run();
	return ( await run() ).cost().profile.filter( ( { ours } ) => ours );
}

/** The person with every request watched. */
function profiling( person ) {
	const watched = { 'x-bench-profile': '1' };
	return {
		get: ( path, headers ) => person.get( path, { ...headers, ...watched } ),
		post: ( path, body ) => person.post( path, body, watched ),
		patch: ( path, body ) => person.patch( path, body, watched ),
		page: ( path ) => person.page( path, watched ),
	};
}
