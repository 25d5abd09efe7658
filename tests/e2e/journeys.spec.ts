import type { Locator } from '@playwright/test';
import { as, button, combobox, heading, noPageLoad, row, snackbar, textbox, unique } from './crm';
import { expect, test } from './fixtures';

/** A status of our own, the same in every run, so that tests side by side agree. */
const STATUS = { key: 'to_invite', label: 'À inviter ✉', color: '#7a1fa2' };

async function withCustomStatus() {
	const admin = as( 'admin-en' );
	const { lists } = await admin( 'GET', '/settings' );
	const statuses: ( typeof STATUS )[] = lists.contact_status;
	if ( ! statuses.some( ( { key } ) => key === STATUS.key ) ) {
		await admin( 'PUT', '/settings', { lists: { contact_status: [ ...statuses, STATUS ] } } );
	}
}

test( 'A contact is added with tags and a custom status, and is in the list and found', async ( {
	page,
	visit,
	api,
	t,
} ) => {
	await withCustomStatus();
	const lastName = unique( 'Étiénnette' );
	const known = unique( 'Salon' );
	const fresh = unique( 'Fidèle' );
	await api( 'POST', '/tags', { name: known } );

	await visit( 'carnet-contacts' );
	const isSamePage = await noPageLoad( page );
	await page.getByRole( 'link', { name: t( 'Add contact' ) } ).click();
	await expect( heading( page ) ).toHaveText( t( 'Add contact' ) );
	await textbox( page, t( 'First name' ) ).fill( 'Zoë' );
	await textbox( page, t( 'Last name' ) ).fill( lastName );
	await textbox( page, t( 'Email' ) ).fill( `${ lastName.replace( /\W/g, '' ) }@example.com` );
	await textbox( page, t( 'Phone' ) ).fill( '+33 6 12 34 56 78' );
	await textbox( page, t( 'Address' ) ).fill( '3, allée des Érables' );
	await textbox( page, t( 'Postcode' ) ).fill( '69003' );
	await textbox( page, t( 'City' ) ).fill( 'Lyon' );
	await combobox( page, t( 'Country' ) ).fill( 'France' );
	await page.getByRole( 'option', { name: 'France', exact: true } ).click();
	const tags = combobox( page, t( 'Tags' ) );
	for ( const name of [ known, fresh ] ) {
		await tags.fill( name );
		await tags.press( 'Enter' );
		await expect( page.locator( '.components-form-token-field__token' ).filter( { hasText: name } ) ).toBeVisible();
	}
	await combobox( page, t( 'Status' ) ).selectOption( STATUS.label );
	await button( page, t( 'Save' ) ).click();

	await expect( snackbar( page, t( 'The contact was added.' ) ) ).toBeVisible();
	await expect( heading( page ) ).toHaveText( `Zoë ${ lastName }` );
	await expect( page ).toHaveURL( /id=\d+$/ );

	await page.getByRole( 'link', { name: t( 'Contacts' ), exact: true } ).click();
	const line = row( page, `Zoë ${ lastName }` );
	await expect( line ).toContainText( STATUS.label );
	await expect( line ).toContainText( known );
	await expect( line ).toContainText( fresh );

	const search = page.getByRole( 'searchbox', { name: t( 'Search contacts' ) } );
	await search.fill( `tiennette ${ lastName.split( ' ' )[ 1 ] }` );
	await expect( page.getByText( t( '%s contact' ).replace( '%s', '1' ), { exact: true } ).first() ).toBeVisible();
	await expect( line ).toBeVisible();
	expect( await isSamePage() ).toBe( true );
} );

test( 'A contact added from its account comes with the account, and the account counts and lists it', async ( {
	page,
	visit,
	api,
	t,
} ) => {
	const company = unique( 'Fonderie d’Île' );
	const lastName = unique( 'Quévrin' );
	const account = await api( 'POST', '/accounts', { name: company } );

	await visit( `carnet-accounts&id=${ account.id }` );
	const isSamePage = await noPageLoad( page );
	const tab = ( count: number ) =>
		page.getByRole( 'link', {
			name: t( '%1$s (%2$s)' ).replace( '%1$s', t( 'Contacts' ) ).replace( '%2$s', String( count ) ),
		} );
	await tab( 0 ).click();
	await expect( page ).toHaveURL( /tab=contacts/ );
	await page
		.getByRole( 'link', { name: t( 'Add contact' ) } )
		.first()
		.click();
	await expect( combobox( page, t( 'Account' ) ) ).toHaveValue( company );
	await textbox( page, t( 'Last name' ) ).fill( lastName );
	await button( page, t( 'Save' ) ).click();
	await expect( heading( page ) ).toHaveText( lastName );

	await page.locator( '.carnet-header' ).getByRole( 'link', { name: company } ).click();
	await expect( heading( page ) ).toHaveText( company );
	await tab( 1 ).click();
	await expect( row( page, lastName ) ).toBeVisible();
	expect( await isSamePage() ).toBe( true );

	await page.goBack();
	await page.goBack();
	await expect( heading( page ) ).toHaveText( lastName );
} );

test( 'A lead becomes prospect, then customer, and the dashboard’s overview and conversion follow', async ( {
	page,
	visit,
	api,
	t,
} ) => {
	test.slow();
	const contact = await api( 'POST', '/contacts', { last_name: unique( 'Parcours' ) } );
	const link = ( name: string ) => page.locator( '#toplevel_page_carnet' ).getByRole( 'link', { name: t( name ) } );
	const figure = ( list: string ) => page.locator( `.carnet-figures a[href$="${ list }"]` );
	const conversion = page.locator( '.carnet-figures a[href*="lead_since"]' );
	const number = async ( text: Locator ) => ( await text.innerText() ).replace( /\D/g, '' );
	// Searched for in the list on the screen: other tests may have added more than a page has.
	const listed = async () => {
		await page.getByRole( 'searchbox', { name: t( 'Search contacts' ) } ).fill( contact.last_name );
		return row( page, contact.last_name );
	};
	// A figure opens the list it counts, with the contact in it. Other tests add contacts meanwhile: compared until they meet.
	const expectCounted = ( list: string ) =>
		expect( async () => {
			await link( 'Dashboard' ).click();
			const shown = await number( figure( list ).locator( 'strong' ) );
			await figure( list ).click();
			const found = page.locator( '.carnet-list__found' );
			await expect.poll( () => number( found ), { timeout: 10_000 } ).toBe( shown );
			await expect( await listed() ).toBeVisible();
		} ).toPass( { timeout: 60_000 } );
	const become = async ( type: string ) => {
		await row( page, contact.last_name ).getByRole( 'link', { name: contact.last_name } ).click();
		await combobox( page, t( 'Type' ) ).selectOption( { label: t( type ) } );
		await button( page, t( 'Save' ) ).click();
		// The message of the last save may still be there: this one is over when the button rests.
		await expect( button( page, t( 'Save' ) ) ).toBeDisabled();
		await expect( button( page, t( 'Save' ) ) ).not.toHaveClass( /is-busy/ );
		await expect( snackbar( page, t( 'The contact was saved.' ) ).last() ).toBeVisible();
	};

	await visit( 'carnet-contacts' );
	const isSamePage = await noPageLoad( page );
	await expectCounted( 'page=carnet-contacts' );
	await expectCounted( 'type=lead' );
	await become( 'Prospect' );
	await expectCounted( 'type=prospect' );
	await link( 'Dashboard' ).click();
	await conversion.click();
	await expect( await listed() ).toContainText( t( 'Prospect' ) );
	await become( 'Customer' );
	await expectCounted( 'type=customer' );
	await link( 'Dashboard' ).click();
	await expect( conversion ).toContainText( /[1-9]/ );
	await conversion.click();
	await expect( await listed() ).toContainText( t( 'Customer' ) );
	expect( await isSamePage() ).toBe( true );
} );
