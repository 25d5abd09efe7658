import { useDispatch } from '@wordpress/data';
import { useMemo } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { store as noticesStore } from '@wordpress/notices';
import { asApiError } from '../entities/api-error';
import { useUndo } from './use-undo';

/** Ways to tell a person what happened: a snackbar, with Undo where there is a change set to take back. */
export function useNotify() {
	const { createSuccessNotice, createErrorNotice } = useDispatch( noticesStore );
	const undo = useUndo();
	return useMemo(
		() => ( {
			done( message: string, changeset?: number ) {
				createSuccessNotice( message, {
					type: 'snackbar',
					actions: changeset
						? [
								{
									label: __( 'Undo', 'carnet-crm' ),
									onClick: () => void undo( changeset ),
								},
							]
						: [],
				} );
			},
			failed( error: unknown ) {
				createErrorNotice( asApiError( error ).message, {
					type: 'snackbar',
					explicitDismiss: true,
				} );
			},
		} ),
		[ createSuccessNotice, createErrorNotice, undo ]
	);
}
