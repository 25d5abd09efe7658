import { FormTokenField } from '@wordpress/components';
import { store as coreStore } from '@wordpress/core-data';
import { useDispatch } from '@wordpress/data';
import type { DataFormControlProps } from '@wordpress/dataviews';
import { useState } from '@wordpress/element';
import type { CrmRecord, Tag } from '../entities/record';
import { KIND } from '../entities/register';
import { useNotify } from '../shared/use-notify';
import { useTags } from '../tags/use-tags';
import { FieldError } from './field-error';
import { whilePending } from './pending-values';

/**
 * The tags of a record: known ones are suggested, others are created as they are typed.
 */
export function TagsControl( { data, field, onChange, validity }: DataFormControlProps< CrmRecord > ) {
	const { tags } = useTags();
	const { saveEntityRecord } = useDispatch( coreStore );
	const notify = useNotify();
	const [ coming, setComing ] = useState< string[] >( [] );
	const ids: number[] = field.getValue( { item: data } ) ?? [];
	const byName = ( name: string ) => tags.find( ( tag ) => tag.name.toLowerCase() === name.trim().toLowerCase() );

	const choose = async ( names: string[] ) => {
		const unknown = names.filter( ( name ) => ! byName( name ) );
		const known = names.flatMap( ( name ) => byName( name )?.id ?? [] );
		onChange( field.setValue( { item: data, value: known } ) );
		if ( ! unknown.length ) {
			return;
		}
		setComing( unknown );
		await whilePending( async () => {
			try {
				const created = await Promise.all(
					unknown.map(
						( name ) =>
							saveEntityRecord(
								KIND,
								'tag',
								{ name: name.trim() },
								{ throwOnError: true }
							) as Promise< Tag >
					)
				);
				onChange(
					field.setValue( {
						item: data,
						value: [ ...known, ...created.map( ( { id } ) => id ) ],
					} )
				);
			} catch ( error ) {
				notify.failed( error );
			}
		} );
		setComing( [] );
	};

	return (
		<FieldError message={ validity?.custom?.message }>
			<FormTokenField
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				label={ field.label }
				value={ [ ...ids.flatMap( ( id ) => tags.find( ( tag ) => tag.id === id )?.name ?? [] ), ...coming ] }
				suggestions={ tags.map( ( { name } ) => name ) }
				maxSuggestions={ 20 }
				onChange={ ( tokens ) =>
					void choose( tokens.map( ( token ) => ( typeof token === 'string' ? token : token.value ) ) )
				}
			/>
		</FieldError>
	);
}
