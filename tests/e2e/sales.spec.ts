import type { Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { button, combobox, heading, noPageLoad, row, rows, snackbar, textbox, unique } from './crm';
import { expect, test } from './fixtures';

type Words = ( english: string, context?: string ) => string;

/** The tab of a record that lists what is linked to it, with its number. */
const tab = ( page: Page, t: Words, label: string, count: number ) =>
	page.getByRole( 'link', {
		name: t( '%1$s (%2$s)' ).replace( '%1$s', t( label ) ).replace( '%2$s', String( count ) ),
		exact: true,
	} );

/** Add, above a list; an empty one has a second below. */
const add = ( page: Page, name: string ) => page.getByRole( 'link', { name, exact: true } ).first();

/** The label of a required field says more than its name. */
const title = ( page: Page, t: Words ) => page.getByRole( 'textbox', { name: t( 'Title' ) } );

/** The link to a parent, beneath the heading of a record. */
const parent = ( page: Page, name: string ) => page.locator( '.carnet-header' ).getByRole( 'link', { name } );

const menu = ( page: Page, name: string ) => page.locator( '#toplevel_page_carnet' ).getByRole( 'link', { name } );

/** An amount in hundredths as either language writes it: 1,234.56 or 1 234,56. */
const amount = ( hundredths: number ) =>
	new RegExp(
		( hundredths / 100 )
			.toFixed( 2 )
			.replace( '.', '[.,]' )
			.replace( /\B(?=(\d{3})+(?!\d))/g, '.' )
	);

async function expectParents( page: Page, t: Words, parents: Record< string, string > ) {
	for ( const [ label, name ] of Object.entries( parents ) ) {
		await expect( page.getByRole( 'combobox', { name: t( label ) } ) ).toHaveValue( name );
	}
}

/** A time of the site (its zone is UTC), as the browser's control takes it. */
const minutesFromNow = ( minutes: number ) => new Date( Date.now() + minutes * 60_000 ).toISOString().slice( 0, 16 );

/** What the cron of a quiet site does late: the next request of the CRM delivers the reminders that are due. */
function letSweepBeLate() {
	const run = join( __dirname, '../../tools/site/run.php' );
	execFileSync( process.env.PHP_BINARY || 'php', [ run, join( __dirname, 'late-sweep.php' ) ] );
}

test( 'A quote is made from a contact and accepted; its tab counts it, and its totals are exact', async ( {
	page,
	visit,
	api,
	t,
	language,
} ) => {
	// One for each language: their tests run side by side. The demo data has sold in it, too, as has a run that failed.
	const currency = language === 'fr' ? 'CAD' : 'CHF';
	const figures = async () => ( await api( 'GET', '/dashboard' ) ).widgets;
	const revenue = ( widgets: Awaited< ReturnType< typeof figures > > ): number =>
		widgets.total_revenue.current[ currency ] ?? 0;
	const sold = revenue( await figures() );
	const account = await api( 'POST', '/accounts', { name: unique( 'Horlogerie' ) } );
	const contact = await api( 'POST', '/contacts', { last_name: unique( 'Devis' ), account_id: account.id } );
	const name = unique( 'Refonte du site' );
	await visit( `carnet-contacts&id=${ contact.id }` );
	const isSamePage = await noPageLoad( page );
	await tab( page, t, 'Quotes', 0 ).click();
	await add( page, t( 'Add quote' ) ).click();
	await expectParents( page, t, { Account: account.name, Contact: contact.last_name } );

	await title( page, t ).fill( name );
	await combobox( page, t( 'Currency' ) ).selectOption( currency );
	await textbox( page, `${ t( 'Amount without tax' ) } (${ currency })` ).fill( '1234,56' );
	await combobox( page, t( 'Tax' ) ).selectOption( '5.5' );
	// 5.5 % of 1,234.56 are 67.9008.
	const totals = page.locator( '.carnet-totals dd' );
	await expect( totals ).toHaveText( [ /1.?234[.,]56/, /67[.,]90/, /1.?302[.,]46/ ] );
	await button( page, t( 'Save' ) ).click();
	await expect( snackbar( page, t( 'The quote was added.' ) ) ).toBeVisible();
	await expect( heading( page ) ).toHaveText( new RegExp( `^Q-\\d{4}-\\d{4} ${ name }$` ) );

	await button( page, t( 'Accept' ) ).click();
	await expect( button( page, t( 'Accept' ) ) ).toHaveCount( 0 );
	await expect( page.locator( '.carnet-header' ) ).toContainText( t( 'Accepted' ) );
	await expect( page.locator( '.carnet-line-table' ) ).toContainText( name );
	await expect( totals ).toHaveText( [ /1.?234[.,]56/, /67[.,]90/, /1.?302[.,]46/ ] );

	await parent( page, contact.last_name ).click();
	await tab( page, t, 'Quotes', 1 ).click();
	await expect( rows( page ) ).toHaveCount( 1 );
	await expect( rows( page ) ).toContainText( name );
	await expect( rows( page ) ).toContainText( t( 'Accepted' ) );
	await expect( rows( page ) ).toContainText( /1.?234[.,]56/ );
	expect( await isSamePage() ).toBe( true );
	const [ quote ] = await api( 'GET', `/quotes?contact_id=${ contact.id }` );
	expect( quote ).toMatchObject( {
		account_id: account.id,
		status: 'accepted',
		currency,
		net_total: 123456,
		tax_total: 6790,
		total: 130246,
		taxes: [ { rate: '5.5', base: 123456, tax: 6790 } ],
	} );
	expect( quote.accepted_at ).toMatch( /Z$/ );

	// Nobody else sells in this currency meanwhile: revenue grows by this quote's net amount.
	const now = await figures();
	expect( revenue( now ) - sold ).toBe( 123456 );
	await menu( page, t( 'Dashboard' ) ).click();
	await expect( page.locator( `.carnet-big-figure[href$="currency=${ currency }"]` ) ).toHaveText( [
		amount( revenue( now ) ),
		amount( now.average_transaction_value.current[ currency ] ),
	] );
} );

test( 'A task is given from a contact, is in the task list, and reminds when its time has come', async ( {
	page,
	visit,
	api,
	t,
} ) => {
	const contact = await api( 'POST', '/contacts', { last_name: unique( 'Rappel' ) } );
	const name = unique( 'Envoyer le contrat' );
	await visit( `carnet-contacts&id=${ contact.id }` );
	const isSamePage = await noPageLoad( page );
	await tab( page, t, 'Task scheduler', 0 ).click();
	await add( page, t( 'Add task' ) ).click();
	await expectParents( page, t, { Contact: contact.last_name } );
	await title( page, t ).fill( name );
	await textbox( page, t( 'Description' ) ).fill( 'Avec l’avenant n° 2 & les annexes' );
	await page.getByLabel( t( 'Due' ), { exact: true } ).fill( minutesFromNow( 60 ) );
	await combobox( page, t( 'Priority' ) ).selectOption( 'high' );
	await button( page, t( 'Add reminder' ) ).click();
	await combobox( page, t( 'When' ) ).selectOption( '60' );
	await button( page, t( 'Save' ) ).click();
	await expect( snackbar( page, t( 'The task was added.' ) ) ).toBeVisible();
	await expect( heading( page ) ).toHaveText( name );

	await parent( page, contact.last_name ).click();
	await expect( tab( page, t, 'Task scheduler', 1 ) ).toBeVisible();
	await menu( page, t( 'Task scheduler' ) ).click();
	await expect( row( page, name ) ).toContainText( t( 'High' ) );
	expect( await isSamePage() ).toBe( true );

	// An hour before, which is now.
	letSweepBeLate();
	await api( 'GET', '/config' );
	await page.reload();
	await page.locator( '#carnet-bell' ).getByRole( 'button' ).click();
	const reminders = page.getByRole( 'dialog', { name: t( 'Reminders' ) } );
	const read = reminders.getByRole( 'button', { name: `${ t( 'Mark as read' ) }: ${ name }` } );
	await expect( read ).toBeVisible();
	await read.click();
	await expect( read ).toHaveCount( 0 );
	await page.keyboard.press( 'Escape' );
	await expect( reminders ).toBeHidden();
	await row( page, name ).getByRole( 'link', { name } ).click();
	await expect( textbox( page, t( 'Description' ) ) ).toHaveValue( 'Avec l’avenant n° 2 & les annexes' );
} );

test( 'A call is logged, a follow-up is scheduled with a reminder, the next step is planned, the task closed', async ( {
	page,
	visit,
	api,
	t,
} ) => {
	const contact = await api( 'POST', '/contacts', { last_name: unique( 'Suivi' ), type: 'prospect' } );
	const call = unique( 'Premier échange' );
	const name = unique( 'Relancer' );
	await visit( 'carnet-actions' );
	const isSamePage = await noPageLoad( page );
	await button( page, t( 'Log a past call' ) ).click();
	await expect( combobox( page, t( 'Contact' ) ) ).toBeFocused();
	await combobox( page, t( 'Contact' ) ).fill( contact.last_name );
	await page.getByRole( 'option', { name: contact.last_name, exact: true } ).click();
	await title( page, t ).fill( call );
	await textbox( page, t( 'Note' ) ).fill( 'Intéressée, budget en mars.' );
	await button( page, t( 'I called' ) ).click();
	await expect( row( page, call ) ).toContainText( t( 'Outgoing call' ) );
	await expect( row( page, call ) ).toContainText( t( 'Done' ) );

	await row( page, call ).getByRole( 'link', { name: contact.last_name } ).click();
	await tab( page, t, 'Task scheduler', 0 ).click();
	await add( page, t( 'Add task' ) ).click();
	await expectParents( page, t, { Contact: contact.last_name } );
	await title( page, t ).fill( name );
	await page.getByLabel( t( 'Due' ), { exact: true } ).fill( minutesFromNow( 3 * 24 * 60 ) );
	await button( page, t( 'Add reminder' ) ).click();
	await combobox( page, t( 'When' ) ).selectOption( '1440' );
	await combobox( page, t( 'How' ) ).selectOption( 'email' );
	await button( page, t( 'Save' ) ).click();
	await expect( heading( page ) ).toHaveText( name );

	await parent( page, contact.last_name ).click();
	await tab( page, t, 'Actions', 1 ).click();
	await expect( row( page, call ) ).toBeVisible();
	await button( page, t( 'Add from a template' ) ).click();
	await page.getByRole( 'menuitem', { name: t( 'Follow-up in one week' ) } ).click();
	await expectParents( page, t, { Contact: contact.last_name } );
	await expect( title( page, t ) ).toHaveValue( t( 'Follow-up' ) );
	await button( page, t( 'Save' ) ).click();
	await expect( snackbar( page, t( 'The action was added.' ) ) ).toBeVisible();
	await parent( page, contact.last_name ).click();
	await expect( tab( page, t, 'Actions', 2 ) ).toBeVisible();

	await menu( page, t( 'Task scheduler' ) ).click();
	await row( page, name )
		.getByRole( 'button', { name: t( 'Mark as done' ) } )
		.click();
	await expect( row( page, name ) ).toHaveCount( 0 );
	expect( await isSamePage() ).toBe( true );
	const [ task ] = await api( 'GET', `/tasks?contact_id=${ contact.id }` );
	expect( task ).toMatchObject( { title: name, status: 'done' } );
	const actions = await api( 'GET', `/actions?contact_id=${ contact.id }&orderby=date&order=asc` );
	expect( actions ).toMatchObject( [
		{ title: call, type: 'call_out', status: 'done' },
		{ title: t( 'Follow-up' ), type: 'call_out', status: 'not_started' },
	] );
} );

test( 'From an account its contact, action and deal are added, from the deal an action: all tabs show them', async ( {
	page,
	visit,
	api,
	t,
} ) => {
	const account = await api( 'POST', '/accounts', { name: unique( 'Coutellerie' ) } );
	const person = unique( 'Lame' );
	const dealName = unique( 'Équipement de l’atelier' );
	const visitName = unique( 'Visite de l’atelier' );
	const nextName = unique( 'Envoi du devis' );
	await visit( `carnet-accounts&id=${ account.id }` );
	const isSamePage = await noPageLoad( page );

	await tab( page, t, 'Contacts', 0 ).click();
	await add( page, t( 'Add contact' ) ).click();
	await expectParents( page, t, { Account: account.name } );
	await textbox( page, t( 'Last name' ) ).fill( person );
	await button( page, t( 'Save' ) ).click();
	await expect( heading( page ) ).toHaveText( person );

	await parent( page, account.name ).click();
	await tab( page, t, 'Actions', 0 ).click();
	await add( page, t( 'Add action' ) ).click();
	await expectParents( page, t, { Account: account.name } );
	await title( page, t ).fill( visitName );
	await button( page, t( 'Save' ) ).click();
	await expect( heading( page ) ).toHaveText( visitName );

	await parent( page, account.name ).click();
	await tab( page, t, 'Deals', 0 ).click();
	await add( page, t( 'Add deal' ) ).click();
	await expectParents( page, t, { Account: account.name } );
	await title( page, t ).fill( dealName );
	await combobox( page, t( 'Contact' ) ).click();
	// Those of the account come first.
	await expect( page.getByRole( 'option' ).first() ).toHaveText( person );
	await page.getByRole( 'option' ).first().click();
	await button( page, t( 'Save' ) ).click();
	await expect( heading( page ) ).toHaveText( dealName );

	for ( const [ label, addLabel ] of [
		[ 'Quotes', 'Add quote' ],
		[ 'Task scheduler', 'Add task' ],
		[ 'Actions', 'Add action' ],
	] as const ) {
		await tab( page, t, label, 0 ).click();
		await add( page, t( addLabel ) ).click();
		await expectParents( page, t, { Account: account.name, Contact: person, Deal: dealName } );
		if ( label !== 'Actions' ) {
			await page.goBack();
		}
	}
	await title( page, t ).fill( nextName );
	await button( page, t( 'Save' ) ).click();
	await expect( heading( page ) ).toHaveText( nextName );

	const expectListed = async ( label: string, names: string[] ) => {
		await tab( page, t, label, names.length ).click();
		await expect( rows( page ) ).toHaveCount( names.length );
		for ( const name of names ) {
			await expect( row( page, name ) ).toBeVisible();
		}
	};
	await parent( page, dealName ).click();
	await expectListed( 'Actions', [ nextName ] );
	await parent( page, person ).click();
	await expectListed( 'Actions', [ nextName ] );
	await expectListed( 'Deals', [ dealName ] );
	await parent( page, account.name ).click();
	await expectListed( 'Contacts', [ person ] );
	await expectListed( 'Actions', [ nextName, visitName ] );
	await expectListed( 'Deals', [ dealName ] );
	expect( await isSamePage() ).toBe( true );
} );
