import { expectAccessible } from './access';
import { unique } from './crm';
import { test } from './fixtures';

// Beside access.spec.ts, so that two workers share the screens.
test( 'The screens of deals, quotes, actions and tasks pass axe, share no id, and fit 320 pixels', async ( {
	page,
	visit,
	api,
	language,
} ) => {
	test.slow();
	const tag = await api( 'POST', '/tags', { name: unique( 'Accès' ) } );
	const account = await api( 'POST', '/accounts', { name: unique( 'Société' ) } );
	const contact = await api( 'POST', '/contacts', {
		last_name: unique( 'Quelquechose-de-Long' ),
		account_id: account.id,
	} );
	const deal = await api( 'POST', '/deals', {
		title: unique( 'Réaménagement-des-entrepôts-de-la-société' ),
		account_id: account.id,
		contact_id: contact.id,
		amount: 123456789012,
		expected_close_date: '2030-01-31',
		tags: [ tag.id ],
	} );
	const links = { account_id: account.id, contact_id: contact.id, deal_id: deal.id };
	const line = { description: 'Rayonnages', quantity: '1.5', unit_price: 98765432, tax_rate: '20' };
	const lines = [ line, { ...line, discount_percent: '12.5', tax_rate: '5.5' } ];
	const quote = await api( 'POST', '/quotes', { ...links, title: unique( 'Rayonnages' ), lines } );
	const sold = await api( 'POST', '/quotes', { ...links, title: unique( 'Vendu' ), lines, status: 'accepted' } );
	const action = await api( 'POST', '/actions', { ...links, title: unique( 'Visite' ), date: '2026-03-02' } );
	const task = await api( 'POST', '/tasks', {
		...links,
		title: unique( 'Relance' ),
		due_at: '2026-03-02T09:00:00Z',
		priority: 'urgent',
		reminders: [ { minutes_before: 60, channel: 'in_app' } ],
	} );
	await expectAccessible( page, visit, language, {
		'carnet-actions&view=all': 'tbody tr',
		'carnet-deals&view=all': 'tbody tr',
		'carnet-quotes': 'tbody tr',
		'carnet-tasks&view=all': 'tbody tr',
		'carnet-actions&id=new': '.carnet-form',
		'carnet-deals&id=new': '.carnet-form',
		'carnet-quotes&id=new': '.carnet-totals',
		'carnet-tasks&id=new': '.carnet-form',
		[ `carnet-actions&id=${ action.id }` ]: '.carnet-form',
		[ `carnet-deals&id=${ deal.id }` ]: '.carnet-form',
		[ `carnet-deals&id=${ deal.id }&tab=quotes` ]: 'tbody tr',
		[ `carnet-deals&id=${ deal.id }&tab=timeline` ]: '.carnet-history li',
		[ `carnet-quotes&id=${ quote.id }` ]: '.carnet-line',
		[ `carnet-quotes&id=${ sold.id }` ]: '.carnet-line-table tbody tr',
		[ `carnet-quotes&id=${ quote.id }&tab=print` ]: '.carnet-print',
		[ `carnet-tasks&id=${ task.id }` ]: '.carnet-reminders fieldset',
		[ `carnet-contacts&id=${ contact.id }&tab=tasks` ]: 'tbody tr',
	} );
} );
