import { __ } from '@wordpress/i18n';
import type { FormSection } from '../records/noun';

/** How the form of a task is laid out. Fields named in no section come last, under "More". */
export function taskSections(): FormSection[] {
	return [
		{
			id: 'what',
			label: __( 'What', 'carnet-crm' ),
			fields: [ 'title', 'description', 'due_at', 'priority', 'status' ],
		},
		{
			id: 'reminders',
			label: __( 'Reminders', 'carnet-crm' ),
			fields: [ 'reminders' ],
		},
		{
			id: 'with',
			label: __( 'With whom', 'carnet-crm' ),
			fields: [ 'account_id', 'contact_id', 'deal_id' ],
		},
		{
			id: 'follow-up',
			label: __( 'Follow-up', 'carnet-crm' ),
			fields: [ 'owner_id' ],
		},
	];
}
