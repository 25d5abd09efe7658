import { Button } from '@wordpress/components';
import { __, isRTL, sprintf } from '@wordpress/i18n';
import { chevronLeft, chevronRight } from '@wordpress/icons';
import { fieldConfig } from '../entities/boot';
import type { CrmRecord } from '../entities/record';
import { FieldValue } from './field-value';
import type { Noun } from './noun';
import { RecordMenu } from './record-menu';
import { recordLink } from './screen-address';
import { useNeighbours } from './use-neighbours';

interface RecordHeaderProps {
	noun: Noun;
	record: CrmRecord;
}

/**
 * What a record is at a glance: its pills, tags and owner, the way to its neighbours, and its menu.
 */
export function RecordHeader( { noun, record }: RecordHeaderProps ) {
	const { previous, next } = useNeighbours( noun.entity, record.id );
	const shown = [ ...noun.pills, 'tags' ].flatMap( ( id ) => fieldConfig( noun.entity, id ) ?? [] );
	const step = ( neighbour: CrmRecord | undefined, label: string, icon: JSX.Element ) => (
		<Button
			size="compact"
			icon={ icon }
			label={ neighbour ? `${ label }: ${ noun.titleOf( neighbour ) }` : label }
			{ ...( neighbour
				? { href: recordLink( noun.entity, neighbour ) }
				: { disabled: true, accessibleWhenDisabled: true } ) }
		/>
	);
	return (
		<div className="carnet-header">
			<div className="carnet-header__facts">
				{ shown.map( ( field ) => (
					<FieldValue key={ field.id } field={ field } record={ record } />
				) ) }
				{ record.owner_name && (
					<span>
						{ sprintf(
							/* translators: %s: name of a person. */
							__( 'Owner: %s', 'carnet-crm' ),
							record.owner_name
						) }
					</span>
				) }
			</div>
			<div className="carnet-header__buttons">
				{ ( previous || next ) && (
					<>
						{ step( previous, __( 'Previous', 'carnet-crm' ), isRTL() ? chevronRight : chevronLeft ) }
						{ step( next, __( 'Next', 'carnet-crm' ), isRTL() ? chevronLeft : chevronRight ) }
					</>
				) }
				<RecordMenu noun={ noun } record={ record } />
			</div>
		</div>
	);
}
