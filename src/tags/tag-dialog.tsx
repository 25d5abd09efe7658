import { Button, Modal, SelectControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { Tag } from '../entities/record';
import { DialogButtons } from '../shared/dialog-buttons';
import { useTagChanges } from './use-tag-changes';

interface TagDialogProps {
	name: 'merge' | 'delete';
	tag: Tag;
	tags: Tag[];
	onClose: () => void;
	/** Called when the person has decided that the tag goes. */
	onLeave: () => void;
}

/** Asks before a tag goes, alone or into another one. */
export function TagDialog( { name, tag, tags, onClose, onLeave }: TagDialogProps ) {
	const others = tags.filter( ( { id } ) => id !== tag.id );
	const [ into, setInto ] = useState( String( others[ 0 ]?.id ?? '' ) );
	const { merge, remove } = useTagChanges();
	const isMerge = name === 'merge';
	return (
		<Modal
			title={
				isMerge
					? /* translators: %s: name of a tag. */
						sprintf( __( 'Merge “%s” into another tag', 'carnet-crm' ), tag.name )
					: /* translators: %s: name of a tag. */
						sprintf( __( 'Delete “%s”?', 'carnet-crm' ), tag.name )
			}
			size="small"
			onRequestClose={ onClose }
		>
			<div className="carnet-dialog">
				{ isMerge ? (
					<SelectControl
						__next40pxDefaultSize
						__nextHasNoMarginBottom
						label={ __( 'Tag that takes its place', 'carnet-crm' ) }
						value={ into }
						options={ others.map( ( { id, name: label } ) => ( { value: String( id ), label } ) ) }
						onChange={ setInto }
					/>
				) : (
					<p>{ __( 'It is taken off every record that has it. The records stay.', 'carnet-crm' ) }</p>
				) }
				<DialogButtons onCancel={ onClose }>
					<Button
						__next40pxDefaultSize
						variant="primary"
						isDestructive={ ! isMerge }
						onClick={ () => {
							onClose();
							onLeave();
							void ( isMerge ? merge( tag, Number( into ) ) : remove( tag ) );
						} }
					>
						{ isMerge ? __( 'Merge', 'carnet-crm' ) : __( 'Delete', 'carnet-crm' ) }
					</Button>
				</DialogButtons>
			</div>
		</Modal>
	);
}
