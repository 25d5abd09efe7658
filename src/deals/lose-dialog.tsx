import { Button, Modal, SelectControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { CrmRecord } from '../entities/record';
import { useConfig } from '../shared/config-context';
import { DialogButtons } from '../shared/dialog-buttons';

export interface EndDialogProps {
	record: CrmRecord;
	isBusy: boolean;
	onClose: () => void;
	onEnd: ( changes: Record< string, unknown > ) => void;
}

/**
 * Asks why a deal was lost or abandoned.
 */
export function LoseDialog( { status, isBusy, onClose, onEnd }: EndDialogProps & { status: 'lost' | 'abandoned' } ) {
	const { config } = useConfig();
	const reasons = config.lists.close_reason ?? [];
	const [ reason, setReason ] = useState( '' );
	const title =
		status === 'lost'
			? __( 'Why was the deal lost?', 'carnet-crm' )
			: __( 'Why was the deal abandoned?', 'carnet-crm' );
	return (
		<Modal title={ title } size="small" onRequestClose={ onClose }>
			<form
				className="carnet-dialog"
				onSubmit={ ( event ) => {
					event.preventDefault();
					onEnd( { status, close_reason: reason } );
				} }
			>
				<SelectControl
					// DataViews' copy of the components in the form counts its ids apart from this one's.
					id="carnet-lose-reason"
					__next40pxDefaultSize
					__nextHasNoMarginBottom
					label={ __( 'Close reason', 'carnet-crm' ) }
					required={ reasons.length > 0 }
					value={ reason }
					options={ [
						{ value: '', label: __( 'Choose a reason', 'carnet-crm' ) },
						...reasons.map( ( { key, label } ) => ( { value: key, label } ) ),
					] }
					onChange={ setReason }
				/>
				<DialogButtons onCancel={ onClose }>
					<Button __next40pxDefaultSize variant="primary" type="submit" isBusy={ isBusy }>
						{ __( 'Close the deal', 'carnet-crm' ) }
					</Button>
				</DialogButtons>
			</form>
		</Modal>
	);
}
