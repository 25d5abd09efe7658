import { boot } from '../entities/boot';

/**
 * A number as the reader writes it.
 *
 * @param value Number.
 */
export function formatNumber( value: number ): string {
	const locale = ( boot().config.locale ?? 'en' ).replace( '_', '-' );
	return new Intl.NumberFormat( locale ).format( value );
}

/** Whether the reader writes one and a half as `1,5`. */
export const hasDecimalComma = () => formatNumber( 1.5 ).includes( ',' );

/**
 * A decimal as the reader types it: `12.50` is `12,50` in French. Digits stay as they are, none is lost.
 *
 * @param decimal As in the API, with a point.
 */
export function typedDecimal( decimal: string ): string {
	return hasDecimalComma() ? decimal.replace( '.', ',' ) : decimal;
}
