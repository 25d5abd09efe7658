import { button, heading, noPageLoad } from './crm';
import { expect, test } from './fixtures';

test( 'The dashboard is arranged by keyboard, for this person only, and put back', async ( {
	page,
	visit,
	api,
	t,
} ) => {
	await api( 'DELETE', '/dashboard/layout' );
	await visit( 'carnet' );
	const isSamePage = await noPageLoad( page );
	const titles = page.locator( '.carnet-widget > h2' );
	await expect( titles.first() ).toHaveText( t( 'Contacts overview' ) );
	await expect( titles ).toHaveCount( 7 );

	await button( page, t( 'Arrange widgets' ) ).click();
	const mine = page.getByRole( 'list', { name: t( 'My widgets' ) } ).getByRole( 'listitem' );
	await button( page, `${ t( 'Remove' ) } ${ t( 'Win rate' ) }` ).click();
	await expect( mine ).toHaveCount( 6 );
	await button( page, `${ t( 'Remove' ) } ${ t( 'Key figures' ) }` ).click();
	await button( page, `${ t( 'Add' ) } ${ t( 'Win rate' ) }` ).click();
	await expect( mine ).toHaveCount( 6 );

	const handle = button( page, t( 'Move %s' ).replace( '%s', t( 'Pipeline' ) ) );
	const said = page.locator( '[id^="DndLiveRegion"]' );
	const at = ( message: string, place: number ) =>
		t( message ).replace( '%1$s', t( 'Pipeline' ) ).replace( '%2$d', String( place ) ).replace( '%3$d', '6' );
	await handle.press( 'Space' );
	await expect( said ).toHaveText( at( '%1$s moves to place %2$d of %3$d.', 4 ) );
	await handle.press( 'ArrowUp' );
	await expect( said ).toHaveText( at( '%1$s moves to place %2$d of %3$d.', 3 ) );
	await handle.press( 'Space' );
	await expect( mine.nth( 2 ) ).toContainText( t( 'Pipeline' ) );
	await button( page, t( 'Done', 'button' ) ).click();
	await expect( button( page, t( 'Arrange widgets' ) ) ).toBeFocused();

	const order = [
		'Contacts overview',
		'Recent transactions',
		'Pipeline',
		'Upcoming tasks',
		'Recent actions',
		'Win rate',
	];
	await expect( titles ).toHaveText( order.map( ( name ) => t( name ) ) );
	expect( await isSamePage() ).toBe( true );
	await page.reload();
	await expect( heading( page ) ).toHaveText( t( 'Dashboard' ) );
	await expect( titles ).toHaveText( order.map( ( name ) => t( name ) ) );

	await button( page, t( 'Arrange widgets' ) ).click();
	await button( page, t( 'Reset' ) ).click();
	await expect( mine ).toHaveCount( 7 );
} );
