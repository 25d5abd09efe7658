import type { Noun } from '../records/noun';
import { contactRenderers, contactTitle } from './fields';
import { contactSections } from './form';
import { JobTitleControl } from './job-title-control';
import { contactWords } from './words';

/** People: leads, prospects, customers. */
export const contact: Noun = {
	entity: 'contact',
	words: contactWords,
	titleOf: contactTitle,
	titleSort: 'last_name',
	titleFields: [ 'first_name', 'last_name' ],
	columns: [ 'account_id', 'type', 'status', 'email', 'phone', 'tags' ],
	quickFilters: [ 'type', 'status', 'tags' ],
	renderers: contactRenderers,
	controls: { job_title: JobTitleControl },
	sections: contactSections,
	pills: [ 'account_id', 'type', 'status' ],
	linked: [
		{ entity: 'action', by: 'contact_id', columns: [ 'date', 'type', 'status' ] },
		{ entity: 'deal', by: 'contact_id', columns: [ 'status', 'stage', 'amount', 'expected_close_date' ] },
		{ entity: 'quote', by: 'contact_id', columns: [ 'status', 'issued_on', 'net_total', 'total' ] },
		{ entity: 'task', by: 'contact_id', columns: [ 'due_at', 'priority', 'status' ] },
	],
	hasTimeline: true,
	createdBy: 'last_name',
	// One live contact per address: the copy needs its own.
	notDuplicated: [ 'email' ],
};
