import apiFetch from '@wordpress/api-fetch';
import { store as coreStore } from '@wordpress/core-data';
import { useDispatch } from '@wordpress/data';
import { useMemo } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { changesetOf } from '../entities/answers';
import { entityConfig } from '../entities/boot';
import type { CrmRecord } from '../entities/record';
import { KIND } from '../entities/register';
import { useNotify } from '../shared/use-notify';
import { useRefresh } from '../shared/use-refresh';

/**
 * Trash, restore and delete one record, and say so. Each resolves to whether it was done.
 *
 * @param entity Singular name of the noun.
 */
export function useRecordChanges( entity: string ) {
	const { deleteEntityRecord } = useDispatch( coreStore );
	const refresh = useRefresh();
	const notify = useNotify();
	return useMemo( () => {
		const { route } = entityConfig( entity );
		const attempt = async ( write: () => Promise< unknown >, message: string ) => {
			try {
				notify.done( message, changesetOf( await write() ) );
				return true;
			} catch ( error ) {
				notify.failed( error );
				return false;
			}
		};
		const remove = async ( { id }: CrmRecord, query: object ) => {
			const answer = await deleteEntityRecord( KIND, entity, id, query, { throwOnError: true } );
			refresh();
			return answer;
		};
		return {
			/**
			 * Into the trash.
			 *
			 * @param record     Record.
			 * @param withLinked Whether its children go with it.
			 */
			trash: ( record: CrmRecord, withLinked = false ) =>
				attempt(
					() => remove( record, withLinked ? { linked: true } : {} ),
					__( 'Moved to the trash.', 'carnet-crm' )
				),
			restore: ( record: CrmRecord ) =>
				attempt(
					async () => {
						const restored = await apiFetch( {
							path: `/carnet/v1/${ route }/${ record.id }/restore`,
							method: 'POST',
						} );
						refresh();
						return restored;
					},
					__( 'Restored from the trash.', 'carnet-crm' )
				),
			purge: ( record: CrmRecord ) =>
				attempt( () => remove( record, { force: true } ), __( 'Deleted for good.', 'carnet-crm' ) ),
		};
	}, [ entity, deleteEntityRecord, notify, refresh ] );
}
