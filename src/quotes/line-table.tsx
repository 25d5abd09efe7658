import { __ } from '@wordpress/i18n';
import type { CrmRecord } from '../entities/record';
import { typedDecimal } from '../shared/format-number';
import { Money } from '../shared/money';
import type { Line } from './line';
import { linesOf } from './line';
import { TotalsBox } from './totals-box';
import type { Totals } from './use-totals';
import { useTotals } from './use-totals';

/**
 * The lines of a quote to read: on paper, for who may only look, and once it is accepted.
 */
export function LineTable( { record }: { record: CrmRecord } ) {
	const lines: Line[] = linesOf( record );
	const currency = String( record.currency ?? '' );
	const { totals } = useTotals( lines, currency );
	const money = ( minor: unknown ) =>
		typeof minor === 'number' ? <Money minor={ minor } currency={ currency } /> : <>–</>;
	const labels = [
		__( 'Description', 'carnet-crm' ),
		__( 'Quantity', 'carnet-crm' ),
		__( 'Unit price', 'carnet-crm' ),
		__( 'Discount (%)', 'carnet-crm' ),
		__( 'Tax (%)', 'carnet-crm' ),
		__( 'Net', 'carnet-crm' ),
	];
	return (
		<>
			<div className="carnet-line-table" role="region" aria-label={ __( 'Lines', 'carnet-crm' ) } tabIndex={ 0 }>
				<table>
					<thead>
						<tr>
							{ labels.map( ( label ) => (
								<th key={ label } scope="col">
									{ label }
								</th>
							) ) }
						</tr>
					</thead>
					<tbody>
						{ lines.map( ( line, index ) => (
							<tr key={ index }>
								{ [
									line.description,
									typedDecimal( line.quantity ),
									money( line.unit_price ),
									typedDecimal( line.discount_percent ),
									typedDecimal( line.tax_rate ),
									money( totals?.lines[ index ]?.net ),
								].map( ( value, column ) => (
									// The heading again, for narrow screens.
									<td key={ column } data-label={ labels[ column ] }>
										{ value }
									</td>
								) ) }
							</tr>
						) ) }
					</tbody>
				</table>
			</div>
			<TotalsBox totals={ record as unknown as Totals } currency={ currency } />
		</>
	);
}
