import type { Noun } from '../records/noun';
import { taskRenderers } from './fields';
import { taskSections } from './form';
import { ReminderList, RemindersControl } from './reminders-control';
import { taskRowActions } from './row-actions';
import { TaskQuickAdd } from './task-quick-add';
import { TaskSteps } from './task-steps';
import { taskWords } from './words';

/** What someone has to do, by a time. */
export const task: Noun = {
	entity: 'task',
	words: taskWords,
	titleOf: ( { title } ) => String( title ?? '' ),
	titleFields: [ 'title' ],
	columns: [ 'due_at', 'priority', 'contact_id', 'status' ],
	quickFilters: [ 'status', 'priority' ],
	sections: taskSections,
	pills: [ 'status', 'priority', 'due_at', 'account_id', 'contact_id', 'deal_id' ],
	linked: [],
	renderers: taskRenderers,
	controls: { reminders: RemindersControl },
	facts: { reminders: ReminderList },
	rowActions: taskRowActions,
	Steps: TaskSteps,
	QuickAdd: TaskQuickAdd,
	createdBy: 'title',
	notDuplicated: [ 'status' ],
};
