import { __, sprintf } from '@wordpress/i18n';
import { formatNumber } from '../shared/format-number';

/**
 * A number of per cent; n/a where there is none.
 *
 * @param percent Decimal string.
 */
export function percentInWords( percent: string | null ): string {
	return percent === null
		? __( 'n/a', 'carnet-crm' )
		: /* translators: %s: number. Per cent. */
			sprintf( __( '%s%%', 'carnet-crm' ), formatNumber( Number( percent ) ).replace( '-', '−' ) );
}

/**
 * How a figure compares with the period before.
 *
 * @param before What it was, formatted; null where it was nothing.
 * @param change Decimal string in per cent; null where there is nothing to compare with.
 */
export function comparedInWords( before: string | null, change: string | null ): string {
	// Abbreviations that end with a stop end the sentence too, in some languages.
	if ( before === null ) {
		return __( 'In the period before: n/a. Change: n/a.', 'carnet-crm' );
	}
	if ( change === null ) {
		return sprintf(
			/* translators: %s: value in the period before. */
			__( 'In the period before: %s. Change: n/a.', 'carnet-crm' ),
			before
		);
	}
	return sprintf(
		/* translators: 1: value in the period before. 2: change in per cent. */
		__( 'In the period before: %1$s. Change: %2$s.', 'carnet-crm' ),
		before,
		percentInWords( change )
	);
}

/**
 * A time zone by its name, or by its distance from UTC where the site has no more than that.
 *
 * @param zone `Europe/Paris` or `+02:00`.
 */
export function zoneInWords( zone: string ): string {
	const [ , sign, hours, minutes ] = /^([+-])(\d\d):(\d\d)$/.exec( zone ) ?? [];
	if ( ! sign ) {
		return zone;
	}
	const distance = Number( hours ) + ( minutes === '00' ? '' : `:${ minutes }` );
	return distance === '0' ? 'UTC' : `UTC${ sign === '-' ? '−' : '+' }${ distance }`;
}
