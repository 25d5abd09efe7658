// node tools/plans/plans.mjs [--contacts=20000]: does any list, filter, search, export or figure read a whole table, or sort much?
// MariaDB tells of every statement how it was executed; more than 1,000 rows of either is a failure.
import { openSite } from '../bench/data.mjs';
import { hasMariaDb } from '../mariadb.mjs';
import { inRoot } from '../paths.mjs';
import { hasPhp, runInSite } from '../php.mjs';
import { LEFT_OUT, exitOnSignals, options } from '../process.mjs';

exitOnSignals();
const { contacts = 20000 } = options();
if ( ! hasMariaDb() || ! hasPhp( 'mysqli' ) ) {
	console.log( 'Left out: PHP with mysqli, or a MariaDB server, is missing on this machine.' );
	process.exit( LEFT_OUT );
}
const site = await openSite( { contacts: Number( contacts ), engine: 'mysql', url: 'http://127.0.0.1' } );
try {
	const { requests, statements, bad } = JSON.parse( runInSite( site, inRoot( 'tools/plans/check.php' ) ) );
	for ( const { as, path, sql, problems } of bad ) {
		console.log( `${ as } ${ decodeURIComponent( path ) }\n  ${ problems.join( '\n  ' ) }\n  ${ sql.replaceAll( /\s+/g, ' ' ) }` );
	}
	console.log( `${ contacts } contacts, ${ requests } requests, ${ statements } statements, ${ bad.length } with a bad plan` );
	process.exitCode = bad.length ? 1 : 0;
} finally {
	await site.close();
}
