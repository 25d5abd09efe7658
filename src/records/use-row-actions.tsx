import type { Action } from '@wordpress/dataviews';
import { useMemo, useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { backup, seen, trash as trashIcon } from '@wordpress/icons';
import { focusHeading } from '../app/focus-heading';
import { can } from '../entities/boot';
import type { CrmRecord } from '../entities/record';
import { parseAddress } from '../router/address';
import { navigate } from '../router/history';
import type { Noun } from './noun';
import { PurgeModal } from './purge-modal';
import { recordLink } from './screen-address';
import { useNotify } from '../shared/use-notify';
import { useSave } from './use-save';
import { useRecordChanges } from './use-record-changes';

/**
 * The menu of a row: what every noun has, and what this one adds.
 *
 * @param noun    The noun.
 * @param inTrash Whether the list shows the trash.
 */
export function useRowActions( noun: Noun, inTrash: boolean ): Action< CrmRecord >[] {
	const { trash, restore } = useRecordChanges( noun.entity );
	const { save } = useSave( noun, useNotify().failed );
	const latestSave = useRef( save );
	return useMemo( () => {
		const open: Action< CrmRecord > = {
			id: 'open',
			label: __( 'Open', 'carnet-crm' ),
			icon: seen,
			callback: ( [ record ] ) => {
				if ( record ) {
					navigate( parseAddress( recordLink( noun.entity, record ) ) );
				}
			},
		};
		const toTrash: Action< CrmRecord > = {
			id: 'trash',
			label: __( 'Move to trash', 'carnet-crm' ),
			icon: trashIcon,
			// DataViews offers selection only with a bulk action; the bar above the table (BulkBar) is what acts.
			supportsBulk: true,
			callback: ( [ record ] ) => void ( record && trash( record ).then( focusHeading ) ),
		};
		const fromTrash: Action< CrmRecord > = {
			id: 'restore',
			label: __( 'Restore', 'carnet-crm' ),
			icon: backup,
			isPrimary: true,
			callback: ( [ record ] ) => void ( record && restore( record ).then( focusHeading ) ),
		};
		const forGood: Action< CrmRecord > = {
			id: 'purge',
			label: __( 'Delete for good', 'carnet-crm' ),
			modalHeader: __( 'Delete for good?', 'carnet-crm' ),
			RenderModal: ( props ) => <PurgeModal { ...props } noun={ noun } />,
		};
		const canEdit = can( 'carnet_edit' );
		if ( inTrash ) {
			return [ open, ...( canEdit ? [ fromTrash ] : [] ), ...( can( 'carnet_purge' ) ? [ forGood ] : [] ) ];
		}
		return [
			open,
			...( ( canEdit && noun.rowActions?.( latestSave.current ) ) || [] ),
			...( canEdit ? [ toTrash ] : [] ),
		];
	}, [ noun, inTrash, trash, restore ] );
}
