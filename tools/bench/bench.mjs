// npm run bench [-- --contacts=100000 --rounds=100 --engine=mysql|sqlite --only=search --profile]: what our requests cost beside a REST
// route that does nothing, in turn in the same run; ratios are of the 25th percentile. docs/performance.md says more.
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inCache, inRoot } from '../paths.mjs';
import { exitOnSignals, fail, freePort, options } from '../process.mjs';
import { signIn } from './client.mjs';
import { openSite } from './data.mjs';
import { compare, profile } from './measure.mjs';
import { OPERATIONS } from './operations.mjs';
import { missing, serve } from './server.mjs';
import { markdown } from './table.mjs';
import { THROUGHPUT } from './throughput.mjs';

exitOnSignals();
const given = options();
const run = {
	engine: given.engine ?? 'mysql',
	contacts: Number( given.contacts ?? 100000 ),
	rounds: Number( given.rounds ?? 100 ),
};
const isWanted = ( name ) => name.includes( given.only ?? '' );
if ( missing() ) {
	fail( `The benchmark runs WordPress as hosts do: install ${ missing() }.` );
}

const site = await openSite( { ...run, url: `http://127.0.0.1:${ await freePort() }` } );
copyFileSync( inRoot( 'tools/bench/ping.php' ), join( site.tree, 'wp-content/mu-plugins/ping.php' ) );
const server = await serve( site );
try {
	const lines = await measured();
	const text = markdown( lines, run );
	console.log( `\n${ text }` );
	mkdirSync( inCache( 'bench' ), { recursive: true } );
	writeFileSync( inCache( 'bench', `${ run.engine }-${ run.contacts }.md` ), text );
} finally {
	await server.stop();
	await site.close();
}

/** The lines of the table; each is told when it is known. */
async function measured() {
	const [ admin, agent ] = [ 'admin', 'agent' ].map( ( login ) => signIn( site, login ) );
	const lines = [];
	const tell = ( line ) => {
		lines.push( line );
		console.log(
			`${ line.missed ? 'missed' : '      ' }  ${ line.operation } (${ line.person }): ${ line.result }, goal ${ line.goal }`
		);
	};
	for ( const operation of OPERATIONS.filter( ( { name } ) => isWanted( name ) ) ) {
		for ( const person of [ admin, agent ] ) {
			tell( await compare( operation, person, run ) );
			if ( given.profile ) {
				console.log( await profile( operation, person ) );
			}
		}
	}
	for ( const [ , begin ] of Object.entries( THROUGHPUT ).filter( ( [ name ] ) => isWanted( name ) ) ) {
		for ( const line of await begin( { admin, site, ...run } ) ) {
			tell( line );
		}
	}
	return lines;
}
