import apiFetch from '@wordpress/api-fetch';
import { useEffect, useState } from '@wordpress/element';
import { asApiError } from '../entities/api-error';
import { isCountable } from './check-lines';
import type { Line } from './line';

export interface Totals {
	net_total: number;
	tax_total: number;
	total: number;
	taxes: Array< { rate: string; base: number; tax: number } >;
	lines: Array< { net: number } >;
}

interface State {
	totals: Totals | null;
	error: string;
}

/** Typing does not ask at every key. */
const PAUSE = 350;

/**
 * The totals of lines as the server works them out, by the code that saves them: nothing is added up here.
 *
 * @param lines    Lines.
 * @param currency Code of their currency.
 */
export function useTotals( lines: Line[], currency: string ): State {
	const [ state, setState ] = useState< State >( { totals: null, error: '' } );
	const isComplete = lines.every( isCountable );
	// A line that has no words yet has its amount all the same.
	const data = JSON.stringify( {
		lines: lines.map( ( line ) => ( { ...line, description: line.description.trim() || '-' } ) ),
		...( currency && { currency } ),
	} );
	useEffect( () => {
		if ( ! isComplete ) {
			setState( { totals: null, error: '' } );
			return;
		}
		const controller = new AbortController();
		const timer = setTimeout( async () => {
			try {
				const totals = await apiFetch< Totals >( {
					path: '/carnet/v1/quotes/totals',
					method: 'POST',
					data: JSON.parse( data ),
					signal: controller.signal,
				} );
				setState( { totals, error: '' } );
			} catch ( refusal ) {
				if ( ! controller.signal.aborted ) {
					setState( { totals: null, error: asApiError( refusal ).message } );
				}
			}
		}, PAUSE );
		return () => {
			clearTimeout( timer );
			controller.abort();
		};
	}, [ data, isComplete ] );
	return state;
}
