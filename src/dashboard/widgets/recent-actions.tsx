import { __ } from '@wordpress/i18n';
import { labelOfChoice } from '../../entities/label-of-choice';
import { Moment } from '../../shared/moment';
import { Pill } from '../../shared/pill';
import { RecordLines } from './record-lines';
import type { PlaceProps } from './widget';
import { Widget } from './widget';

/** What happened last. */
export function RecentActions( { title, figures }: PlaceProps ) {
	const recent = figures.recent_actions;
	if ( ! recent ) {
		return null;
	}
	return (
		<Widget title={ title } formula={ recent.formula } rows={ recent.rows }>
			<RecordLines
				entity="action"
				items={ recent.items }
				titleOf={ ( action ) => action.title }
				facts={ ( { type, status, date } ) => (
					<>
						{ type && <Pill label={ labelOfChoice( 'action', 'type', type ) } /> }
						<Pill label={ labelOfChoice( 'action', 'status', status ) } />
						<Moment value={ date } />
					</>
				) }
				empty={ __( 'No actions yet.', 'carnet-crm' ) }
			/>
		</Widget>
	);
}
