import { __ } from '@wordpress/i18n';
import type { FormSection } from '../records/noun';

/** How the form of an account is laid out. Fields named in no section come last, under "More". */
export function accountSections(): FormSection[] {
	return [
		{
			id: 'company',
			label: __( 'Company', 'carnet-crm' ),
			fields: [ 'name', 'type', 'source', 'vat_number', 'tags' ],
		},
		{
			id: 'reach',
			label: __( 'Phone and web', 'carnet-crm' ),
			fields: [ 'phone', 'fax', 'email', 'website' ],
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
