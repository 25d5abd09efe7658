import { __, sprintf } from '@wordpress/i18n';
import { labelOfChoice } from '../../entities/label-of-choice';
import { Moment } from '../../shared/moment';
import { Money } from '../../shared/money';
import { Pill } from '../../shared/pill';
import { RecordLines } from './record-lines';
import type { PlaceProps } from './widget';
import { Widget } from './widget';

/** The quotes issued last. */
export function RecentTransactions( { title, figures }: PlaceProps ) {
	const recent = figures.recent_transactions;
	if ( ! recent ) {
		return null;
	}
	return (
		<Widget title={ title } formula={ recent.formula } rows={ recent.rows }>
			<RecordLines
				entity="quote"
				items={ recent.items }
				titleOf={ ( quote ) =>
					/* translators: 1: number of a quote. 2: its title. */
					sprintf( __( '%1$s %2$s', 'carnet-crm' ), quote.number, quote.title )
				}
				facts={ ( { status, total, currency, issued_on: day } ) => (
					<>
						<Pill label={ labelOfChoice( 'quote', 'status', status ) } />
						<Money minor={ total } currency={ currency } />
						<Moment value={ day } />
					</>
				) }
				empty={ __( 'No quotes yet.', 'carnet-crm' ) }
			/>
		</Widget>
	);
}
