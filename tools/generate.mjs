// npm run generate: writes what follows from the REST schema, the one place that says what a record is.
//   src/entities/types.generated.ts   TypeScript types of the records
//   docs/rest-api.md                  the reference, below its marker, with the examples of docs/rest-examples.json
// --check writes nothing and fails when the files in the checkout differ.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { inRoot } from './paths.mjs';
import { hasPhp, runInSite } from './php.mjs';
import { LEFT_OUT, exitOnSignals, options } from './process.mjs';
import { withReference } from './rest-reference.mjs';
import { typesOf } from './rest-types.mjs';
import { ensureNodeModules } from './setup.mjs';
import { makeSite, removeSite } from './site.mjs';

const TYPES = 'src/entities/types.generated.ts';
const REFERENCE = 'docs/rest-api.md';
const EXAMPLES = 'docs/rest-examples.json';

exitOnSignals();
if ( ! hasPhp( 'pdo_sqlite' ) ) {
	console.log( 'Left out: PHP 8.1 or newer with pdo_sqlite is missing.' );
	process.exit( LEFT_OUT );
}
ensureNodeModules();
// A new site each time: its settings are the defaults, and so are the values in the schema.
const site = await makeSite( { name: `generate-${ process.pid }` } );
process.once( 'exit', () => removeSite( site ) );
const routes = JSON.parse( runInSite( site, inRoot( 'tools/generate.php' ) ) );

const read = ( file ) => ( existsSync( inRoot( file ) ) ? readFileSync( inRoot( file ), 'utf8' ) : '' );
const files = {
	[ TYPES ]: await typesOf( routes ),
	[ REFERENCE ]: withReference( read( REFERENCE ), routes, JSON.parse( read( EXAMPLES ) ) ),
};
for ( const [ file, content ] of Object.entries( files ) ) {
	if ( read( file ) === content ) {
		console.log( `${ file } is up to date.` );
	} else if ( options().check ) {
		console.log( `${ file } is out of date: run npm run generate and commit it.` );
		process.exitCode = 1;
	} else {
		mkdirSync( dirname( inRoot( file ) ), { recursive: true } );
		writeFileSync( inRoot( file ), content );
		console.log( `${ file } written.` );
	}
}
