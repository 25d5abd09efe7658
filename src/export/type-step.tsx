import { RadioControl } from '@wordpress/components';
import { fieldConfig } from '../entities/boot';
import type { Noun } from '../records/noun';
import { choicesOf } from '../shared/choices';
import { useConfig } from '../shared/config-context';
import type { ExportChoices } from './use-export-choices';

interface TypeStepProps {
	noun: Noun;
	choices: ExportChoices;
}

/**
 * The types of a noun with their names, in the plural where there is one: `[ 'customer', 'Customers' ]`.
 */
export function useTypes( noun: Noun, by: string ): Array< { value: string; label: string } > {
	const { config } = useConfig();
	const { types } = noun.words();
	const field = fieldConfig( noun.entity, by );
	const all = field ? choicesOf( field, config ) : [];
	return types ? Object.entries( types ).map( ( [ value, label ] ) => ( { value, label } ) ) : all;
}

/** Step 1: which type of record. */
export function TypeStep( { noun, choices: { by, type, setType } }: TypeStepProps ) {
	const types = useTypes( noun, by );
	// The list may have asked for several.
	const isSeveral = type !== '' && ! types.some( ( { value } ) => value === type );
	const labelOf = ( value: string ) => types.find( ( candidate ) => candidate.value === value )?.label ?? value;
	const several = isSeveral ? [ { value: type, label: type.split( ',' ).map( labelOf ).join( ', ' ) } ] : [];
	return (
		<RadioControl
			label={ fieldConfig( noun.entity, by )?.label ?? '' }
			selected={ type }
			options={ [ ...several, ...types, { value: '', label: noun.words().all } ] }
			onChange={ setType }
		/>
	);
}
