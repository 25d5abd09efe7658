import { Button, Notice, Spinner } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { can } from '../entities/boot';
import type { CrmRecord } from '../entities/record';
import type { Revert } from '../shared/use-undo';
import { useUndo } from '../shared/use-undo';
import { ChangeItem } from './change-item';
import { RevertConflicts } from './revert-conflicts';
import { useHistory } from './use-history';
import { useWords } from './use-words';

interface HistoryTabProps {
	entity: string;
	record: CrmRecord;
}

/**
 * What happened to a record, newest first, and a way to take each change back.
 */
export function HistoryTab( { entity, record }: HistoryTabProps ) {
	const { changes, hasMore, hasFailed, more } = useHistory( entity, record.id, record.version );
	const [ revert, setRevert ] = useState< Revert | undefined >();
	const undo = useUndo();
	const inWords = useWords(
		entity,
		( changes ?? [] ).flatMap( ( change ) =>
			Object.entries( change.changes ).flatMap( ( [ field, { before, after } ] ) => [
				{ field, value: before },
				{ field, value: after },
			] )
		),
		record.currency
	);
	if ( hasFailed ) {
		return (
			<Notice status="error" isDismissible={ false }>
				{ __( 'The history could not be read.', 'carnet-crm' ) }
			</Notice>
		);
	}
	if ( ! changes ) {
		return <Spinner />;
	}
	return (
		<>
			{ revert && revert.conflicts.length > 0 && (
				<RevertConflicts revert={ revert } onClose={ () => setRevert( undefined ) } />
			) }
			<ol className="carnet-history">
				{ changes.map( ( change ) => (
					<ChangeItem
						key={ change.changeset_id }
						entity={ entity }
						change={ change }
						inWords={ inWords }
						onUndo={
							can( 'carnet_edit' )
								? async () => setRevert( await undo( change.changeset_id ) )
								: undefined
						}
					/>
				) ) }
			</ol>
			{ hasMore && (
				<Button __next40pxDefaultSize variant="secondary" onClick={ more }>
					{ __( 'Show earlier changes', 'carnet-crm' ) }
				</Button>
			) }
		</>
	);
}
