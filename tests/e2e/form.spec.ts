import { button, combobox, heading, row, snackbar, textbox, unique } from './crm';
import { expect, test } from './fixtures';

test( 'The account of a contact is searched on the server, or created in place', async ( { page, visit, api, t } ) => {
	const known = unique( 'Scierie du Léman' );
	const fresh = unique( 'Verrerie d’Art' );
	await api( 'POST', '/accounts', { name: known } );
	await visit( 'carnet-contacts&id=new' );
	const account = combobox( page, t( 'Account' ) );
	await account.fill( `lEman ${ known.split( ' ' ).pop() }` );
	await page.getByRole( 'option', { name: known } ).click();
	await expect( account ).toHaveValue( known );

	await account.fill( fresh );
	await page.getByRole( 'option', { name: t( 'Create the account “%s”' ).replace( '%s', fresh ) } ).click();
	await expect( account ).toHaveValue( fresh );
	await textbox( page, t( 'Last name' ) ).fill( unique( 'Perrin' ) );
	await button( page, t( 'Save' ) ).click();
	await expect( page.locator( '.carnet-header' ).getByRole( 'link', { name: fresh } ) ).toBeVisible();
} );

test( 'A taken e-mail address leads to the contact who has it, or is saved anyway', async ( {
	page,
	visit,
	api,
	t,
	allowConsole,
} ) => {
	allowConsole( /409/ );
	const lastName = unique( 'Double' );
	const email = `${ lastName.replace( ' ', '' ) }@example.com`;
	const taken = await api( 'POST', '/contacts', { last_name: lastName, email } );
	await visit( 'carnet-contacts&id=new' );
	await textbox( page, t( 'Last name' ) ).fill( `${ lastName } bis` );
	await textbox( page, t( 'Email' ) ).fill( ` ${ email.toUpperCase() }` );
	await button( page, t( 'Save' ) ).click();
	await expect( page.getByRole( 'link', { name: t( 'Open %s' ).replace( '%s', lastName ) } ) ).toHaveAttribute(
		'href',
		new RegExp( `page=carnet-contacts&id=${ taken.id }$` )
	);
	await expect( textbox( page, t( 'Last name' ) ) ).toHaveValue( `${ lastName } bis` );
	await button( page, t( 'Save anyway' ) ).click();
	await expect( snackbar( page, t( 'The contact was added.' ) ) ).toBeVisible();
	await expect( heading( page ) ).toHaveText( `${ lastName } bis` );
} );

test( 'What is wrong is said beside the field, and what was typed stays', async ( { page, visit, t } ) => {
	await visit( 'carnet-accounts&id=new' );
	await textbox( page, t( 'City' ) ).fill( 'Besançon' );
	await textbox( page, t( 'Website' ) ).fill( 'example.com' );
	// As people press: meanwhile what is wrong with the address appears, and moves the button.
	await button( page, t( 'Save' ) ).click( { delay: 200 } );
	const name = page.getByRole( 'textbox', { name: t( 'Company name' ) } );
	await expect( name ).toBeFocused();
	await expect( name ).toHaveAccessibleDescription( t( 'Fill in “%s”.' ).replace( '%s', t( 'Company name' ) ) );
	await expect( textbox( page, t( 'Website' ) ) ).toHaveAccessibleDescription(
		t( 'Enter an address that begins with https:// or http://.' )
	);
	await expect( textbox( page, t( 'City' ) ) ).toHaveValue( 'Besançon' );
} );

test( 'A refusal of the server is said beside the field it names @english', async ( {
	page,
	visit,
	t,
	allowConsole,
} ) => {
	allowConsole( /400/ );
	await visit( 'carnet-contacts&id=new' );
	await textbox( page, t( 'City' ) ).fill( 'Sète' );
	await button( page, t( 'Save' ) ).click();
	const lastName = textbox( page, t( 'Last name' ) );
	await expect( lastName ).toHaveAccessibleDescription( /./ );
	await expect( lastName ).toHaveJSProperty( 'validity.valid', false );
	await expect( textbox( page, t( 'City' ) ) ).toHaveValue( 'Sète' );
	await lastName.fill( unique( 'Sans' ) );
	await expect( lastName ).toHaveJSProperty( 'validity.valid', true );
} );

test( 'When the server fails, the form says so and keeps what was typed @english', async ( {
	page,
	visit,
	t,
	allowConsole,
} ) => {
	allowConsole( /503/ );
	const message = 'The database is resting. Reference: 4F2A';
	await page.route( /\/carnet\/v1\/contacts\b/, ( route ) =>
		route.request().method() === 'POST'
			? route.fulfill( { status: 503, json: { code: 'carnet_unavailable', message, data: { status: 503 } } } )
			: route.continue()
	);
	await visit( 'carnet-contacts&id=new' );
	const lastName = textbox( page, t( 'Last name' ) );
	await lastName.fill( 'Kovačević' );
	await button( page, t( 'Save' ) ).click();
	await expect( page.locator( '#carnet-root .components-notice' ) ).toContainText( message );
	await expect( lastName ).toHaveValue( 'Kovačević' );
} );

test( 'Ctrl+S saves, and the job title suggests what is met most often @english', async ( { page, visit, api, t } ) => {
	const lastName = unique( 'Raccourci' );
	const contact = await api( 'POST', '/contacts', { last_name: lastName } );
	await visit( `carnet-contacts&id=${ contact.id }` );
	const title = combobox( page, t( 'Job title' ) );
	const suggestions = page.locator( `datalist[id="${ await title.getAttribute( 'list' ) }"] option` );
	await expect( suggestions ).toHaveCount( 8 );
	await title.fill( t( 'Sales director' ) );
	await page.keyboard.press( 'ControlOrMeta+s' );
	await expect( snackbar( page, t( 'The contact was saved.' ) ) ).toBeVisible();
	expect( ( await api( 'GET', `/contacts/${ contact.id }` ) ).job_title ).toBe( t( 'Sales director' ) );
	await expect( heading( page ) ).toHaveText( lastName );
} );

test( 'A duplicate starts with the values of the contact, without its e-mail address @english', async ( {
	page,
	visit,
	api,
	t,
} ) => {
	const lastName = unique( 'Copie' );
	const email = `${ lastName.replace( ' ', '' ) }@example.com`;
	const contact = await api( 'POST', '/contacts', { last_name: lastName, city: 'Nîmes', email } );
	await visit( `carnet-contacts&id=${ contact.id }` );
	await button( page, t( 'More actions' ) ).click();
	await page.getByRole( 'menuitem', { name: t( 'Duplicate' ) } ).click();
	await expect( textbox( page, t( 'City' ) ) ).toHaveValue( 'Nîmes' );
	await expect( textbox( page, t( 'Email' ) ) ).toHaveValue( '' );
	await textbox( page, t( 'First name' ) ).fill( 'Ève' );
	await button( page, t( 'Save' ) ).click();
	await expect( snackbar( page, t( 'The contact was added.' ) ) ).toBeVisible();
	await page.getByRole( 'link', { name: t( 'Contacts' ), exact: true } ).click();
	await expect( row( page, `Ève ${ lastName }` ) ).toBeVisible();
} );
