import { useEffect, useRef } from '@wordpress/element';

/**
 * Keeps the focus in a list when a row of it goes: on the first text of the row before.
 *
 * Answers the ref of the list, and what to call with the index of a row that goes.
 */
export function useRowFocus() {
	const list = useRef< HTMLOListElement >( null );
	const due = useRef< number | null >( null );
	useEffect( () => {
		if ( due.current !== null ) {
			list.current?.children[ due.current ]?.querySelector< HTMLInputElement >( 'input[type="text"]' )?.focus();
			due.current = null;
		}
	} );
	return {
		list,
		leave: ( index: number ) => {
			due.current = Math.max( 0, index - 1 );
		},
	};
}
