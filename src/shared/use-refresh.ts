import { store as coreStore } from '@wordpress/core-data';
import { useDispatch } from '@wordpress/data';
import { useCallback } from '@wordpress/element';

/**
 * Makes core-data ask again for whatever is on the screen. After every write: core-data itself only asks again for the
 * lists of the noun it saved, but a contact is counted on its account's tab, and an account's name is in rows of contacts.
 */
export function useRefresh() {
	const { invalidateResolutionForStoreSelector } = useDispatch( coreStore );
	return useCallback( () => {
		for ( const selector of [
			'getEntityRecords',
			'getEntityRecord',
			'getEntityRecordsTotalItems',
			'getEntityRecordsTotalPages',
		] as const ) {
			invalidateResolutionForStoreSelector( selector );
		}
	}, [ invalidateResolutionForStoreSelector ] );
}
