import { Button, CheckboxControl, Modal } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { MoneyInput } from '../controls/money-control';
import type { EndDialogProps } from './lose-dialog';

/**
 * Asks what was signed, and whether the contact becomes a customer with it.
 */
export function WinDialog( { record, isBusy, onClose, onEnd }: EndDialogProps ) {
	const [ signed, setSigned ] = useState< unknown >( record.signed_amount ?? record.amount ?? null );
	const [ isCustomer, setIsCustomer ] = useState( true );
	const hasContact = Boolean( record.contact_id );
	return (
		<Modal title={ __( 'The deal is won', 'carnet-crm' ) } size="small" onRequestClose={ onClose }>
			<form
				className="carnet-dialog"
				onSubmit={ ( event ) => {
					event.preventDefault();
					onEnd( {
						status: 'won',
						signed_amount: signed,
						...( hasContact && ! isCustomer && { keep_contact_type: true } ),
					} );
				} }
			>
				<MoneyInput
					suffix
					label={ __( 'Signed amount', 'carnet-crm' ) }
					value={ signed }
					currency={ String( record.currency ?? '' ) }
					onChange={ setSigned }
				/>
				{ hasContact && (
					<CheckboxControl
						// DataViews' copy of the components in the form counts its ids apart from this one's.
						id="carnet-win-customer"
						__nextHasNoMarginBottom
						label={ __( 'The contact is now a customer', 'carnet-crm' ) }
						checked={ isCustomer }
						onChange={ setIsCustomer }
					/>
				) }
				<Button __next40pxDefaultSize variant="primary" type="submit" isBusy={ isBusy }>
					{ __( 'Close the deal', 'carnet-crm' ) }
				</Button>
			</form>
		</Modal>
	);
}
