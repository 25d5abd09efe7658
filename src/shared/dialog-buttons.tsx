import { Button, Flex } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';

interface DialogButtonsProps {
	/** Closes the dialog without a change. */
	onCancel: () => void;
	/** The button that does what the dialog asks about. */
	children: ReactNode;
}

/** The foot of a dialog: the way out, and the way on. */
export function DialogButtons( { onCancel, children }: DialogButtonsProps ) {
	return (
		<Flex justify="flex-end" wrap>
			<Button __next40pxDefaultSize variant="tertiary" onClick={ onCancel }>
				{ __( 'Cancel', 'carnet-crm' ) }
			</Button>
			{ children }
		</Flex>
	);
}
