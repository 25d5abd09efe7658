import { Button, SelectControl } from '@wordpress/components';
import { DataForm } from '@wordpress/dataviews';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { fieldConfig } from '../entities/boot';
import type { CrmRecord } from '../entities/record';
import { useFormFields } from '../records/form-fields';
import type { Noun } from '../records/noun';
import type { BulkChange } from './use-bulk';

const NO_RECORD: CrmRecord = { id: 0, version: 0 };

/**
 * Chooses a field and the value that many records get.
 */
export function BulkEdit( { noun, onApply }: { noun: Noun; onApply: ( change: BulkChange ) => void } ) {
	// What is each record's own (its name) and what has a bulk change of its own (tags) are not set for many.
	const fields = useFormFields( noun ).filter(
		( { id } ) =>
			id !== 'tags' && fieldConfig( noun.entity, id )?.kind !== 'array' && ! noun.titleFields.includes( id )
	);
	const [ chosen, setChosen ] = useState( fields[ 0 ]?.id ?? '' );
	const [ values, setValues ] = useState( NO_RECORD );
	const field = fields.find( ( { id } ) => id === chosen );
	// A select shows its first option: that is then the value.
	const value = values[ chosen ] ?? field?.elements?.[ 0 ]?.value ?? '';
	return (
		<div className="carnet-dialog">
			<SelectControl
				// DataViews' copy of the components below counts its ids apart from this one's.
				id="carnet-bulk-field"
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				label={ __( 'Field', 'carnet-crm' ) }
				value={ chosen }
				options={ fields.map( ( { id, label } ) => ( {
					value: id,
					label: label ?? id,
				} ) ) }
				onChange={ setChosen }
			/>
			{ field && (
				<DataForm< CrmRecord >
					key={ chosen }
					data={ { ...values, [ chosen ]: value } }
					fields={ [ field ] }
					form={ { fields: [ chosen ] } }
					onChange={ ( change ) => setValues( { ...values, ...change } ) }
				/>
			) }
			<Button __next40pxDefaultSize variant="primary" onClick={ () => onApply( { set: { [ chosen ]: value } } ) }>
				{ __( 'Change', 'carnet-crm' ) }
			</Button>
		</div>
	);
}
