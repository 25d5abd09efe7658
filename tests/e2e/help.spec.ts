import { expect, test } from './fixtures';

test( 'help is about the screen, also after changing it without a page load', async ( { page, visit } ) => {
	const tabs = page.locator( '.contextual-help-tabs li:visible' );
	await visit( 'carnet-deals' );
	await page.getByRole( 'button', { name: 'Help', exact: true } ).click();
	await expect( tabs ).toHaveText( [ 'Deals', 'Overview' ] );
	await expect( page.locator( '.help-tab-content.active' ) ).toContainText( 'A deal is a sale in the making.' );
	await page.locator( '#toplevel_page_carnet' ).getByRole( 'link', { name: 'Quotes' } ).click();
	await expect( tabs ).toHaveText( [ 'Quotes', 'Overview' ] );
	await expect( page.locator( '.help-tab-content.active' ) ).toContainText( 'A quote is one amount' );
	await page.getByRole( 'link', { name: 'Overview' } ).click();
	await expect( page.locator( '.help-tab-content.active' ) ).toContainText( 'Nothing is lost' );
	await expect( page ).toHaveURL( /page=carnet-quotes$/ );
} );
