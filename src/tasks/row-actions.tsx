import type { Action } from '@wordpress/dataviews';
import { __ } from '@wordpress/i18n';
import { check } from '@wordpress/icons';
import type { CrmRecord } from '../entities/record';
import type { Save } from '../records/noun';

/**
 * What the row of a task offers first: that it is done.
 *
 * @param save Saves a task.
 */
export function taskRowActions( save: Save ): Action< CrmRecord >[] {
	return [
		{
			id: 'done',
			label: __( 'Mark as done', 'carnet-crm' ),
			icon: check,
			isPrimary: true,
			isEligible: ( { status } ) => status === 'open',
			callback: ( [ record ] ) => void ( record && save( record, { status: 'done' } ) ),
		},
	];
}
