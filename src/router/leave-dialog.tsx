import { Button, Flex, Modal } from '@wordpress/components';
import { useSyncExternalStore } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { answerHeldMove, hasHeldMove, subscribe } from './history';

/** Asks before unsaved changes are lost. */
export function LeaveDialog() {
	const isAsking = useSyncExternalStore( subscribe, hasHeldMove );
	if ( ! isAsking ) {
		return null;
	}
	return (
		<Modal
			title={ __( 'Leave without saving?', 'carnet-crm' ) }
			size="small"
			onRequestClose={ () => answerHeldMove( false ) }
		>
			<p>{ __( 'The changes you made on this screen are not saved yet.', 'carnet-crm' ) }</p>
			<Flex justify="flex-end" wrap>
				<Button __next40pxDefaultSize variant="tertiary" onClick={ () => answerHeldMove( true ) }>
					{ __( 'Leave and lose the changes', 'carnet-crm' ) }
				</Button>
				<Button __next40pxDefaultSize variant="primary" onClick={ () => answerHeldMove( false ) }>
					{ __( 'Stay here', 'carnet-crm' ) }
				</Button>
			</Flex>
		</Modal>
	);
}
