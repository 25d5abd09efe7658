import { request } from '@playwright/test';
import type { APIRequestContext } from '@playwright/test';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Whether this worker is the one that signs a person in: a folder is made by one process only. */
function isFirst( folder: string ): boolean {
	try {
		mkdirSync( folder );
		return true;
	} catch {
		return false;
	}
}

/**
 * Signs a person in once per run and returns the file with their cookies. The password is the login. One worker does it and the
 * others wait: WordPress keeps the sessions of a person in one row, so of two that sign in at the same moment one is lost.
 */
export async function signIn( baseURL: string, login: string ): Promise< string > {
	const file = join( process.env.CARNET_SITE ?? '', `cookies-${ login }.json` );
	if ( isFirst( `${ file }.lock` ) ) {
		const context = await request.newContext( { baseURL } );
		// The first visit sets the cookie that shows WordPress that cookies work.
		await context.get( '/wp-login.php' );
		const answer = await context.post( '/wp-login.php', {
			form: { log: login, pwd: login, testcookie: '1' },
			maxRedirects: 0,
		} );
		if ( answer.status() !== 302 ) {
			throw new Error( `${ login } cannot sign in.` );
		}
		await context.storageState( { path: `${ file }.part` } );
		renameSync( `${ file }.part`, file );
		await context.dispose();
	}
	while ( ! existsSync( file ) ) {
		await wait( 50 );
	}
	return file;
}

/** A REST request with the cookies of a page. */
export async function rest( context: APIRequestContext, method: string, path: string, data?: object ) {
	const nonce = await ( await context.get( '/wp-admin/admin-ajax.php?action=rest-nonce' ) ).text();
	const answer = await context.fetch( `/wp-json/carnet/v1${ path }`, {
		method,
		data,
		headers: { 'X-WP-Nonce': nonce },
	} );
	if ( ! answer.ok() ) {
		throw new Error( `${ method } ${ path }: ${ answer.status() } ${ await answer.text() }` );
	}
	return answer.json();
}
