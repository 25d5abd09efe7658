import { Button } from '@wordpress/components';
import type { DataFormControlProps } from '@wordpress/dataviews';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { MoneyInput } from '../controls/money-control';
import type { CrmRecord } from '../entities/record';
import type { Line } from './line';
import { isOneAmount, linesOf } from './line';
import { LineEditor } from './line-editor';
import { LineTable } from './line-table';
import { TaxSelect } from './tax-select';
import { TotalsBox } from './totals-box';
import { useTotals } from './use-totals';

/**
 * What a quote costs: one amount with one tax, or lines. The totals are the server's.
 */
export function LinesControl( { data, onChange, validity }: DataFormControlProps< CrmRecord > ) {
	const lines = linesOf( data );
	const currency = String( data.currency ?? '' );
	const canBeShort = isOneAmount( data );
	const [ isShort, setIsShort ] = useState( canBeShort );
	const { totals, error } = useTotals( lines, currency );
	const change = ( next: Line[] ) => onChange( { lines: next } );
	const [ first ] = lines;
	if ( data.status === 'accepted' ) {
		return <LineTable record={ data } />;
	}
	const message = validity?.custom?.message ?? validity?.required?.message;
	return (
		<div className="carnet-amounts">
			{ isShort && canBeShort && first ? (
				<div className="carnet-amounts__one">
					<MoneyInput
						suffix
						label={ __( 'Amount without tax', 'carnet-crm' ) }
						value={ first.unit_price ?? null }
						currency={ currency }
						onChange={ ( price ) => {
							const { unit_price: before, ...rest } = first;
							change( [ price === null ? rest : { ...rest, unit_price: price } ] );
						} }
					/>
					<TaxSelect
						rate={ first.tax_rate }
						onChange={ ( rate ) => change( [ { ...first, tax_rate: rate } ] ) }
					/>
				</div>
			) : (
				<LineEditor lines={ lines } currency={ currency } totals={ totals } onChange={ change } />
			) }
			{ ( ! isShort || canBeShort ) && ( canBeShort || isShort ) && (
				<Button variant="link" onClick={ () => setIsShort( ! isShort ) }>
					{ isShort ? __( 'Write several lines', 'carnet-crm' ) : __( 'One amount only', 'carnet-crm' ) }
				</Button>
			) }
			{ message && (
				<p className="carnet-field-error" role="alert">
					{ message }
				</p>
			) }
			<TotalsBox totals={ totals } currency={ currency } error={ error } />
		</div>
	);
}
