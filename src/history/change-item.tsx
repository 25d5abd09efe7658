import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { Moment } from '../shared/moment';
import { opToWords, sourceToWords } from './change-to-words';
import type { Change } from './use-history';
import { isSetByServer, labelOf } from './use-words';

interface ChangeItemProps {
	entity: string;
	change: Change;
	inWords: ( field: string, value: unknown ) => string;
	onUndo: ( () => void ) | undefined;
}

/**
 * One change: what, who, when, how, and each field before and after.
 */
export function ChangeItem( { entity, change, inWords, onUndo }: ChangeItemProps ) {
	const source = sourceToWords( change.source );
	const fields = Object.entries( change.changes )
		.filter( ( [ field ] ) => ! isSetByServer( entity, field ) )
		.map( ( [ field, { before, after } ] ) => ( {
			field,
			before: inWords( field, before ),
			after: inWords( field, after ),
		} ) )
		.filter( ( { before, after } ) => before || after );
	return (
		<li className="carnet-history__change">
			<div className="carnet-history__head">
				<h2>
					{ opToWords( change.op ) }
					{ source && ` ${ source }` }
				</h2>
				<p>
					{ change.user_name ?? __( 'Unknown person', 'carnet-crm' ) }
					{ ' · ' }
					<Moment value={ change.at } />
				</p>
				{ onUndo && (
					<Button size="compact" variant="secondary" onClick={ onUndo }>
						{ __( 'Undo this change', 'carnet-crm' ) }
					</Button>
				) }
			</div>
			<dl>
				{ fields.map( ( { field, before, after } ) => (
					<div key={ field }>
						<dt>{ labelOf( entity, field ) }</dt>
						<dd>
							{ change.op === 'create' || ! before
								? after
								: sprintf(
										/* translators: 1: value before a change. 2: value after it. */
										__( '%1$s → %2$s', 'carnet-crm' ),
										before,
										after || __( '(empty)', 'carnet-crm' )
									) }
						</dd>
					</div>
				) ) }
			</dl>
		</li>
	);
}
