import { Button } from '@wordpress/components';
import type { RenderModalProps } from '@wordpress/dataviews';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { focusHeading } from '../app/focus-heading';
import type { CrmRecord } from '../entities/record';
import { DialogButtons } from '../shared/dialog-buttons';
import type { Noun } from './noun';
import { useRecordChanges } from './use-record-changes';

/**
 * Asks before a record is deleted for good.
 */
export function PurgeModal( { noun, items: [ record ], closeModal }: RenderModalProps< CrmRecord > & { noun: Noun } ) {
	const { purge } = useRecordChanges( noun.entity );
	const [ isBusy, setIsBusy ] = useState( false );
	if ( ! record ) {
		return <></>;
	}
	return (
		<>
			<p>
				{ sprintf(
					/* translators: %s: name of a record. */
					__( '“%s” is deleted with its data. What was linked to it stays, without the link.', 'carnet-crm' ),
					noun.titleOf( record )
				) }
			</p>
			<DialogButtons onCancel={ () => closeModal?.() }>
				<Button
					__next40pxDefaultSize
					variant="primary"
					isDestructive
					isBusy={ isBusy }
					onClick={ async () => {
						setIsBusy( true );
						const isGone = await purge( record );
						closeModal?.();
						if ( isGone ) {
							focusHeading();
						}
					} }
				>
					{ __( 'Delete for good', 'carnet-crm' ) }
				</Button>
			</DialogButtons>
		</>
	);
}
