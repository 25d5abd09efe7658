// What docs/scaling.md says, tried out. Each check is given the cluster and a way to tell: `tell( what, isTrue, detail )`.
import { existsSync, readFileSync } from 'node:fs';
import { wait } from '../../process.mjs';

const SECONDS = 5;
const ok = ( ...answers ) => answers.every( ( { status } ) => status >= 200 && status < 300 );
const first = ( answer ) =>
	ok( answer ) ? String( answer.status ) : `${ answer.status } ${ answer.text.slice( 0, 200 ) }`;
const logOf = ( { log } ) => ( existsSync( log ) ? readFileSync( log, 'utf8' ) : '' );

/** Eight people write for some seconds, each of whose requests goes to the other node than the one before. */
export async function writers( { nodes, admin, tell } ) {
	const until = performance.now() + SECONDS * 1000;
	const refused = new Set();
	let done = 0;
	const shared = ( await admin().send( nodes[ 0 ], 'POST', '/carnet/v1/contacts', { last_name: 'Shared' } ) ).json;
	const account = ( await admin().send( nodes[ 0 ], 'POST', '/carnet/v1/accounts', { name: 'Shared' } ) ).json;
	const tags = [];
	for ( const name of [ 'One', 'Two', 'Three' ] ) {
		tags.push( ( await admin().send( nodes[ 0 ], 'POST', '/carnet/v1/tags', { name } ) ).json.id );
	}
	await Promise.all(
		Array.from( { length: 8 }, async ( unused, number ) => {
			const person = admin();
			let turn = number;
			const write = async ( method, path, body ) => {
				const answer = await person.send( nodes[ turn++ % 2 ], method, `/carnet/v1/${ path }`, body );
				done++;
				if ( ! ok( answer ) ) {
					refused.add( `${ method } ${ path }: ${ first( answer ) }` );
				}
				return answer.json;
			};
			for ( let i = 0; i < 2 || performance.now() < until; i++ ) {
				const contact = await write( 'POST', 'contacts', {
					last_name: `Both ${ i }`,
					email: `both.${ number }.${ i }@example.net`,
					account_id: account.id,
					tags: tags.slice( i % 3 ),
				} );
				await write( 'PATCH', `contacts/${ contact.id }`, { status: 'qualified', tags: [ tags[ i % 3 ] ] } );
				await write( 'PATCH', `contacts/${ shared.id }`, {
					city: `City ${ number }.${ i }`,
					tags: [ tags[ i % 3 ] ],
				} );
				const deal = await write( 'POST', 'deals', {
					title: 'Together',
					account_id: account.id,
					contact_id: contact.id,
					amount: 1000,
				} );
				await write( 'PATCH', `deals/${ deal.id }`, { stage: 'proposal', version: deal.version } );
				if ( i % 3 === 0 ) {
					await write( 'DELETE', `contacts/${ contact.id }` );
				}
			}
		} )
	);
	const again = nodes.reduce(
		( sum, node ) => sum + ( logOf( node ).match( /Deadlock|Lock wait/g )?.length ?? 0 ),
		0
	);
	tell(
		'eight writers, whose requests alternate between the nodes: every write is accepted',
		! refused.size,
		[ `${ done } writes, ${ again } locks met and run again`, ...[ ...refused ].slice( 0, 3 ) ].join( '; ' )
	);
	const check = await admin().send( nodes[ 0 ], 'POST', '/carnet/v1/check', {} );
	tell( 'the data check finds nothing afterwards', check.json.ok === true, `${ check.json.count } differences` );
}

/** Who changes something sees it on the other node at once; others when the replica has it. */
export async function ownWrites( { nodes: [ a, b ], admin, manager, catchUp, tell } ) {
	await catchUp();
	const person = admin();
	const name = `Readback${ Date.now() }`;
	const made = await person.send( a, 'POST', '/carnet/v1/contacts', { last_name: name } );
	const path = `/carnet/v1/contacts/${ made.json.id }`;
	const list = `/carnet/v1/contacts?search=${ name }`;
	const [ record, listed, screen, others, otherList, stale ] = await Promise.all( [
		person.send( b, 'GET', path ),
		person.send( b, 'GET', list ),
		person.send( b, 'GET', '/wp-admin/admin.php?page=carnet-contacts' ),
		manager().send( b, 'GET', path ),
		manager().send( b, 'GET', list ),
		admin().send( b, 'GET', path ),
	] );
	tell(
		'created on A, read by its author on B at once',
		ok( made, record ) && record.json.last_name === name,
		first( record )
	);
	tell( 'and listed, by search', ok( listed ) && listed.json.length === 1, `${ listed.json.length } found` );
	tell( 'and in the first rows that the screen carries', screen.text.includes( name ), `${ screen.status }` );
	tell(
		'somebody else does not see it yet: the replica is behind',
		others.status === 404 && otherList.json.length === 0,
		`${ others.status }, ${ otherList.json.length } found`
	);
	tell(
		'nor does its author without the cookie',
		person.jar.has( 'carnet_wrote' ) && stale.status === 404,
		`${ stale.status }`
	);
	const changed = await admin().send( a, 'POST', '/carnet/v1/contacts', { last_name: name } );
	const patched = await admin().send( b, 'PATCH', `/carnet/v1/contacts/${ changed.json.id }`, { city: 'Lyon' } );
	tell(
		'a client without cookies changes on B what it has just created on A',
		ok( changed, patched ),
		first( patched )
	);
	await catchUp();
	const later = await manager().send( b, 'GET', path );
	tell( 'when the replica has caught up everybody sees it', later.status === 200, `${ later.status }` );
}

/** Sweeps on both nodes at once. */
export async function sweeps( { nodes, admin, primary, catchUp, mails, tell } ) {
	const count = 12;
	for ( let i = 0; i < count; i++ ) {
		await admin().send( nodes[ i % 2 ], 'POST', '/carnet/v1/tasks', {
			title: `Remind <${ i }>`,
			due_at: new Date( Date.now() + 60_000 ).toISOString().slice( 0, 19 ) + 'Z',
			reminders: [ 'email', 'in_app' ].map( ( channel ) => ( { minutes_before: 10, channel } ) ),
		} );
	}
	await catchUp();
	const answers = await Promise.all(
		[ ...nodes, ...nodes, ...nodes ].map( ( node ) => admin().send( node, 'POST', '/scaling/v1/sweep' ) )
	);
	const sent = mails().join( '\n' );
	const times = Array.from( { length: count }, ( unused, i ) => sent.split( `Remind <${ i }>` ).length - 1 );
	tell(
		'six sweeps on both nodes at once mail each reminder once',
		ok( ...answers ) && times.every( ( n ) => n === 1 ),
		times.join( ' ' )
	);
	const states = primary
		.query(
			'SELECT channel, state, attempts, COUNT(*) FROM wordpress.wp_carnet_reminders GROUP BY 1, 2, 3 ORDER BY 1'
		)
		.trim()
		.split( '\n' )
		.slice( 1 );
	tell(
		'and note each as sent, at the first attempt',
		states.join() === `email\tsent\t1\t${ count },in_app\tsent\t0\t${ count }`,
		states.join( ', ' ).replaceAll( '\t', ' ' )
	);
}

/** The settings are one option, in the cache that both nodes ask. */
export async function settings( { nodes: [ a, b ], admin, primary, catchUp, tell } ) {
	const save = ( node, prefix, headers ) =>
		admin().send( node, 'PUT', '/carnet/v1/settings', { quotes: { prefix } }, headers );
	const read = async ( node ) => ( await admin().send( node, 'GET', '/carnet/v1/settings' ) ).json.quotes.prefix;
	const stored = () =>
		primary.query( "SELECT option_value FROM wordpress.wp_options WHERE option_name = 'carnet_settings'" );
	await catchUp();
	const saved = await save( a, 'NEW' );
	const seen = [ await read( b ), await read( a ) ];
	tell(
		'settings saved on A are those of B at once, without the cookie',
		ok( saved ) && seen.join() === 'NEW,NEW',
		seen.join( ', ' )
	);
	// The replica still has the old ones: whoever asks it now may put them into the cache.
	const refused = await save( a, 'UNDONE', { 'x-scaling-refuse': '1' } );
	const after = [ await read( b ), await read( a ) ];
	const invalid = await save( b, 'x'.repeat( 500 ) );
	after.push( await read( b ), await read( a ) );
	await catchUp();
	after.push( await read( b ), await read( a ) );
	tell(
		'a change that is refused leaves the settings as they were, on both nodes',
		refused.status === 409 &&
			invalid.status === 400 &&
			after.every( ( prefix ) => prefix === 'NEW' ) &&
			! stored().includes( 'UNDONE' ),
		`${ refused.status }, ${ invalid.status }, ${ after.join( ', ' ) }`
	);
	// Asked many times while one change after another is undone.
	const during = new Set();
	const ending = Array.from( { length: 4 }, async () => {
		await save( a, 'UNDONE', { 'x-scaling-refuse': '1' } );
	} );
	let isOver = false;
	const asking = ( async () => {
		while ( ! isOver ) {
			during.add( await read( b ) );
		}
	} )();
	await Promise.all( ending );
	isOver = true;
	await asking;
	const last = [ await read( b ), await read( a ) ];
	tell(
		'nor does one that is undone while the other node reads',
		last.join() === 'NEW,NEW',
		`${ last.join( ', ' ) }; meanwhile ${ [ ...during ].join( ', ' ) }`
	);
	// Two who save different settings at once.
	const both = await Promise.all( [
		admin().send( a, 'PUT', '/carnet/v1/settings', { quotes: { digits: 5 } } ),
		admin().send( b, 'PUT', '/carnet/v1/settings', { default_currency: 'CHF' } ),
	] );
	const now = ( await admin().send( b, 'GET', '/carnet/v1/settings' ) ).json;
	tell(
		'two who save different settings at once on both nodes lose neither',
		ok( ...both ) && now.quotes.digits === 5 && now.default_currency === 'CHF',
		`${ now.quotes.digits }, ${ now.default_currency }; ${ both.map( ( { status } ) => status ).join( ', ' ) }`
	);
}

/** Quotes are numbered without gaps. */
export async function numbers( { nodes, admin, tell } ) {
	const account = ( await admin().send( nodes[ 0 ], 'POST', '/carnet/v1/accounts', { name: 'Buyer' } ) ).json.id;
	const quote = {
		account_id: account,
		title: 'Numbered',
		lines: [ { description: 'Hour', quantity: '1', unit_price: 1000 } ],
	};
	const made = await Promise.all(
		Array.from( { length: 20 }, ( unused, i ) =>
			admin().send( nodes[ i % 2 ], 'POST', '/carnet/v1/quotes', quote )
		)
	);
	const got = made.map( ( { json } ) => Number( /\d+$/.exec( json.number ?? '' )?.[ 0 ] ) ).sort( ( x, y ) => x - y );
	tell(
		'twenty quotes made on both nodes at once have the numbers 1 to 20',
		ok( ...made ) && got.every( ( number, i ) => number === i + 1 ),
		[
			`${ got[ 0 ] } to ${ got.at( -1 ) }`,
			...made
				.filter( ( answer ) => ! ok( answer ) )
				.slice( 0, 1 )
				.map( first ),
		].join( '; ' )
	);
}

/** What the drop-in wrote down: where the statements of units of work went. */
export async function statements( { nodes, admin, statements: all, tell } ) {
	const before = all();
	const units = inTransactions( before );
	const wrong = units.filter( ( [ , server ] ) => server !== 'primary' );
	const begun = before.filter( ( [ , , sql ] ) => sql === 'START TRANSACTION' ).length;
	const reads = before.filter( ( [ , , sql ] ) => /^SELECT/.test( sql ) );
	const share = Math.round(
		( 100 * reads.filter( ( [ , server ] ) => server === 'replica' ).length ) / reads.length
	);
	tell(
		'no statement of a unit of work went to the replica',
		! wrong.length && begun > 50,
		[ `${ begun } units, ${ units.length } statements`, ...wrong.slice( 0, 3 ).map( ( [ , , sql ] ) => sql ) ].join(
			'; '
		)
	);
	tell( 'but reads do go there', share > 0, `${ share } % of ${ reads.length } SELECTs` );
	await admin().send( nodes[ 0 ], 'POST', '/scaling/v1/naive' );
	const naive = inTransactions( all().slice( before.length ) ).filter(
		( [ , server, sql ] ) => server === 'replica' && /FOR UPDATE$/.test( sql )
	);
	tell(
		'a transaction that does not ask for the primary sends its FOR UPDATE to the replica, which refuses',
		naive.length === 1,
		naive[ 0 ]?.[ 2 ] ?? ''
	);
}

/** Those between the beginning and the end of a transaction, by request. */
function inTransactions( all ) {
	const open = new Set();
	return all.filter( ( [ request, , sql ] ) => {
		const isInside = open.has( request );
		if ( sql === 'START TRANSACTION' ) {
			open.add( request );
		} else if ( sql === 'COMMIT' || sql === 'ROLLBACK' ) {
			open.delete( request );
		}
		return isInside;
	} );
}

/** What stays on a node. */
export async function traces( { nodes, filesOf, before, tell } ) {
	await wait( 500 );
	const more = nodes.flatMap( ( node, i ) => {
		const now = filesOf( node );
		return [
			...now.filter( ( file ) => ! before[ i ].includes( file ) ),
			...before[ i ].filter( ( file ) => ! now.includes( file ) ),
		];
	} );
	tell( 'nothing was written below wp-content', ! more.length, more.slice( 0, 3 ).join( ', ' ) );
	const said = nodes
		.flatMap( ( node ) => logOf( node ).split( '\n' ) )
		.filter(
			( line ) => /^\[/.test( line ) && ! /Carnet CRM \w+: .*(Deadlock|Lock wait|Record has changed)/.test( line )
		);
	tell( 'no PHP message and no database error in either log', ! said.length, said.slice( 0, 3 ).join( '; ' ) );
}
