import { useEffect, useState } from '@wordpress/element';

let count = 0;
const listeners = new Set< () => void >();

function add( difference: number ) {
	count += difference;
	listeners.forEach( ( listener ) => listener() );
}

/**
 * Does what gives a form a value only once the server has answered, such as creating the tag that was typed. A form
 * does not save before: what a person sees in it would be missing in the record.
 *
 * @param work Ends after it has changed the form.
 */
export async function whilePending( work: () => Promise< void > ) {
	add( 1 );
	try {
		await work();
	} finally {
		add( -1 );
	}
}

/** Whether a value is on its way. A state, not a store: so it changes in the same render as the value that arrives. */
export function useHasPendingValues(): boolean {
	const [ has, setHas ] = useState( count > 0 );
	useEffect( () => {
		const listener = () => setHas( count > 0 );
		listeners.add( listener );
		return () => void listeners.delete( listener );
	}, [] );
	return has;
}
