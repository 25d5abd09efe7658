import { button, combobox, heading, row, snackbar, textbox, unique } from './crm';
import { expect, test } from './fixtures';

test.use( { role: 'admin' } );

// English only: two projects side by side would write the same lists.
test( 'A status is added, renamed and deleted, and records get the one chosen instead @english', async ( {
	page,
	visit,
	api,
	allowConsole,
} ) => {
	allowConsole( /409/ );
	const label = unique( 'Dormant' );
	const list = page.locator( 'section' ).filter( { has: page.getByRole( 'heading', { name: 'Status' } ) } );
	await visit( 'carnet-settings' );
	await list.getByRole( 'textbox', { name: 'New value' } ).fill( label );
	await list.getByRole( 'button', { name: 'Add', exact: true } ).click();
	await button( page, 'Save' ).click();
	await expect( snackbar( page, 'The settings were saved.' ) ).toBeVisible();

	const contact = await api( 'POST', '/contacts', {
		last_name: unique( 'Sieste' ),
		status: ( await api( 'GET', '/settings' ) ).lists.contact_status.at( -1 ).key,
	} );
	const field = list.getByRole( 'textbox' ).filter( { hasNot: page.getByText( 'New value' ) } );
	await field.nth( ( await field.count() ) - 2 ).fill( `${ label } ❄` );
	const answered = page.waitForResponse( ( answer ) => answer.url().includes( '/carnet/v1/settings' ) );
	await button( page, 'Save' ).click();
	await answered;
	await expect( button( page, 'Save' ) ).not.toHaveClass( /is-busy/ );
	await page.locator( '#toplevel_page_carnet' ).getByRole( 'link', { name: 'Contacts' } ).click();
	await expect( row( page, contact.last_name ) ).toContainText( `${ label } ❄` );

	await page.locator( '#toplevel_page_carnet' ).getByRole( 'link', { name: 'Settings' } ).click();
	await list.getByRole( 'button', { name: `Delete ${ label } ❄` } ).click();
	await button( page, 'Save' ).click();
	const dialog = page.getByRole( 'dialog', { name: 'This value is in use' } );
	await combobox( page, 'Value instead' ).selectOption( { label: 'Nurturing' } );
	await dialog.getByRole( 'button', { name: 'Replace and save' } ).click();
	await expect( dialog ).toBeHidden();
	await expect.poll( async () => ( await api( 'GET', `/contacts/${ contact.id }` ) ).status ).toBe( 'nurturing' );
} );

test( 'A tag is renamed, leads to its records and is merged into another', async ( { page, visit, api, t } ) => {
	const name = unique( 'Foire' );
	const other = unique( 'Salon' );
	const tag = await api( 'POST', '/tags', { name } );
	const into = await api( 'POST', '/tags', { name: other } );
	const contact = await api( 'POST', '/contacts', { last_name: unique( 'Badge' ), tags: [ tag.id ] } );
	await visit( 'carnet-settings&tab=tags' );
	const field = textbox( page, t( 'Name of %s' ).replace( '%s', name ) );
	await field.fill( `${ name } 2026` );
	await field.press( 'Enter' );
	const line = page
		.getByRole( 'listitem' )
		.filter( { has: textbox( page, t( 'Name of %s' ).replace( '%s', `${ name } 2026` ) ) } );
	await line.getByRole( 'button', { name: t( 'Merge…' ) } ).click();
	await combobox( page, t( 'Tag that takes its place' ) ).selectOption( { label: other } );
	await page
		.getByRole( 'dialog' )
		.getByRole( 'button', { name: t( 'Merge' ) } )
		.click();
	await expect( line ).toHaveCount( 0 );
	expect( ( await api( 'GET', `/contacts/${ contact.id }` ) ).tags ).toEqual( [ into.id ] );
	await page
		.getByRole( 'listitem' )
		.filter( { has: textbox( page, t( 'Name of %s' ).replace( '%s', other ) ) } )
		.getByRole( 'link', { name: t( '%s contact' ).replace( '%s', '1' ) } )
		.click();
	await expect( heading( page ) ).toHaveText( t( 'Contacts' ) );
	await expect( row( page, contact.last_name ) ).toContainText( other );
} );

test( 'The check of the data finds that everything agrees @english', async ( { page, visit, t } ) => {
	await visit( 'carnet-settings&tab=data' );
	await button( page, t( 'Check data' ) ).click();
	await expect( page.locator( '#carnet-root .components-notice' ) ).toContainText( t( 'Everything agrees.' ) );
} );
