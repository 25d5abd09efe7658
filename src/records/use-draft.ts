import { useState } from '@wordpress/element';
import type { CrmRecord } from '../entities/record';

type Values = Record< string, unknown >;

const same = ( a: unknown, b: unknown ) => JSON.stringify( a ?? '' ) === JSON.stringify( b ?? '' );

/**
 * What a person has changed of a record and not saved. The base is the record as it was when they began: if it changes
 * on the server meanwhile, its version tells, and both states can be shown.
 *
 * @param record The record as stored, or the values a new one starts with.
 */
export function useDraft( record: CrmRecord ) {
	const [ draft, setDraft ] = useState< { base: CrmRecord; changes: Values } >( { base: record, changes: {} } );
	const isDirty = Object.keys( draft.changes ).length > 0;
	const base = isDirty ? draft.base : record;
	return {
		base,
		changes: draft.changes,
		values: { ...base, ...draft.changes } as CrmRecord,
		isDirty,
		change( edits: Values ) {
			setDraft( ( current ) => {
				const isFirst = ! Object.keys( current.changes ).length;
				const from = isFirst ? record : current.base;
				const changes = Object.fromEntries(
					Object.entries( { ...current.changes, ...edits } ).filter(
						( [ key, value ] ) => ! same( value, from[ key ] )
					)
				);
				return { base: from, changes };
			} );
		},
		/**
		 * Starts again, from another state with these changes where given.
		 *
		 * @param from    Record to start from.
		 * @param changes Changes to keep.
		 */
		reset( from: CrmRecord = record, changes: Values = {} ) {
			setDraft( { base: from, changes } );
		},
	};
}
