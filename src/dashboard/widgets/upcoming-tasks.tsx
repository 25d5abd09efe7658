import { __, _n, sprintf } from '@wordpress/i18n';
import { labelOfChoice } from '../../entities/label-of-choice';
import { formatNumber } from '../../shared/format-number';
import { Moment } from '../../shared/moment';
import { Pill } from '../../shared/pill';
import { RecordLines } from './record-lines';
import type { PlaceProps } from './widget';
import { Widget } from './widget';

/** What is overdue, and what is to be done next. */
export function UpcomingTasks( { title, figures }: PlaceProps ) {
	const upcoming = figures.upcoming_tasks;
	if ( ! upcoming ) {
		return null;
	}
	const { overdue, items, formula, rows } = upcoming;
	return (
		<Widget title={ title } formula={ formula } rows={ rows }>
			{ overdue.count > 0 && (
				<p>
					<a href={ overdue.rows }>
						<strong className="carnet-overdue">
							{ sprintf(
								/* translators: %s: number of tasks. */
								_n( '%s overdue task', '%s overdue tasks', overdue.count, 'carnet-crm' ),
								formatNumber( overdue.count )
							) }
						</strong>
					</a>
				</p>
			) }
			<RecordLines
				entity="task"
				items={ items }
				titleOf={ ( task ) => task.title }
				facts={ ( { due_at: due, priority, next_reminder: reminder } ) => (
					<>
						<Moment value={ due } />
						<Pill label={ labelOfChoice( 'task', 'priority', priority ) } />
						{ reminder && (
							<span>
								{ __( 'Reminder:', 'carnet-crm' ) } <Moment value={ reminder } />
							</span>
						) }
					</>
				) }
				empty={ __( 'Nothing is due next.', 'carnet-crm' ) }
			/>
		</Widget>
	);
}
