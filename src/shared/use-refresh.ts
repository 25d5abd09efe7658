import { store as coreStore } from '@wordpress/core-data';
import { useDispatch } from '@wordpress/data';
import { useCallback } from '@wordpress/element';

/**
 * Makes core-data ask again for whatever is on the screen. For writes that core-data did not send itself: bulk,
 * undo, restore. Its own saves and deletes refresh the lists of their noun.
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
