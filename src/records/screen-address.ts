import { entityConfig } from '../entities/boot';
import type { CrmRecord } from '../entities/record';
import type { Address } from '../router/address';
import { formatAddress } from '../router/address';

/**
 * Link to the list of a noun.
 *
 * @param entity Singular name.
 * @param place  Its view (`trash`) and parameters.
 */
export function listLink( entity: string, place: Partial< Address > = {} ) {
	return formatAddress( { page: entityConfig( entity ).page, ...place } );
}

/**
 * Link to a record. One in the trash is opened from the trash, since elsewhere it does not exist.
 *
 * @param entity Singular name.
 * @param record At least its id; `trashed_at` where it may be in the trash.
 */
export function recordLink( entity: string, record: Pick< CrmRecord, 'id' | 'trashed_at' > ) {
	return listLink( entity, {
		id: String( record.id ),
		view: record.trashed_at ? 'trash' : undefined,
	} );
}

/**
 * Link to the form of a new record.
 *
 * @param entity Singular name.
 * @param values Fields that are filled in, such as the parent; `from` copies a record.
 */
export function newLink( entity: string, values: Record< string, string > = {} ) {
	return listLink( entity, { id: 'new', params: values } );
}
