/* eslint-disable react-hooks/rules-of-hooks -- Playwright's use() is not React's. */
import AxeBuilder from '@axe-core/playwright';
import { test as base, expect } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { rest, signIn } from './sign-in';
import { translator } from './translator';

export type Role = 'admin' | 'editor' | 'manager' | 'agent' | 'viewer' | 'subscriber';
export type Language = 'en' | 'fr' | 'ar';

/** `test.use( { role: 'agent' } )` signs the page in as that role; the language is the project's. */
export interface Options {
	role: Role;
	language: Language;
}

interface Fixtures {
	/** Opens a screen of the CRM: `visit( 'carnet-contacts&id=3' )`. */
	visit: ( address: string ) => Promise< void >;
	/** A REST request as the signed-in person; returns the body, throws on an error status. */
	api: < T = any >( method: string, path: string, data?: object ) => Promise< T >;
	/** The words of the plugin in the project's language: `t( 'Add contact' )`. */
	t: ( english: string, context?: string ) => string;
	/** Lets a console message pass that the test provokes, such as a refused save: `allowConsole( /412/ )`. */
	allowConsole: ( pattern: RegExp ) => void;
	/** Fails the test on console errors and warnings, uncaught errors, PHP messages. */
	watch: void;
}

const phpLog = join( process.env.CARNET_SITE ?? '', 'debug.log' );

export const test = base.extend<
	Fixtures & Options & { allowed: RegExp[] },
	{ contexts: Map< string, BrowserContext > }
>( {
	role: [ 'editor', { option: true } ],
	language: [ 'en', { option: true } ],

	storageState: async ( { role, language, baseURL }, use ) => {
		await use( await signIn( baseURL ?? '', `${ role }-${ language }` ) );
	},

	contexts: [
		async ( {}, use ) => {
			const contexts = new Map< string, BrowserContext >();
			await use( contexts );
			for ( const context of contexts.values() ) {
				await context.close();
			}
		},
		{ scope: 'worker' },
	],

	// One per person, for all their tests in a worker: with an empty cache every page would load five megabytes again.
	context: async ( { browser, contexts, storageState }, use ) => {
		const person = String( storageState );
		const context = contexts.get( person ) ?? ( await browser.newContext( { storageState } ) );
		contexts.set( person, context );
		await use( context );
		for ( const page of context.pages() ) {
			// What a test has chosen is no business of the next one.
			await page.evaluate( () => window.localStorage.clear() ).catch( () => {} );
			await page.close();
		}
	},

	visit: async ( { page }, use ) => {
		await use( async ( address ) => {
			await page.goto( `/wp-admin/admin.php?page=${ address }` );
		} );
	},

	api: async ( { page }, use ) => {
		await use( ( method, path, data ) => rest( page.request, method, path, data ) );
	},

	t: async ( { language }, use ) => {
		await use( translator( language ) );
	},

	allowed: async ( {}, use ) => {
		await use( [] );
	},

	allowConsole: async ( { allowed }, use ) => {
		await use( ( pattern ) => {
			allowed.push( pattern );
		} );
	},

	watch: [
		async ( { page, allowed }, use ) => {
			const found: string[] = [];
			const logStart = existsSync( phpLog ) ? statSync( phpLog ).size : 0;
			page.on( 'console', ( message ) => {
				if ( [ 'error', 'warning' ].includes( message.type() ) ) {
					found.push( `console ${ message.type() }: ${ message.text() } (${ message.location().url })` );
				}
			} );
			page.on( 'pageerror', ( error ) => found.push( `uncaught: ${ error.message }` ) );
			await use();
			const problems = found.filter( ( text ) => ! allowed.some( ( pattern ) => pattern.test( text ) ) );
			expect( problems, 'The browser console stays silent.' ).toEqual( [] );
			expect( readFrom( phpLog, logStart ), 'The PHP log stays empty.' ).toBe( '' );
		},
		{ auto: true },
	],
} );

/** WCAG 2.2 A and AA over the whole page. */
export async function expectNoAxeViolations( page: Page ) {
	const tags = [ 'wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa' ];
	const { violations } = await new AxeBuilder( { page } ).withTags( tags ).analyze();
	const lines = violations.flatMap( ( { id, nodes } ) =>
		nodes.map( ( node ) => `${ id }: ${ node.target.join( ' ' ) }\n${ node.html }\n${ node.failureSummary }` )
	);
	expect( lines ).toEqual( [] );
}

function readFrom( file: string, start: number ) {
	return existsSync( file ) ? readFileSync( file ).subarray( start ).toString() : '';
}

export { expect };
