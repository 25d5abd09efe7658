import { date } from '@wordpress/date';
import { __ } from '@wordpress/i18n';
import { labelOfChoice } from '../entities/label-of-choice';
import { opToWords } from '../history/change-to-words';
import { labelOf } from '../history/use-words';
import { recordLink } from '../records/screen-address';
import { Moment } from '../shared/moment';
import { Money } from '../shared/money';
import { Pill } from '../shared/pill';
import type { Happening } from './use-timeline';

interface TimelineItemProps {
	item: Happening;
	/** Puts values of the record's own fields into words. */
	words: ( field: string, value: unknown ) => string;
}

function kindLabel( { kind, type, entity }: Happening ): string {
	switch ( kind ) {
		case 'action':
			return labelOfChoice( entity, 'type', type ) || __( 'Action', 'carnet-crm' );
		case 'task':
			return __( 'Task', 'carnet-crm' );
		case 'quote':
			return __( 'Quote', 'carnet-crm' );
		default:
			return opToWords( type ?? '' );
	}
}

/** When it was: a quote has a day, and so has an action without a time. */
function momentOf( { kind, at }: Happening ): string {
	const isDay = ( kind === 'quote' || kind === 'action' ) && date( 'H:i', at ) === '00:00';
	return isDay ? date( 'Y-m-d', at ) : at;
}

/**
 * One thing that happened: an action, a task, a quote, or a change of the record itself.
 */
export function TimelineItem( { item, words }: TimelineItemProps ) {
	const changes = item.type === 'create' ? [] : Object.entries( item.changes );
	return (
		<li className="carnet-history__change">
			<div className="carnet-history__head">
				<h2>{ kindLabel( item ) }</h2>
				{ item.kind !== 'change' && <a href={ recordLink( item.entity, { id: item.id } ) }>{ item.title }</a> }
				{ item.status && <Pill label={ labelOfChoice( item.entity, 'status', item.status ) } /> }
				{ item.total !== null && <Money minor={ item.total } currency={ item.currency ?? '' } /> }
				<p>
					<Moment value={ momentOf( item ) } />
					{ item.user_name && ` · ${ item.user_name }` }
				</p>
			</div>
			{ changes.length > 0 && (
				<dl>
					{ changes.map( ( [ field, { before, after } ] ) => (
						<div key={ field }>
							<dt>{ labelOf( item.entity, field ) }</dt>
							<dd>
								{ words( field, before ) || '–' } → { words( field, after ) || '–' }
							</dd>
						</div>
					) ) }
				</dl>
			) }
		</li>
	);
}
