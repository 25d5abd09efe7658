import { __ } from '@wordpress/i18n';
import type { FormSection } from './noun';

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
