import { Notice } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { nounOf } from '../nouns';
import { recordLink } from '../records/screen-address';
import type { Revert } from '../shared/use-undo';
import { labelOf, useNames, useWords } from './use-words';

/**
 * One record that an undo left alone: for each field what it would have become, and what it is.
 */
function Conflict( { conflict, name }: { conflict: Revert[ 'conflicts' ][ 0 ]; name: string | undefined } ) {
	const { entity, id, changes, current } = conflict;
	const fields = Object.keys( changes );
	const inWords = useWords( entity, [
		...fields.map( ( field ) => ( {
			field,
			value: changes[ field ]?.before,
		} ) ),
		...fields.map( ( field ) => ( { field, value: current?.[ field ] } ) ),
	] );
	const empty = __( '(empty)', 'carnet-crm' );
	return (
		<li>
			<a href={ recordLink( entity, { id } ) }>
				{ name ||
					sprintf(
						/* translators: %d: number of a record. */
						__( 'Record %d', 'carnet-crm' ),
						id
					) }
			</a>
			<ul>
				{ fields.map( ( field ) => (
					<li key={ field }>
						{ sprintf(
							/* translators: 1: label of a field. 2: its value before the change. 3: its value now. */
							__( '%1$s: was “%2$s”, is now “%3$s”', 'carnet-crm' ),
							labelOf( entity, field ),
							inWords( field, changes[ field ]?.before ) || empty,
							inWords( field, current?.[ field ] ) || empty
						) }
					</li>
				) ) }
			</ul>
		</li>
	);
}

/**
 * What an undo left as it is, because it has changed again since.
 */
export function RevertConflicts( { revert, onClose }: { revert: Revert; onClose: () => void } ) {
	const ids: Record< string, number[] > = {};
	for ( const { entity, id } of revert.conflicts ) {
		// Settings can be a conflict too, and tags: they have no screen of their own.
		if ( nounOf( entity ) ) {
			ids[ entity ] = [ ...( ids[ entity ] ?? [] ), id ];
		}
	}
	const names = useNames( ids );
	return (
		<Notice status="warning" onRemove={ onClose }>
			<p>{ __( 'These have changed again since and were left as they are:', 'carnet-crm' ) }</p>
			<ul>
				{ revert.conflicts.map( ( conflict ) => (
					<Conflict
						key={ `${ conflict.entity } ${ conflict.id }` }
						conflict={ conflict }
						name={ names[ conflict.entity ]?.[ conflict.id ] }
					/>
				) ) }
			</ul>
		</Notice>
	);
}
