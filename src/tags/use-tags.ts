import { store as coreStore } from '@wordpress/core-data';
import { useSelect } from '@wordpress/data';
import type { Tag } from '../entities/record';
import { KIND } from '../entities/register';

/** What all screens show of a tag. */
const FIELDS = { _fields: 'id,name,color' };

/** The API gives at most 100 at once; PHP embeds the first page under exactly this query, without usage. */
const query = ( page: number, hasUsage: boolean ) => ( {
	page,
	per_page: 100,
	orderby: 'name',
	order: 'asc',
	...( hasUsage ? {} : FIELDS ),
} );

/**
 * All tags by name, however many pages that takes.
 *
 * @param hasUsage Whether they come with what they are on, for which the server has to look.
 */
export function useTags( hasUsage = false ): { tags: Tag[]; isLoading: boolean } {
	return useSelect(
		( select ) => {
			const { getEntityRecords, getEntityRecordsTotalPages } = select( coreStore );
			const pageOf = ( page: number ) => getEntityRecords< Tag >( KIND, 'tag', query( page, hasUsage ) );
			const first = pageOf( 1 );
			const pages = first ? ( getEntityRecordsTotalPages( KIND, 'tag', query( 1, hasUsage ) ) ?? 1 ) : 1;
			const rest = Array.from( { length: pages - 1 }, ( _, index ) => pageOf( index + 2 ) );
			const all = [ first, ...rest ];
			return {
				tags: flattened( all, hasUsage ),
				isLoading: all.includes( null ),
			};
		},
		[ hasUsage ]
	);
}

const NO_TAGS: Tag[] = [];
const last = new Map< boolean, { pages: Array< Tag[] | null >; tags: Tag[] } >();

/**
 * One list of all pages; the same list while the pages are the same, so that what follows from it stays.
 *
 * @param pages    Pages, null while loading.
 * @param hasUsage Which list it is.
 */
function flattened( pages: Array< Tag[] | null >, hasUsage: boolean ): Tag[] {
	const before = last.get( hasUsage );
	if ( before?.pages.length === pages.length && pages.every( ( page, index ) => page === before.pages[ index ] ) ) {
		return before.tags;
	}
	const tags = pages.flatMap( ( page ) => page ?? NO_TAGS );
	last.set( hasUsage, { pages, tags } );
	return tags;
}
