import type { Field, FormValidity } from '@wordpress/dataviews/wp';
import { DataForm } from '@wordpress/dataviews/wp';
import { __ } from '@wordpress/i18n';
import type { CrmRecord } from '../entities/record';
import { useFormFields } from './form-fields';
import type { FormSection, Noun } from './noun';

interface RecordFormProps {
	noun: Noun;
	values: CrmRecord;
	/** Messages beside fields. */
	errors: Record< string, string >;
	onChange: ( changes: Record< string, unknown > ) => void;
}

/**
 * The sections of a form with the fields that are there to write, and a last one for those that no section names: a
 * field added on the server needs no line here.
 *
 * @param sections Sections of the noun.
 * @param ids      Names of the fields.
 */
export function sectionsWith( sections: FormSection[], ids: string[] ): FormSection[] {
	const named = sections.flatMap( ( { fields } ) => fields );
	return [
		...sections,
		{
			id: 'more',
			label: __( 'More', 'carnet-crm' ),
			fields: ids.filter( ( id ) => ! named.includes( id ) ),
		},
	]
		.map( ( section ) => ( {
			...section,
			fields: section.fields.filter( ( id ) => ids.includes( id ) ),
		} ) )
		.filter( ( { fields } ) => fields.length );
}

function validityOf( fields: Field< CrmRecord >[], errors: Record< string, string > ): FormValidity {
	return Object.fromEntries(
		fields
			.filter( ( { id } ) => errors[ id ] )
			.map( ( { id, isValid } ) => {
				const invalid = {
					type: 'invalid' as const,
					message: errors[ id ] ?? '',
				};
				return [ id, isValid?.required ? { required: invalid } : { custom: invalid } ];
			} )
	);
}

/**
 * The fields of a record, in sections.
 */
export function RecordForm( { noun, values, errors, onChange }: RecordFormProps ) {
	const fields = useFormFields( noun ).filter( ( { id } ) => ! noun.offForm?.includes( id ) );
	const validity = validityOf( fields, errors );
	const sections = sectionsWith(
		noun.sections(),
		fields.map( ( { id } ) => id )
	);
	return (
		<div className="carnet-form">
			{ sections.map( ( section ) => (
				<section
					key={ section.id }
					className="carnet-form__section"
					aria-labelledby={ `carnet-section-${ section.id }` }
				>
					<h2 id={ `carnet-section-${ section.id }` }>{ section.label }</h2>
					<DataForm< CrmRecord >
						data={ values }
						fields={ fields }
						form={ { fields: section.fields } }
						validity={ validity }
						onChange={ onChange }
					/>
				</section>
			) ) }
		</div>
	);
}
