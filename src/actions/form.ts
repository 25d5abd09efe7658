import { __ } from '@wordpress/i18n';
import type { FormSection } from '../records/noun';

/** How the form of an action is laid out. Fields named in no section come last, under "More". */
export function actionSections(): FormSection[] {
	return [
		{
			id: 'what',
			label: __( 'What', 'carnet-crm' ),
			fields: [ 'title', 'nature', 'type', 'status' ],
		},
		{
			id: 'when',
			label: __( 'When', 'carnet-crm' ),
			fields: [ 'date', 'start_time', 'end_time', 'duration' ],
		},
		{
			id: 'with',
			label: __( 'With whom', 'carnet-crm' ),
			fields: [ 'account_id', 'contact_id', 'deal_id' ],
		},
		{
			id: 'follow-up',
			label: __( 'Follow-up', 'carnet-crm' ),
			fields: [ 'note', 'owner_id' ],
		},
	];
}
