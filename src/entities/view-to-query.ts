import type { Filter, View } from '@wordpress/dataviews';
import type { FieldConfig } from './boot';
import { unitsOf } from './amount-units';
import { dayToInstant, shiftDay, today } from './days';

/** Parameters of a list of the REST API. */
export type Query = Record< string, string | number | boolean | Array< string | number > >;

/** Filters that mean nothing yet: the person has opened one and not said which value. */
function isEmpty( value: unknown ): boolean {
	return (
		value === undefined ||
		value === null ||
		value === '' ||
		( Array.isArray( value ) &&
			( value.length === 0 || value.some( ( part ) => part === '' || part === undefined ) ) )
	);
}

/**
 * The bounds of days that a filter means: from inclusive, before exclusive.
 *
 * @param operator DataViews operator.
 * @param value    A day, two days, or `{ value, unit }` back from today.
 */
function daysOf( operator: string, value: any ): { from?: string; before?: string } {
	switch ( operator ) {
		case 'on':
			return { from: value, before: shiftDay( value, 1 ) };
		case 'before':
			return { before: value };
		case 'beforeInc':
			return { before: shiftDay( value, 1 ) };
		case 'after':
			return { from: shiftDay( value, 1 ) };
		case 'afterInc':
			return { from: value };
		case 'between':
			return { from: value[ 0 ], before: shiftDay( value[ 1 ], 1 ) };
		case 'inThePast':
			return { from: shiftDay( today(), -value.value, value.unit ) };
		case 'over':
			return { before: shiftDay( today(), -value.value, value.unit ) };
		default:
			return {};
	}
}

function dateQuery( field: FieldConfig, { operator, value }: Filter ): Query {
	const { from, before } = daysOf( operator, value );
	// A day begins at midnight of the site; instants are compared in UTC.
	const bound = field.kind === 'datetime' ? dayToInstant : String;
	return {
		...( from && { [ `${ field.id }_after` ]: bound( from ) } ),
		...( before && { [ `${ field.id }_before` ]: bound( before ) } ),
	};
}

function numberQuery( field: FieldConfig, filter: Filter ): Query {
	const { id } = field;
	const { operator, value } = filter;
	const inUnits = ( number: unknown ) => Math.round( Number( number ) * unitsOf( field ) );
	const [ min, max ] = Array.isArray( value ) ? value.map( inUnits ) : [ inUnits( value ), inUnits( value ) ];
	return {
		...( operator !== 'lessThanOrEqual' && { [ `${ id }_min` ]: min ?? 0 } ),
		...( operator !== 'greaterThanOrEqual' && { [ `${ id }_max` ]: max ?? 0 } ),
	};
}

function tagsQuery( { operator, value }: Filter ): Query {
	if ( operator === 'isNone' ) {
		return { tags_exclude: value };
	}
	return operator === 'isAll' ? { tags: value, tags_match: 'all' } : { tags: value };
}

function filterToQuery( field: FieldConfig, filter: Filter ): Query {
	switch ( field.kind ) {
		case 'tags':
			return tagsQuery( filter );
		case 'date':
		case 'datetime':
			return dateQuery( field, filter );
		case 'integer':
		case 'money':
			return numberQuery( field, filter );
		default:
			return { [ field.id ]: filter.value };
	}
}

/**
 * What a view asks of the REST API. The inverse of query-to-view for the parameters that an address can hold.
 *
 * @param view      DataViews view.
 * @param fields    Field facts of the noun.
 * @param titleSort Field that the title column sorts by, where the title is made of several.
 */
export function viewToQuery( view: View, fields: FieldConfig[], titleSort?: string ): Query {
	const sort = view.sort?.field;
	const query: Query = {
		page: view.page ?? 1,
		per_page: view.perPage ?? 20,
		orderby: ( sort === view.titleField && titleSort ) || sort || 'id',
		order: view.sort?.direction ?? 'desc',
	};
	if ( view.search ) {
		query.search = view.search;
	}
	for ( const filter of view.filters ?? [] ) {
		const field = fields.find( ( { id } ) => id === filter.field );
		if ( field && ! isEmpty( filter.value ) ) {
			Object.assign( query, filterToQuery( field, filter ) );
		}
	}
	return query;
}
