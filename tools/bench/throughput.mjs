// What is measured by the second instead of the request: bulk changes, creation, exports, several editors at once.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { which } from '../process.mjs';
import { quarter } from './measure.mjs';

const line = ( operation, result, goal, missed, more = {} ) => ( {
	operation,
	person: 'admin',
	result,
	goal,
	missed,
	queries: '',
	ms: '',
	memory: '',
	...more,
} );

const middle = ( values ) => values.toSorted( ( a, b ) => a - b )[ Math.floor( values.length / 2 ) ];

const rate = ( records, ms ) => Math.round( records / ( ms / 1000 ) );

const TIMES = 5;

/** One tag after the other for the same contacts. */
async function bulkTag( { admin } ) {
	const rates = [];
	let done;
	for ( let run = 0; run < TIMES; run++ ) {
		const tag = ( await admin.post( '/carnet/v1/tags', { name: `Bench ${ run }` } ) ).json().id;
		const start = performance.now();
		done = 0;
		let answer = {};
		do {
			const { changeset_id, cursor } = answer; // eslint-disable-line camelcase -- the API's names.
			const body = { query: { status: [ 'new' ] }, add_tags: [ tag ], changeset_id, cursor }; // eslint-disable-line camelcase
			answer = ( await admin.post( '/carnet/v1/contacts/bulk', body ) ).json();
			done += answer.done;
		} while ( answer.remaining && done < 10000 );
		rates.push( rate( done, performance.now() - start ) );
	}
	const persecond = middle( rates );
	return [
		line(
			`a tag for ${ done } matching contacts`,
			`${ persecond }/s (${ Math.min( ...rates ) } to ${ Math.max( ...rates ) })`,
			'5000/s',
			persecond < 5000
		),
	];
}

async function create( { admin } ) {
	const times = [];
	let cost;
	for ( let run = 0; run < TIMES; run++ ) {
		const answer = await admin.post( '/bench/v1/contacts', { run } );
		times.push( answer.ms );
		cost = answer.cost();
	}
	const persecond = rate( 1000, quarter( times ) );
	const more = { queries: String( cost.queries ), memory: ( cost.memory / 1e6 ).toFixed( 1 ) };
	return [ line( '1,000 contacts by the unit of work', `${ persecond }/s`, '10000/s', persecond < 10000, more ) ];
}

const COLUMNS = 'first_name,last_name,email,phone,job_title,type,status,source,city,created_at';
const FROM = 'FROM wp_carnet_contacts r LEFT JOIN wp_carnet_accounts a ON a.id = r.account_id';
const TAGS = `(SELECT GROUP_CONCAT(t.name SEPARATOR '|') FROM wp_carnet_tag_links l JOIN wp_carnet_tags t ON t.id = l.tag_id WHERE l.entity = 'contact' AND l.record_id = r.id)`;
const select = ( more ) =>
	`SELECT ${ COLUMNS.replaceAll( /\w+/g, 'r.$&' ) }, ${ more } ${ FROM } WHERE r.trashed_at IS NULL ORDER BY r.id DESC`;

const EXPORTS = {
	'export, 11 columns': [ `${ COLUMNS },account_name`, select( 'a.name' ) ],
	'export, 11 columns, tags among them': [ `${ COLUMNS },tags`, select( TAGS ) ],
};

async function exports( { admin, site } ) {
	const lines = [];
	for ( const [ name, [ fields, sql ] ] of Object.entries( site.database ? EXPORTS : {} ) ) {
		const times = { ours: [], first: [], bare: [], client: [] };
		let memory = 0;
		for ( let round = 0; round < TIMES; round++ ) {
			const ping = await admin.get( '/bench/v1/ping' );
			const bytes = ping.cost().memory;
			const answer = await admin.get( `/carnet/v1/contacts/export?fields=${ fields }`, {}, () => {} );
			memory = ( answer.cost().memory - bytes ) / 1e6;
			times.ours.push( answer.ms );
			times.first.push( answer.first );
			times.bare.push( ping.ms );
			times.client.push( client( site, sql ) );
		}
		const [ ours, first, bare, theirs ] = Object.values( times ).map( quarter );
		const ratio = ours / theirs;
		const isLate = first > 2 * bare;
		lines.push(
			line(
				`${ name }, beside mariadb -N -q`,
				`${ ratio.toFixed( 2 ) } (${ ( ours / 1000 ).toFixed( 2 ) } s; first byte ${ first.toFixed( 0 ) } ms${ isLate ? `, late: ${ ( 2 * bare ).toFixed( 0 ) }` : '' })`,
				'1.5',
				ratio > 1.5 || isLate || memory > 4,
				{ memory: `${ memory.toFixed( 1 ) } of 4` }
			)
		);
	}
	return lines;
}

function client( site, sql ) {
	const start = performance.now();
	const args = [
		'--no-defaults',
		'-uroot',
		`--socket=${ site.database.socket }`,
		'-N',
		'-q',
		'wordpress',
		'-e',
		sql,
	];
	execFileSync( which( 'mariadb', 'mysql' ), args, { stdio: [ 'ignore', 'ignore', 'inherit' ] } );
	return performance.now() - start;
}

const SECONDS = 5;

async function editors( { admin, site, contacts } ) {
	const logged = () => ( existsSync( site.log ) ? readFileSync( site.log, 'utf8' ) : '' );
	const rates = [];
	const refused = new Set();
	const before = logged().length;
	for ( const writers of [ 1, 2, 4, 8 ] ) {
		const until = performance.now() + SECONDS * 1000;
		const done = await Promise.all(
			Array.from( { length: writers }, ( unused, number ) =>
				edit( admin, `${ writers }.${ number }`, until, refused )
			)
		);
		rates.push( `${ writers }: ${ Math.round( done.reduce( ( sum, some ) => sum + some ) / SECONDS ) }/s` );
	}
	const again =
		logged()
			.slice( before )
			.match( /Deadlock|Lock wait/g )?.length ?? 0;
	const wrong = await differences( admin, site, contacts );
	const outcome = [ rates.join( ' ' ), `${ again } locks met within`, ...refused, `${ wrong } differences after` ];
	return [
		line(
			'editors at once, writes',
			outcome.join( '; ' ),
			'no refusal, no difference',
			refused.size > 0 || wrong > 0
		),
	];
}

// What the editors change, counted again. The plugin's own check reads every record: it is for small data.
const RECOUNT = `SELECT COUNT(*) FROM (
	SELECT metric, bucket, owner_id, SUM(amount) AS wrong FROM (
		SELECT metric, bucket, owner_id, amount FROM wp_carnet_totals WHERE metric IN ('contacts', 'contacts.status', 'contacts.tags', 'contacts.account_id', 'deals', 'deals.stage')
		UNION ALL SELECT 'contacts', '', owner_id, -COUNT(*) FROM wp_carnet_contacts WHERE trashed_at IS NULL GROUP BY owner_id
		UNION ALL SELECT 'contacts.status', status, owner_id, -COUNT(*) FROM wp_carnet_contacts WHERE trashed_at IS NULL GROUP BY status, owner_id
		UNION ALL SELECT 'contacts.account_id', account_id, owner_id, -COUNT(*) FROM wp_carnet_contacts WHERE trashed_at IS NULL AND account_id IS NOT NULL GROUP BY account_id, owner_id
		UNION ALL SELECT 'contacts.tags', l.tag_id, r.owner_id, -COUNT(*) FROM wp_carnet_tag_links l JOIN wp_carnet_contacts r ON r.id = l.record_id WHERE l.entity = 'contact' AND r.trashed_at IS NULL GROUP BY l.tag_id, r.owner_id
		UNION ALL SELECT 'deals', '', owner_id, -COUNT(*) FROM wp_carnet_deals WHERE trashed_at IS NULL GROUP BY owner_id
		UNION ALL SELECT 'deals.stage', stage, owner_id, -COUNT(*) FROM wp_carnet_deals WHERE trashed_at IS NULL GROUP BY stage, owner_id
	) kept GROUP BY metric, bucket, owner_id HAVING wrong <> 0
) off`;

async function differences( admin, site, contacts ) {
	return site.database && contacts > 5000
		? Number( site.database.query( `USE wordpress; ${ RECOUNT }` ).split( '\n' )[ 1 ] )
		: ( await admin.post( '/carnet/v1/check', {} ) ).json().count;
}

/** One editor, on the account and tags of all: makes people, changes them, makes deals and moves them on. */
async function edit( person, name, until, refused ) {
	const pool = { 'x-bench-pool': 'editors' };
	let done = 0;
	const write = async ( method, path, body ) => {
		try {
			const answer = await person[ method ]( `/carnet/v1/${ path }`, body, pool );
			done++;
			return answer.json();
		} catch ( error ) {
			refused.add( error.message.slice( 0, 200 ) );
			return {};
		}
	};
	for ( let i = 0; performance.now() < until; i++ ) {
		const tags = [ 1, 2 ];
		const contact = await write( 'post', 'contacts', {
			last_name: `Both ${ i }`,
			email: `both.${ name }.${ i }@example.net`,
			account_id: 1,
			tags,
		} );
		await write( 'patch', `contacts/${ contact.id }`, { status: 'qualified', tags: [ 2 + ( i % 5 ) ] } );
		const deal = await write( 'post', 'deals', {
			title: 'Together',
			account_id: 1,
			contact_id: contact.id,
			amount: 1000,
			tags,
		} );
		await write( 'patch', `deals/${ deal.id }`, { stage: 'proposal', version: deal.version } );
	}
	return done;
}

/** By name; each returns lines of the table. */
export const THROUGHPUT = {
	'bulk tag': bulkTag,
	'bulk creation': create,
	export: exports,
	'editors at once': editors,
};
