import { __, sprintf } from '@wordpress/i18n';
import { entityConfig } from '../entities/boot';
import type { Noun } from '../records/noun';

export interface ExportColumn {
	id: string;
	label: string;
}

export type PresetName = 'names' | 'list' | 'all';

/** Columns of a parent or a person that stand beside their id. */
const nameOf = ( id: string ) => id.replace( /_id$/, '_name' );

/**
 * The columns that the export of a noun may have, in order.
 *
 * @param entity Singular name.
 */
export function exportColumns( entity: string ): ExportColumn[] {
	const { exports, fields } = entityConfig( entity );
	return exports.flatMap( ( id ) => {
		const field = fields.find( ( candidate ) => candidate.id === id );
		if ( field ) {
			const isId = field.kind === 'relation' || field.kind === 'owner';
			return {
				id,
				/* translators: %s: what is identified by the number, such as Account. */
				label: isId ? sprintf( __( '%s (ID)', 'carnet-crm' ), field.label ) : field.label,
			};
		}
		const named = fields.find( ( candidate ) => candidate.id !== id && nameOf( candidate.id ) === id );
		return named ? { id, label: named.label } : [];
	} );
}

/**
 * Ready-made choices of columns. Names and e-mail only where there are addresses.
 *
 * @param noun The noun.
 */
export function columnPresets( noun: Noun ): Partial< Record< PresetName, string[] > > {
	const all = exportColumns( noun.entity ).map( ( { id } ) => id );
	const known = ( ids: string[] ) =>
		ids
			.map( ( id ) => ( all.includes( nameOf( id ) ) ? nameOf( id ) : id ) )
			.filter( ( id ) => all.includes( id ) );
	return {
		...( all.includes( 'email' ) && { names: known( [ ...noun.titleFields, 'email' ] ) } ),
		list: known( [ ...noun.titleFields, ...noun.columns ] ),
		all,
	};
}
