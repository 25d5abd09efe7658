import { Button, CheckboxControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { CrmRecord } from '../entities/record';
import { DialogButtons } from '../shared/dialog-buttons';

interface TrashModalProps {
	record: CrmRecord;
	onTrash: ( withLinked: boolean ) => void;
	/** Closes the dialog without a change. */
	onCancel: () => void;
}

/**
 * Asks whether the records linked to one go to the trash with it; otherwise they stay and keep their link.
 */
export function TrashModal( { record, onTrash, onCancel }: TrashModalProps ) {
	const [ withLinked, setWithLinked ] = useState( false );
	const count = Object.values( record.counts ?? {} ).reduce( ( sum, number ) => sum + number, 0 );
	return (
		<div className="carnet-dialog">
			<CheckboxControl
				// DataViews' copy of the components in the form counts its ids apart from this one's.
				id="carnet-trash-linked"
				__nextHasNoMarginBottom
				label={ sprintf(
					/* translators: %d: number of records. */
					_n(
						'Also move the %d record linked to it',
						'Also move the %d records linked to it',
						count,
						'carnet-crm'
					),
					count
				) }
				help={ __( 'Otherwise they stay, and show that their link is in the trash.', 'carnet-crm' ) }
				checked={ withLinked }
				onChange={ setWithLinked }
			/>
			<DialogButtons onCancel={ onCancel }>
				<Button __next40pxDefaultSize variant="primary" isDestructive onClick={ () => onTrash( withLinked ) }>
					{ __( 'Move to trash', 'carnet-crm' ) }
				</Button>
			</DialogButtons>
		</div>
	);
}
