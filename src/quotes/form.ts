import { __ } from '@wordpress/i18n';
import type { FormSection } from '../records/noun';

/** How the form of a quote is laid out. Fields named in no section come last, under "More". */
export function quoteSections(): FormSection[] {
	return [
		{
			id: 'quote',
			label: __( 'Quote', 'carnet-crm' ),
			fields: [ 'title', 'issued_on', 'valid_until' ],
		},
		{
			id: 'with',
			label: __( 'For whom', 'carnet-crm' ),
			fields: [ 'account_id', 'contact_id', 'deal_id' ],
		},
		{
			id: 'amounts',
			label: __( 'Amounts', 'carnet-crm' ),
			fields: [ 'currency', 'lines' ],
		},
		{
			id: 'follow-up',
			label: __( 'Follow-up', 'carnet-crm' ),
			fields: [ 'tags', 'note', 'owner_id' ],
		},
	];
}
