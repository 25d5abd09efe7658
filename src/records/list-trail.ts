import type { Query } from '../entities/view-to-query';

/**
 * The list a person came from, by noun, so that a record can lead to the previous and the next one. For as long as
 * the page lives: a record opened from its address came from no list.
 */
const trails = new Map< string, Query >();

export function leaveTrail( entity: string, query: Query ) {
	trails.set( entity, query );
}

export function trailOf( entity: string ): Query | undefined {
	return trails.get( entity );
}
