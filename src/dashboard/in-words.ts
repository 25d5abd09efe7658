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
			sprintf( __( '%s%%', 'carnet-crm' ), formatNumber( Number( percent ) ) );
}

/**
 * How a figure compares with the period before.
 *
 * @param before What it was, formatted.
 * @param change Decimal string in per cent; null where there is nothing to compare with.
 */
export function comparedInWords( before: string, change: string | null ): string {
	return sprintf(
		/* translators: 1: value in the period before. 2: change in per cent, or n/a. */
		__( 'In the period before: %1$s. Change: %2$s.', 'carnet-crm' ),
		before,
		percentInWords( change )
	);
}
