import { startTransition, useEffect, useLayoutEffect, useMemo, useRef, useState } from '@wordpress/element';
import type { CrmRecord } from '../entities/record';

/** Rows that fill most windows, where none has been drawn yet. */
const FIRST = 20;

/**
 * How many rows the window has room for, once the list begins in it.
 *
 * @param list The element that the list begins with.
 */
function roomIn( list: HTMLElement | null ): number {
	const body = list?.querySelector( 'tbody' );
	const drawn = body?.getBoundingClientRect();
	if ( ! list || ! body || ! drawn?.height ) {
		return FIRST;
	}
	const top = drawn.top - Math.min( 0, list.getBoundingClientRect().top );
	// By the height that rows have had so far; one more, since those to come may be lower.
	return Math.max( 1, Math.ceil( ( ( window.innerHeight - top ) * body.childElementCount ) / drawn.height ) + 1 );
}

/**
 * What to draw of a page. Of another page than before the list shows its beginning: the rows that a window has room for, and all of
 * them once these are on the screen, since a hundred take a quarter of a second.
 *
 * @param records   The page; the same array while it is the same.
 * @param isLeaving Whether another page has been asked for: no time is spent on rows that are about to go.
 * @return The rows, and the ref of the element that the list begins with.
 */
export function useFirstRows( records: CrmRecord[], isLeaving: boolean ) {
	const list = useRef< HTMLDivElement >( null );
	const [ drawn, setDrawn ] = useState( records );
	const isOther = useMemo( () => isOtherPage( records, drawn ), [ records, drawn ] );
	useLayoutEffect( () => {
		if ( isOther && drawn.length && list.current && list.current.getBoundingClientRect().top < 0 ) {
			list.current.scrollIntoView();
		}
	}, [ isOther, drawn ] );
	useEffect( () => {
		if ( records !== drawn ) {
			startTransition( () => setDrawn( records ) );
		}
	}, [ records, drawn ] );
	// Measured when all is drawn: in the middle of it the browser would have to lay out the screen once more.
	const room = useRef( FIRST );
	useEffect( () => {
		room.current = roomIn( list.current );
	} );
	const isCut = isOther || isLeaving;
	const rows = useMemo( () => ( isCut ? records.slice( 0, room.current ) : records ), [ records, isCut ] );
	return { rows, list };
}

/** Whether few of the records were there before: not so when some of them have changed, come or gone. */
function isOtherPage( records: CrmRecord[], before: CrmRecord[] ): boolean {
	const known = new Set( before.map( ( { id } ) => id ) );
	return records.filter( ( { id } ) => known.has( id ) ).length < records.length / 2;
}
