import { store as coreStore } from '@wordpress/core-data';
import { useDispatch } from '@wordpress/data';
import { useState } from '@wordpress/element';
import { changesetOf } from '../entities/answers';
import type { ApiError } from '../entities/api-error';
import { asApiError } from '../entities/api-error';
import type { CrmRecord } from '../entities/record';
import { KIND } from '../entities/register';
import { useNotify } from '../shared/use-notify';
import { useRefresh } from '../shared/use-refresh';
import type { Noun } from './noun';

/**
 * Saves a record through core-data. The version it was made from goes along, so that a change made meanwhile by
 * someone else is answered with 412 instead of being lost. `error` is the last refusal, until the next try.
 *
 * @param noun      The noun.
 * @param onRefused Told of each refusal, where no form shows it.
 */
export function useSave( noun: Noun, onRefused?: ( refusal: unknown ) => void ) {
	const { saveEntityRecord } = useDispatch( coreStore );
	const notify = useNotify();
	const refresh = useRefresh();
	const [ error, setError ] = useState< ApiError | null >( null );
	const [ isSaving, setIsSaving ] = useState( false );

	const save = async ( base: CrmRecord, changes: Record< string, unknown > ): Promise< CrmRecord | null > => {
		const { created, saved: changed } = noun.words();
		setIsSaving( true );
		try {
			const saved = ( await saveEntityRecord(
				KIND,
				noun.entity,
				base.id ? { ...changes, id: base.id, version: base.version } : changes,
				{ throwOnError: true }
			) ) as CrmRecord;
			setError( null );
			refresh();
			notify.done( base.id ? changed : created, changesetOf( saved ) );
			return saved;
		} catch ( refusal ) {
			setError( asApiError( refusal ) );
			onRefused?.( refusal );
			return null;
		} finally {
			setIsSaving( false );
		}
	};
	return { save, isSaving, error, forget: () => setError( null ) };
}
