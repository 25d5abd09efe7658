import { DropdownMenu, MenuGroup, MenuItem, Modal } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { moreVertical } from '@wordpress/icons';
import { can, entityConfig } from '../entities/boot';
import type { CrmRecord } from '../entities/record';
import { holdMoves, navigate } from '../router/history';
import type { Noun } from './noun';
import { TrashModal } from './trash-modal';
import { useRecordChanges } from './use-record-changes';

interface RecordMenuProps {
	noun: Noun;
	record: CrmRecord;
}

/**
 * What can be done with a whole record: duplicate it, put it in the trash.
 */
export function RecordMenu( { noun, record }: RecordMenuProps ) {
	const [ isAsking, setIsAsking ] = useState( false );
	const changes = useRecordChanges( noun.entity );
	if ( ! can( 'carnet_edit' ) ) {
		return null;
	}
	const { page } = entityConfig( noun.entity );
	const hasChildren = Object.values( record.counts ?? {} ).some( Boolean );
	const moveToTrash = async ( withLinked: boolean ) => {
		setIsAsking( false );
		// First away from the record, which would otherwise be asked for again where it no longer is.
		holdMoves( false );
		navigate( { page } );
		await changes.trash( record, withLinked );
	};
	return (
		<>
			<DropdownMenu
				icon={ moreVertical }
				label={ __( 'More actions', 'carnet-crm' ) }
				toggleProps={ { size: 'compact' } }
			>
				{ ( { onClose } ) => (
					<MenuGroup>
						<MenuItem
							onClick={ () => {
								onClose();
								navigate( {
									page,
									id: 'new',
									params: { from: String( record.id ) },
								} );
							} }
						>
							{ __( 'Duplicate', 'carnet-crm' ) }
						</MenuItem>
						<MenuItem
							isDestructive
							onClick={ () => {
								onClose();
								if ( hasChildren ) {
									setIsAsking( true );
								} else {
									void moveToTrash( false );
								}
							} }
						>
							{ __( 'Move to trash', 'carnet-crm' ) }
						</MenuItem>
					</MenuGroup>
				) }
			</DropdownMenu>
			{ isAsking && (
				<Modal
					title={ __( 'Move to trash?', 'carnet-crm' ) }
					size="small"
					onRequestClose={ () => setIsAsking( false ) }
				>
					<TrashModal record={ record } onTrash={ moveToTrash } onCancel={ () => setIsAsking( false ) } />
				</Modal>
			) }
		</>
	);
}
