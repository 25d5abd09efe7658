import { __, _n, sprintf } from '@wordpress/i18n';
import type { Words } from '../records/noun';

/** What the screens say about deals. */
export function dealWords(): Words {
	return {
		plural: __( 'Deals', 'carnet-crm' ),
		standard: __( 'Open deals', 'carnet-crm' ),
		add: __( 'Add deal', 'carnet-crm' ),
		search: __( 'Search deals', 'carnet-crm' ),
		export: __( 'Export deals', 'carnet-crm' ),
		all: __( 'All deals', 'carnet-crm' ),
		empty: __( 'No deals yet: add the first sale you are working on.', 'carnet-crm' ),
		found: ( count, shown ) =>
			sprintf(
				/* translators: %s: number of deals, formatted. */
				_n( '%s deal', '%s deals', count, 'carnet-crm' ),
				shown
			),
		foundAtLeast: ( shown ) =>
			sprintf(
				/* translators: %s: number of deals, formatted. There may be more. */
				__( '%s+ deals', 'carnet-crm' ),
				shown
			),
		created: __( 'The deal was added.', 'carnet-crm' ),
		saved: __( 'The deal was saved.', 'carnet-crm' ),
		missing: __( 'This deal does not exist, or you may not see it.', 'carnet-crm' ),
		createNamed: ( name ) =>
			sprintf(
				/* translators: %s: title, as typed. */
				__( 'Create the deal “%s”', 'carnet-crm' ),
				name
			),
	};
}
