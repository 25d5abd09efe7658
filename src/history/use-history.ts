import apiFetch from '@wordpress/api-fetch';
import { useCallback, useEffect, useState } from '@wordpress/element';
import { addQueryArgs } from '@wordpress/url';
import { entityConfig } from '../entities/boot';

export interface Change {
	changeset_id: number;
	at: string;
	user_id: number;
	user_name: string | null;
	source: string;
	op: string;
	changes: Record< string, { before: unknown; after: unknown } >;
}

const PER_PAGE = 20;

/**
 * The changes of a record, newest first, page by page. Not core-data's: a change has no id of its own.
 *
 * @param entity  Singular name of the noun.
 * @param id      Record id.
 * @param version Its version: a new one means a new change.
 */
export function useHistory( entity: string, id: number, version: number ) {
	const [ changes, setChanges ] = useState< Change[] | null >( null );
	const [ hasMore, setHasMore ] = useState( false );
	const [ hasFailed, setHasFailed ] = useState( false );

	const load = useCallback(
		async ( page: number, before: Change[] ) => {
			try {
				const found = await apiFetch< Change[] >( {
					path: addQueryArgs( `/carnet/v1/${ entityConfig( entity ).route }/${ id }/history`, {
						page,
						per_page: PER_PAGE,
					} ),
				} );
				setChanges( [ ...before, ...found ] );
				setHasMore( found.length === PER_PAGE );
				setHasFailed( false );
			} catch {
				setHasFailed( true );
			}
		},
		[ entity, id ]
	);
	useEffect( () => {
		void load( 1, [] );
	}, [ load, version ] );

	return {
		changes,
		hasMore,
		hasFailed,
		more: () => load( Math.ceil( ( changes?.length ?? 0 ) / PER_PAGE ) + 1, changes ?? [] ),
	};
}
