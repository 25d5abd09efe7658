// node tools/plans/plans.mjs [--contacts=20000 --slow=10]: does any list, filter, search, export or figure read a whole table, or sort much?
// MariaDB tells of every statement how it was executed; more than 1,000 rows of either is a failure.
// --slow tells the ten that took longest, too.
import { openSite } from '../bench/data.mjs';
import { inRoot } from '../paths.mjs';
import { runInSite } from '../php.mjs';
import { LEFT_OUT, exitOnSignals, options } from '../process.mjs';
import { missingFor } from '../test-site.mjs';

exitOnSignals();
const { contacts = 20000, slow = 0 } = options();
if ( missingFor( 'mysql' ) ) {
	console.log( `Left out: ${ missingFor( 'mysql' ) } is missing on this machine.` );
	process.exit( LEFT_OUT );
}
const site = await openSite( { contacts: Number( contacts ), engine: 'mysql', url: 'http://127.0.0.1' } );
try {
	const { requests, plans } = JSON.parse( runInSite( site, inRoot( 'tools/plans/check.php' ) ) );
	const tell = ( { as, path, sql, problems, read, ms } ) => {
		const what = [
			...problems,
			`${ read } rows read, ${ ms.toFixed( 1 ) } ms`,
			sql.replaceAll( /\s+/g, ' ' ).slice( 0, 1500 ),
		];
		console.log( `${ as } ${ decodeURIComponent( path ) }\n  ${ what.join( '\n  ' ) }` );
	};
	const bad = plans.filter( ( { problems } ) => problems.length );
	bad.forEach( tell );
	const slowest = plans.toSorted( ( a, b ) => b.ms - a.ms ).slice( 0, Number( slow ) );
	if ( slowest.length ) {
		console.log( '\nThe slowest:' );
		slowest.forEach( tell );
	}
	console.log(
		`${ contacts } contacts, ${ requests } requests, ${ plans.length } statements, ${ bad.length } with a bad plan`
	);
	process.exitCode = bad.length ? 1 : 0;
} finally {
	await site.close();
}
