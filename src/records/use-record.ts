import { store as coreStore } from '@wordpress/core-data';
import { useDispatch, useSelect } from '@wordpress/data';
import { useEffect } from '@wordpress/element';
import type { CrmRecord } from '../entities/record';
import { KIND } from '../entities/register';
import { useAskAgain } from '../shared/use-ask-again';

const TRASHED = { trashed: true };

/**
 * A record from core-data. What a list already knew of it shows at once; the record itself, with the numbers on its
 * tabs, is asked for all the same.
 *
 * @param entity  Singular name of the noun.
 * @param id      Record id.
 * @param inTrash Whether to look in the trash: elsewhere it is not found.
 */
export function useRecord( entity: string, id: number, inTrash: boolean ) {
	const { invalidateResolution } = useDispatch( coreStore );
	const { record, hasResolved } = useSelect(
		( select ) => {
			const { getEntityRecord, hasFinishedResolution } = select( coreStore );
			// Without the trash the query is left out: core-data counts what a list brought as resolved then.
			const query = inTrash ? TRASHED : undefined;
			const args = [ KIND, entity, id, ...( query ? [ query ] : [] ) ];
			return {
				record: query
					? getEntityRecord< CrmRecord >( KIND, entity, id, query )
					: getEntityRecord< CrmRecord >( KIND, entity, id ),
				hasResolved: hasFinishedResolution( 'getEntityRecord', args ),
			};
		},
		[ entity, id, inTrash ]
	);
	useAskAgain( 'getEntityRecord', [ KIND, entity, id, ...( inTrash ? [ TRASHED ] : [] ) ] );
	const isPartial = Boolean( record ) && hasResolved && ! record?.counts;
	useEffect( () => {
		if ( isPartial && ! inTrash ) {
			void invalidateResolution( 'getEntityRecord', [ KIND, entity, id ] );
		}
		// Once per record: nouns without children never have counts.
		// eslint-disable-next-line react-hooks/exhaustive-deps -- see above.
	}, [ entity, id ] );
	return {
		record: record ?? undefined,
		isMissing: ! record && hasResolved,
	};
}
