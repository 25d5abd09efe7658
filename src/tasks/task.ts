import type { Noun } from '../records/noun';
import { taskSections } from './form';
import { taskWords } from './words';

/** What someone has to do, by a time. */
export const task: Noun = {
	entity: 'task',
	words: taskWords,
	titleOf: ( { title } ) => String( title ?? '' ),
	titleFields: [ 'title' ],
	columns: [ 'due_at', 'priority', 'status', 'contact_id', 'account_id' ],
	sections: taskSections,
	pills: [ 'status', 'priority', 'due_at', 'account_id', 'contact_id', 'deal_id' ],
	linked: [],
	createdBy: 'title',
	notDuplicated: [ 'status' ],
};
