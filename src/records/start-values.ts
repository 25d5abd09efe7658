import type { FieldConfig } from '../entities/boot';
import type { CrmRecord } from '../entities/record';
import type { AddressParams } from '../router/address';

/**
 * The values a new record starts with: the defaults of its fields, then a record it copies, then what the address says
 * (the parent whose tab it was added from).
 *
 * @param fields Field facts of the noun.
 * @param params Parameters of the address.
 * @param copied Values of the record to copy, if any.
 */
export function startValues(
	fields: FieldConfig[],
	params: AddressParams,
	copied: Record< string, unknown > = {}
): CrmRecord {
	const values: CrmRecord = { id: 0, version: 0 };
	for ( const field of fields.filter( ( { readonly } ) => ! readonly ) ) {
		const { id, kind, default: initial } = field;
		const isNumber = kind === 'relation' || kind === 'owner';
		const given = isNumber && params[ id ] ? Number( params[ id ] ) : params[ id ];
		const value = given ?? copied[ id ] ?? initial;
		if ( value !== undefined && value !== null && value !== '' ) {
			values[ id ] = value;
		}
	}
	return values;
}
