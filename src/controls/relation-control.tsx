import { ComboboxControl } from '@wordpress/components';
import { store as coreStore } from '@wordpress/core-data';
import { useDispatch } from '@wordpress/data';
import type { DataFormControlProps } from '@wordpress/dataviews';
import { __, sprintf } from '@wordpress/i18n';
import type { ComponentType } from 'react';
import { can } from '../entities/boot';
import type { CrmRecord } from '../entities/record';
import { KIND } from '../entities/register';
import { recordLink } from '../records/screen-address';
import { useNotify } from '../shared/use-notify';
import { FieldError } from './field-error';
import { linksOf } from './links-of';
import { whilePending } from './pending-values';
import { usePicker } from './use-picker';

type Props = DataFormControlProps< CrmRecord >;

/** Marks the option that creates what was typed. */
const CREATE = 'create:';

/** Who belongs to another account than the chosen one is marked with theirs. */
function optionLabel( title: string, record: CrmRecord, account: number ): string {
	if ( ! account || record.account_id === account ) {
		return title;
	}
	return `${ title } (${ record.account_name || __( 'no account', 'carnet-crm' ) })`;
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
	const { noun, found, search, chosenName, account, ask } = usePicker( relation, id, data, field.id );
	const { saveEntityRecord } = useDispatch( coreStore );
	const notify = useNotify();
	const choose = ( value: number | null, record?: CrmRecord ) =>
		onChange( { ...field.setValue( { item: data, value } ), ...linksOf( relation, record, data ) } );
	const create = async ( name: string ) => {
		try {
			const created = await saveEntityRecord(
				KIND,
				relation,
				{ ...linksOf( relation, data ), [ noun?.createdBy ?? 'name' ]: name },
				{ throwOnError: true }
			);
			choose( ( created as CrmRecord ).id, created as CrmRecord );
		} catch ( error ) {
			notify.failed( error );
		}
	};
	const options = found.map( ( record ) => ( {
		value: String( record.id ),
		label: optionLabel( noun?.titleOf( record ) ?? String( record.id ), record, account ),
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
				label={
					field.isValid?.required
						? sprintf(
								/* translators: %s: label of a field. */
								__( '%s (required)', 'carnet-crm' ),
								field.label
							)
						: field.label
				}
				hideLabelFromVision={ hideLabelFromVision ?? false }
				value={ id ? String( id ) : null }
				options={ options }
				onFilterValueChange={ ask }
				onChange={ ( value ) => {
					if ( value?.startsWith( CREATE ) ) {
						void whilePending( () => create( value.slice( CREATE.length ) ) );
					} else {
						choose(
							value ? Number( value ) : null,
							found.find( ( record ) => String( record.id ) === value )
						);
					}
				} }
			/>
			{ Boolean( id && chosenName ) && ! hideLabelFromVision && (
				<a className="carnet-open-link" href={ recordLink( relation, { id } ) }>
					{ sprintf(
						/* translators: %s: name of a linked record. */
						__( 'Open %s', 'carnet-crm' ),
						String( chosenName )
					) }
				</a>
			) }
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
