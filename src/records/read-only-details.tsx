import { entityConfig } from '../entities/boot';
import type { CrmRecord } from '../entities/record';
import { FieldValue } from './field-value';
import type { Noun } from './noun';
import { sectionsWith } from './form-sections';

interface ReadOnlyDetailsProps {
	noun: Noun;
	record: CrmRecord;
}

/**
 * A record for who may only look, and one in the trash: the sections of the form, without its controls.
 */
export function ReadOnlyDetails( { noun, record }: ReadOnlyDetailsProps ) {
	const fields = entityConfig( noun.entity ).fields.filter( ( { readonly } ) => ! readonly );
	const sections = sectionsWith(
		noun.sections(),
		fields.map( ( { id } ) => id )
	);
	return (
		<div className="carnet-form">
			{ sections.map( ( section ) => (
				<section key={ section.id } className="carnet-form__section">
					<h2>{ section.label }</h2>
					<dl className="carnet-facts">
						{ section.fields.map( ( id ) => {
							const field = fields.find( ( candidate ) => candidate.id === id );
							const Own = noun.facts?.[ id ];
							return (
								field && (
									<div key={ id }>
										<dt>{ field.label }</dt>
										<dd>
											{ Own ? (
												<Own record={ record } />
											) : (
												<FieldValue field={ field } record={ record } />
											) }
										</dd>
									</div>
								)
							);
						} ) }
					</dl>
				</section>
			) ) }
		</div>
	);
}
