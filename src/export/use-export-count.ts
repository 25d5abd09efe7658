import apiFetch from '@wordpress/api-fetch';
import { useEffect, useState } from '@wordpress/element';
import { addQueryArgs } from '@wordpress/url';
import type { ApiError } from '../entities/api-error';
import { asApiError } from '../entities/api-error';
import { entityConfig } from '../entities/boot';
import type { Query } from '../entities/view-to-query';

interface Answer {
	path: string;
	count: number | null;
	error: ApiError | null;
}

/** Typing asks when it pauses, in milliseconds. */
const PAUSE = 250;

/**
 * How many rows an export has, exactly: the head of its answer says so, where a list stops counting at 10,000.
 * Null while it is being counted.
 *
 * @param entity Singular name.
 * @param query  Its filters.
 */
export function useExportCount( entity: string, query: Query ) {
	const [ answer, setAnswer ] = useState< Answer | null >( null );
	const path = addQueryArgs( `/carnet/v1/${ entityConfig( entity ).route }/export`, query );
	useEffect( () => {
		const controller = new AbortController();
		const timer = setTimeout( async () => {
			try {
				const head = await apiFetch< Response, false >( {
					path,
					method: 'HEAD',
					parse: false,
					signal: controller.signal,
				} );
				setAnswer( { path, count: Number( head.headers.get( 'X-WP-Total' ) ), error: null } );
			} catch ( error ) {
				if ( ! controller.signal.aborted ) {
					setAnswer( { path, count: null, error: asApiError( error ) } );
				}
			}
		}, PAUSE );
		return () => {
			clearTimeout( timer );
			controller.abort();
		};
	}, [ path ] );
	const isCurrent = answer?.path === path;
	return { count: isCurrent ? answer.count : null, error: isCurrent ? answer.error : null };
}
