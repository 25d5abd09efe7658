import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';

/** The line below a list with which a row is added. */
export function AddRow( { onAdd, children }: { onAdd: () => void; children: ReactNode } ) {
	return (
		<form
			className="carnet-add"
			onSubmit={ ( event ) => {
				event.preventDefault();
				onAdd();
			} }
		>
			{ children }
			<Button __next40pxDefaultSize variant="secondary" type="submit">
				{ __( 'Add', 'carnet-crm' ) }
			</Button>
		</form>
	);
}
