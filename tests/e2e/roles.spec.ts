import { as, button, heading, row, rows, snackbar, textbox, unique } from './crm';
import { expect, test } from './fixtures';

const menu = '#toplevel_page_carnet';

test.describe( 'A viewer', () => {
	test.use( { role: 'viewer' } );
	test( 'sees everything and can change nothing', async ( { page, visit, language, t } ) => {
		const lastName = unique( 'Regard' );
		const contact = await as( `editor-${ language }` )( 'POST', '/contacts', {
			last_name: lastName,
			city: 'Uzès',
		} );
		await visit( 'carnet-contacts' );
		await expect( row( page, lastName ) ).toBeVisible();
		await expect( page.getByRole( 'link', { name: t( 'Add contact' ) } ) ).toHaveCount( 0 );
		await expect( page.getByRole( 'checkbox' ) ).toHaveCount( 0 );
		await row( page, lastName ).getByRole( 'link', { name: lastName } ).click();
		await expect( page.getByText( 'Uzès' ) ).toBeVisible();
		await expect( page.getByRole( 'textbox' ) ).toHaveCount( 0 );
		await expect( button( page, t( 'Save' ) ) ).toHaveCount( 0 );
		await expect( button( page, t( 'More actions' ) ) ).toHaveCount( 0 );
		await page.getByRole( 'link', { name: t( 'History' ) } ).click();
		await expect( page.locator( '.carnet-history' ) ).toContainText( 'Uzès' );
		await expect( button( page, t( 'Undo this change' ) ) ).toHaveCount( 0 );
		await expect( page.locator( menu ).getByRole( 'link', { name: t( 'Settings' ) } ) ).toHaveCount( 0 );
		await visit( 'carnet-contacts&id=new' );
		await expect( page.getByRole( 'textbox' ) ).toHaveCount( 0 );
		expect( contact.id ).toBeGreaterThan( 0 );
	} );
} );

test.describe( 'An agent', () => {
	test.use( { role: 'agent' } );
	test( 'sees and counts only their own records, and no settings @english', async ( {
		page,
		visit,
		api,
		language,
		t,
		allowConsole,
	} ) => {
		allowConsole( /404/ );
		const word = unique( 'Agence' );
		const theirs = await as( `editor-${ language }` )( 'POST', '/contacts', { last_name: `${ word } autre` } );
		await api( 'POST', '/contacts', { last_name: `${ word } moi` } );
		await visit( `carnet-contacts&s=${ encodeURIComponent( word ) }` );
		await expect( row( page, `${ word } moi` ) ).toBeVisible();
		await expect( rows( page ) ).toHaveCount( 1 );
		await expect( page.locator( menu ).getByRole( 'link', { name: t( 'Settings' ) } ) ).toHaveCount( 0 );
		await page
			.locator( menu )
			.getByRole( 'link', { name: t( 'Dashboard' ) } )
			.click();
		await expect( page.getByText( t( 'These figures count your own records.' ) ) ).toBeVisible();
		await visit( `carnet-contacts&id=${ theirs.id }` );
		await expect( page.locator( '#carnet-root .components-notice' ) ).toContainText(
			t( 'This contact does not exist, or you may not see it.' )
		);
	} );
} );

test.describe( 'A manager', () => {
	test.use( { role: 'manager' } );
	test( 'deletes for good from the trash @english', async ( { page, visit, api, t } ) => {
		const contact = await api( 'POST', '/contacts', { last_name: unique( 'Adieu' ) } );
		await api( 'DELETE', `/contacts/${ contact.id }` );
		await visit( 'carnet-contacts&view=trash' );
		const line = row( page, contact.last_name );
		await line.getByRole( 'button', { name: t( 'Actions' ) } ).click();
		await page.getByRole( 'menuitem', { name: t( 'Delete for good' ) } ).click();
		await page
			.getByRole( 'dialog' )
			.getByRole( 'button', { name: t( 'Delete for good' ) } )
			.click();
		await expect( snackbar( page, t( 'Deleted for good.' ) ) ).toBeVisible();
		await expect( line ).toHaveCount( 0 );
	} );
} );

test.describe( 'A subscriber', () => {
	test.use( { role: 'subscriber' } );
	test( 'has neither a menu nor a screen nor data @english', async ( { page, visit, api, allowConsole } ) => {
		allowConsole( /403/ );
		await page.goto( '/wp-admin/profile.php' );
		await expect( page.locator( menu ) ).toHaveCount( 0 );
		await visit( 'carnet-contacts' );
		await expect( page.locator( '#carnet-root' ) ).toHaveCount( 0 );
		await expect( api( 'GET', '/contacts' ) ).rejects.toThrow( /403/ );
	} );
} );

test( 'An editor trashes and restores, but does not delete for good @english', async ( { page, visit, api, t } ) => {
	const contact = await api( 'POST', '/contacts', { last_name: unique( 'Bientôt' ) } );
	await api( 'DELETE', `/contacts/${ contact.id }` );
	await visit( 'carnet-contacts&view=trash' );
	await expect( heading( page ) ).toHaveText( t( 'Contacts' ) );
	await row( page, contact.last_name )
		.getByRole( 'button', { name: t( 'Actions' ) } )
		.click();
	await expect( page.getByRole( 'menuitem', { name: t( 'Restore' ) } ) ).toBeVisible();
	await expect( page.getByRole( 'menuitem', { name: t( 'Delete for good' ) } ) ).toHaveCount( 0 );
	await page.getByRole( 'menuitem', { name: t( 'Restore' ) } ).click();
	await expect( snackbar( page, t( 'Restored from the trash.' ) ) ).toBeVisible();
	await visit( `carnet-contacts&id=${ contact.id }` );
	await expect( textbox( page, t( 'Last name' ) ) ).toHaveValue( contact.last_name );
} );
