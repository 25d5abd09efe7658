import type { Query } from '../entities/view-to-query';

/**
 * What a list asks for beyond order and page: its search and filters.
 *
 * @param query Parameters of the list.
 */
export function filtersOf( query: Query ): Query {
	const { page, per_page: size, orderby, order, ...filters } = query;
	return filters;
}

/**
 * The filters of a list as `/bulk` takes them: everything is said in so many words, since an empty query is refused.
 *
 * @param query Parameters of the list.
 */
export function bulkQuery( query: Query ): Query {
	const filters = filtersOf( query );
	return Object.keys( filters ).length ? filters : { all: true };
}
