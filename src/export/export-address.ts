import type { Query } from '../entities/view-to-query';
import { listLink } from '../records/screen-address';

/**
 * Link to the export of a noun that keeps what a list asks for: its search, filters and order.
 *
 * @param entity Singular name.
 * @param query  Parameters of the list.
 */
export function exportLink( entity: string, query: Query ): string {
	const { page, per_page: size, search, ...rest } = query;
	const params = Object.entries( rest ).map( ( [ name, value ] ): [ string, string | string[] ] => [
		name,
		Array.isArray( value ) ? value.map( String ) : String( value ),
	] );
	return listLink( entity, {
		view: 'export',
		params: { ...( search && { s: String( search ) } ), ...Object.fromEntries( params ) },
	} );
}

/**
 * Link to the export of some records.
 *
 * @param entity Singular name.
 * @param ids    Their ids, at most 500.
 */
export function selectionExportLink( entity: string, ids: string[] ): string {
	// In one parameter: an address has no room for 500.
	return listLink( entity, { view: 'export', params: { include: ids.join( ',' ) } } );
}
