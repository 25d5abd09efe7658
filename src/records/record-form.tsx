import type { Field, FormValidity } from '@wordpress/dataviews';
import { DataForm } from '@wordpress/dataviews';
import { startTransition, useEffect, useState } from '@wordpress/element';
import type { CrmRecord } from '../entities/record';
import { useFormFields } from './form-fields';
import { sectionsWith } from './form-sections';
import type { Noun } from './noun';

interface RecordFormProps {
	noun: Noun;
	values: CrmRecord;
	/** Messages beside fields. */
	errors: Record< string, string >;
	onChange: ( changes: Record< string, unknown > ) => void;
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

/** Sections that fill most windows. */
const FIRST = 2;

/**
 * The fields of a record, in sections: first those that a window shows, and all of them once these are on the screen.
 */
export function RecordForm( { noun, values, errors, onChange }: RecordFormProps ) {
	const locked = noun.locked?.( values ) ?? [];
	const fields = useFormFields( noun )
		.filter( ( { id } ) => ! noun.offForm?.includes( id ) )
		.map( ( field ) => ( locked.includes( field.id ) ? { ...field, readOnly: true } : field ) );
	const validity = validityOf( fields, errors );
	const sections = sectionsWith(
		noun.sections(),
		fields.map( ( { id } ) => id )
	);
	const [ isWhole, setIsWhole ] = useState( false );
	useEffect( () => startTransition( () => setIsWhole( true ) ), [] );
	return (
		<div className="carnet-form">
			{ sections.slice( 0, isWhole ? undefined : FIRST ).map( ( section ) => (
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
