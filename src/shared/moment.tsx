import { dateI18n, getSettings } from '@wordpress/date';

/**
 * An instant or a day in words, in the site's time zone.
 * The value is `2026-11-22T09:30:00Z`, `2026-11-22` or empty.
 */
export function Moment( { value }: { value: string | null | undefined } ) {
	if ( ! value ) {
		return null;
	}
	// The formats of the site's settings; `formats.datetime` is a translation that follows no setting.
	const { date, time } = getSettings().formats;
	const isDay = value.length === 10;
	return (
		<time dateTime={ value }>
			{ isDay ? dateI18n( date, `${ value }T00:00:00` ) : dateI18n( `${ date } ${ time }`, value ) }
		</time>
	);
}
