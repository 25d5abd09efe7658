import apiFetch from '@wordpress/api-fetch';
import { useEffect, useState } from '@wordpress/element';
import { useNotify } from '../shared/use-notify';

/** The answer of `GET /carnet/v1/dashboard/layout`. */
export interface Layout {
	/** What the person has, in order. */
	widgets: string[];
	/** Everything there is, in the usual order. */
	available: string[];
}

const PATH = '/carnet/v1/dashboard/layout';

/** My widgets, and ways to arrange them: each change is kept at once. */
export function useLayout() {
	const [ layout, setLayout ] = useState< Layout | null >( null );
	const notify = useNotify();
	useEffect( () => {
		apiFetch< Layout >( { path: PATH } ).then( setLayout, notify.failed );
	}, [ notify ] );
	const arrange = ( widgets: string[] ) => {
		const before = layout;
		setLayout( layout && { ...layout, widgets } );
		apiFetch< Layout >( { path: PATH, method: 'PUT', data: { widgets } } ).catch( ( error ) => {
			setLayout( before );
			notify.failed( error );
		} );
	};
	const reset = () => {
		apiFetch< Layout >( { path: PATH, method: 'DELETE' } ).then( setLayout, notify.failed );
	};
	return { layout, arrange, reset };
}
