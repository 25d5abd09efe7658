import { __, sprintf } from '@wordpress/i18n';
import { Money } from '../shared/money';
import type { Totals } from './use-totals';

interface TotalsBoxProps {
	totals: Pick< Totals, 'net_total' | 'total' | 'taxes' > | null;
	currency: string;
	error?: string;
}

/**
 * Net, tax by rate, and total.
 */
export function TotalsBox( { totals, currency, error = '' }: TotalsBoxProps ) {
	const amount = ( minor: number | undefined ) =>
		minor === undefined ? <>–</> : <Money minor={ minor } currency={ currency } />;
	return (
		<div className="carnet-totals" aria-live="polite" aria-atomic="true">
			{ error && <p className="carnet-field-error">{ error }</p> }
			<dl>
				<div>
					<dt>{ __( 'Net total', 'carnet-crm' ) }</dt>
					<dd>{ amount( totals?.net_total ) }</dd>
				</div>
				{ totals?.taxes.map( ( { rate, tax } ) => (
					<div key={ rate }>
						<dt>
							{ sprintf(
								/* translators: %s: rate of a tax, in per cent. */
								__( 'Tax %s%%', 'carnet-crm' ),
								rate
							) }
						</dt>
						<dd>{ amount( tax ) }</dd>
					</div>
				) ) }
				<div className="carnet-totals__total">
					<dt>{ __( 'Total', 'carnet-crm' ) }</dt>
					<dd>{ amount( totals?.total ) }</dd>
				</div>
			</dl>
		</div>
	);
}
