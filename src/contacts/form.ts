import { __ } from '@wordpress/i18n';
import type { FormSection } from '../records/noun';

/** How the form of a contact is laid out. Fields named in no section come last, under "More". */
export function contactSections(): FormSection[] {
	return [
		{
			id: 'person',
			label: __( 'Person', 'carnet-crm' ),
			fields: [ 'civility', 'first_name', 'last_name', 'account_id', 'job_title', 'profession' ],
		},
		{
			id: 'standing',
			label: __( 'Where they stand', 'carnet-crm' ),
			fields: [ 'type', 'status', 'source', 'tags' ],
		},
		{
			id: 'reach',
			label: __( 'Phone and web', 'carnet-crm' ),
			fields: [ 'email', 'email_personal', 'phone', 'mobile', 'website', 'linkedin' ],
		},
		{
			id: 'address',
			label: __( 'Address', 'carnet-crm' ),
			fields: [ 'address_1', 'address_2', 'postcode', 'city', 'country' ],
		},
		{
			id: 'follow-up',
			label: __( 'Follow-up', 'carnet-crm' ),
			fields: [ 'note', 'owner_id' ],
		},
	];
}
