import { store as coreStore } from '@wordpress/core-data';
import { useSelect } from '@wordpress/data';
import type { Tag } from '../entities/record';
import { KIND } from '../entities/register';

/** The API gives at most 100 at once; PHP embeds the first page under exactly this query. */
const query = ( page: number ) => ( {
	page,
	per_page: 100,
	orderby: 'name',
	order: 'asc',
} );

/** All tags by name, however many pages that takes. */
export function useTags(): { tags: Tag[]; isLoading: boolean } {
	return useSelect( ( select ) => {
		const { getEntityRecords, getEntityRecordsTotalPages } = select( coreStore );
		const pageOf = ( page: number ) => getEntityRecords< Tag >( KIND, 'tag', query( page ) );
		const first = pageOf( 1 );
		const pages = first ? ( getEntityRecordsTotalPages( KIND, 'tag', query( 1 ) ) ?? 1 ) : 1;
		const rest = Array.from( { length: pages - 1 }, ( _, index ) => pageOf( index + 2 ) );
		const all = [ first, ...rest ];
		return {
			tags: flattened( all ),
			isLoading: all.includes( null ),
		};
	}, [] );
}

const NO_TAGS: Tag[] = [];
let last: { pages: Array< Tag[] | null >; tags: Tag[] } = {
	pages: [],
	tags: NO_TAGS,
};

/**
 * One list of all pages; the same list while the pages are the same, so that what follows from it stays.
 *
 * @param pages Pages, null while loading.
 */
function flattened( pages: Array< Tag[] | null > ): Tag[] {
	const isSame = pages.length === last.pages.length && pages.every( ( page, index ) => page === last.pages[ index ] );
	if ( ! isSame ) {
		last = { pages, tags: pages.flatMap( ( page ) => page ?? NO_TAGS ) };
	}
	return last.tags;
}
