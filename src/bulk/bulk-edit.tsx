import { Button, CheckboxControl, SelectControl } from '@wordpress/components';
import { DataForm } from '@wordpress/dataviews';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { fieldConfig } from '../entities/boot';
import type { CrmRecord } from '../entities/record';
import { useFormFields } from '../records/form-fields';
import type { Noun } from '../records/noun';
import { DialogButtons } from '../shared/dialog-buttons';
import { canBeEmpty, emptyValue, hasValue } from './bulk-value';
import type { BulkChange } from './use-bulk';

interface BulkEditProps {
	noun: Noun;
	onApply: ( change: BulkChange ) => void;
	onCancel: () => void;
}

const NO_RECORD: CrmRecord = { id: 0, version: 0 };

/**
 * Chooses a field and the value that many records get. What they have is lost with it: nothing is chosen beforehand, and
 * to empty the field is a choice of its own.
 */
export function BulkEdit( { noun, onApply, onCancel }: BulkEditProps ) {
	// What is each record's own (its name) and what has a bulk change of its own (tags) are not set for many.
	const fields = useFormFields( noun ).filter(
		( { id } ) =>
			id !== 'tags' && fieldConfig( noun.entity, id )?.kind !== 'array' && ! noun.titleFields.includes( id )
	);
	const [ chosen, setChosen ] = useState( '' );
	const [ values, setValues ] = useState( NO_RECORD );
	const [ isEmptied, setIsEmptied ] = useState( false );
	const field = fields.find( ( { id } ) => id === chosen );
	const config = fieldConfig( noun.entity, chosen );
	const isReady = Boolean( field ) && ( isEmptied || hasValue( values[ chosen ] ) );
	const value = isEmptied && config ? emptyValue( config ) : values[ chosen ];
	return (
		<div className="carnet-dialog">
			<SelectControl
				// DataViews' copy of the components below counts its ids apart from this one's.
				id="carnet-bulk-field"
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				label={ __( 'Field', 'carnet-crm' ) }
				value={ chosen }
				options={ [
					{ value: '', label: __( 'Choose a field', 'carnet-crm' ) },
					...fields.map( ( { id, label } ) => ( { value: id, label: label ?? id } ) ),
				] }
				onChange={ ( id ) => {
					setChosen( id );
					setValues( NO_RECORD );
					setIsEmptied( false );
				} }
			/>
			{ field && ! isEmptied && (
				<DataForm< CrmRecord >
					key={ chosen }
					data={ values }
					fields={ [ config?.kind === 'choice' ? withNoChoice( field ) : field ] }
					form={ { fields: [ chosen ] } }
					onChange={ ( change ) => setValues( { ...values, ...change } ) }
				/>
			) }
			{ config && canBeEmpty( config ) && (
				<CheckboxControl
					id="carnet-bulk-empty"
					__nextHasNoMarginBottom
					label={ __( 'Empty this field', 'carnet-crm' ) }
					checked={ isEmptied }
					onChange={ setIsEmptied }
				/>
			) }
			<DialogButtons onCancel={ onCancel }>
				<Button
					__next40pxDefaultSize
					variant="primary"
					disabled={ ! isReady }
					accessibleWhenDisabled
					onClick={ () => onApply( { set: { [ chosen ]: value } } ) }
				>
					{ __( 'Change', 'carnet-crm' ) }
				</Button>
			</DialogButtons>
		</div>
	);
}

/** A select shows its first option, which must then be none of the values. */
function withNoChoice( field: ReturnType< typeof useFormFields >[ number ] ) {
	const values = ( field.elements ?? [] ).filter( ( { value } ) => value !== '' );
	return { ...field, elements: [ { value: '', label: __( 'Choose a value', 'carnet-crm' ) }, ...values ] };
}
