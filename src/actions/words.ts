import { __, _n, sprintf } from '@wordpress/i18n';
import type { Words } from '../records/noun';

/** What the screens say about actions. */
export function actionWords(): Words {
	return {
		plural: __( 'Actions', 'carnet-crm' ),
		standard: __( 'My actions this week', 'carnet-crm' ),
		add: __( 'Add action', 'carnet-crm' ),
		search: __( 'Search actions', 'carnet-crm' ),
		export: __( 'Export actions', 'carnet-crm' ),
		all: __( 'All actions', 'carnet-crm' ),
		empty: __( 'No actions yet: note the first call, email or meeting.', 'carnet-crm' ),
		found: ( count, shown ) =>
			sprintf(
				/* translators: %s: number of actions, formatted. */
				_n( '%s action', '%s actions', count, 'carnet-crm' ),
				shown
			),
		foundAtLeast: ( shown ) =>
			sprintf(
				/* translators: %s: number of actions, formatted. There may be more. */
				__( '%s+ actions', 'carnet-crm' ),
				shown
			),
		created: __( 'The action was added.', 'carnet-crm' ),
		saved: __( 'The action was saved.', 'carnet-crm' ),
		missing: __( 'This action does not exist, or you may not see it.', 'carnet-crm' ),
		createNamed: ( name ) =>
			sprintf(
				/* translators: %s: title, as typed. */
				__( 'Create the action “%s”', 'carnet-crm' ),
				name
			),
	};
}
