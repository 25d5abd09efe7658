// The pictures of the guide, docs/images/*.png, from the demo data: `npm start` in one shell, in another
//   node tools/screenshots.mjs --url=http://127.0.0.1:9400        all of them, or those that are named: deal quote
// They are made on demand, not by the tests: the demo data begins a year before today, so they differ every day.
import { chromium } from '@playwright/test';
import { mkdirSync, statSync } from 'node:fs';
import { inRoot } from './paths.mjs';
import { fail, options, which } from './process.mjs';

const MOST_BYTES = 120_000;
const WIDTH = 1280;
const HEIGHT = 680;
/** Of a quote the lines are to be seen too. */
const HEIGHTS = { quote: 1040 };

process.on( 'uncaughtException', ( error ) => fail( error.message ) );

/** Name of the picture to the address of the screen. Records are the ones with most to show. */
const pictures = {
	contacts: () => 'carnet-contacts',
	contact: async () => `carnet-contacts&id=${ await busiest( 'contacts?per_page=100' ) }&tab=timeline`,
	deal: async () => `carnet-deals&id=${ await busiest( 'deals?status=open&per_page=100' ) }`,
	quote: async () => `carnet-quotes&id=${ await longest( 'quotes?status=draft&per_page=100' ) }`,
	tasks: () => `carnet-tasks&status=open&due_at_after=${ daysAgo( 7 ) }`,
	dashboard: () => 'carnet',
};

const { url = 'http://127.0.0.1:9400', _: named } = options();
const browser = await chromium.launch( {
	executablePath: which( 'chromium', 'chromium-browser', 'google-chrome' ) ?? undefined,
	args: [ '--disable-gpu', '--disable-lcd-text', ...( process.getuid?.() === 0 ? [ '--no-sandbox' ] : [] ) ],
} );
const page = await browser.newPage( {
	baseURL: url,
	viewport: { width: WIDTH, height: HEIGHT },
	locale: 'en-GB',
	reducedMotion: 'reduce',
} );
await page.goto( '/wp-login.php' );
await page.fill( '#user_login', 'editor' );
await page.fill( '#user_pass', 'editor' );
await page.click( '#wp-submit' );
await page.waitForURL( /wp-admin/ );
const nonce = await ( await page.request.get( '/wp-admin/admin-ajax.php?action=rest-nonce' ) ).text();

mkdirSync( inRoot( 'docs/images' ), { recursive: true } );
for ( const [ name, address ] of Object.entries( pictures ) ) {
	if ( ! named.length || named.includes( name ) ) {
		await shoot( name, await address() );
	}
}
await browser.close();

async function shoot( name, address ) {
	const path = inRoot( `docs/images/${ name }.png` );
	await page.setViewportSize( { width: WIDTH, height: HEIGHTS[ name ] ?? HEIGHT } );
	await page.goto( `/wp-admin/admin.php?page=${ address }`, { waitUntil: 'networkidle' } );
	// Drawn, with its answers: a slow machine takes its time after the last byte.
	await page.waitForFunction( () => {
		const root = document.getElementById( 'carnet-root' );
		return root.innerText.length > 200 && ! root.querySelector( '.components-spinner, [aria-busy="true"]' );
	} );
	await page.waitForTimeout( 2000 );
	await page.screenshot( { path, animations: 'disabled', caret: 'hide' } );
	const { size } = statSync( path );
	console.log( `${ name }: ${ address }, ${ Math.round( size / 1000 ) } kB` );
	if ( size > MOST_BYTES ) {
		process.exitCode = 1;
		console.log( `  more than ${ MOST_BYTES / 1000 } kB` );
	}
}

function daysAgo( days ) {
	return new Date( Date.now() - days * 86_400_000 ).toISOString().replace( /\.\d+/, '' );
}

async function rows( path ) {
	const answer = await page.request.get( `/wp-json/carnet/v1/${ path }`, { headers: { 'X-WP-Nonce': nonce } } );
	if ( ! answer.ok() ) {
		throw new Error( `${ path }: ${ answer.status() }` );
	}
	return answer.json();
}

/** The record of a list with most linked records. */
async function busiest( path ) {
	const plural = path.split( '?' )[ 0 ];
	const sizes = await Promise.all(
		( await rows( path ) ).slice( 0, 30 ).map( async ( { id } ) => {
			const { counts } = await rows( `${ plural }/${ id }` );
			return { id, size: Object.values( counts ).reduce( ( sum, count ) => sum + Math.min( count, 9 ), 0 ) };
		} )
	);
	return sizes.sort( ( a, b ) => b.size - a.size )[ 0 ].id;
}

/** The quote of a list with most lines. */
async function longest( path ) {
	return ( await rows( path ) ).sort( ( a, b ) => b.lines.length - a.lines.length )[ 0 ].id;
}
