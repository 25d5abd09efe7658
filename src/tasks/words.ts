import { __, _n, sprintf } from '@wordpress/i18n';
import type { Words } from '../records/noun';

/** What the screens say about tasks. */
export function taskWords(): Words {
	return {
		plural: __( 'Task scheduler', 'carnet-crm' ),
		standard: __( 'My open tasks', 'carnet-crm' ),
		add: __( 'Add task', 'carnet-crm' ),
		search: __( 'Search tasks', 'carnet-crm' ),
		export: __( 'Export tasks', 'carnet-crm' ),
		all: __( 'All tasks', 'carnet-crm' ),
		empty: __( 'No tasks yet: add the first thing you have to do.', 'carnet-crm' ),
		found: ( count, shown ) =>
			sprintf(
				/* translators: %s: number of tasks, formatted. */
				_n( '%s task', '%s tasks', count, 'carnet-crm' ),
				shown
			),
		foundAtLeast: ( shown ) =>
			sprintf(
				/* translators: %s: number of tasks, formatted. There may be more. */
				__( '%s+ tasks', 'carnet-crm' ),
				shown
			),
		created: __( 'The task was added.', 'carnet-crm' ),
		saved: __( 'The task was saved.', 'carnet-crm' ),
		missing: __( 'This task does not exist, or you may not see it.', 'carnet-crm' ),
		createNamed: ( name ) =>
			sprintf(
				/* translators: %s: title, as typed. */
				__( 'Create the task “%s”', 'carnet-crm' ),
				name
			),
	};
}
