import { Button, Notice, ProgressBar } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import { formatNumber } from '../shared/format-number';
import type { ExportState } from './use-export';

interface ExportProgressProps {
	state: ExportState;
	onCancel: () => void;
}

/** How far an export is, and how it ended. */
export function ExportProgress( { state, onCancel }: ExportProgressProps ) {
	switch ( state.status ) {
		case 'running':
			return (
				<div className="carnet-bulk" role="status">
					<ProgressBar value={ state.total ? ( 100 * state.rows ) / state.total : 0 } />
					<span>
						{ sprintf(
							/* translators: 1: number of records done. 2: number of all. */
							__( '%1$s of %2$s done', 'carnet-crm' ),
							formatNumber( state.rows ),
							formatNumber( state.total )
						) }
					</span>
					<Button size="compact" variant="tertiary" onClick={ onCancel }>
						{ __( 'Cancel', 'carnet-crm' ) }
					</Button>
				</div>
			);
		case 'done':
			return (
				<Notice status="success" isDismissible={ false }>
					{ sprintf(
						/* translators: 1: name of a file. 2: number of rows, formatted. */
						_n( '%1$s holds %2$s row.', '%1$s holds %2$s rows.', state.rows, 'carnet-crm' ),
						state.name,
						formatNumber( state.rows )
					) }
				</Notice>
			);
		case 'cancelled':
			return (
				<Notice status="warning" isDismissible={ false }>
					{ __( 'The export was cancelled. No file was kept.', 'carnet-crm' ) }
				</Notice>
			);
		case 'failed':
			return (
				<Notice status="error" isDismissible={ false }>
					{ state.message }
				</Notice>
			);
		default:
			return null;
	}
}
