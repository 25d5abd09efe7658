import type { Noun } from '../records/noun';
import { actionSections } from './form';
import { actionWords } from './words';

/** What happened or is to happen with someone: calls, emails, meetings. */
export const action: Noun = {
	entity: 'action',
	words: actionWords,
	titleOf: ( { title } ) => String( title ?? '' ),
	titleFields: [ 'title' ],
	columns: [ 'date', 'start_time', 'type', 'status', 'contact_id', 'account_id' ],
	sections: actionSections,
	pills: [ 'type', 'status', 'date', 'account_id', 'contact_id', 'deal_id' ],
	linked: [],
	createdBy: 'title',
	notDuplicated: [ 'status' ],
};
