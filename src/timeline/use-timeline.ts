import apiFetch from '@wordpress/api-fetch';
import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import { addQueryArgs } from '@wordpress/url';
import { asApiError } from '../entities/api-error';
import { entityConfig } from '../entities/boot';

export interface Happening {
	kind: 'change' | 'task' | 'action' | 'quote';
	at: string;
	entity: string;
	id: number;
	title: string;
	type: string | null;
	status: string | null;
	total: number | null;
	currency: string | null;
	user_id: number;
	user_name: string | null;
	changeset_id: number | null;
	changes: Record< string, { before: unknown; after: unknown } >;
}

/**
 * What happened with a record and what is linked to it, newest first, page by page.
 *
 * @param entity Singular name of the record's noun.
 * @param id     Record id.
 */
export function useTimeline( entity: string, id: number ) {
	const [ items, setItems ] = useState< Happening[] >( [] );
	const [ error, setError ] = useState( '' );
	const [ hasMore, setHasMore ] = useState( true );
	const cursor = useRef< string | null >( null );
	const isBusy = useRef( false );

	const more = useCallback( async () => {
		if ( isBusy.current ) {
			return;
		}
		isBusy.current = true;
		try {
			const path = `/carnet/v1/${ entityConfig( entity ).route }/${ id }/timeline`;
			const response = ( await apiFetch( {
				path: addQueryArgs( path, { per_page: 20, ...( cursor.current && { cursor: cursor.current } ) } ),
				parse: false,
			} ) ) as Response;
			const page = ( await response.json() ) as Happening[];
			cursor.current = response.headers.get( 'X-Carnet-Next-Cursor' );
			setItems( ( before ) => [ ...before, ...page ] );
			setHasMore( Boolean( cursor.current ) );
			setError( '' );
		} catch ( refusal ) {
			setError( asApiError( refusal ).message );
			setHasMore( false );
		}
		isBusy.current = false;
	}, [ entity, id ] );
	useEffect( () => {
		void more();
	}, [ more ] );
	return { items, hasMore, error, more };
}
