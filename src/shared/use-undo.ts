import apiFetch from '@wordpress/api-fetch';
import { useDispatch } from '@wordpress/data';
import { useCallback } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { store as noticesStore } from '@wordpress/notices';
import { asApiError } from '../entities/api-error';
import { useConfig } from './config-context';
import { useRefresh } from './use-refresh';

export interface Revert {
	changeset_id: number;
	reverted: Array< { entity: string; id: number } >;
	conflicts: Array< {
		entity: string;
		id: number;
		changes: Record< string, { before: unknown; after: unknown } >;
		current: Record< string, unknown >;
	} >;
}

/**
 * Takes a change set back and says what came of it: what has changed again since stays as it is.
 *
 * Resolves to the answer, or undefined where it failed.
 */
export function useUndo() {
	const { createSuccessNotice, createWarningNotice, createErrorNotice } = useDispatch( noticesStore );
	const refresh = useRefresh();
	const { reload } = useConfig();
	return useCallback(
		async ( changeset: number ): Promise< Revert | undefined > => {
			try {
				const revert = await apiFetch< Revert >( {
					path: `/carnet/v1/changesets/${ changeset }/revert`,
					method: 'POST',
				} );
				refresh();
				if ( revert.reverted.some( ( { entity } ) => entity === 'settings' ) ) {
					await reload();
				}
				const left = revert.conflicts.length;
				if ( left ) {
					createWarningNotice(
						sprintf(
							/* translators: %d: number of records. */
							_n(
								'%d record has changed again since and was left as it is.',
								'%d records have changed again since and were left as they are.',
								left,
								'carnet-crm'
							),
							left
						),
						{ type: 'snackbar', explicitDismiss: true }
					);
				} else {
					createSuccessNotice( __( 'The change was undone.', 'carnet-crm' ), { type: 'snackbar' } );
				}
				return revert;
			} catch ( error ) {
				createErrorNotice( asApiError( error ).message, {
					type: 'snackbar',
					explicitDismiss: true,
				} );
				return undefined;
			}
		},
		[ createSuccessNotice, createWarningNotice, createErrorNotice, refresh, reload ]
	);
}
