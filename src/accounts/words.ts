import { __, _n, sprintf } from '@wordpress/i18n';
import type { Words } from '../records/noun';

/** What the screens say about accounts. */
export function accountWords(): Words {
	return {
		plural: __( 'Accounts', 'carnet-crm' ),
		add: __( 'Add account', 'carnet-crm' ),
		search: __( 'Search accounts', 'carnet-crm' ),
		export: __( 'Export accounts', 'carnet-crm' ),
		all: __( 'All accounts', 'carnet-crm' ),
		types: {
			customer: __( 'Customers', 'carnet-crm' ),
			prospect: __( 'Prospects', 'carnet-crm' ),
			supplier: __( 'Suppliers', 'carnet-crm' ),
			partner: __( 'Partners', 'carnet-crm' ),
		},
		empty: __( 'No accounts yet: add the first company you work with.', 'carnet-crm' ),
		found: ( count, shown ) =>
			sprintf(
				/* translators: %s: number of accounts, formatted. */
				_n( '%s account', '%s accounts', count, 'carnet-crm' ),
				shown
			),
		foundAtLeast: ( shown ) =>
			sprintf(
				/* translators: %s: number of accounts, formatted. There may be more. */
				__( '%s+ accounts', 'carnet-crm' ),
				shown
			),
		created: __( 'The account was added.', 'carnet-crm' ),
		saved: __( 'The account was saved.', 'carnet-crm' ),
		missing: __( 'This account does not exist, or you may not see it.', 'carnet-crm' ),
		createNamed: ( name ) =>
			sprintf(
				/* translators: %s: name of a company, as typed. */
				__( 'Create the account “%s”', 'carnet-crm' ),
				name
			),
	};
}
