import { Button } from '@wordpress/components';
import type { DataFormControlProps } from '@wordpress/dataviews';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { CrmRecord } from '../entities/record';
import { checkLines } from './check-lines';
import type { Line } from './line';
import { isOneAmount, linesOf } from './line';
import { LineEditor } from './line-editor';
import { LineTable } from './line-table';
import { OneAmount } from './one-amount';
import { TotalsBox } from './totals-box';
import { useTotals } from './use-totals';

/**
 * What a quote costs: one amount with one tax, or lines. The totals are the server's.
 */
export function LinesControl( { data, onChange, validity }: DataFormControlProps< CrmRecord > ) {
	const lines = linesOf( data );
	const wrong = checkLines( data );
	const currency = String( data.currency ?? '' );
	const canBeShort = isOneAmount( data );
	const [ isShort, setIsShort ] = useState( canBeShort );
	const { totals, error } = useTotals( lines, currency );
	const change = ( next: Line[] ) => onChange( { lines: next } );
	const [ first ] = lines;
	if ( data.status === 'accepted' ) {
		return <LineTable record={ data } />;
	}
	// What is wrong in a cell is said with the cell.
	const isCell = wrong.some( ( cells ) => Object.keys( cells ).length );
	const message = isCell ? undefined : ( validity?.custom?.message ?? validity?.required?.message );
	return (
		<div className="carnet-amounts">
			{ isShort && canBeShort && first ? (
				<OneAmount
					line={ first }
					currency={ currency }
					wrong={ wrong[ 0 ]?.unit_price ?? '' }
					onChange={ ( line ) => change( [ line ] ) }
				/>
			) : (
				<LineEditor
					lines={ lines }
					currency={ currency }
					totals={ totals }
					wrong={ wrong }
					onChange={ change }
				/>
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
			<TotalsBox totals={ totals } currency={ currency } error={ message ? '' : error } />
		</div>
	);
}
