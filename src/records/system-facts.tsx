import { entityConfig } from '../entities/boot';
import type { CrmRecord } from '../entities/record';
import { FieldValue } from './field-value';

interface SystemFactsProps {
	entity: string;
	record: CrmRecord;
}

/**
 * What the server has set: when and by whom it was added and changed, and the noun's own instants.
 */
export function SystemFacts( { entity, record }: SystemFactsProps ) {
	const fields = entityConfig( entity ).fields.filter(
		( { id, kind, readonly } ) => readonly && kind !== 'array' && id !== 'version' && Boolean( record[ id ] )
	);
	return (
		<dl className="carnet-facts carnet-facts--system">
			{ fields.map( ( field ) => (
				<div key={ field.id }>
					<dt>{ field.label }</dt>
					<dd>
						<FieldValue field={ field } record={ record } />
					</dd>
				</div>
			) ) }
		</dl>
	);
}
