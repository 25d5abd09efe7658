import { __ } from '@wordpress/i18n';
import type { ReactNode, Ref } from 'react';

/**
 * The buttons of what can be done with a record now. They change with it: the focus goes to the group, not to a button,
 * so that the key that took one step does not take the next.
 */
export function NextSteps( { group, children }: { group: Ref< HTMLDivElement >; children: ReactNode } ) {
	return (
		<div
			ref={ group }
			className="carnet-buttons"
			role="group"
			aria-label={ __( 'Next steps', 'carnet-crm' ) }
			tabIndex={ -1 }
		>
			{ children }
		</div>
	);
}
