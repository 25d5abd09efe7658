import { useEffect } from '@wordpress/element';
import { holdMoves } from './history';

/**
 * Keeps a person from losing changes: moves inside the CRM are held until answered, and the browser asks before
 * it closes or leaves the page.
 *
 * @param hasChanges Whether there is something to lose.
 */
export function useUnsavedGuard( hasChanges: boolean ) {
	useEffect( () => {
		holdMoves( hasChanges );
		if ( ! hasChanges ) {
			return;
		}
		const ask = ( event: BeforeUnloadEvent ) => event.preventDefault();
		window.addEventListener( 'beforeunload', ask );
		return () => {
			holdMoves( false );
			window.removeEventListener( 'beforeunload', ask );
		};
	}, [ hasChanges ] );
}
