import apiFetch from '@wordpress/api-fetch';
import { store as coreStore } from '@wordpress/core-data';
import { useDispatch } from '@wordpress/data';
import { __ } from '@wordpress/i18n';
import { changesetOf } from '../entities/answers';
import type { Tag } from '../entities/record';
import { KIND } from '../entities/register';
import { useNotify } from '../shared/use-notify';
import { useRefresh } from '../shared/use-refresh';

/** Change, merge and delete a tag, and say so. Each resolves to whether it was done. */
export function useTagChanges() {
	const { saveEntityRecord, deleteEntityRecord } = useDispatch( coreStore );
	const refresh = useRefresh();
	const notify = useNotify();
	const attempt = async ( write: () => Promise< unknown >, message: string, onRefused = notify.failed ) => {
		try {
			notify.done( message, changesetOf( await write() ) );
			refresh();
			return true;
		} catch ( error ) {
			onRefused( error );
			return false;
		}
	};
	const options = { throwOnError: true };
	return {
		change: ( { id }: Tag, edits: Partial< Tag >, onRefused?: ( refusal: unknown ) => void ) =>
			attempt(
				() => saveEntityRecord( KIND, 'tag', { id, ...edits }, options ),
				__( 'The tag was changed.', 'carnet-crm' ),
				onRefused
			),
		merge: ( { id }: Tag, into: number ) =>
			attempt(
				() => apiFetch( { path: `/carnet/v1/tags/${ id }/merge`, method: 'POST', data: { into } } ),
				__( 'The tags were merged.', 'carnet-crm' )
			),
		remove: ( { id }: Tag ) =>
			attempt(
				() => deleteEntityRecord( KIND, 'tag', id, {}, options ),
				__( 'The tag was deleted.', 'carnet-crm' )
			),
	};
}
