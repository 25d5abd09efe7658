import { expectAccessible, expectNoSharedIds, expectNoSidewaysScroll } from './access';
import { as, button, combobox, heading, row, rows, snackbar, textbox, unique } from './crm';
import { expect, expectNoAxeViolations, test } from './fixtures';

/** The screens and what shows that each is there. */
async function screens( api: ( method: string, path: string, data?: object ) => Promise< any > ) {
	const tag = await api( 'POST', '/tags', { name: unique( 'Accès' ) } );
	const account = await api( 'POST', '/accounts', { name: unique( 'Société' ), tags: [ tag.id ] } );
	const contact = await api( 'POST', '/contacts', {
		first_name: 'Anne-Élisabeth',
		last_name: unique( 'Quelquechose-de-Long' ),
		email: `${ unique( 'a' ).replace( ' ', '' ) }@une-entreprise-au-nom-interminable.example`,
		account_id: account.id,
		tags: [ tag.id ],
	} );
	const gone = await api( 'POST', '/contacts', { last_name: unique( 'Parti' ) } );
	await api( 'DELETE', `/contacts/${ gone.id }` );
	return {
		carnet: '.carnet-chart',
		'carnet-contacts': 'tbody tr',
		'carnet-accounts': 'tbody tr',
		'carnet-contacts&s=n0th1ng': '.carnet-empty',
		'carnet-contacts&view=trash': 'tbody tr',
		'carnet-contacts&id=new': '.carnet-form',
		[ `carnet-contacts&id=${ contact.id }` ]: '.carnet-form',
		[ `carnet-contacts&id=${ contact.id }&tab=history` ]: '.carnet-history li',
		[ `carnet-contacts&id=${ gone.id }&view=trash` ]: '.carnet-facts',
		[ `carnet-accounts&id=${ account.id }&tab=contacts` ]: 'tbody tr',
		'carnet-settings&tab=tags': '.carnet-rows li',
		'carnet-contacts&view=export': '.components-radio-control',
		'carnet-contacts&view=export&tab=fields': '.carnet-columns li',
		'carnet-contacts&view=export&tab=filters&include=1,2': '.carnet-list__filters',
		'carnet-contacts&view=export&tab=file': '.carnet-export__preview td',
	};
}

test( 'Every screen passes axe, shares no id, and does not scroll sideways at 320 pixels', async ( {
	page,
	visit,
	api,
	language,
} ) => {
	test.slow();
	await expectAccessible( page, visit, language, await screens( api ) );
} );

test( 'At 320 pixels everything is in reach', async ( { page, visit, t } ) => {
	await page.setViewportSize( { width: 320, height: 640 } );
	await visit( 'carnet-contacts' );
	await rows( page )
		.first()
		.getByRole( 'button', { name: t( 'Actions' ) } )
		.click();
	await page.getByRole( 'menuitem', { name: t( 'Open' ), exact: true } ).click();
	await button( page, t( 'Save' ) ).scrollIntoViewIfNeeded();
	await expect( button( page, t( 'Save' ) ) ).toBeInViewport();
} );

test.describe( 'Right to left', () => {
	test( 'the list and the form pass axe and mirror @rtl', async ( { page, visit, api } ) => {
		const contact = await api( 'POST', '/contacts', { last_name: unique( 'ليلى' ) } );
		for ( const address of [ 'carnet', 'carnet-contacts', `carnet-contacts&id=${ contact.id }` ] ) {
			await visit( address );
			await expect( page.locator( '.carnet-chart, tbody tr, .carnet-form' ).first() ).toBeVisible();
			await expect( page.locator( 'html' ) ).toHaveAttribute( 'dir', 'rtl' );
			await expectNoAxeViolations( page );
			await expectNoSidewaysScroll( page );
		}
		const [ heads, menu ] = await Promise.all( [
			page.locator( '.carnet-header' ).boundingBox(),
			page.locator( '#adminmenu' ).boundingBox(),
		] );
		expect( menu?.x ?? 0 ).toBeGreaterThan( heads?.x ?? 0 );
	} );
} );

test.describe( 'Settings', () => {
	test.use( { role: 'admin' } );
	test( 'every tab passes axe and fits 320 pixels @english', async ( { page, visit } ) => {
		for ( const tab of [ 'lists', 'money', 'quotes', 'roles', 'modules', 'data' ] ) {
			// Tall: what lies under the bar with Save at the foot of the window is not obscured, one scrolls.
			await page.setViewportSize( { width: 1280, height: 2400 } );
			await visit( `carnet-settings&tab=${ tab }` );
			await expect( page.locator( '.carnet-form__section, .carnet-rights' ).first() ).toBeVisible();
			await expectNoAxeViolations( page );
			await expectNoSharedIds( page );
			await page.setViewportSize( { width: 320, height: 640 } );
			await expectNoSidewaysScroll( page );
		}
	} );
} );

test( 'Dialogs, errors and the conflict pass axe @english', async ( {
	page,
	visit,
	api,
	t,
	allowConsole,
	language,
} ) => {
	allowConsole( /409|412/ );
	const email = `${ unique( 'x' ).replace( ' ', '' ) }@example.com`;
	const contact = await api( 'POST', '/contacts', { last_name: unique( 'Axe' ), email } );
	await visit( `carnet-contacts&s=${ encodeURIComponent( contact.last_name ) }` );
	await row( page, contact.last_name ).getByRole( 'checkbox' ).check();
	await button( page, t( 'Edit a field' ) ).click();
	await expect( page.getByRole( 'dialog' ) ).toBeVisible();
	await combobox( page, t( 'Field' ) ).selectOption( { label: t( 'City' ) } );
	await expect( page.getByRole( 'checkbox', { name: t( 'Empty this field' ) } ) ).toBeVisible();
	await expectNoAxeViolations( page );
	await expectNoSharedIds( page );
	await page.keyboard.press( 'Escape' );

	await page.getByRole( 'link', { name: t( 'Add contact' ) } ).click();
	await textbox( page, t( 'Email' ) ).fill( email );
	await button( page, t( 'Save' ) ).click();
	await expect( button( page, t( 'Save anyway' ) ) ).toBeVisible();
	await expectNoAxeViolations( page );

	await visit( `carnet-contacts&id=${ contact.id }` );
	await textbox( page, t( 'City' ) ).fill( 'Ici' );
	await as( `manager-${ language }` )( 'PATCH', `/contacts/${ contact.id }`, { city: 'Là' } );
	await button( page, t( 'Save' ) ).click();
	await expect( button( page, t( 'Go on with these values' ) ) ).toBeVisible();
	await expectNoAxeViolations( page );
} );

test( 'A contact is added with the keyboard alone, and the focus follows the screen @english', async ( {
	page,
	visit,
	t,
} ) => {
	const lastName = unique( 'Clavier' );
	await visit( 'carnet' );
	const current = page.locator( '#toplevel_page_carnet [aria-current="page"]' );
	await expect( current ).toHaveText( t( 'Dashboard' ) );
	const press = async ( target: ReturnType< typeof button >, key: string ) => {
		await expect( target ).toBeVisible();
		for ( let steps = 0; steps < 150; steps++ ) {
			if ( await target.evaluate( ( element ) => element === element.ownerDocument.activeElement ) ) {
				return page.keyboard.press( key );
			}
			await page.keyboard.press( 'Tab' );
		}
		throw new Error( 'The keyboard does not get there.' );
	};
	await press( page.locator( '#toplevel_page_carnet' ).getByRole( 'link', { name: t( 'Contacts' ) } ), 'Enter' );
	await expect( heading( page ) ).toHaveText( t( 'Contacts' ) );
	await expect( heading( page ) ).toBeFocused();
	await expect( current ).toHaveText( t( 'Contacts' ) );

	await press( page.getByRole( 'link', { name: t( 'Add contact' ) } ), 'Enter' );
	await expect( heading( page ) ).toBeFocused();
	await press( textbox( page, t( 'Last name' ) ), 'Home' );
	await page.keyboard.type( lastName );
	await press( combobox( page, t( 'Type' ) ), 'ArrowDown' );
	await press( combobox( page, t( 'Tags' ) ), 'Home' );
	const tag = unique( 'Touche' );
	await page.keyboard.type( tag );
	await page.keyboard.press( 'Enter' );
	await expect( page.locator( '.components-form-token-field__token' ) ).toContainText( tag );
	await press( button( page, t( 'Save' ) ), 'Space' );
	await expect( snackbar( page, t( 'The contact was added.' ) ) ).toBeVisible();
	await expect( heading( page ) ).toHaveText( lastName );
	await expect( heading( page ) ).toBeFocused();
	await expect( combobox( page, t( 'Type' ) ) ).toHaveValue( 'prospect' );
} );
