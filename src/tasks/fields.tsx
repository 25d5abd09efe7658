import { __ } from '@wordpress/i18n';
import type { CrmRecord } from '../entities/record';
import type { Renderers } from '../records/noun';
import { Moment } from '../shared/moment';

/**
 * Whether a task should have been done by now.
 *
 * @param task Task.
 */
export function isOverdue( task: CrmRecord ): boolean {
	const due = task.due_at;
	return task.status === 'open' && Boolean( due ) && new Date( String( due ) ).getTime() < Date.now();
}

export const taskRenderers: Renderers = {
	due_at: ( { item } ) => (
		<>
			<Moment value={ item.due_at as string | null } />{ ' ' }
			{ isOverdue( item ) && <strong className="carnet-overdue">{ __( 'Overdue', 'carnet-crm' ) }</strong> }
		</>
	),
};
