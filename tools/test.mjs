// npm test: everything, in order, each step with its time. `npm test -- eslint php-mysql` runs the steps named.
import { existsSync } from 'node:fs';
import { inRoot } from './paths.mjs';
import { exitOnSignals, fail, isCI, LEFT_OUT, startChild, which } from './process.mjs';
import { ensureComposer, ensureNodeModules, ensureSystem } from './setup.mjs';
import { php } from './php.mjs';
import { NEWEST, OLDEST, wordpress } from './wordpress.mjs';

const node = ( script, ...args ) => [ process.execPath, inRoot( script ), ...args ];
const bin = ( name, ...args ) => node( `node_modules/${ name }`, ...args );

// after: steps that must have ended before. alone: nothing else runs beside it. tells: its output is shown when it passes, too.
const STEPS = [
	{ name: 'build', run: bin( '@wordpress/scripts/bin/wp-scripts.js', 'build' ) },
	// The longest: it goes on in one lane while the others take turns in the other.
	{ name: 'php-sqlite', run: node( 'tools/test-php.mjs', '--engine=sqlite' ), after: [ 'build' ], tells: true },
	{ name: 'eslint', run: node( 'tools/lint.mjs', 'eslint' ) },
	{ name: 'stylelint', run: node( 'tools/lint.mjs', 'stylelint' ) },
	{ name: 'phpcs', run: node( 'tools/lint.mjs', 'phpcs' ) },
	{ name: 'phpstan', run: node( 'tools/lint.mjs', 'phpstan' ) },
	{ name: 'tsc', run: bin( 'typescript/bin/tsc', '--noEmit', '--pretty', 'false' ) },
	{
		name: 'jest',
		run: bin( '@wordpress/scripts/bin/wp-scripts.js', 'test-unit-js', '--config', 'jest.config.js' ),
		tells: true,
	},
	{ name: 'generated', run: node( 'tools/generate.mjs', '--check' ) },
	{ name: 'translations', run: node( 'tools/translations.mjs', '--check' ), needs: 'tools/translations.mjs' },
	{ name: 'budgets', run: node( 'tools/budgets.mjs' ), after: [ 'build' ], tells: true },
	{ name: 'handles', run: node( 'tools/handles.mjs' ), after: [ 'build' ] },
	{ name: 'php-mysql', run: node( 'tools/test-php.mjs', '--engine=mysql' ), after: [ 'build' ], tells: true },
	{
		name: `php-${ OLDEST }`,
		// On MariaDB, where the tests run fastest: what differs between two versions of WordPress does not differ by engine.
		run: node( 'tools/test-php.mjs', '--engine=mysql', `--wp=${ OLDEST }` ),
		after: [ 'build' ],
		tells: true,
	},
	{
		name: 'php-multisite',
		run: node( 'tools/test-php.mjs', '--engine=sqlite', '--multisite' ),
		after: [ 'build' ],
		tells: true,
	},
	{ name: 'plans', run: node( 'tools/plans/plans.mjs' ), after: [ 'build' ], tells: true },
	{ name: 'zip', run: node( 'tools/zip-test.mjs' ), after: [ 'build' ] },
	{ name: 'e2e', run: node( 'tools/test-e2e.mjs' ), after: [ 'build' ], alone: true, tells: true },
];
const GROUPS = {
	lint: [ 'eslint', 'stylelint', 'phpcs', 'phpstan' ],
	php: STEPS.map( ( { name } ) => name ).filter( ( name ) => name.startsWith( 'php-' ) ),
};
const LANES = 2;

exitOnSignals();
process.on( 'uncaughtException', ( error ) => fail( error.message ) );
const started = Date.now();
const wanted = process.argv.slice( 2 ).flatMap( ( name ) => GROUPS[ name ] ?? [ name ] );
const unknown = wanted.filter( ( name ) => ! STEPS.some( ( step ) => step.name === name ) );
if ( unknown.length ) {
	fail( `There is no step ${ unknown.join( ', ' ) }. Steps: ${ STEPS.map( ( { name } ) => name ).join( ' ' ) }` );
}

ensureSystem();
ensureNodeModules();
if ( php() && which( 'composer' ) ) {
	ensureComposer();
}
// Fetched here once, so that steps side by side do not both fetch.
for ( const version of wanted.length ? [] : [ NEWEST, OLDEST ] ) {
	await wordpress( version );
}
console.log( `Ready to test after ${ seconds( started ) }.` );

const waiting = STEPS.filter(
	( { name, needs } ) =>
		( ! wanted.length || wanted.includes( name ) ) && ( ! needs || existsSync( inRoot( needs ) ) )
);
const ended = new Map();
const running = new Map();
// What failed is told once more at the end: logs are often cut at their beginning.
const failures = [];
while ( waiting.length || running.size ) {
	while ( startNext() ) {
		// As many as may run side by side.
	}
	await Promise.race( running.values() );
}
failures.forEach( ( text ) => console.log( text ) );
const count = ( result ) => [ ...ended.values() ].filter( ( found ) => found === result ).length;
const [ passed, failed, leftOut ] = [ 'passed', 'failed', 'left out' ].map( count );
console.log( `\nSteps after ${ seconds( started ) }:` );
for ( const [ name, result ] of ended ) {
	console.log( `  ${ result.padEnd( 8 ) }  ${ name }` );
}
console.log( `\n${ passed } passed, ${ failed } failed${ leftOut ? `, ${ leftOut } left out on this machine` : '' }` );
process.exit( failed ? 1 : 0 );

/** Starts the next step that may run now; false when there is none. */
function startNext() {
	if ( running.size >= LANES ) {
		return false;
	}
	const isPending = ( name ) => running.has( name ) || waiting.some( ( step ) => step.name === name );
	const isAloneRunning = STEPS.some( ( step ) => step.alone && running.has( step.name ) );
	const index = waiting.findIndex(
		( step ) => ! isAloneRunning && ! step.after?.some( isPending ) && ! ( step.alone && running.size )
	);
	if ( index < 0 ) {
		return false;
	}
	const [ step ] = waiting.splice( index, 1 );
	running.set(
		step.name,
		perform( step ).then( () => running.delete( step.name ) )
	);
	return true;
}

/** Runs one step and shows its output in one piece when it has ended. */
function perform( { name, run, tells } ) {
	const begun = Date.now();
	return new Promise( ( resolve ) => {
		const [ command, ...args ] = run;
		const child = startChild( command, args, {
			stdio: [ 'ignore', 'pipe', 'pipe' ],
			env: { ...process.env, NO_COLOR: '1' },
		} );
		const output = [];
		child.stdout.on( 'data', ( data ) => output.push( data ) );
		child.stderr.on( 'data', ( data ) => output.push( data ) );
		child.once( 'error', ( error ) => output.push( Buffer.from( error.message ) ) );
		child.once( 'close', ( code ) => {
			const isLeftOut = code === LEFT_OUT && ! isCI;
			const result = isLeftOut ? 'left out' : [ 'failed', 'passed' ][ Number( code === 0 ) ];
			ended.set( name, result );
			const text = `\n== ${ name }: ${ result }, ${ seconds( begun ) }\n`;
			const more = `${ Buffer.concat( output ).toString().trim() }\n`;
			console.log( ( text + ( result !== 'passed' || tells ? more : '' ) ).trimEnd() );
			if ( result === 'failed' ) {
				failures.push( text + more );
			}
			resolve();
		} );
	} );
}

function seconds( since ) {
	return `${ ( ( Date.now() - since ) / 1000 ).toFixed( 1 ) } s`;
}
