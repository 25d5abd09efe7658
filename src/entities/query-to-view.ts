import type { Filter } from '@wordpress/dataviews';
import { unitsOf } from './amount-units';
import type { FieldConfig } from './boot';
import { dayToInstant, shiftDay, toDay } from './days';

type Params = Record< string, unknown >;

function asList( value: unknown ): unknown[] {
	return Array.isArray( value ) ? value : [ value ];
}

/** What is overdue is so to the second: an instant within a day stays one. */
function dayOrInstant( value: string ): string {
	const day = toDay( value );
	return day.length < value.length && dayToInstant( day ) !== value ? value : day;
}

function dateFilter( { id }: FieldConfig, params: Params ): Filter | null {
	const from = params[ `${ id }_after` ];
	const before = params[ `${ id }_before` ];
	if ( from && before ) {
		return {
			field: id,
			operator: 'between',
			value: [ toDay( String( from ) ), shiftDay( toDay( String( before ) ), -1 ) ],
		};
	}
	if ( from || before ) {
		return {
			field: id,
			operator: from ? 'afterInc' : 'before',
			value: dayOrInstant( String( from || before ) ),
		};
	}
	return null;
}

function numberFilter( field: FieldConfig, params: Params ): Filter | null {
	const { id } = field;
	const [ min, max ] = [ params[ `${ id }_min` ], params[ `${ id }_max` ] ].map( ( bound ) =>
		bound === undefined || bound === '' ? null : Number( bound ) / unitsOf( field )
	);
	if ( min !== null && max !== null ) {
		return { field: id, operator: 'between', value: [ min, max ] };
	}
	if ( min !== null ) {
		return { field: id, operator: 'greaterThanOrEqual', value: min };
	}
	return max === null ? null : { field: id, operator: 'lessThanOrEqual', value: max };
}

function tagsFilter( params: Params ): Filter | null {
	const { tags, tags_exclude: exclude, tags_match: match } = params;
	const value = asList( tags ?? exclude ).map( Number );
	if ( tags !== undefined ) {
		return {
			field: 'tags',
			operator: match === 'all' ? 'isAll' : 'isAny',
			value,
		};
	}
	return exclude === undefined ? null : { field: 'tags', operator: 'isNone', value };
}

function filterOf( field: FieldConfig, params: Params ): Filter | null {
	if ( field.kind === 'date' || field.kind === 'datetime' ) {
		return dateFilter( field, params );
	}
	if ( field.kind === 'tags' ) {
		return tagsFilter( params );
	}
	if ( field.kind === 'integer' || field.kind === 'money' ) {
		return numberFilter( field, params );
	}
	const value = params[ field.id ];
	if ( value === undefined || value === '' ) {
		return null;
	}
	if ( field.kind === 'relation' ) {
		return { field: field.id, operator: 'is', value: Number( value ) };
	}
	if ( field.kind === 'owner' ) {
		return {
			field: field.id,
			operator: 'isAny',
			value: asList( value ).map( Number ),
		};
	}
	return { field: field.id, operator: 'isAny', value: asList( value ) };
}

/**
 * The filters that parameters of a list stand for: those of an address, or of a noun's default list.
 *
 * @param params REST parameters; those that are no filter are left out.
 * @param fields Field facts of the noun.
 */
export function queryToFilters( params: Params, fields: FieldConfig[] ): Filter[] {
	return fields
		.map( ( field ) => filterOf( field, params ) )
		.filter( ( filter ): filter is Filter => filter !== null );
}
