// PHPUnit in a real WordPress: `npm run test:php -- --engine=sqlite|mysql --wp=6.8 --multisite --filter=Name tests/php/Contacts`.
// Without --engine both run, one after the other. Each run has a site of its own, so runs may go on at the same time.
import { existsSync, readFileSync } from 'node:fs';
import { hasMariaDb, startMariaDb } from './mariadb.mjs';
import { inRoot } from './paths.mjs';
import { hasPhp, JIT, php, PHP_FLAGS } from './php.mjs';
import { exitOnSignals, fail, isCI, LEFT_OUT, options, startChild } from './process.mjs';
import { ensureComposer, ensureNodeModules } from './setup.mjs';
import { makeSite, removeSite } from './site.mjs';
import { NEWEST } from './wordpress.mjs';

const ENGINES = [ 'sqlite', 'mysql' ];
const OWN = [ 'engine', 'wp', 'multisite' ];

/** Whether this machine can run an engine: null, or what is missing. */
export function missingFor( engine ) {
	if ( engine === 'sqlite' ) {
		return hasPhp( 'pdo_sqlite' ) ? null : 'PHP 8.1 or newer with pdo_sqlite';
	}
	return hasPhp( 'mysqli' ) && hasMariaDb() ? null : 'PHP 8.1 or newer with mysqli, and a MariaDB server';
}

/** Runs PHPUnit on one engine and one WordPress; true when all tests passed. */
export async function testPhp( { engine, version = NEWEST, multisite = false, args = [] } ) {
	const database = engine === 'mysql' ? await startMariaDb() : null;
	database?.query( 'CREATE DATABASE wordpress CHARACTER SET utf8mb4' );
	const name = [ 'php', engine, version, multisite ? 'multisite' : 'single', process.pid ].join( '-' );
	const site = await makeSite( {
		name,
		version,
		engine,
		multisite,
		socket: database?.socket,
		url: 'http://example.test',
	} );
	const remove = () => removeSite( site );
	process.once( 'exit', remove );
	try {
		const group = multisite ? [ '--group', 'multisite' ] : [ '--exclude-group', 'multisite' ];
		const flags = [
			...PHP_FLAGS,
			...( engine === 'sqlite' ? JIT : [] ),
			'-d',
			`error_log=${ site.log }`,
			'-d',
			'zend.assertions=1',
		];
		const command = [ ...flags, inRoot( 'vendor/bin/phpunit' ), ...group, ...args ];
		const env = { ...process.env, CARNET_SITE: site.folder, CARNET_TEST_ENGINE: engine };
		const child = startChild( php().file, command, {
			env,
			detached: false,
			stdio: [ 'ignore', 'inherit', 'inherit' ],
		} );
		const passed = ( await child.exited ) === 0;
		if ( ! passed && existsSync( site.log ) ) {
			process.stdout.write( `\nPHP log of this run:\n${ readFileSync( site.log, 'utf8' ).slice( -4000 ) }\n` );
		}
		return passed;
	} finally {
		process.removeListener( 'exit', remove );
		remove();
		await database?.stop();
	}
}

if ( import.meta.filename === process.argv[ 1 ] ) {
	exitOnSignals();
	const given = options();
	const args = process.argv
		.slice( 2 )
		.filter( ( word ) => ! OWN.some( ( name ) => word === `--${ name }` || word.startsWith( `--${ name }=` ) ) );
	ensureNodeModules();
	ensureComposer();
	let passed = true;
	for ( const engine of given.engine ? [ given.engine ] : ENGINES ) {
		if ( ! ENGINES.includes( engine ) ) {
			fail( `--engine is one of ${ ENGINES.join( ', ' ) }.` );
		}
		const missing = missingFor( engine );
		if ( missing ) {
			console.log( `${ engine }: left out, ${ missing } is missing on this machine.` );
			if ( given.engine ) {
				process.exit( LEFT_OUT );
			}
			passed &&= ! isCI;
			continue;
		}
		console.log(
			`\nPHPUnit on ${ engine }, WordPress ${ given.wp ?? NEWEST }${ given.multisite ? ', multisite' : '' }`
		);
		passed =
			( await testPhp( { engine, version: given.wp, multisite: Boolean( given.multisite ), args } ) ) && passed;
	}
	process.exit( passed ? 0 : 1 );
}
