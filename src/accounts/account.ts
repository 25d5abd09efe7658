import type { Noun } from '../records/noun';
import { accountSections } from './form';
import { accountWords } from './words';

/** Companies: customers, suppliers, partners. */
export const account: Noun = {
	entity: 'account',
	words: accountWords,
	titleOf: ( { name } ) => String( name ?? '' ),
	titleFields: [ 'name' ],
	columns: [ 'type', 'phone', 'email', 'postcode', 'city', 'tags' ],
	quickFilters: [ 'type', 'source', 'tags' ],
	sections: accountSections,
	pills: [ 'type' ],
	linked: [
		{
			entity: 'contact',
			by: 'account_id',
			columns: [ 'job_title', 'type', 'status', 'email', 'phone' ],
		},
		{ entity: 'action', by: 'account_id', columns: [ 'date', 'type', 'status', 'contact_id' ] },
		{ entity: 'deal', by: 'account_id', columns: [ 'status', 'stage', 'amount', 'expected_close_date' ] },
		{ entity: 'quote', by: 'account_id', columns: [ 'status', 'issued_on', 'net_total', 'total' ] },
		{ entity: 'task', by: 'account_id', columns: [ 'due_at', 'priority', 'status' ] },
	],
	hasTimeline: true,
	createdBy: 'name',
};
