import { button, combobox, heading, row, snackbar, textbox, unique } from './crm';
import { expect, expectNoAxeViolations, test } from './fixtures';

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
	const dialog = page.getByRole( 'dialog', { name: `“${ label } ❄” is in use` } );
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

test( 'A currency and a tax are added, and a currency in use stays @english', async ( {
	page,
	visit,
	api,
	allowConsole,
} ) => {
	allowConsole( /409/ );
	const before = await api( 'GET', '/settings' );
	await visit( 'carnet-settings&tab=money' );
	await textbox( page, 'Code of a new currency' ).fill( 'xts' );
	await textbox( page, 'Code of a new currency' ).press( 'Enter' );
	await combobox( page, 'Decimals of XTS' ).selectOption( '3' );
	await button( page, 'Move XTS up' ).click();
	await textbox( page, 'Name of a new tax' ).fill( 'Île' );
	await textbox( page, 'Name of a new tax' ).press( 'Enter' );
	await textbox( page, 'Rate of Île, in per cent' ).fill( '120' );
	await expect( page.getByText( '0 to 100, with two decimals at most.' ) ).toBeVisible();
	await textbox( page, 'Rate of Île, in per cent' ).fill( '8,50' );
	await button( page, 'Save' ).click();
	await expect( snackbar( page, 'The settings were saved.' ) ).toBeVisible();
	const after = await api( 'GET', '/settings' );
	expect( after.currencies.at( -2 ) ).toEqual( { code: 'XTS', exponent: 3, symbol: 'XTS' } );
	expect( after.taxes.at( -1 ) ).toEqual( { key: 'ile', label: 'Île', rate: '8.5' } );

	await button( page, 'Delete EUR' ).click();
	await button( page, 'Save' ).click();
	await expect( page.locator( '#carnet-root .components-notice' ) ).toContainText( 'EUR cannot be removed:' );
	await expectNoAxeViolations( page );
	await api( 'PUT', '/settings', { currencies: before.currencies, taxes: before.taxes } );
} );

test( 'A role is given rights, and Undo takes them back @english', async ( { page, visit, api } ) => {
	const box = ( name: string ) => page.getByRole( 'checkbox', { name, exact: true } );
	const rights = async () => ( await api( 'GET', '/settings' ) ).roles.contributor;
	await visit( 'carnet-settings&tab=roles' );
	await expect( box( 'Administrator: Settings' ) ).toBeDisabled();
	await expect( box( 'Contributor: CRM menu only' ) ).toBeDisabled();
	await box( 'Contributor: Export' ).check();
	await expect( box( 'Contributor: See records' ) ).toBeChecked();
	await box( 'Contributor: CRM menu only' ).check();
	await expect( page.getByRole( 'row' ).filter( { has: box( 'Contributor: Export' ) } ) ).toContainText(
		'Sees only their own records'
	);
	await expectNoAxeViolations( page );
	await button( page, 'Save' ).click();
	await snackbar( page, 'The settings were saved.' ).getByRole( 'button', { name: 'Undo' } ).waitFor();
	expect( await rights() ).toEqual( [ 'carnet_view', 'carnet_export' ] );
	await snackbar( page, 'The settings were saved.' ).getByRole( 'button', { name: 'Undo' } ).click();
	await expect( box( 'Contributor: Export' ) ).not.toBeChecked();
	expect( await rights() ).toEqual( [] );
} );

test( 'A module that is off is nowhere, and all of it is back when it is on @alone', async ( { page, visit, api } ) => {
	const menu = page.locator( '#toplevel_page_carnet' );
	const tabs = page.getByRole( 'navigation', { name: 'Parts of this record' } );
	const account = await api( 'POST', '/accounts', { name: unique( 'Module' ) } );
	await api( 'POST', '/deals', { title: unique( 'Module' ), account_id: account.id } );
	const toggle = async ( label: string ) => {
		await visit( 'carnet-settings&tab=modules' );
		await page.getByRole( 'checkbox', { name: label } ).click();
		const loaded = page.waitForEvent( 'load' );
		await button( page, 'Save' ).click();
		await loaded;
	};
	await toggle( 'Deals' );
	await toggle( 'Task scheduler' );
	await expect( menu.getByRole( 'link', { name: 'Quotes' } ) ).toBeVisible();
	await expect( menu.getByRole( 'link', { name: /Deals|Task scheduler/ } ) ).toHaveCount( 0 );
	await expect( page.getByRole( 'button', { name: /reminder/ } ) ).toHaveCount( 0 );
	await visit( `carnet-accounts&id=${ account.id }&tab=deals` );
	await expect( tabs.getByRole( 'link', { name: /Actions/ } ) ).toBeVisible();
	await expect( tabs.getByRole( 'link', { name: /Deals|Task scheduler/ } ) ).toHaveCount( 0 );
	await visit( 'carnet-quotes&id=new' );
	await expect( combobox( page, 'Account' ) ).toBeVisible();
	await expect( combobox( page, 'Deal' ) ).toHaveCount( 0 );
	await visit( 'carnet' );
	await expect( heading( page ) ).toHaveText( 'Dashboard' );

	await toggle( 'Deals' );
	await toggle( 'Task scheduler' );
	await visit( `carnet-accounts&id=${ account.id }` );
	await expect( tabs.getByRole( 'link', { name: 'Deals (1)' } ) ).toBeVisible();
	await expect( menu.getByRole( 'link', { name: 'Task scheduler' } ) ).toBeVisible();
} );

test( 'New quotes take the prefix, stages their probability @alone', async ( { page, visit, api } ) => {
	const before = await api( 'GET', '/settings' );
	await visit( 'carnet-settings&tab=quotes' );
	await textbox( page, 'Prefix' ).fill( 'dev' );
	await combobox( page, 'Digits' ).selectOption( '6' );
	await expect( page.getByText( /They look like DEV-\d{4}-000001/ ) ).toBeVisible();
	await button( page, 'Save' ).click();
	await expect( snackbar( page, 'The settings were saved.' ) ).toBeVisible();
	const { id } = await api( 'POST', '/accounts', { name: unique( 'Devis' ) } );
	const lines = [ { description: 'Work', quantity: '1', unit_price: 1000, discount_percent: '0', tax_rate: '20' } ];
	const quote = await api( 'POST', '/quotes', { title: 'Devis', account_id: id, lines } );
	expect( quote.number ).toMatch( /^DEV-\d{4}-\d{6}$/ );

	await visit( 'carnet-settings&tab=lists' );
	await page.getByRole( 'spinbutton', { name: 'Probability of Proposal, in per cent' } ).fill( '85' );
	await button( page, 'Save' ).click();
	await expect( snackbar( page, 'The settings were saved.' ) ).toBeVisible();
	const deal = await api( 'POST', '/deals', { title: unique( 'Offre' ), account_id: id, stage: 'proposal' } );
	expect( deal.probability ).toBe( 85 );
	await api( 'PUT', '/settings', { lists: before.lists, quotes: before.quotes } );
} );
