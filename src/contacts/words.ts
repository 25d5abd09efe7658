import { __, _n, sprintf } from '@wordpress/i18n';
import type { Words } from '../records/noun';

/** What the screens say about contacts. */
export function contactWords(): Words {
	return {
		plural: __( 'Contacts', 'carnet-crm' ),
		add: __( 'Add contact', 'carnet-crm' ),
		search: __( 'Search contacts', 'carnet-crm' ),
		export: __( 'Export contacts', 'carnet-crm' ),
		all: __( 'All contacts', 'carnet-crm' ),
		types: {
			customer: __( 'Customers', 'carnet-crm' ),
			prospect: __( 'Prospects', 'carnet-crm' ),
			lead: __( 'Leads', 'carnet-crm' ),
		},
		empty: __( 'No contacts yet: add the first person you know.', 'carnet-crm' ),
		found: ( count, shown ) =>
			sprintf(
				/* translators: %s: number of contacts, formatted. */
				_n( '%s contact', '%s contacts', count, 'carnet-crm' ),
				shown
			),
		foundAtLeast: ( shown ) =>
			sprintf(
				/* translators: %s: number of contacts, formatted. There may be more. */
				__( '%s+ contacts', 'carnet-crm' ),
				shown
			),
		created: __( 'The contact was added.', 'carnet-crm' ),
		saved: __( 'The contact was saved.', 'carnet-crm' ),
		missing: __( 'This contact does not exist, or you may not see it.', 'carnet-crm' ),
		createNamed: ( name ) =>
			sprintf(
				/* translators: %s: name of a person, as typed. */
				__( 'Create the contact “%s”', 'carnet-crm' ),
				name
			),
	};
}
