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
