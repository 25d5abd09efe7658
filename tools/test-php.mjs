// PHPUnit in a real WordPress: `npm run test:php -- --engine=sqlite|mysql --wp=6.8 --multisite --filter=Name tests/php/Contacts`.
// Without --engine both run, one after the other. Each run has a site of its own, so runs may go on at the same time.
import { existsSync, readFileSync } from 'node:fs';
import { inRoot } from './paths.mjs';
import { JIT, php, PHP_FLAGS } from './php.mjs';
import { exitOnSignals, fail, isCI, LEFT_OUT, options, startChild } from './process.mjs';
import { ensureComposer, ensureNodeModules } from './setup.mjs';
import { ENGINES, makeTestSite, missingFor } from './test-site.mjs';
import { NEWEST } from './wordpress.mjs';

const OWN = [ 'engine', 'wp', 'multisite' ];

/** Runs PHPUnit on one engine and one WordPress; true when all tests passed. */
export async function testPhp( { engine, version = NEWEST, multisite = false, args = [] } ) {
	const name = [ 'php', engine, version, multisite ? 'multisite' : 'single', process.pid ].join( '-' );
	const site = await makeTestSite( { name, version, engine, multisite, url: 'http://example.test' } );
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
			process.stdout.write( `\nPHP log of this run:\n${ readFileSync( site.log, 'utf8' ).slice( -2000 ) }\n` );
		}
		return passed;
	} finally {
		await site.close();
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
