import { ComboboxControl } from '@wordpress/components';
import type { DataFormControlProps } from '@wordpress/dataviews';
import type { CrmRecord } from '../entities/record';
import { FieldError } from './field-error';

/**
 * One of many: countries, people. DataViews would take the combobox of its own copy of the components, whose ids are
 * counted apart from those of WordPress's copy: two comboboxes of one form would share an id and thus a label.
 */
export function ComboboxChoice( { data, field, onChange, validity }: DataFormControlProps< CrmRecord > ) {
	const options = ( field.elements ?? [] ).map( ( { value, label } ) => ( { value: String( value ), label } ) );
	return (
		<FieldError message={ validity?.custom?.message ?? validity?.required?.message }>
			<ComboboxControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				label={ field.label }
				value={ String( field.getValue( { item: data } ) ?? '' ) || null }
				options={ options }
				allowReset={ ! field.isValid.required }
				onChange={ ( value ) => onChange( field.setValue( { item: data, value: value ?? null } ) ) }
			/>
		</FieldError>
	);
}
