import { button, combobox, forgetViews, heading, noPageLoad, row, rows, snackbar, textbox, unique } from './crm';
import { expect, test } from './fixtures';

// Views are kept for a person: these tests change those of the manager, the others use the editor's.
test.use( { role: 'manager' } );
test.beforeEach( ( { page } ) => forgetViews( page ) );

test( 'A list is searched, filtered, sorted and paged, and its address opens the same screen', async ( {
	page,
	visit,
	api,
	t,
} ) => {
	const word = unique( 'Zwq' ).split( ' ' )[ 1 ] ?? '';
	const names = [ ...'ABCDEFGHIJK' ].map( ( letter ) => `${ letter } ${ word }` );
	for ( const [ index, name ] of names.entries() ) {
		await api( 'POST', '/contacts', { last_name: name, type: index < 2 ? 'customer' : 'lead' } );
	}
	const found = ( count: number ) =>
		page
			.getByText( t( count === 1 ? '%s contact' : '%s contacts' ).replace( '%s', String( count ) ), {
				exact: true,
			} )
			.first();

	await visit( 'carnet-contacts' );
	const isSamePage = await noPageLoad( page );
	await page.getByRole( 'searchbox', { name: t( 'Search contacts' ) } ).fill( word );
	await expect( rows( page ) ).toHaveCount( 11 );

	await page
		.getByRole( 'columnheader', { name: t( 'Name' ) } )
		.getByRole( 'button' )
		.click();
	await page.getByRole( 'menuitemradio', { name: t( 'Sort ascending' ) } ).click();
	await page.keyboard.press( 'Escape' );
	await expect( rows( page ).first() ).toContainText( `A ${ word }` );

	await button( page, t( 'View options', 'View is used as a noun' ) ).click();
	await page.getByRole( 'radio', { name: '10', exact: true } ).click();
	await page.keyboard.press( 'Escape' );
	await expect( rows( page ) ).toHaveCount( 10 );
	await button( page, t( 'Next page' ) ).click();
	await expect( rows( page ) ).toHaveCount( 1 );
	await expect( page ).toHaveURL( /paged=2/ );

	await page.reload();
	await expect( row( page, `K ${ word }` ) ).toBeVisible();
	await expect( rows( page ) ).toHaveCount( 1 );
	await row( page, `K ${ word }` )
		.getByRole( 'link', { name: `K ${ word }` } )
		.click();
	await expect( heading( page ) ).toHaveText( `K ${ word }` );
	await page.goBack();
	await expect( rows( page ) ).toHaveCount( 1 );

	await visit( `carnet-contacts&s=${ word }&type=customer` );
	await expect( rows( page ) ).toHaveCount( 2 );
	await expect( found( 2 ) ).toBeVisible();
	expect( await isSamePage() ).toBe( false );
} );

test( 'Another page of a list begins at its top @english', async ( { page, visit, t } ) => {
	await visit( 'carnet-contacts' );
	const before = await rows( page ).first().textContent();
	const search = page.getByRole( 'searchbox', { name: t( 'Search contacts' ) } );
	await button( page, t( 'Next page' ) ).scrollIntoViewIfNeeded();
	await expect( search ).not.toBeInViewport();
	await button( page, t( 'Next page' ) ).click();
	await expect( rows( page ).first() ).not.toHaveText( before ?? '' );
	await expect( search ).toBeInViewport();
} );

test( 'A filter is chosen, kept after a reload, and cleared @english', async ( { page, visit, api, t } ) => {
	const word = unique( 'Filtre' );
	await api( 'POST', '/contacts', { last_name: `${ word } un`, type: 'lead' } );
	await api( 'POST', '/contacts', { last_name: `${ word } deux`, type: 'prospect' } );
	await visit( `carnet-contacts&s=${ encodeURIComponent( word ) }` );
	await expect( rows( page ) ).toHaveCount( 2 );
	await page
		.locator( '.carnet-list__filters' )
		.getByRole( 'button', { name: t( 'Type' ) } )
		.click();
	await page.getByRole( 'option', { name: t( 'Prospect' ) } ).click();
	await page.keyboard.press( 'Escape' );
	await expect( rows( page ) ).toHaveCount( 1 );
	await page.reload();
	await expect( row( page, `${ word } deux` ) ).toBeVisible();
	await expect( rows( page ) ).toHaveCount( 1 );
	await page.getByRole( 'searchbox', { name: t( 'Search contacts' ) } ).fill( `${ word } un` );
	await expect( rows( page ) ).toHaveCount( 0 );
	await button( page, t( 'Clear search and filters' ) ).click();
	await expect( heading( page ) ).toBeFocused();
	await expect( rows( page ).nth( 1 ) ).toBeVisible();
} );

test( 'Chosen columns are kept for the person, and the first list needs no request @english', async ( {
	page,
	visit,
	api,
	t,
	browser,
	baseURL,
	storageState,
} ) => {
	await api( 'POST', '/contacts', { last_name: unique( 'Colonne' ) } );
	await visit( 'carnet-contacts' );
	const phone = page.getByRole( 'columnheader', { name: t( 'Phone' ) } );
	await expect( phone ).toBeVisible();
	const kept = page.waitForResponse( ( answer ) => answer.url().includes( '/wp/v2/users/me' ) );
	await button( page, t( 'View options', 'View is used as a noun' ) ).click();
	await page
		.getByRole( 'listitem' )
		.getByRole( 'button', { name: t( 'Phone' ), exact: true } )
		.click();
	await page.keyboard.press( 'Escape' );
	await expect( phone ).toBeHidden();
	await kept;

	const elsewhere = await browser.newContext( { baseURL: baseURL ?? '', storageState } );
	const other = await elsewhere.newPage();
	const requested: string[] = [];
	await other.exposeFunction( 'noteRequest', ( url: string ) => requested.push( url ) );
	await other.addInitScript( () => {
		const original = window.fetch;
		window.fetch = ( input, init ) => {
			if ( ! document.querySelector( 'tbody tr' ) ) {
				( window as any ).noteRequest( String( input instanceof Request ? input.url : input ) );
			}
			return original( input, init );
		};
	} );
	await other.goto( '/wp-admin/admin.php?page=carnet-contacts' );
	await expect( rows( other ).first() ).toBeVisible();
	await expect( other.getByRole( 'columnheader', { name: t( 'Phone' ) } ) ).toHaveCount( 0 );
	expect( requested ).toEqual( [] );
	await elsewhere.close();
} );

test( 'Selected contacts get a value, tags, and go to the trash, each with one Undo', async ( {
	page,
	visit,
	api,
	t,
} ) => {
	const word = unique( 'Lot' );
	const tag = unique( 'Foire' );
	await api( 'POST', '/tags', { name: tag } );
	for ( const letter of [ 'a', 'b' ] ) {
		await api( 'POST', '/contacts', { last_name: `${ word } ${ letter }` } );
	}
	const first = row( page, `${ word } a` );
	const second = row( page, `${ word } b` );
	const dialog = page.getByRole( 'dialog' );
	const selectAll = () => page.getByRole( 'checkbox', { name: t( 'Select all' ) } ).check();
	const changed = snackbar( page, t( '%s records were changed.' ).replace( '%s', '2' ) );
	await visit( `carnet-contacts&s=${ encodeURIComponent( word ) }` );
	await expect( rows( page ) ).toHaveCount( 2 );

	await selectAll();
	await button( page, t( 'Edit a field' ) ).click();
	await expect( dialog.getByRole( 'button', { name: t( 'Change' ) } ) ).toBeDisabled();
	await combobox( page, t( 'Field' ) ).selectOption( { label: t( 'Type' ) } );
	await expect( dialog.getByRole( 'button', { name: t( 'Change' ) } ) ).toBeDisabled();
	await dialog.getByRole( 'combobox', { name: t( 'Type' ) } ).selectOption( { label: t( 'Customer' ) } );
	await dialog.getByRole( 'button', { name: t( 'Change' ) } ).click();
	await expect( changed ).toBeVisible();
	await expect( first ).toContainText( t( 'Customer' ) );
	await expect( second ).toContainText( t( 'Customer' ) );
	await changed.getByRole( 'button', { name: t( 'Undo' ) } ).click();
	await expect( first ).toContainText( t( 'Lead' ) );
	await expect( second ).toContainText( t( 'Lead' ) );

	await selectAll();
	await button( page, t( 'Add tags' ) ).click();
	const tags = dialog.getByRole( 'combobox', { name: t( 'Tags' ) } );
	await tags.fill( tag );
	await tags.press( 'Enter' );
	await dialog.getByRole( 'button', { name: t( 'Add tags' ) } ).click();
	await expect( first ).toContainText( tag );
	await expect( second ).toContainText( tag );

	await selectAll();
	await button( page, t( 'Move to trash' ) ).click();
	await dialog.getByRole( 'button', { name: t( 'Move to trash' ) } ).click();
	await expect( rows( page ) ).toHaveCount( 0 );
	await changed
		.last()
		.getByRole( 'button', { name: t( 'Undo' ) } )
		.click();
	await expect( rows( page ) ).toHaveCount( 2 );
} );

test( 'Everything that matches is selected across pages and changed as one @english', async ( {
	page,
	visit,
	api,
	t,
} ) => {
	const word = unique( 'Tout' );
	for ( let count = 0; count < 12; count++ ) {
		await api( 'POST', '/contacts', { last_name: `${ word } ${ count }` } );
	}
	await visit( `carnet-contacts&s=${ encodeURIComponent( word ) }` );
	await button( page, t( 'View options', 'View is used as a noun' ) ).click();
	await page.getByRole( 'radio', { name: '10', exact: true } ).click();
	await page.keyboard.press( 'Escape' );
	await expect( rows( page ) ).toHaveCount( 10 );
	await page.getByRole( 'checkbox', { name: t( 'Select all' ) } ).check();
	await button( page, t( 'Select all %s that match' ).replace( '%s', '12' ) ).click();
	await expect( page.locator( '.carnet-bulk' ) ).toContainText( t( '%s selected' ).replace( '%s', '12' ) );
	await button( page, t( 'Move to trash' ) ).click();
	await page
		.getByRole( 'dialog' )
		.getByRole( 'button', { name: t( 'Move to trash' ) } )
		.click();
	await expect( snackbar( page, t( '%s records were changed.' ).replace( '%s', '12' ) ) ).toBeVisible();
	await expect( rows( page ) ).toHaveCount( 0 );
	await button( page, t( 'Undo' ) ).click();
	await expect( rows( page ) ).toHaveCount( 10 );
} );

test( 'The neighbours of a record are those of the list it was opened from @english', async ( {
	page,
	visit,
	api,
	t,
} ) => {
	const word = unique( 'Voisin' );
	for ( const letter of [ 'c', 'b', 'a' ] ) {
		await api( 'POST', '/contacts', { last_name: `${ word } ${ letter }` } );
	}
	await visit( `carnet-contacts&s=${ encodeURIComponent( word ) }` );
	await row( page, `${ word } b` )
		.getByRole( 'link', { name: `${ word } b` } )
		.click();
	await page.getByRole( 'link', { name: `${ t( 'Next' ) }: ${ word } c` } ).click();
	await expect( heading( page ) ).toHaveText( `${ word } c` );
	await page.getByRole( 'link', { name: `${ t( 'Previous' ) }: ${ word } b` } ).click();
	await expect( textbox( page, t( 'Last name' ) ) ).toHaveValue( `${ word } b` );
} );
