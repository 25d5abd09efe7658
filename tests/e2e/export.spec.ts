import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { button, combobox, heading, noPageLoad, row, rows, unique } from './crm';
import { expect, test } from './fixtures';

test.beforeEach( async ( { page } ) => {
	// Where the browser asks for a place on the disk, no test can answer.
	await page.addInitScript( () => Object.assign( window, { showSaveFilePicker: undefined } ) );
} );

const go = ( page: Page, name: string ) => page.getByRole( 'link', { name, exact: true } ).click();
const count = ( page: Page ) => page.locator( '.carnet-export__count' );

/** Presses Download and answers the name and the text of the file. */
async function download( page: Page, name: string ) {
	const coming = page.waitForEvent( 'download' );
	await button( page, name ).click();
	const file = await coming;
	return { name: file.suggestedFilename(), text: readFileSync( await file.path(), 'utf8' ) };
}

test( 'Customers with a tag are exported with name, e-mail, phone and tags, accents intact', async ( {
	page,
	visit,
	api,
	t,
} ) => {
	const word = unique( 'Éxpört' );
	const vip = await api( 'POST', '/tags', { name: unique( 'VIP' ) } );
	const other = await api( 'POST', '/tags', { name: unique( 'Été, 2026' ) } );
	const email = `${ word.replace( /\W/g, '' ) }@example.com`;
	const zoe = { first_name: 'Zoë', last_name: word, email, phone: '+33 6 12 34 56 78', type: 'customer' };
	await api( 'POST', '/contacts', { ...zoe, tags: [ vip.id, other.id ] } );
	await api( 'POST', '/contacts', { first_name: '=1+1', last_name: word, type: 'customer', tags: [ vip.id ] } );
	await api( 'POST', '/contacts', { first_name: 'Prospect', last_name: word, type: 'prospect', tags: [ vip.id ] } );
	await api( 'POST', '/contacts', { first_name: 'Sans', last_name: word, type: 'customer' } );

	await visit( `carnet-contacts&s=${ encodeURIComponent( word ) }` );
	await expect( rows( page ) ).toHaveCount( 4 );
	const isSamePage = await noPageLoad( page );
	await go( page, t( 'Export contacts' ) );
	await expect( heading( page ) ).toHaveText( t( 'Export contacts' ) );
	await expect( count( page ) ).toContainText( '4' );
	await page.getByRole( 'radio', { name: t( 'Customers' ), exact: true } ).check();
	await expect( count( page ) ).toContainText( '3' );

	await go( page, t( 'Continue' ) );
	await expect( page.getByRole( 'radio', { name: t( 'Names and email' ) } ) ).toBeChecked();
	for ( const label of [ t( 'Phone' ), t( 'Tags' ) ] ) {
		await button( page, t( 'Add %s' ).replace( '%s', label ) ).click();
	}
	await expect( page.getByRole( 'radio', { name: t( 'Your own choice' ) } ) ).toBeChecked();

	await go( page, t( 'Continue' ) );
	await page
		.locator( '.carnet-list__filters' )
		.getByRole( 'button', { name: t( 'Tags' ) } )
		.click();
	await page.getByRole( 'option', { name: vip.name } ).click();
	await page.keyboard.press( 'Escape' );
	await expect( count( page ) ).toContainText( '2' );

	await go( page, t( 'Continue' ) );
	await expect( page.getByRole( 'region' ).getByRole( 'row' ) ).toHaveCount( 3 );
	await combobox( page, t( 'Between the cells' ) ).selectOption( ',' );
	const file = await download( page, t( 'Download' ) );
	const done = t( '%1$s holds %2$s rows.' ).replace( '%1$s', file.name ).replace( '%2$s', '2' );
	await expect( page.locator( '#carnet-root .components-notice' ) ).toContainText( done );
	expect( file.name ).toMatch( /^contacts-\p{L}+-vip-[a-z0-9]+-\d{4}-\d\d-\d\d\.csv$/u );
	const [ head, ...lines ] = file.text.split( '\r\n' );
	expect( head ).toBe( '\ufefffirst_name,last_name,email,phone,tags' );
	expect( lines.sort() ).toEqual(
		[
			'',
			`'=1+1,${ word },,,${ vip.name }`,
			`Zoë,${ word },${ email },+33 6 12 34 56 78,"${ vip.name }|${ other.name }"`,
		].sort()
	);
	await page.goBack();
	await expect( page.getByRole( 'heading', { level: 2 } ) ).toHaveText( t( 'Tags and filters' ) );
	expect( await isSamePage() ).toBe( true );
} );

test( 'Where the browser can, the file is written to the disk at the place that was chosen @english', async ( {
	page,
	visit,
	api,
	t,
} ) => {
	const word = unique( 'Disque' );
	await api( 'POST', '/contacts', { last_name: word, email: `${ word.replace( /\W/g, '' ) }@example.com` } );
	// The dialog stands for itself; the file it answers is a real one, in the browser's own store.
	await page.addInitScript( () =>
		Object.assign( window, {
			showSaveFilePicker: async () =>
				( await navigator.storage.getDirectory() ).getFileHandle( 'chosen.csv', { create: true } ),
		} )
	);
	await visit( `carnet-contacts&view=export&tab=file&s=${ encodeURIComponent( word ) }` );
	await expect( count( page ) ).toContainText( '1' );
	await button( page, t( 'Download' ) ).click();
	await expect( page.locator( '#carnet-root .components-notice' ) ).toContainText( '.csv' );
	const text = await page.evaluate( async () => {
		const file = await ( await navigator.storage.getDirectory() ).getFileHandle( 'chosen.csv' );
		return ( await file.getFile() ).text();
	} );
	expect( text ).toContain( `,${ word },` );
	expect( text.split( '\r\n' ) ).toHaveLength( 3 );
} );

test( 'A selection is exported, in the order of columns that was chosen with the keyboard @english', async ( {
	page,
	visit,
	api,
	t,
} ) => {
	const word = unique( 'Choix' );
	for ( const letter of [ 'a', 'b', 'c' ] ) {
		await api( 'POST', '/contacts', { last_name: `${ word } ${ letter }` } );
	}
	await visit( `carnet-contacts&s=${ encodeURIComponent( word ) }` );
	await row( page, `${ word } a` ).getByRole( 'checkbox' ).check();
	await row( page, `${ word } c` ).getByRole( 'checkbox' ).check();
	await go( page, t( 'Export' ) );
	await expect( count( page ) ).toContainText( '2' );

	await go( page, t( 'Fields' ) );
	const down = button( page, t( 'Move %s down' ).replace( '%s', t( 'First name' ) ) );
	await down.focus();
	await page.keyboard.press( 'Enter' );
	await expect( down ).toBeFocused();
	await page.keyboard.press( 'Enter' );
	await button( page, t( 'Leave out %s' ).replace( '%s', t( 'Email' ) ) ).click();
	await expect( button( page, t( 'Leave out %s' ).replace( '%s', t( 'First name' ) ) ) ).toBeFocused();

	await go( page, t( 'Tags and filters' ) );
	const only = page.getByRole( 'checkbox', {
		name: t( 'Only the %s records that were selected' ).replace( '%s', '2' ),
	} );
	await expect( only ).toBeChecked();
	await go( page, t( 'File' ) );
	await page.getByRole( 'checkbox', { name: t( 'Begin with a mark by which Excel shows accents (BOM)' ) } ).uncheck();
	await page.getByRole( 'checkbox', { name: t( 'Put every cell in quotes' ) } ).check();
	const { text } = await download( page, t( 'Download' ) );
	expect( text.split( '\r\n' ).sort() ).toEqual(
		[ '', '"last_name","first_name"', `"${ word } a",""`, `"${ word } c",""` ].sort()
	);
} );

test( 'An export that takes long can be cancelled, and one that fails says why @english', async ( {
	page,
	visit,
	t,
	allowConsole,
} ) => {
	allowConsole( /503/ );
	await visit( 'carnet-contacts&view=export&tab=file' );
	await page.route( /format=ndjson/, () => {}, { times: 1 } );
	await button( page, t( 'Download' ) ).click();
	await button( page, t( 'Cancel' ) ).click();
	const notice = page.locator( '#carnet-root .components-notice' );
	await expect( notice ).toContainText( t( 'The export was cancelled. No file was kept.' ) );
	await page.route(
		/format=ndjson/,
		( route ) => route.fulfill( { status: 503, json: { code: 'carnet_unavailable', message: 'Not now.' } } ),
		{ times: 1 }
	);
	await button( page, t( 'Download' ) ).click();
	await expect( notice ).toContainText( 'Not now.' );
	await page.route(
		/format=ndjson/,
		( route ) => route.fulfill( { headers: { 'X-WP-Total': '2' }, body: '{"id":1}\n' } ),
		{ times: 1 }
	);
	await button( page, t( 'Download' ) ).click();
	await expect( notice ).toContainText( 'Only 1 of 2 rows came' );
} );

test.describe( 'Without the right to export', () => {
	test.use( { role: 'viewer' } );
	test( 'there is no button, and the address leads to a refusal @english', async ( { page, visit, t } ) => {
		await visit( 'carnet-contacts' );
		await expect( rows( page ).first() ).toBeVisible();
		await expect( page.getByRole( 'link', { name: t( 'Export contacts' ) } ) ).toHaveCount( 0 );
		await visit( 'carnet-contacts&view=export' );
		await expect( page.locator( '#carnet-root .components-notice' ) ).toContainText(
			t( 'Your role does not allow exports.' )
		);
	} );
} );
