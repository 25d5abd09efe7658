import { store as coreStore } from '@wordpress/core-data';
import { useSelect } from '@wordpress/data';
import type { CrmRecord } from '../entities/record';
import { KIND } from '../entities/register';
import { trailOf } from './list-trail';

/**
 * The records before and after one in the list it was opened from, also across the pages of that list.
 *
 * @param entity Singular name of the noun.
 * @param id     Record id.
 */
export function useNeighbours( entity: string, id: number ) {
	return useSelect(
		( select ) => {
			const query = trailOf( entity );
			const { getEntityRecords, getEntityRecordsTotalPages } = select( coreStore );
			if ( ! query ) {
				return {};
			}
			const page = Number( query.page ?? 1 );
			const pageOf = ( number: number ) =>
				getEntityRecords< CrmRecord >( KIND, entity, {
					...query,
					page: number,
				} );
			const records = pageOf( page ) ?? [];
			const index = records.findIndex( ( record ) => record.id === id );
			if ( index < 0 ) {
				return {};
			}
			const pages = getEntityRecordsTotalPages( KIND, entity, query ) ?? 1;
			const isFirst = index === 0;
			const isLast = index === records.length - 1;
			return {
				previous: isFirst && page > 1 ? pageOf( page - 1 )?.at( -1 ) : records[ index - 1 ],
				next: isLast && page < pages ? pageOf( page + 1 )?.at( 0 ) : records[ index + 1 ],
			};
		},
		[ entity, id ]
	);
}
