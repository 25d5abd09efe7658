import { request } from '@playwright/test';
import type { Page } from '@playwright/test';
import { rest, signIn } from './sign-in';

/** A word that no other record holds, so that a search finds only what a test has made. */
export function unique( word: string ): string {
	return `${ word } ${ Math.random().toString( 36 ).slice( 2, 10 ) }`;
}

/** What a REST request of someone else does meanwhile: `as( 'admin-en' )( 'PUT', '/settings', { ... } )`. */
export function as( login: string ) {
	return async < T = any >( method: string, path: string, data?: object ): Promise< T > => {
		const baseURL = process.env.CARNET_E2E_URL ?? '';
		const context = await request.newContext( { baseURL, storageState: await signIn( baseURL, login ) } );
		try {
			return await rest( context, method, path, data );
		} finally {
			await context.dispose();
		}
	};
}

/** The heading of the screen. */
export const heading = ( page: Page ) => page.getByRole( 'heading', { level: 1 } );

/** A line of text of a form, by its whole label. */
export const textbox = ( page: Page, name: string ) => page.getByRole( 'textbox', { name, exact: true } );

/** A choice, the tags or a picker of a form, by its whole label. */
export const combobox = ( page: Page, name: string ) => page.getByRole( 'combobox', { name, exact: true } );

/** The row of a list that leads to a record. */
export const row = ( page: Page, name: string ) =>
	page.getByRole( 'row' ).filter( { has: page.getByRole( 'link', { name, exact: true } ) } );

export const rows = ( page: Page ) => page.locator( 'tbody tr' );

/** What has just happened, at the foot of the screen. */
export const snackbar = ( page: Page, message: string ) =>
	page.locator( '.components-snackbar' ).filter( { hasText: message } );

export const button = ( page: Page, name: string ) => page.getByRole( 'button', { name, exact: true } );

/** Marks the page; the answer is whether it is still the same one, never loaded again. */
export async function noPageLoad( page: Page ) {
	await page.evaluate( () => Object.assign( window, { isSamePage: true } ) );
	return () => page.evaluate( () => 'isSamePage' in window );
}

/** Lets the signed-in person see the lists as on their first day: what they have chosen before is forgotten. */
export async function forgetViews( page: Page ) {
	const nonce = await ( await page.request.get( '/wp-admin/admin-ajax.php?action=rest-nonce' ) ).text();
	await page.request.post( '/wp-json/wp/v2/users/me', {
		headers: { 'X-WP-Nonce': nonce },
		data: { meta: { persisted_preferences: { _modified: new Date().toISOString() } } },
	} );
}
