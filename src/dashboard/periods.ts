import { __ } from '@wordpress/i18n';
import type { Day } from '../entities/days';
import { shiftDay } from '../entities/days';

/** From inclusive, to exclusive, in the site's days. */
export interface Period {
	from: Day;
	to: Day;
}

export type PeriodName = 'last-30' | 'this-month' | 'last-month' | 'quarter' | 'year' | 'last-90' | 'last-365' | 'free';

/** What the chooser offers. */
export function periodLabels(): Record< PeriodName, string > {
	return {
		'last-30': __( 'Last 30 days', 'carnet-crm' ),
		'this-month': __( 'This month', 'carnet-crm' ),
		'last-month': __( 'Last month', 'carnet-crm' ),
		quarter: __( 'This quarter', 'carnet-crm' ),
		year: __( 'This year', 'carnet-crm' ),
		'last-90': __( 'Last 90 days', 'carnet-crm' ),
		'last-365': __( 'Last 365 days', 'carnet-crm' ),
		free: __( 'Other days', 'carnet-crm' ),
	};
}

/**
 * The days of a period.
 *
 * @param name Period; `free` has none of its own.
 * @param day  Today on the site.
 */
export function daysOfPeriod( name: Exclude< PeriodName, 'free' >, day: Day ): Period {
	const month = `${ day.slice( 0, 7 ) }-01`;
	switch ( name ) {
		case 'this-month':
			return { from: month, to: shiftDay( month, 1, 'months' ) };
		case 'last-month':
			return { from: shiftDay( month, -1, 'months' ), to: month };
		case 'quarter': {
			const from = shiftDay( month, -( ( Number( day.slice( 5, 7 ) ) - 1 ) % 3 ), 'months' );
			return { from, to: shiftDay( from, 3, 'months' ) };
		}
		case 'year': {
			const from = `${ day.slice( 0, 4 ) }-01-01`;
			return { from, to: shiftDay( from, 1, 'years' ) };
		}
		default: {
			const to = shiftDay( day, 1 );
			return { from: shiftDay( to, -Number( name.slice( 5 ) ) ), to };
		}
	}
}
