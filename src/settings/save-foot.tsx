import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

interface SaveFootProps {
	isSaving: boolean;
	/** Whether there is something to save. */
	canSave: boolean;
	onSave: () => void;
	/** Takes back what is not saved yet, where the tab can. */
	onDiscard?: () => void;
}

/** Save, at the foot of a tab of the settings. */
export function SaveFoot( { isSaving, canSave, onSave, onDiscard }: SaveFootProps ) {
	return (
		<div className="carnet-form__foot">
			<Button
				__next40pxDefaultSize
				variant="primary"
				isBusy={ isSaving }
				disabled={ isSaving || ! canSave }
				accessibleWhenDisabled
				onClick={ onSave }
			>
				{ __( 'Save', 'carnet-crm' ) }
			</Button>
			{ onDiscard && canSave && (
				<Button __next40pxDefaultSize variant="tertiary" disabled={ isSaving } onClick={ onDiscard }>
					{ __( 'Discard changes', 'carnet-crm' ) }
				</Button>
			) }
		</div>
	);
}
