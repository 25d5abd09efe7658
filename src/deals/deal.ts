import type { Noun } from '../records/noun';
import { DealSteps } from './deal-steps';
import { dealSections } from './form';
import { dealWords } from './words';

/** Sales in the making. */
export const deal: Noun = {
	entity: 'deal',
	words: dealWords,
	titleOf: ( { title } ) => String( title ?? '' ),
	titleFields: [ 'title' ],
	columns: [ 'account_id', 'status', 'stage', 'amount', 'expected_close_date' ],
	quickFilters: [ 'status', 'stage', 'tags' ],
	sections: dealSections,
	pills: [ 'status', 'stage', 'amount', 'account_id', 'contact_id' ],
	linked: [
		{ entity: 'action', by: 'deal_id', columns: [ 'date', 'type', 'status', 'contact_id' ] },
		{ entity: 'quote', by: 'deal_id', columns: [ 'status', 'issued_on', 'net_total', 'total' ] },
		{ entity: 'task', by: 'deal_id', columns: [ 'due_at', 'priority', 'status' ] },
	],
	hasTimeline: true,
	offForm: [ 'status', 'close_reason' ],
	Steps: DealSteps,
	createdBy: 'title',
	notDuplicated: [ 'status', 'close_reason', 'signed_amount' ],
};
