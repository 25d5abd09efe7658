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
	],
	createdBy: 'name',
};
