import apiFetch from '@wordpress/api-fetch';
import { useEffect, useState } from '@wordpress/element';
import { addQueryArgs } from '@wordpress/url';
import type { ApiError } from '../entities/api-error';
import { asApiError } from '../entities/api-error';
import type { Period } from './periods';

/** How a figure is made, in words, and the list that it counts. */
interface Explained {
	formula: string;
	rows: string;
}

export interface Growth {
	from: string;
	created: number;
	trashed: number;
	total: number;
}

export interface Overview extends Explained {
	total: number;
	by_type: Record< string, number >;
	growth: Growth[];
}

/** Minor units by currency. */
export type Amounts = Record< string, number >;

export interface MoneyFigure extends Explained {
	current: Amounts;
	previous: Amounts;
	/** By currency, a decimal string in per cent; null where there is nothing to compare with. */
	change: Record< string, string | null >;
}

/** A part of a whole: customers of leads, won of won and lost. */
export interface Ratio< Part extends string > extends Explained {
	current: Record< Part, number >;
	previous: Record< Part, number >;
	change: string | null;
}

interface Parties {
	contact_id: number | null;
	contact_name: string | null;
	account_id: number | null;
	account_name: string | null;
}

export interface RecentTransaction extends Parties {
	id: number;
	number: string;
	title: string;
	status: string;
	currency: string;
	issued_on: string;
	total: number;
}

export interface UpcomingTask extends Parties {
	id: number;
	title: string;
	due_at: string;
	priority: string;
	next_reminder: string | null;
}

export interface RecentAction extends Parties {
	id: number;
	title: string;
	type: string | null;
	status: string;
	date: string;
}

export interface Stage {
	stage: string;
	count: number;
	unvalued: number;
	amount: Amounts;
	weighted: Amounts;
	rows: string;
}

export interface Figures {
	contacts_overview: Overview;
	lead_conversion: Ratio< 'customers' | 'leads' >;
	total_revenue: MoneyFigure;
	average_transaction_value: MoneyFigure;
	win_rate: Ratio< 'won' | 'lost' >;
	pipeline: Explained & { stages: Stage[]; weighted: Amounts };
	recent_transactions: Explained & { items: RecentTransaction[] };
	recent_actions: Explained & { items: RecentAction[] };
	upcoming_tasks: Explained & { overdue: { count: number; rows: string }; items: UpcomingTask[] };
}

/** The answer of `GET /carnet/v1/dashboard`. */
export interface DashboardAnswer extends Period {
	previous: Period;
	time_zone: string;
	scope: 'all' | 'own';
	widgets: Partial< Figures >;
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
