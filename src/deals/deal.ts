import type { Noun } from '../records/noun';
import { dealSections } from './form';
import { dealWords } from './words';

/** Sales in the making. */
export const deal: Noun = {
	entity: 'deal',
	words: dealWords,
	titleOf: ( { title } ) => String( title ?? '' ),
	titleFields: [ 'title' ],
	columns: [ 'account_id', 'stage', 'amount', 'probability', 'weighted_amount', 'expected_close_date', 'status' ],
	sections: dealSections,
	pills: [ 'status', 'stage', 'amount', 'account_id', 'contact_id' ],
	linked: [],
	createdBy: 'title',
	notDuplicated: [ 'status', 'close_reason', 'signed_amount' ],
};
