import { TextControl } from '@wordpress/components';
import type { DataFormControlProps } from '@wordpress/dataviews';
import { useId } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { CrmRecord } from '../entities/record';

/** The job titles most often met; any other may be typed. */
function suggestions(): string[] {
	return [
		__( 'Chairman', 'carnet-crm' ),
		__( 'Chief executive officer', 'carnet-crm' ),
		__( 'Managing director', 'carnet-crm' ),
		__( 'Deputy director', 'carnet-crm' ),
		__( 'Chief financial officer', 'carnet-crm' ),
		__( 'Sales director', 'carnet-crm' ),
		__( 'Chief information officer', 'carnet-crm' ),
		__( 'General counsel', 'carnet-crm' ),
	];
}

/**
 * A job title: free text with suggestions.
 */
export function JobTitleControl( { data, field, onChange }: DataFormControlProps< CrmRecord > ) {
	const listId = useId();
	return (
		<>
			<TextControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				label={ field.label }
				list={ listId }
				maxLength={ field.isValid.maxLength?.constraint }
				value={ String( field.getValue( { item: data } ) ?? '' ) }
				onChange={ ( value ) => onChange( field.setValue( { item: data, value } ) ) }
			/>
			<datalist id={ listId }>
				{ suggestions().map( ( title ) => (
					<option key={ title } value={ title } />
				) ) }
			</datalist>
		</>
	);
}
