import { store as coreStore } from '@wordpress/core-data';
import { useSelect } from '@wordpress/data';
import { entityConfig, fieldConfig } from '../entities/boot';
import type { CrmRecord } from '../entities/record';
import { KIND } from '../entities/register';
import { nounOf } from '../nouns';
import { choicesOf } from '../shared/choices';
import { useConfig } from '../shared/config-context';
import { formatMoney } from '../shared/money';
import { useTags } from '../tags/use-tags';
import { valueToWords } from './change-to-words';

interface FieldValue {
	field: string;
	value: unknown;
}

const NO_RECORDS: CrmRecord[] = [];

/**
 * The names of records by noun and id, asked for together, once per noun. What has gone is missing.
 *
 * @param ids Ids by noun.
 */
export function useNames( ids: Record< string, number[] > ): Record< string, Record< number, string > > {
	const wanted = JSON.stringify( ids );
	const found = useSelect(
		( select ) =>
			Object.entries( JSON.parse( wanted ) as Record< string, number[] > ).flatMap( ( [ entity, all ] ) =>
				(
					select( coreStore ).getEntityRecords< CrmRecord >( KIND, entity, {
						include: [ ...new Set( all ) ].sort(),
						per_page: 100,
					} ) ?? NO_RECORDS
				).map( ( record ) => ( { entity, record } ) )
			),
		[ wanted ]
	);
	const names: Record< string, Record< number, string > > = {};
	for ( const { entity, record } of found ) {
		names[ entity ] = { ...names[ entity ], [ record.id ]: nounOf( entity )?.titleOf( record ) ?? '' };
	}
	return names;
}

/**
 * Puts values into words; the names of linked records are asked for together, once per noun.
 *
 * @param entity   Singular name of the noun.
 * @param values   The values that will be asked for.
 * @param currency Code of the currency of amounts; empty for the default one.
 */
export function useWords( entity: string, values: FieldValue[], currency: unknown = '' ) {
	const { config } = useConfig();
	const { tags } = useTags();
	const ids: Record< string, number[] > = {};
	for ( const { field, value } of values ) {
		const { kind, relation } = fieldConfig( entity, field ) ?? {};
		if ( kind === 'relation' && relation && value ) {
			ids[ relation ] = [ ...( ids[ relation ] ?? [] ), Number( value ) ];
		}
	}
	const names = useNames( ids );
	return ( id: string, value: unknown ): string => {
		const field = fieldConfig( entity, id );
		return valueToWords( field, value, {
			choices: field ? choicesOf( field, config ) : [],
			money: ( minor ) => formatMoney( minor, String( currency ?? '' ), config ),
			people: Object.fromEntries( config.people.map( ( person ) => [ person.id, person.name ] ) ),
			tags: Object.fromEntries( tags.map( ( tag ) => [ tag.id, tag.name ] ) ),
			records: names[ field?.relation ?? '' ] ?? {},
		} );
	};
}

/**
 * The label of a field, or its name where it is no more.
 *
 * @param entity Singular name of the noun.
 * @param id     Field name.
 */
export function labelOf( entity: string, id: string ): string {
	return entityConfig( entity ).fields.find( ( field ) => field.id === id )?.label ?? id;
}

/**
 * Whether a field follows from the change itself and would only repeat it: version, dates, who.
 *
 * @param entity Singular name of the noun.
 * @param id     Field name.
 */
export function isSetByServer( entity: string, id: string ): boolean {
	return [ 'version', 'trashed_at' ].includes( id ) || Boolean( fieldConfig( entity, id )?.readonly );
}
