import { useEntityRecords } from '@wordpress/core-data';
import { useEffect, useRef } from '@wordpress/element';
import { addQueryArgs } from '@wordpress/url';
import { isTotalAtLeast } from '../entities/answers';
import { entityConfig } from '../entities/boot';
import type { CrmRecord } from '../entities/record';
import { KIND } from '../entities/register';
import { useAskAgain } from '../shared/use-ask-again';
import type { Query } from '../entities/view-to-query';

interface Page {
	records: CrmRecord[];
	total: number;
	pages: number;
	isAtLeast: boolean;
	/** What it answers. */
	query?: Query;
}

const NOTHING: Page = { records: [], total: 0, pages: 0, isAtLeast: false };

/**
 * One page of a list from core-data. While the next one is being read the last one stays, so that typing in the search
 * never empties the table.
 *
 * @param entity Singular name.
 * @param query  Parameters of the list; keep the object while they are the same.
 */
export function useRecords( entity: string, query: Query ) {
	const { records, totalItems, totalPages, hasResolved } = useEntityRecords< CrmRecord >( KIND, entity, query );
	useAskAgain( 'getEntityRecords', [ KIND, entity, query ] );
	const last = useRef< Page | null >( null );
	const page: Page | null = records
		? {
				records,
				total: totalItems ?? records.length,
				pages: totalPages ?? 1,
				isAtLeast: isTotalAtLeast( addQueryArgs( `/carnet/v1/${ entityConfig( entity ).route }`, query ) ),
				query,
			}
		: null;
	useEffect( () => {
		last.current = page ?? last.current;
	} );
	return {
		...( page ?? last.current ?? NOTHING ),
		isLoading: ! page && ! hasResolved,
		/** core-data keeps no reason: an answered request without records was refused. */
		hasFailed: ! page && hasResolved,
	};
}
