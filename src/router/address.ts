import { buildQueryString, getQueryArgs } from '@wordpress/url';

/** Parameters of a list in an address: filters by their REST names, `s` (search) and `paged`. */
export type AddressParams = Record< string, string | string[] >;

/** Where a person is: `admin.php?page=carnet-contacts&id=12&tab=history`. */
export interface Address {
	page: string;
	/** A record's id, or `new`. */
	id?: string | undefined;
	tab?: string | undefined;
	/** Another way to see the list: `trash`; or its `export`. */
	view?: string | undefined;
	params: AddressParams;
}

function asParam( value: unknown ): string | string[] {
	if ( value && typeof value === 'object' ) {
		return Object.values( value ).map( String );
	}
	return String( value ?? '' );
}

/**
 * Reads an address.
 *
 * @param url A URL or its query string, with `?`.
 */
export function parseAddress( url: string ): Address {
	const { page, id, tab, view, ...rest } = getQueryArgs( url ) as Record< string, unknown >;
	const text = ( value: unknown ) => ( typeof value === 'string' && value !== '' ? value : undefined );
	return {
		page: text( page ) ?? '',
		id: text( id ),
		tab: text( tab ),
		view: text( view ),
		params: Object.fromEntries( Object.entries( rest ).map( ( [ key, value ] ) => [ key, asParam( value ) ] ) ),
	};
}

/**
 * Writes an address, to be used as a link inside wp-admin.
 */
export function formatAddress( { params = {}, ...place }: Partial< Address > & { page: string } ): string {
	return `admin.php?${ buildQueryString( { ...place, ...params } ) }`;
}

/**
 * Whether two addresses show the same record or list, so that going from one to the other loses nothing.
 *
 * @param a One address.
 * @param b The other.
 */
export function isSameScreen( a: Address, b: Address ): boolean {
	return a.page === b.page && a.id === b.id && ( a.id !== undefined || a.view === b.view );
}
