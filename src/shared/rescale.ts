import type { Config } from '../entities/boot';
import { decimalToMinor, minorToDecimal } from './decimal';
import { currencyOf } from './money';

/**
 * The same decimal in another currency: 12.00 EUR (1200) is 12 JPY (12). What the other cannot hold stays text, for
 * the form to refuse.
 *
 * @param minor  Minor units.
 * @param from   Code of the currency before.
 * @param to     Code of the currency after.
 * @param config The CRM's lists.
 */
export function rescale( minor: number, from: string, to: string, config: Config ): number | string {
	const decimal = minorToDecimal( minor, currencyOf( from, config ).exponent );
	return decimalToMinor( decimal, currencyOf( to, config ).exponent ) ?? decimal;
}
