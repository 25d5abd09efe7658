import { __ } from '@wordpress/i18n';
import type { FormSection } from '../records/noun';

/** How the form of a deal is laid out. Fields named in no section come last, under "More". */
export function dealSections(): FormSection[] {
	return [
		{
			id: 'deal',
			label: __( 'Deal', 'carnet-crm' ),
			fields: [ 'title', 'account_id', 'contact_id', 'new_customer', 'tags' ],
		},
		{
			id: 'progress',
			label: __( 'Progress', 'carnet-crm' ),
			fields: [ 'status', 'close_reason', 'stage', 'probability', 'start_date', 'expected_close_date' ],
		},
		{
			id: 'amounts',
			label: __( 'Amounts', 'carnet-crm' ),
			fields: [ 'currency', 'amount', 'potential_amount', 'signed_amount' ],
		},
		{
			id: 'follow-up',
			label: __( 'Follow-up', 'carnet-crm' ),
			fields: [ 'note', 'owner_id' ],
		},
	];
}
