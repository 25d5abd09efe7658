import apiFetch from '@wordpress/api-fetch';
import { useEffect, useState } from '@wordpress/element';
import { addQueryArgs } from '@wordpress/url';
import { entityConfig } from '../entities/boot';
import type { CrmRecord } from '../entities/record';
import type { Query } from '../entities/view-to-query';

const ROWS = 5;

/**
 * The first rows of an export: those of the list. Null while they are read, none where they could not be.
 *
 * @param entity Singular name.
 * @param query  Filters and order.
 */
export function useFirstRows( entity: string, query: Query ): CrmRecord[] | null {
	const [ answer, setAnswer ] = useState< { path: string; rows: CrmRecord[] } | null >( null );
	const path = addQueryArgs( `/carnet/v1/${ entityConfig( entity ).route }`, { ...query, per_page: ROWS } );
	useEffect( () => {
		let isWanted = true;
		apiFetch< CrmRecord[] >( { path } )
			.catch( () => [] )
			.then( ( rows ) => isWanted && setAnswer( { path, rows } ) );
		return () => {
			isWanted = false;
		};
	}, [ path ] );
	return answer?.path === path ? answer.rows : null;
}
