import { dateI18n, getDate } from '@wordpress/date';

/** A calendar day, `2026-11-24`, in the site's time zone. */
export type Day = string;

/** Today in the site's time zone. */
export function today(): Day {
	return dateI18n( 'Y-m-d', new Date() );
}

/**
 * The day some days, weeks, months or years later (or earlier). The last day of a short month stands for the days
 * it lacks: a month before 31 March is 28 February.
 *
 * @param day    Day.
 * @param amount How many.
 * @param unit   Of what, in the words of DataViews.
 */
export function shiftDay( day: Day, amount: number, unit = 'days' ): Day {
	const [ year = 0, month = 1, date = 1 ] = day.split( '-' ).map( Number );
	if ( unit === 'months' || unit === 'years' ) {
		const months = unit === 'years' ? amount * 12 : amount;
		const lastDate = new Date( Date.UTC( year, month + months, 0 ) ).getUTCDate();
		return new Date( Date.UTC( year, month - 1 + months, Math.min( date, lastDate ) ) )
			.toISOString()
			.slice( 0, 10 );
	}
	const days = unit === 'weeks' ? amount * 7 : amount;
	return new Date( Date.UTC( year, month - 1, date + days ) ).toISOString().slice( 0, 10 );
}

/**
 * The instant at which a day begins on the site, `2026-11-23T23:00:00Z`. An instant stays what it is.
 *
 * @param day Day.
 */
export function dayToInstant( day: Day ): string {
	return day.length > 10 ? day : localToInstant( `${ day } 00:00:00` );
}

/**
 * The instant of a time of the site, `2026-11-24T09:30:00Z`.
 *
 * @param local `2026-11-24T10:30`.
 */
export function localToInstant( local: string ): string {
	return getDate( local )
		.toISOString()
		.replace( /\.\d+Z$/, 'Z' );
}

/**
 * The site's day of an instant, or of a day itself.
 *
 * @param value `2026-11-23T23:00:00Z` or `2026-11-24`.
 */
export function toDay( value: string ): Day {
	return /^\d{4}-\d\d-\d\d$/.test( value ) ? value : dateI18n( 'Y-m-d', value );
}
