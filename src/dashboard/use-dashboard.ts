import apiFetch from '@wordpress/api-fetch';
import { useEffect, useState } from '@wordpress/element';
import { addQueryArgs } from '@wordpress/url';
import type { ApiError } from '../entities/api-error';
import { asApiError } from '../entities/api-error';
import type { Period } from './periods';

export interface Growth {
	from: string;
	created: number;
	trashed: number;
	total: number;
}

export interface Overview {
	total: number;
	by_type: Record< string, number >;
	growth: Growth[];
	formula: string;
	rows: string;
}

export interface Conversion {
	current: { customers: number; leads: number };
	previous: { customers: number; leads: number };
	/** Decimal string in per cent; null where there is nothing to compare with. */
	change: string | null;
	formula: string;
	rows: string;
}

/** The answer of `GET /carnet/v1/dashboard`. */
export interface DashboardAnswer extends Period {
	previous: Period;
	scope: 'all' | 'own';
	widgets: { contacts_overview?: Overview; lead_conversion?: Conversion };
}

/**
 * All widgets in one answer; the last one stays while the next is on its way.
 *
 * @param period Days; undefined for the usual ones, whose answer PHP embeds in the page.
 */
export function useDashboard( period: Period | undefined ) {
	const [ answer, setAnswer ] = useState< DashboardAnswer | null >( null );
	const [ error, setError ] = useState< ApiError | null >( null );
	const { from, to } = period ?? {};
	useEffect( () => {
		let isCurrent = true;
		apiFetch< DashboardAnswer >( {
			path: from && to ? addQueryArgs( '/carnet/v1/dashboard', { from, to } ) : '/carnet/v1/dashboard',
		} ).then(
			( found ) => {
				if ( isCurrent ) {
					setAnswer( found );
					setError( null );
				}
			},
			( refusal ) => isCurrent && setError( asApiError( refusal ) )
		);
		return () => {
			isCurrent = false;
		};
	}, [ from, to ] );
	return { answer, error };
}
