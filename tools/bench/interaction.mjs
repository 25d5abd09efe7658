// npm run bench:screens [-- --rounds=5 --wp=6.8]: how soon the screens answer, in Chromium, with 100 contacts on a page. Of each
// interaction: from the arrival of its data (the end of the REST answer, or the press where it was there already) to the paint that
// shows it; of typing in the search: from a key to the paint after it, and the longest task meanwhile. To be run on a machine that
// does nothing else.
import { chromium } from '@playwright/test';
import { ensureBuild } from '../build.mjs';
import { inRoot } from '../paths.mjs';
import { servePhp } from '../php-server.mjs';
import { runInSite } from '../php.mjs';
import { exitOnSignals, freePort, options, wait, which } from '../process.mjs';
import { makeSite, removeSite } from '../site.mjs';

const { rounds = 5, wp } = options();
const MOST = 100;
const LIST = '/wp-admin/admin.php?page=carnet-contacts';
const ROW = '.dataviews-view-table tbody tr';
const SEARCH = '.dataviews-search input';

exitOnSignals();
ensureBuild();
const site = await makeSite( {
	name: `bench-${ process.pid }`,
	version: wp,
	url: `http://127.0.0.1:${ await freePort() }`,
	constants: { WP_DEBUG: false },
} );
runInSite( site, inRoot( 'tools/demo/load.php' ) );
const server = await servePhp( site );
const browser = await chromium.launch( {
	executablePath: which( 'chromium', 'chromium-browser', 'google-chrome' ) ?? undefined,
	args: [ '--disable-gpu', ...( process.getuid?.() === 0 ? [ '--no-sandbox' ] : [] ) ],
} );
try {
	const page = await signedIn();
	const times = {};
	for ( let round = 0; round < Number( rounds ); round++ ) {
		for ( const [ name, milliseconds ] of Object.entries( await measure( page ) ) ) {
			( times[ name ] ??= [] ).push( milliseconds );
		}
	}
	for ( const [ name, values ] of Object.entries( times ) ) {
		values.sort( ( a, b ) => a - b );
		const [ middle, worst ] = [ values[ Math.floor( values.length / 2 ) ], values.at( -1 ) ].map( Math.round );
		console.log(
			`${ name.padEnd( 34 ) } median ${ middle } ms, worst ${ worst } ms${ middle > MOST ? '   too slow' : '' }`
		);
		process.exitCode = middle > MOST ? 1 : process.exitCode;
	}
} finally {
	await browser.close();
	await server.stop();
	removeSite( site );
}

async function signedIn() {
	const page = await browser.newPage( { baseURL: site.url, viewport: { width: 1280, height: 900 } } );
	await page.goto( '/wp-login.php' );
	await page.fill( '#user_login', 'admin' );
	await page.fill( '#user_pass', 'admin' );
	await page.click( '#wp-submit' );
	await page.waitForURL( /wp-admin/ );
	return page;
}

async function measure( page ) {
	await open( page );
	const filter = await answered( page, ROW, async () => {
		await page.locator( '.carnet-list__filters' ).getByRole( 'button', { name: 'Type' } ).click();
		await page.getByRole( 'option', { name: 'Prospect' } ).click();
	} );
	await open( page );
	const nextPage = await answered( page, ROW, () => page.getByRole( 'button', { name: 'Next page' } ).click() );
	await open( page );
	const record = await answered( page, '.carnet-form', () =>
		page.locator( `${ ROW } a[href*="&id="]` ).first().click()
	);
	await addAction( page );
	const list = await answered( page, ROW, () => page.locator( '.carnet-tabs a' ).nth( 1 ).click() );
	const timeline = await answered( page, '.carnet-history li', () =>
		page.locator( '.carnet-tabs a', { hasText: 'Timeline' } ).click()
	);
	await open( page );
	return {
		filter,
		'next page': nextPage,
		'open record': record,
		'tab with a list': list,
		'tab with the timeline': timeline,
		...( await typing( page ) ),
	};
}

/** Something for the tab with a list to show, whoever stands first in the list. */
async function addAction( page ) {
	await page.evaluate( () => {
		const contact = Number( new URLSearchParams( window.location.search ).get( 'id' ) );
		return window.wp.apiFetch( {
			path: '/carnet/v1/actions',
			method: 'POST',
			data: { title: 'Met', date: '2026-01-01', contact_id: contact },
		} );
	} );
}

/** The list of contacts as it begins, with 100 rows. */
async function open( page ) {
	await page.goto( LIST );
	await page.locator( ROW ).first().waitFor();
	await page.evaluate( () =>
		window.wp.data
			.dispatch( 'core/preferences' )
			.set( 'carnet', 'view-contact', { view: { perPage: 100 }, query: { per_page: 100 } } )
	);
	await page.locator( ROW ).nth( 99 ).waitFor();
	// What the page does besides has ended.
	await wait( 1500 );
}

/** Milliseconds from the last REST answer, or the press where nothing was waited for, to the paint in which what the selector finds first has changed. */
async function answered( page, selector, act ) {
	await page.evaluate( ( what ) => {
		const now = () => document.querySelector( what )?.textContent ?? '';
		const before = now();
		// When the mouse was let go; what Playwright does before is not the screen's.
		let pressed = performance.now();
		const press = ( { timeStamp } ) => ( pressed = timeStamp );
		window.addEventListener( 'click', press, { capture: true } );
		performance.clearResourceTimings();
		window.painted = new Promise( ( resolve ) => {
			const observer = new window.MutationObserver( () => {
				if ( now() !== before && now() !== '' ) {
					observer.disconnect();
					window.removeEventListener( 'click', press, { capture: true } );
					// The next frame is painted once a task after it runs.
					window.requestAnimationFrame( () =>
						setTimeout( () => resolve( { pressed, end: performance.now() } ) )
					);
				}
			} );
			observer.observe( document.body, { subtree: true, childList: true, characterData: true } );
		} );
	}, selector );
	await act();
	return page.evaluate( async () => {
		const { pressed, end } = await window.painted;
		const answers = performance
			.getEntriesByType( 'resource' )
			.filter( ( { name, responseEnd } ) => name.includes( 'carnet/v1' ) && responseEnd < end );
		return end - Math.max( pressed, ...answers.map( ( { responseEnd } ) => responseEnd ) );
	} );
}

/** Types a name while the list follows. */
async function typing( page ) {
	await page.evaluate( () => {
		window.delays = { event: [ 0 ], longtask: [ 0 ] };
		for ( const type of Object.keys( window.delays ) ) {
			new PerformanceObserver( ( list ) => {
				const keys = list.getEntries().filter( ( { name } ) => type !== 'event' || name.startsWith( 'key' ) );
				window.delays[ type ].push( ...keys.map( ( { duration } ) => duration ) );
			} ).observe( { type, durationThreshold: 16 } );
		}
	} );
	await page.locator( SEARCH ).pressSequentially( 'martin', { delay: 120 } );
	await wait( 2000 );
	const { event, longtask } = await page.evaluate( () => window.delays );
	return {
		'typing, a key to its paint': Math.max( ...event ),
		'typing, longest task': Math.max( ...longtask ),
	};
}
