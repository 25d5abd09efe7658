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
	return (
		<>
			{  }
			<div className="carnet-line-table" role="region" aria-label={ __( 'Lines', 'carnet-crm' ) } tabIndex={ 0 }>
				<table>
					<thead>
						<tr>
							<th scope="col">{ __( 'Description', 'carnet-crm' ) }</th>
							<th scope="col">{ __( 'Quantity', 'carnet-crm' ) }</th>
							<th scope="col">{ __( 'Unit price', 'carnet-crm' ) }</th>
							<th scope="col">{ __( 'Discount (%)', 'carnet-crm' ) }</th>
							<th scope="col">{ __( 'Tax (%)', 'carnet-crm' ) }</th>
							<th scope="col">{ __( 'Net', 'carnet-crm' ) }</th>
						</tr>
					</thead>
					<tbody>
						{ lines.map( ( line, index ) => (
							<tr key={ index }>
								<td>{ line.description }</td>
								<td>{ typedDecimal( line.quantity ) }</td>
								<td>{ money( line.unit_price ) }</td>
								<td>{ typedDecimal( line.discount_percent ) }</td>
								<td>{ typedDecimal( line.tax_rate ) }</td>
								<td>{ money( totals?.lines[ index ]?.net ) }</td>
							</tr>
						) ) }
					</tbody>
				</table>
			</div>
			<TotalsBox totals={ record as unknown as Totals } currency={ currency } />
		</>
	);
}
