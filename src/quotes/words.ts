import { __, _n, sprintf } from '@wordpress/i18n';
import type { Words } from '../records/noun';

/** What the screens say about quotes. */
export function quoteWords(): Words {
	return {
		plural: __( 'Quotes', 'carnet-crm' ),
		add: __( 'Add quote', 'carnet-crm' ),
		search: __( 'Search quotes', 'carnet-crm' ),
		export: __( 'Export quotes', 'carnet-crm' ),
		all: __( 'All quotes', 'carnet-crm' ),
		empty: __( 'No quotes yet: make the first one.', 'carnet-crm' ),
		found: ( count, shown ) =>
			sprintf(
				/* translators: %s: number of quotes, formatted. */
				_n( '%s quote', '%s quotes', count, 'carnet-crm' ),
				shown
			),
		foundAtLeast: ( shown ) =>
			sprintf(
				/* translators: %s: number of quotes, formatted. There may be more. */
				__( '%s+ quotes', 'carnet-crm' ),
				shown
			),
		created: __( 'The quote was added.', 'carnet-crm' ),
		saved: __( 'The quote was saved.', 'carnet-crm' ),
		missing: __( 'This quote does not exist, or you may not see it.', 'carnet-crm' ),
		createNamed: ( name ) =>
			sprintf(
				/* translators: %s: title, as typed. */
				__( 'Create the quote “%s”', 'carnet-crm' ),
				name
			),
	};
}
