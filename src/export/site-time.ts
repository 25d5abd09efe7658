import { dateI18n } from '@wordpress/date';

const DAY = 86_400_000;

/** By how many seconds the site's clocks are ahead of UTC, or null on the days on which that changes; by day. */
const offsets = new Map< number, number | null >();

const offsetAt = ( time: number ) => Number( dateI18n( 'Z', new Date( time ) ) );

/** A clock is asked twice a day of the file, not for every value: it takes longer than all the rest. */
function offsetOfDay( day: number ): number | null {
	let offset = offsets.get( day );
	if ( offset === undefined ) {
		const [ first, last ] = [ offsetAt( day * DAY ), offsetAt( ( day + 1 ) * DAY ) ];
		offset = first === last ? first : null;
		offsets.set( day, offset );
	}
	return offset;
}

/**
 * An instant on the site's clocks, as a spreadsheet reads it: `2026-11-22 10:30:00`.
 *
 * @param instant UTC, as in the API: `2026-11-22T09:30:00Z`.
 */
export function siteTime( instant: string ): string {
	const time = Date.parse( instant );
	const offset = offsetOfDay( Math.floor( time / DAY ) ) ?? offsetAt( time );
	return new Date( time + offset * 1000 ).toISOString().slice( 0, 19 ).replace( 'T', ' ' );
}
