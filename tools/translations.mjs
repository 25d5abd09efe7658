// npm run translate: keeps languages/ in step with the sources.
//   carnet-crm.pot             every string of plugin.php, includes/ and src/
//   carnet-crm-fr_FR.po        the French: new strings come in empty, to be translated there; what is gone goes
//   carnet-crm-fr_FR.mo, .l10n.php, -<handle>.json   made from it, for WordPress and for the program of the screens
// --check writes nothing and fails where a file is not what this would write, or a translation is missing or wrong.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './paths.mjs';
import { fail, options } from './process.mjs';
import { ensureNodeModules } from './setup.mjs';

process.on( 'uncaughtException', ( error ) => fail( error.message ) );
ensureNodeModules();
const { entriesOf, readPo, toJson, toMo, toPhp, toPo } = await import( './translations/catalogue.mjs' );
const { problemsOf } = await import( './translations/problems.mjs' );
const { stringsInPhp } = await import( './translations/strings-in-php.mjs' );
const { stringsInTs } = await import( './translations/strings-in-ts.mjs' );

const LOCALE = 'fr_FR';
const base = `languages/carnet-crm`;
const shared = {
	'Project-Id-Version': 'Carnet CRM',
	'MIME-Version': '1.0',
	'Content-Type': 'text/plain; charset=UTF-8',
	'Content-Transfer-Encoding': '8bit',
	'X-Domain': 'carnet-crm',
};
const french = { ...shared, Language: LOCALE, 'Plural-Forms': 'nplurals=2; plural=n > 1;' };

const strings = sources().flatMap( ( file ) => {
	const read = file.endsWith( '.php' ) ? stringsInPhp : stringsInTs;
	return read( readFileSync( inRoot( file ), 'utf8' ), file ).map( ( string ) => ( { ...string, file } ) );
} );
const entries = entriesOf( strings );
const stored = readPo(
	existsSync( inRoot( `${ base }-${ LOCALE }.po` ) ) ? readFileSync( inRoot( `${ base }-${ LOCALE }.po` ) ) : ''
);

const pot = toPo( entries, {
	comment: 'Translate into a copy of this file named carnet-crm-<locale>.po.',
	fields: shared,
} );
const po = toPo(
	entries,
	{ comment: 'French. Written by hand, kept in step by npm run translate.', fields: french },
	stored.get
);
const files = {
	[ `${ base }.pot` ]: pot,
	[ `${ base }-${ LOCALE }.po` ]: po,
	[ `${ base }-${ LOCALE }.mo` ]: toMo( po ),
	[ `${ base }-${ LOCALE }.l10n.php` ]: toPhp( entries, stored.get, french ),
	[ `${ base }-${ LOCALE }-${ handle() }.json` ]: toJson( entries, stored.get, french ),
};
for ( const [ file, content ] of Object.entries( files ) ) {
	if ( existsSync( inRoot( file ) ) && readFileSync( inRoot( file ) ).equals( Buffer.from( content ) ) ) {
		continue;
	}
	if ( options().check ) {
		complain( `${ file } is out of date: run npm run translate and commit it.` );
	} else {
		mkdirSync( inRoot( 'languages' ), { recursive: true } );
		writeFileSync( inRoot( file ), content );
		console.log( `${ file } written.` );
	}
}
for ( const entry of entries ) {
	for ( const problem of problemsOf( entry, stored.get( entry ), stored.isFuzzy( entry ) ) ) {
		const context = entry.context ? ` (${ entry.context })` : '';
		complain( `${ LOCALE }: ${ JSON.stringify( entry.text ) }${ context }, ${ entry.files[ 0 ] }: ${ problem }.` );
	}
}
console.log( `${ entries.length } strings in ${ new Set( strings.map( ( { file } ) => file ) ).size } files.` );

/** Without --check, what is missing is only told: it is to be translated now. */
function complain( message ) {
	console.log( message );
	process.exitCode = options().check ? 1 : 0;
}

/** What WordPress calls the script: the file of its translations carries that name. */
function handle() {
	return /HANDLE = '([^']+)'/.exec( readFileSync( inRoot( 'includes/Admin/Assets.php' ), 'utf8' ) )[ 1 ];
}

function sources() {
	const below = ( folder, isSource ) =>
		readdirSync( inRoot( folder ), { recursive: true } )
			.map( ( name ) => join( folder, name ).replaceAll( '\\', '/' ) )
			.filter( isSource )
			.sort();
	return [
		'plugin.php',
		...below( 'includes', ( file ) => file.endsWith( '.php' ) ),
		...below( 'src', ( file ) => /\.tsx?$/.test( file ) && ! /\.(test|generated|d)\.tsx?$/.test( file ) ),
	];
}
