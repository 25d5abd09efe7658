import { Button, Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { ScreenTitle } from '../app/screen-title';
import { can, entityConfig } from '../entities/boot';
import type { CrmRecord } from '../entities/record';
import { HistoryTab } from '../history/history-tab';
import { linkedViews } from '../nouns';
import { navigate } from '../router/history';
import { useAddress } from '../router/use-address';
import { TimelineTab } from '../timeline/timeline-tab';
import { DetailsForm } from './details-form';
import { LinkedTab } from './linked-tab';
import type { Noun } from './noun';
import { ReadOnlyDetails } from './read-only-details';
import { RecordHeader } from './record-header';
import { RecordTabs } from './record-tabs';
import { useNotify } from '../shared/use-notify';
import { useRefresh } from '../shared/use-refresh';
import { SystemFacts } from './system-facts';
import { useDraft } from './use-draft';
import { useSave } from './use-save';
import { useRecordChanges } from './use-record-changes';

interface ExistingRecordProps {
	noun: Noun;
	record: CrmRecord;
}

function TrashNotice( { noun, record }: ExistingRecordProps ) {
	const { restore } = useRecordChanges( noun.entity );
	return (
		<Notice status="warning" isDismissible={ false }>
			<p>{ __( 'This record is in the trash.', 'carnet-crm' ) }</p>
			{ can( 'carnet_edit' ) && (
				<Button
					__next40pxDefaultSize
					variant="secondary"
					onClick={ async () => {
						if ( await restore( record ) ) {
							navigate(
								{
									page: entityConfig( noun.entity ).page,
									id: String( record.id ),
								},
								{ replace: true }
							);
						}
					} }
				>
					{ __( 'Restore', 'carnet-crm' ) }
				</Button>
			) }
		</Notice>
	);
}

/**
 * A stored record with its header and tabs. What was typed on the details tab survives a look at another tab.
 */
export function ExistingRecord( { noun, record }: ExistingRecordProps ) {
	const { tab: asked } = useAddress();
	const draft = useDraft( record );
	const linked = linkedViews( noun ).find( ( { entity } ) => entityConfig( entity ).route === asked );
	const { Steps, Print } = noun;
	const hasTab =
		linked ||
		asked === 'history' ||
		( asked === 'timeline' && noun.hasTimeline ) ||
		( asked === 'print' && Print !== undefined );
	const tab = hasTab && asked ? asked : 'details';
	const isReadOnly = Boolean( record.trashed_at ) || ! can( 'carnet_edit' );
	const notify = useNotify();
	const refresh = useRefresh();
	const { save, isSaving } = useSave( noun, ( refusal ) => {
		notify.failed( refusal );
		// Someone else may have been first: the next try starts from what is stored now.
		refresh();
	} );
	const apply = async ( changes: Record< string, unknown > ) => {
		const saved = await save( draft.base, { ...draft.changes, ...changes } );
		if ( saved ) {
			draft.reset( saved );
		}
		return saved;
	};
	if ( tab === 'print' && Print ) {
		return <Print record={ record } />;
	}
	return (
		<>
			<ScreenTitle title={ noun.titleOf( record ) } />
			{ record.trashed_at ? (
				<TrashNotice noun={ noun } record={ record } />
			) : (
				<RecordHeader noun={ noun } record={ record } />
			) }
			{ Steps && ! isReadOnly && <Steps record={ record } apply={ apply } isBusy={ isSaving } /> }
			<RecordTabs noun={ noun } record={ record } current={ tab } />
			{ tab === 'details' && isReadOnly && <ReadOnlyDetails noun={ noun } record={ record } /> }
			{ tab === 'details' && ! isReadOnly && <DetailsForm noun={ noun } draft={ draft } onSaved={ () => {} } /> }
			{ tab === 'details' && <SystemFacts entity={ noun.entity } record={ record } /> }
			{ linked && <LinkedTab noun={ noun } record={ record } linked={ linked } /> }
			{ tab === 'timeline' && <TimelineTab key={ record.id } entity={ noun.entity } id={ record.id } /> }
			{ tab === 'history' && <HistoryTab entity={ noun.entity } record={ record } /> }
		</>
	);
}
