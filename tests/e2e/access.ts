import type { Page } from '@playwright/test';
import { expect, expectNoAxeViolations, test } from './fixtures';
import type { Language } from './fixtures';

/** Two elements with one id would share a label: the page holds two copies of WordPress's components. */
export async function expectNoSharedIds( page: Page ) {
	const shared = await page.evaluate( () => {
		const ids = [ ...document.querySelectorAll( '#wpbody [id]' ) ].map( ( { id } ) => id );
		return ids.filter( ( id, index ) => ids.indexOf( id ) !== index );
	} );
	expect( shared, 'Every id is there once.' ).toEqual( [] );
}

/** Asked until it holds: after a change of the width, what depends on it is drawn anew. */
export async function expectNoSidewaysScroll( page: Page ) {
	const width = page.viewportSize()?.width ?? 0;
	await expect
		.poll( () => page.evaluate( () => document.documentElement.scrollWidth ), 'The page does not scroll sideways.' )
		.toBeLessThanOrEqual( width );
}

/** Goes to a screen as Back does, without the seconds that a page load takes. */
async function goTo( page: Page, address: string ) {
	await page.evaluate( ( url ) => {
		window.history.pushState( null, '', url );
		window.dispatchEvent( new PopStateEvent( 'popstate' ) );
	}, `?page=${ address }` );
}

/**
 * Opens screens, each once: axe, ids and, at 320 pixels, the width.
 *
 * @param page     The page.
 * @param visit    Opens an address.
 * @param language Of the project: other languages have other words, not other elements, so they are only measured.
 * @param screens  Addresses, each with the selector that shows that the screen is there.
 */
export async function expectAccessible(
	page: Page,
	visit: ( address: string ) => Promise< void >,
	language: Language,
	screens: Record< string, string >
) {
	for ( const [ index, [ address, sign ] ] of Object.entries( screens ).entries() ) {
		await test.step( address, async () => {
			// Tall: what lies under the bar with Save at the foot of the window is not obscured, one scrolls.
			await page.setViewportSize( { width: 1280, height: 2400 } );
			await ( index ? goTo( page, address ) : visit( address ) );
			await expect( page.locator( sign ).first() ).toBeVisible();
			if ( language === 'en' ) {
				await expectNoAxeViolations( page );
				await expectNoSharedIds( page );
			}
			await page.setViewportSize( { width: 320, height: 640 } );
			await expectNoSidewaysScroll( page );
		} );
	}
}
