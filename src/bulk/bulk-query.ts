import type { Query } from '../entities/view-to-query';

/**
 * The filters of a list as `/bulk` takes them: without order and page, and everything said in so many words, since
 * an empty query is refused.
 *
 * @param query Parameters of the list.
 */
export function bulkQuery( query: Query ): Query {
	const { page, per_page: size, orderby, order, ...filters } = query;
	return Object.keys( filters ).length ? filters : { all: true };
}
