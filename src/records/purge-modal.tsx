import { Button, Flex } from '@wordpress/components';
import type { RenderModalProps } from '@wordpress/dataviews';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { CrmRecord } from '../entities/record';
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
			<Flex justify="flex-end" wrap>
				<Button __next40pxDefaultSize variant="tertiary" onClick={ closeModal }>
					{ __( 'Cancel', 'carnet-crm' ) }
				</Button>
				<Button
					__next40pxDefaultSize
					variant="primary"
					isDestructive
					isBusy={ isBusy }
					onClick={ async () => {
						setIsBusy( true );
						await purge( record );
						closeModal?.();
					} }
				>
					{ __( 'Delete for good', 'carnet-crm' ) }
				</Button>
			</Flex>
		</>
	);
}
