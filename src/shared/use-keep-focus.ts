import { useCallback, useEffect, useState } from '@wordpress/element';
import { keepFocus } from './keep-focus';

type Find = () => HTMLElement | null | undefined;

/**
 * Keeps the focus when what was pressed goes with the change it made. Answers what to call with that change: it takes where
 * the person goes on, looked up once the change is on the screen.
 */
export function useKeepFocus() {
	const [ due, setDue ] = useState< { find: Find } | null >( null );
	useEffect( () => {
		if ( due ) {
			keepFocus( due.find() );
		}
	}, [ due ] );
	return useCallback( ( find: Find ) => setDue( { find } ), [] );
}
