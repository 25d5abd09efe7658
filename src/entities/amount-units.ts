import type { FieldConfig } from './boot';
import { boot } from './boot';

/**
 * By what a number is multiplied that a person types as a bound of a filter: amounts are stored in minor units. They
 * are meant in the default currency, whatever currency the records have.
 *
 * @param field Field facts.
 */
export function unitsOf( field: FieldConfig ): number {
	if ( field.kind !== 'money' ) {
		return 1;
	}
	const { currencies, default_currency: usual } = boot().config;
	return 10 ** ( currencies.find( ( { code } ) => code === usual )?.exponent ?? 2 );
}
