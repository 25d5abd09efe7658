import type { Filter } from '@wordpress/dataviews';
import { useMemo } from '@wordpress/element';
import { fieldConfig } from '../entities/boot';
import { useWords } from '../history/use-words';

/**
 * The names of the records that filters ask for, by field: DataViews itself would show their numbers. The object stays
 * the same while the names do.
 *
 * @param entity  Singular name of the noun.
 * @param filters Filters of the view.
 */
export function useLinkNames( entity: string, filters: Filter[] = [] ): Record< string, string > {
	const links = filters.filter( ( { field, value } ) => value && fieldConfig( entity, field )?.kind === 'relation' );
	const inWords = useWords( entity, links );
	const names = JSON.stringify(
		Object.fromEntries( links.map( ( { field, value } ) => [ field, inWords( field, value ) ] ) )
	);
	return useMemo( () => JSON.parse( names ), [ names ] );
}
