import { ComboboxControl } from '@wordpress/components';
import { useDebouncedInput } from '@wordpress/compose';
import { store as coreStore, useEntityRecords } from '@wordpress/core-data';
import { useDispatch, useSelect } from '@wordpress/data';
import type { DataFormControlProps } from '@wordpress/dataviews/wp';
import { useMemo, useState } from '@wordpress/element';
import type { ComponentType } from 'react';
import { can } from '../entities/boot';
import type { CrmRecord } from '../entities/record';
import { KIND } from '../entities/register';
import { nounOf } from '../nouns';
import { useNotify } from '../shared/use-notify';
import { FieldError } from './field-error';
import { whilePending } from './pending-values';

type Props = DataFormControlProps< CrmRecord >;

/** Marks the option that creates what was typed. */
const CREATE = 'create:';

function usePicker( relation: string, id: number, data: CrmRecord, link: string ) {
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
	const { records } = useEntityRecords< CrmRecord >( KIND, relation, query, {
		enabled: isOpened,
	} );
	return {
		noun,
		found: records ?? [],
		search: search.trim(),
		chosenName: chosen ? noun?.titleOf( chosen ) : sent.name,
		ask( value: string ) {
			setIsOpened( true );
			setTyped( value );
		},
	};
}

function RelationControl( {
	relation,
	data,
	field,
	onChange,
	hideLabelFromVision,
	validity,
}: Props & { relation: string } ) {
	const id = Number( field.getValue( { item: data } ) ?? 0 );
	const { noun, found, search, chosenName, ask } = usePicker( relation, id, data, field.id );
	const { saveEntityRecord } = useDispatch( coreStore );
	const notify = useNotify();
	const choose = ( value: number | null ) => onChange( field.setValue( { item: data, value } ) );
	const create = async ( name: string ) => {
		try {
			const created = await saveEntityRecord(
				KIND,
				relation,
				{ [ noun?.createdBy ?? 'name' ]: name },
				{ throwOnError: true }
			);
			choose( ( created as CrmRecord ).id );
		} catch ( error ) {
			notify.failed( error );
		}
	};
	const options = found.map( ( record ) => ( {
		value: String( record.id ),
		label: noun?.titleOf( record ) ?? String( record.id ),
	} ) );
	if ( id && ! options.some( ( { value } ) => value === String( id ) ) ) {
		options.unshift( {
			value: String( id ),
			label: String( chosenName ?? '' ),
		} );
	}
	const isKnown = options.some( ( { label } ) => label.toLowerCase() === search.toLowerCase() );
	if ( search && noun?.createdBy && ! isKnown && can( 'carnet_edit' ) && ! hideLabelFromVision ) {
		options.push( {
			value: CREATE + search,
			label: noun.words().createNamed( search ),
		} );
	}
	return (
		<FieldError message={ validity?.custom?.message ?? validity?.required?.message }>
			<ComboboxControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				label={ field.label }
				hideLabelFromVision={ hideLabelFromVision ?? false }
				value={ id ? String( id ) : null }
				options={ options }
				onFilterValueChange={ ask }
				onChange={ ( value ) => {
					if ( value?.startsWith( CREATE ) ) {
						void whilePending( () => create( value.slice( CREATE.length ) ) );
					} else {
						choose( value ? Number( value ) : null );
					}
				} }
			/>
		</FieldError>
	);
}

const made = new Map< string, ComponentType< Props > >();

/**
 * The control that links to a record of a noun: it searches on the server and can create one in place.
 * One component per noun, so that a form keeps its controls.
 *
 * @param relation Singular name of the noun.
 */
export function relationControl( relation: string ): ComponentType< Props > {
	let Control = made.get( relation );
	if ( ! Control ) {
		Control = ( props: Props ) => <RelationControl { ...props } relation={ relation } />;
		made.set( relation, Control );
	}
	return Control;
}
