import { entityConfig } from '../entities/boot';
import type { CrmRecord } from '../entities/record';

/**
 * The links that a child begins with when it is added from a record's tab: the record, and the record's own parents.
 *
 * @param child  Singular name of the child's noun.
 * @param by     Its field that links to the record.
 * @param record The record around the tab.
 */
export function parentsFor( child: string, by: string, record: CrmRecord ): Record< string, string > {
	const links = entityConfig( child ).fields.filter( ( { kind } ) => kind === 'relation' );
	return Object.fromEntries(
		links
			.map( ( { id } ) => [ id, String( ( id === by ? record.id : record[ id ] ) ?? '' ) ] as const )
			.filter( ( [ , value ] ) => value )
	);
}
