import { as, button, combobox, heading, row, snackbar, textbox, unique } from './crm';
import { expect, test } from './fixtures';

test( 'Who saves second sees both values, chooses, and nothing is lost', async ( {
	page,
	visit,
	api,
	t,
	allowConsole,
	language,
} ) => {
	allowConsole( /412/ );
	const lastName = unique( 'Conflit' );
	const contact = await api( 'POST', '/contacts', { last_name: lastName, city: 'Paris', phone: '01' } );
	await visit( `carnet-contacts&id=${ contact.id }` );
	await textbox( page, t( 'City' ) ).fill( 'Bordeaux' );
	await textbox( page, t( 'Profession' ) ).fill( 'Luthière' );
	await as( `manager-${ language }` )( 'PATCH', `/contacts/${ contact.id }`, { city: 'Lille', phone: '02' } );
	await button( page, t( 'Save' ) ).click();

	await expect( page.getByRole( 'heading', { name: t( 'Someone else saved this record first' ) } ) ).toBeFocused();
	const choice = ( field: string ) => page.getByRole( 'radiogroup', { name: t( field ) } );
	const option = ( field: string, words: string, value: string ) =>
		choice( field ).getByRole( 'radio', { name: t( words ).replace( '%s', value ) } );
	await expect( option( 'City', 'Yours: %s', 'Bordeaux' ) ).toBeChecked();
	await expect( option( 'City', 'Saved: %s', 'Lille' ) ).not.toBeChecked();
	await expect( option( 'Profession', 'Yours: %s', 'Luthière' ) ).toBeChecked();
	await expect( option( 'Phone', 'Saved: %s', '02' ) ).toBeChecked();
	await option( 'City', 'Saved: %s', 'Lille' ).check();
	await button( page, t( 'Go on with these values' ) ).click();

	await expect( textbox( page, t( 'City' ) ) ).toHaveValue( 'Lille' );
	await expect( textbox( page, t( 'Phone' ) ) ).toHaveValue( '02' );
	await expect( textbox( page, t( 'Profession' ) ) ).toHaveValue( 'Luthière' );
	await button( page, t( 'Save' ) ).click();
	await expect( snackbar( page, t( 'The contact was saved.' ) ) ).toBeVisible();
	expect( await api( 'GET', `/contacts/${ contact.id }` ) ).toMatchObject( {
		city: 'Lille',
		phone: '02',
		profession: 'Luthière',
	} );
} );

test( 'Unsaved changes are guarded inside the CRM, on Back and when the page is left', async ( {
	page,
	visit,
	api,
	t,
} ) => {
	const contact = await api( 'POST', '/contacts', { last_name: unique( 'Garde' ) } );
	await visit( 'carnet-contacts' );
	await row( page, contact.last_name ).getByRole( 'link', { name: contact.last_name } ).click();
	const city = textbox( page, t( 'City' ) );
	await city.fill( 'Vannes' );
	const dialog = page.getByRole( 'dialog', { name: t( 'Leave without saving?' ) } );

	await page.getByRole( 'link', { name: t( 'Accounts' ), exact: true } ).click();
	await button( page, t( 'Stay here' ) ).click();
	await expect( dialog ).toBeHidden();
	await expect( city ).toHaveValue( 'Vannes' );

	await page.goBack();
	await expect( dialog ).toBeVisible();
	await page.keyboard.press( 'Escape' );
	await expect( city ).toHaveValue( 'Vannes' );
	await expect( page ).toHaveURL( new RegExp( `id=${ contact.id }$` ) );

	await page.getByRole( 'link', { name: t( 'History' ) } ).click();
	await page.getByRole( 'link', { name: t( 'Details' ) } ).click();
	await expect( city ).toHaveValue( 'Vannes' );

	const asked = page.waitForEvent( 'dialog' );
	await page.evaluate( () => void setTimeout( () => window.location.assign( 'index.php' ) ) );
	const question = await asked;
	expect( question.type() ).toBe( 'beforeunload' );
	await question.dismiss();
	await expect( city ).toHaveValue( 'Vannes' );

	await page.getByRole( 'link', { name: t( 'Accounts' ), exact: true } ).click();
	await button( page, t( 'Leave and lose the changes' ) ).click();
	await expect( heading( page ) ).toHaveText( t( 'Accounts' ) );
} );

test( 'An edit is undone from the snackbar @english', async ( { page, visit, api, t } ) => {
	const contact = await api( 'POST', '/contacts', { last_name: unique( 'Retour' ), city: 'Metz' } );
	await visit( `carnet-contacts&id=${ contact.id }` );
	const city = textbox( page, t( 'City' ) );
	await city.fill( 'Nancy' );
	await button( page, t( 'Save' ) ).click();
	await button( page, t( 'Undo' ) ).click();
	await expect( snackbar( page, t( 'The change was undone.' ) ) ).toBeVisible();
	await expect( city ).toHaveValue( 'Metz' );
} );

for ( const key of [ 'Enter', 'Space' ] ) {
	test( `An edit is undone from the snackbar by ${ key } @english`, async ( { page, visit, api, t } ) => {
		const contact = await api( 'POST', '/contacts', { last_name: unique( 'Clavier' ), city: 'Metz' } );
		await visit( `carnet-contacts&id=${ contact.id }` );
		const city = textbox( page, t( 'City' ) );
		await city.fill( 'Nancy' );
		await button( page, t( 'Save' ) ).click();
		await button( page, t( 'Undo' ) ).press( key );
		await expect( snackbar( page, t( 'The change was undone.' ) ) ).toBeVisible();
		await expect( city ).toHaveValue( 'Metz' );
		await expect( heading( page ) ).toBeFocused();
	} );
}

test( 'A contact put in the trash comes back by Undo, or from the trash @english', async ( {
	page,
	visit,
	api,
	t,
} ) => {
	const contact = await api( 'POST', '/contacts', { last_name: unique( 'Corbeille' ) } );
	await visit( `carnet-contacts&id=${ contact.id }` );
	const toTrash = async () => {
		await button( page, t( 'More actions' ) ).click();
		await page.getByRole( 'menuitem', { name: t( 'Move to trash' ) } ).click();
	};
	await toTrash();
	await expect( heading( page ) ).toHaveText( t( 'Contacts' ) );
	await expect( snackbar( page, t( 'Moved to the trash.' ) ) ).toBeVisible();
	await expect( row( page, contact.last_name ) ).toHaveCount( 0 );
	await button( page, t( 'Undo' ) ).click();
	await expect( row( page, contact.last_name ) ).toBeVisible();

	await row( page, contact.last_name ).getByRole( 'link', { name: contact.last_name } ).click();
	await toTrash();
	await page.getByRole( 'link', { name: t( 'Trash' ), exact: true } ).click();
	await row( page, contact.last_name ).getByRole( 'link', { name: contact.last_name } ).click();
	await expect( page.getByText( t( 'This record is in the trash.' ) ).first() ).toBeVisible();
	await button( page, t( 'Restore' ) ).click();
	await expect( button( page, t( 'Save' ) ) ).toBeVisible();
	expect( ( await api( 'GET', `/contacts/${ contact.id }` ) ).trashed_at ).toBeNull();
} );

test( 'An account goes to the trash with its contacts, and one Undo brings them all back @english', async ( {
	page,
	visit,
	api,
	t,
} ) => {
	const account = await api( 'POST', '/accounts', { name: unique( 'Maison mère' ) } );
	const contact = await api( 'POST', '/contacts', { last_name: unique( 'Fille' ), account_id: account.id } );
	await visit( `carnet-accounts&id=${ account.id }` );
	await button( page, t( 'More actions' ) ).click();
	await page.getByRole( 'menuitem', { name: t( 'Move to trash' ) } ).click();
	const dialog = page.getByRole( 'dialog', { name: t( 'Move to trash?' ) } );
	await dialog.getByRole( 'checkbox' ).check();
	await dialog.getByRole( 'button', { name: t( 'Move to trash' ) } ).click();
	await snackbar( page, t( 'Moved to the trash.' ) )
		.getByRole( 'button', { name: t( 'Undo' ) } )
		.click();
	await expect( snackbar( page, t( 'The change was undone.' ) ) ).toBeVisible();
	await page.getByRole( 'link', { name: t( 'Contacts' ), exact: true } ).click();
	await expect( row( page, contact.last_name ) ).toContainText( account.name );
	const history: { op: string }[] = await api( 'GET', `/contacts/${ contact.id }/history` );
	expect( history.map( ( { op } ) => op ) ).toEqual( [ 'restore', 'trash', 'create' ] );
} );

test( 'The history tells each change in words and takes it back', async ( { page, visit, api, t } ) => {
	const contact = await api( 'POST', '/contacts', { last_name: unique( 'Histoire' ), city: 'Dole' } );
	await api( 'PATCH', `/contacts/${ contact.id }`, { city: 'Gray', type: 'prospect' } );
	await visit( `carnet-contacts&id=${ contact.id }&tab=history` );
	const latest = page.locator( '.carnet-history > li' ).first();
	const arrow = ( before: string, after: string ) =>
		t( '%1$s → %2$s' ).replace( '%1$s', before ).replace( '%2$s', after );
	await expect( latest ).toContainText( arrow( 'Dole', 'Gray' ) );
	await expect( latest ).toContainText( arrow( t( 'Lead' ), t( 'Prospect' ) ) );
	await latest.getByRole( 'button', { name: t( 'Undo this change' ) } ).click();
	await expect( snackbar( page, t( 'The change was undone.' ) ) ).toBeVisible();
	await expect( latest ).toContainText( arrow( 'Gray', 'Dole' ) );
	await page.getByRole( 'link', { name: t( 'Details' ) } ).click();
	await expect( textbox( page, t( 'City' ) ) ).toHaveValue( 'Dole' );
	await expect( combobox( page, t( 'Type' ) ) ).toHaveValue( 'lead' );
} );

test( 'What has changed again since an edit is told, not overwritten @english', async ( { page, visit, api, t } ) => {
	const contact = await api( 'POST', '/contacts', { last_name: unique( 'Depuis' ), city: 'Ars' } );
	await api( 'PATCH', `/contacts/${ contact.id }`, { city: 'Bex' } );
	await api( 'PATCH', `/contacts/${ contact.id }`, { city: 'Cély' } );
	await visit( `carnet-contacts&id=${ contact.id }&tab=history` );
	await page
		.locator( '.carnet-history > li' )
		.nth( 1 )
		.getByRole( 'button', { name: t( 'Undo this change' ) } )
		.click();
	const notice = page.locator( '#carnet-root .components-notice' );
	await expect( notice ).toContainText( 'Ars' );
	await expect( notice ).toContainText( 'Cély' );
	expect( ( await api( 'GET', `/contacts/${ contact.id }` ) ).city ).toBe( 'Cély' );
} );
