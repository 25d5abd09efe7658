import { dateI18n, getSettings } from '@wordpress/date';
import { __ } from '@wordpress/i18n';
import type { Choice, FieldConfig } from '../entities/boot';

/** Names that values stand for; what is missing here has gone. */
export interface Names {
	choices: Choice[];
	people: Record< number, string >;
	tags: Record< number, string >;
	records: Record< number, string >;
	/** Writes minor units as an amount. */
	money?: ( minor: number ) => string;
}

function named( names: Record< number, string >, id: unknown ): string {
	return names[ Number( id ) ] ?? `#${ id }`;
}

/** The formats of the site's settings. */
const formats = () => getSettings().formats;

/** Lines by their descriptions, other items by how many there are. */
function itemsToWords( value: unknown ): string {
	const items: Array< { description?: string } > = Array.isArray( value ) ? value : [];
	const described = items.flatMap( ( { description } ) => description ?? [] );
	return described.length ? described.join( '; ' ) : String( items.length );
}

/**
 * A value of the change log in words; '' for an empty one.
 *
 * @param field Field facts; undefined for a field that is no more.
 * @param value Value as the API gives it.
 * @param names Names of what it may stand for.
 */
export function valueToWords( field: FieldConfig | undefined, value: unknown, names: Names ): string {
	if ( value === null || value === undefined || value === '' ) {
		return '';
	}
	switch ( field?.kind ) {
		case 'choice':
		case 'country':
			return names.choices.find( ( choice ) => choice.value === value )?.label ?? String( value );
		case 'owner':
			return named( names.people, value );
		case 'relation':
			return named( names.records, value );
		case 'tags':
			return ( Array.isArray( value ) ? value : [] )
				.map( ( id ) => names.tags[ Number( id ) ] ?? __( 'a deleted tag', 'carnet-crm' ) )
				.join( ', ' );
		case 'datetime':
			return dateI18n( `${ formats().date } ${ formats().time }`, String( value ) );
		case 'date':
			return dateI18n( formats().date, `${ value }T00:00:00` );
		case 'money':
			return names.money?.( Number( value ) ) ?? String( value );
		case 'array':
			return itemsToWords( value );
		case 'boolean':
			return value ? __( 'Yes', 'carnet-crm' ) : __( 'No', 'carnet-crm' );
		default:
			return String( value );
	}
}

/**
 * What was done, in words.
 *
 * @param op create, update, trash, restore or delete.
 */
export function opToWords( op: string ): string {
	switch ( op ) {
		case 'create':
			return __( 'Added', 'carnet-crm' );
		case 'trash':
			return __( 'Moved to the trash', 'carnet-crm' );
		case 'restore':
			return __( 'Restored from the trash', 'carnet-crm' );
		case 'delete':
			return __( 'Deleted for good', 'carnet-crm' );
		default:
			return __( 'Changed', 'carnet-crm' );
	}
}

/**
 * How a change came in, in words; '' where a person simply edited.
 *
 * @param source edit, bulk, import, api, restore, revert or system.
 */
export function sourceToWords( source: string ): string {
	switch ( source ) {
		case 'bulk':
			return __( 'in a bulk change', 'carnet-crm' );
		case 'import':
			return __( 'in an import', 'carnet-crm' );
		case 'api':
			return __( 'by another program', 'carnet-crm' );
		case 'revert':
			return __( 'by undoing a change', 'carnet-crm' );
		case 'system':
			return __( 'by the CRM itself', 'carnet-crm' );
		default:
			return '';
	}
}
