import type { Filter, View } from '@wordpress/dataviews';
import { useDispatch, useSelect } from '@wordpress/data';
import { useCallback, useMemo } from '@wordpress/element';
import { store as preferencesStore } from '@wordpress/preferences';
import type { EntityConfig } from '../entities/boot';
import { queryToFilters } from '../entities/query-to-view';
import type { Query } from '../entities/view-to-query';
import { viewToQuery } from '../entities/view-to-query';
import { navigate } from '../router/history';
import { useAddress } from '../router/use-address';

/** The title column: it may be made of several fields, so it is none of them. */
export const TITLE = '_title';

/** What is kept of a view, and the query it makes: PHP embeds the answer to that query in the page. */
interface SavedView {
	view: Partial< View >;
	query: Query;
}

interface ListViewOptions {
	/** Under which the view is kept: `contact`, `contact-trash`, `account-contact`. */
	name: string;
	config: EntityConfig;
	columns: string[];
	/** Whether it begins with the noun's own filters; other lists of the noun begin with everything. */
	isStandard: boolean;
	titleSort: string | undefined;
}

const text = ( value: unknown ) => JSON.stringify( value );

/**
 * How a person sees a list. Columns, sort, page size and filters are kept for the user; the search and the page are
 * in the address. Filters in an address (a figure of the dashboard, a link from a colleague) are for this visit: they
 * stand in place of the kept ones, and become them once the person changes them.
 */
export function useListView( {
	name,
	config: { fields, defaultQuery },
	columns,
	isStandard,
	titleSort,
}: ListViewOptions ) {
	const address = useAddress();
	const { params } = address;
	const preference = `view-${ name }`;
	const saved = useSelect(
		( select ) => select( preferencesStore ).get( 'carnet', preference ) as SavedView | undefined,
		[ preference ]
	);
	const { set } = useDispatch( preferencesStore );

	const fromAddress = useMemo( () => queryToFilters( params, fields ), [ params, fields ] );
	const standard = useMemo(
		() => ( isStandard ? queryToFilters( defaultQuery, fields ) : [] ),
		[ isStandard, defaultQuery, fields ]
	);
	const kept = useMemo< View >(
		() =>
			( {
				type: 'table',
				titleField: TITLE,
				fields: columns,
				perPage: defaultQuery.per_page,
				sort: {
					field: defaultQuery.orderby,
					direction: defaultQuery.order,
				},
				filters: standard,
				layout: { density: 'compact' },
				...saved?.view,
			} ) as View,
		[ columns, defaultQuery, standard, saved ]
	);
	const view = useMemo< View >(
		() => ( {
			...kept,
			filters: fromAddress.length ? fromAddress : ( kept.filters ?? [] ),
			search: String( params.s ?? '' ),
			page: Math.max( 1, Math.floor( Number( params.paged ) ) || 1 ),
		} ),
		[ kept, fromAddress, params ]
	);

	const setView = useCallback(
		( next: View ) => {
			const { search, page, ...rest } = next;
			const hasNewFilters = text( next.filters ) !== text( view.filters );
			const toKeep = {
				...rest,
				filters: ( hasNewFilters ? next.filters : kept.filters ) as Filter[],
			};
			if ( text( toKeep ) !== text( kept ) ) {
				// The filters it begins with are not kept: those of this week are others next week.
				const { filters: chosen, ...unfiltered } = toKeep;
				const toSave = text( chosen ) === text( standard ) ? unfiltered : toKeep;
				set( 'carnet', preference, {
					view: toSave,
					query: viewToQuery( toSave as View, fields, titleSort ),
				} );
			}
			const { s, paged, ...filters } = params;
			const nextParams = {
				...( hasNewFilters
					? withoutFilters(
							filters,
							fields.map( ( { id } ) => id )
						)
					: filters ),
				...( search && { s: search } ),
				...( page && page > 1 && { paged: String( page ) } ),
			};
			if ( text( nextParams ) !== text( params ) ) {
				navigate( { ...address, params: nextParams }, { replace: true } );
			}
		},
		[ address, fields, kept, params, preference, set, standard, titleSort, view ]
	);
	const reset = useCallback( () => {
		set( 'carnet', preference, undefined );
		navigate( { ...address, params: {} }, { replace: true } );
	}, [ address, preference, set ] );

	const query = useMemo( () => viewToQuery( view, fields, titleSort ), [ view, fields, titleSort ] );
	return {
		view,
		setView,
		query,
		reset: saved || fromAddress.length ? reset : ( false as const ),
	};
}

function withoutFilters( params: Record< string, string | string[] >, ids: string[] ) {
	return Object.fromEntries(
		Object.entries( params ).filter(
			( [ key ] ) => ! ids.some( ( id ) => key === id || key.startsWith( `${ id }_` ) )
		)
	);
}
