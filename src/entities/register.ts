import { store as coreStore } from '@wordpress/core-data';
import { dispatch } from '@wordpress/data';
import { boot } from './boot';

/** core-data kind of all our entities: `useEntityRecords( KIND, 'contact', query )`. */
export const KIND = 'carnet';

/** Tells core-data about the nouns and the tags. Runs once, before any component. */
export function registerEntities() {
	const routes: Array< [ string, string ] > = [
		...Object.entries( boot().entities ).map( ( [ name, { route } ] ): [ string, string ] => [ name, route ] ),
		[ 'tag', 'tags' ],
	];
	dispatch( coreStore ).addEntities(
		routes.map( ( [ name, route ] ) => ( {
			kind: KIND,
			name,
			plural: route,
			label: name,
			baseURL: `/carnet/v1/${ route }`,
			supportsPagination: true,
			key: 'id',
		} ) )
	);
}
