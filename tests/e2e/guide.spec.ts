import type { Page } from '@playwright/test';
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures';

/** Every run takes the pictures of the guide; `npm run pictures` puts them where the guide shows them. */
const FOLDER = process.env.CARNET_PICTURES ?? join( __dirname, 'output/pictures' );
const MOST_BYTES = 150_000;

type Rest = ( method: string, path: string ) => Promise< any >;

/** The record of a list with most linked records: it has most to show. */
async function busiest( api: Rest, path: string ): Promise< number > {
	const plural = path.split( '?' )[ 0 ];
	let best = { id: 0, size: -1 };
	for ( const { id } of ( await api( 'GET', path ) ).slice( 0, 12 ) ) {
		const { counts } = await api( 'GET', `${ plural }/${ id }` );
		const size = Object.values< number >( counts ).reduce( ( sum, count ) => sum + Math.min( count, 9 ), 0 );
		best = size > best.size ? { id, size } : best;
	}
	return best.id;
}

/** The quote of a list with most lines. */
async function longest( api: Rest, path: string ): Promise< number > {
	const quotes: Array< { id: number; lines: unknown[] } > = await api( 'GET', path );
	return quotes.sort( ( a, b ) => b.lines.length - a.lines.length )[ 0 ]?.id ?? 0;
}

const lastWeek = () => new Date( Date.now() - 7 * 86_400_000 ).toISOString().replace( /\.\d+/, '' );

/** Name of the picture to the address of the screen. */
const pictures: Record< string, ( api: Rest ) => Promise< string > | string > = {
	contacts: () => 'carnet-contacts',
	contact: async ( api ) =>
		`carnet-contacts&id=${ await busiest( api, '/contacts?type=customer&order=asc' ) }&tab=timeline`,
	account: async ( api ) => `carnet-accounts&id=${ await busiest( api, '/accounts?order=asc' ) }`,
	actions: () => 'carnet-actions&view=all',
	deal: async ( api ) => `carnet-deals&id=${ await busiest( api, '/deals?status=open&order=asc' ) }`,
	quote: async ( api ) => `carnet-quotes&id=${ await longest( api, '/quotes?status=draft&order=asc&per_page=100' ) }`,
	tasks: () => `carnet-tasks&status=open&due_at_after=${ lastWeek() }`,
	dashboard: () => 'carnet',
	export: () => 'carnet-contacts&view=export&tab=file',
	settings: () => 'carnet-settings',
};

/** Of a quote the lines are to be seen too. */
const heights: Record< string, number > = { quote: 1040 };

async function isDrawn( page: Page ) {
	await page.waitForLoadState( 'networkidle' );
	await page.waitForFunction( () => {
		const root = document.getElementById( 'carnet-root' );
		return root && root.innerText.length > 200 && ! root.querySelector( '.components-spinner, [aria-busy="true"]' );
	} );
}

test.use( { role: 'admin' } );

test( 'Every screen of the guide is drawn, and its picture is taken @english', async ( { page, visit, api } ) => {
	test.slow();
	mkdirSync( FOLDER, { recursive: true } );
	for ( const [ name, address ] of Object.entries( pictures ) ) {
		await page.setViewportSize( { width: 1280, height: heights[ name ] ?? 680 } );
		await visit( await address( api ) );
		await isDrawn( page );
		const path = join( FOLDER, `${ name }.png` );
		await page.screenshot( { path, animations: 'disabled', caret: 'hide' } );
		expect( statSync( path ).size, `${ name }.png loads fast.` ).toBeLessThan( MOST_BYTES );
	}
} );
