import { Button, CheckboxControl, Modal } from '@wordpress/components';
import { flushSync, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { FieldError } from '../controls/field-error';
import { MoneyInput } from '../controls/money-control';
import { amountWanted } from '../shared/amount-wanted';
import { DialogButtons } from '../shared/dialog-buttons';
import type { EndDialogProps } from './lose-dialog';

/**
 * Asks what was signed, and whether the contact becomes a customer with it.
 */
export function WinDialog( { record, isBusy, onClose, onEnd }: EndDialogProps ) {
	const [ signed, setSigned ] = useState< unknown >( record.signed_amount ?? record.amount ?? null );
	const [ isCustomer, setIsCustomer ] = useState( true );
	const [ isTried, setIsTried ] = useState( false );
	// A number counts minor units; what is no amount is still the text.
	const isWrong = typeof signed === 'string';
	const hasContact = Boolean( record.contact_id );
	return (
		<Modal title={ __( 'The deal is won', 'carnet-crm' ) } size="small" onRequestClose={ onClose }>
			<form
				className="carnet-dialog"
				onSubmit={ ( event ) => {
					event.preventDefault();
					if ( isWrong ) {
						flushSync( () => setIsTried( true ) );
						event.currentTarget.querySelector( 'input' )?.focus();
						return;
					}
					onEnd( {
						status: 'won',
						signed_amount: signed,
						...( hasContact && ! isCustomer && { keep_contact_type: true } ),
					} );
				} }
			>
				<FieldError message={ isTried && isWrong ? amountWanted() : undefined }>
					<MoneyInput
						suffix
						label={ __( 'Signed amount', 'carnet-crm' ) }
						value={ signed }
						currency={ String( record.currency ?? '' ) }
						onChange={ setSigned }
					/>
				</FieldError>
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
				<DialogButtons onCancel={ onClose }>
					<Button __next40pxDefaultSize variant="primary" type="submit" isBusy={ isBusy }>
						{ __( 'Close the deal', 'carnet-crm' ) }
					</Button>
				</DialogButtons>
			</form>
		</Modal>
	);
}
