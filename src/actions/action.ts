import { today } from '../entities/days';
import type { Noun } from '../records/noun';
import { CallLog } from './call-log';
import { actionSections } from './form';
import { actionPresets } from './presets';
import { actionWords } from './words';

/** What happened or is to happen with someone: calls, emails, meetings. */
export const action: Noun = {
	entity: 'action',
	words: actionWords,
	titleOf: ( { title } ) => String( title ?? '' ),
	titleFields: [ 'title' ],
	columns: [ 'date', 'start_time', 'type', 'status', 'contact_id', 'account_id' ],
	quickFilters: [ 'type', 'status' ],
	sections: actionSections,
	pills: [ 'type', 'status', 'date', 'account_id', 'contact_id', 'deal_id' ],
	linked: [],
	start: () => ( { date: today() } ),
	presets: actionPresets,
	QuickAdd: CallLog,
	createdBy: 'title',
	notDuplicated: [ 'status' ],
};
