import { useDebouncedInput } from '@wordpress/compose';
import { store as coreStore, useEntityRecords } from '@wordpress/core-data';
import { useSelect } from '@wordpress/data';
import { useMemo, useState } from '@wordpress/element';
import type { CrmRecord } from '../entities/record';
import { KIND } from '../entities/register';
import { nounOf } from '../nouns';

/**
 * What a picker offers: what the server finds, the records of the chosen account first.
 *
 * @param relation Singular name of the noun to pick from.
 * @param id       Chosen record, or 0.
 * @param data     Values of the form.
 * @param link     Field that the picker fills.
 */
export function usePicker( relation: string, id: number, data: CrmRecord, link: string ) {
	const noun = nounOf( relation );
	const [ , setTyped, search ] = useDebouncedInput( '' );
	const [ isOpened, setIsOpened ] = useState( false );
	// The record came with the name of its link: no need to ask for that one.
	const [ sent ] = useState( {
		id,
		name: data[ link.replace( /_id$/, '_name' ) ],
	} );
	const chosen = useSelect(
		( select ) =>
			id && ( id !== sent.id || ! sent.name )
				? select( coreStore ).getEntityRecord< CrmRecord >( KIND, relation, id )
				: null,
		[ id, sent, relation ]
	);
	const account = relation === 'account' ? 0 : Number( data.account_id ?? 0 );
	const query = useMemo(
		() => ( {
			page: 1,
			per_page: 20,
			orderby: noun?.titleSort ?? noun?.titleFields[ 0 ] ?? 'id',
			order: 'asc',
			...( search && { search } ),
		} ),
		[ noun, search ]
	);
	const near = useEntityRecords< CrmRecord >(
		KIND,
		relation,
		{ ...query, account_id: account },
		{ enabled: isOpened && account > 0 }
	);
	const { records } = useEntityRecords< CrmRecord >( KIND, relation, query, { enabled: isOpened } );
	const first = ( account && near.records ) || [];
	return {
		noun,
		account,
		found: [
			...first,
			...( records ?? [] ).filter( ( record ) => ! first.some( ( { id: known } ) => known === record.id ) ),
		],
		search: search.trim(),
		chosenName: chosen ? noun?.titleOf( chosen ) : sent.name,
		ask( value: string ) {
			setIsOpened( true );
			setTyped( value );
		},
	};
}
