// The four linters, each by name: `node tools/lint.mjs eslint|stylelint|phpcs|phpstan`, all without a name, mended with --fix.
import { existsSync, readdirSync } from 'node:fs';
import { inRoot } from './paths.mjs';
import { php } from './php.mjs';
import { LEFT_OUT, options, run } from './process.mjs';
import { ensureComposer, ensureNodeModules } from './setup.mjs';

const given = options();
const bin = ( name ) => inRoot( 'node_modules/.bin', name );
const fix = given.fix ? [ '--fix' ] : [];

const linters = {
	eslint: () =>
		run( bin( 'eslint' ), [
			'--max-warnings=0',
			'--cache',
			'--cache-strategy=content',
			'--cache-location=.cache/eslint',
			...fix,
			'.',
		] ),
	stylelint: () => run( bin( 'stylelint' ), [ '--allow-empty-input', ...fix, 'src/**/*.scss' ] ),
	phpcs: () =>
		runPhp( given.fix ? 'phpcbf' : 'phpcs', [ '-q', '--runtime-set', 'installed_paths', standards().join( ',' ) ] ),
	phpstan: () => given.fix || runPhp( 'phpstan', [ 'analyse', '--no-progress', '--memory-limit=2G' ] ),
};

/** Folders of the coding standards: WPCS 2.3 stands alone, 3.x brings two more packages. */
function standards() {
	const vendor = inRoot( 'vendor' );
	return [ 'wp-coding-standards', 'phpcsstandards' ]
		.filter( ( name ) => existsSync( `${ vendor }/${ name }` ) )
		.flatMap( ( name ) =>
			readdirSync( `${ vendor }/${ name }` ).map( ( folder ) => `${ vendor }/${ name }/${ folder }` )
		);
}

function runPhp( tool, args ) {
	if ( ! php() ) {
		console.log( 'Left out: PHP 8.1 or newer is missing.' );
		process.exit( LEFT_OUT );
	}
	ensureComposer();
	// WPCS 2.3 uses what PHP 8.2 deprecates: messages about itself, not about our code.
	run( php().file, [ '-d', 'error_reporting=22527', inRoot( 'vendor/bin', tool ), ...args ] );
}

ensureNodeModules();
for ( const name of given._.length ? given._ : Object.keys( linters ) ) {
	try {
		linters[ name ]();
	} catch ( error ) {
		console.log( error.message );
		process.exitCode = 1;
	}
}
