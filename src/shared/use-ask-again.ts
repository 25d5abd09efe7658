import { store as coreStore } from '@wordpress/core-data';
import { useDispatch } from '@wordpress/data';
import { useEffect } from '@wordpress/element';

/** For how long an answer is shown again without asking, in milliseconds: a look at a record and back. */
const FRESH = 5000;

const askedAt = new Map< string, number >();

/**
 * core-data asks once and never again, but other people work too: what a person comes back to is shown at once and asked
 * for again behind it.
 *
 * @param selector Selector of core-data whose answer is shown.
 * @param args     Its arguments.
 */
export function useAskAgain( selector: 'getEntityRecord' | 'getEntityRecords', args: unknown[] ) {
	const { invalidateResolution } = useDispatch( coreStore );
	const key = JSON.stringify( [ selector, args ] );
	useEffect( () => {
		const before = askedAt.get( key );
		const now = Date.now();
		if ( before === undefined || now - before > FRESH ) {
			askedAt.set( key, now );
		}
		if ( before !== undefined && now - before > FRESH ) {
			void invalidateResolution( selector, JSON.parse( key )[ 1 ] );
		}
	}, [ invalidateResolution, key, selector ] );
}
