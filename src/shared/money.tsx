import type { Config, Currency } from '../entities/boot';
import { useConfig } from './config-context';
import { minorToDecimal } from './decimal';

/**
 * The facts of a currency; one that was deleted from the settings keeps its code and two digits.
 *
 * @param code   Code of the currency; empty for the default one.
 * @param config The CRM's lists.
 */
export function currencyOf( code: string, config: Config ): Currency {
	const wanted = code || config.default_currency;
	return (
		config.currencies.find( ( currency ) => currency.code === wanted ) ?? {
			code: wanted,
			exponent: 2,
			symbol: wanted,
		}
	);
}

/**
 * An amount as the reader writes it, with the symbol of the settings.
 *
 * @param minor  Integer of minor units.
 * @param code   Code of the currency.
 * @param config The CRM's lists.
 */
export function formatMoney( minor: number, code: string, config: Config ): string {
	const { exponent, symbol, code: known } = currencyOf( code, config );
	const format = new Intl.NumberFormat( ( config.locale ?? 'en' ).replace( '_', '-' ), {
		style: 'currency',
		// Codes of our own may have five letters, which Intl refuses: then it lays out any other, and the symbol is put in.
		currency: /^[A-Z]{3}$/.test( known ) ? known : 'XXX',
		currencyDisplay: 'narrowSymbol',
		minimumFractionDigits: exponent,
		maximumFractionDigits: exponent,
	} );
	return format
		.formatToParts( minorToDecimal( minor, exponent ) as unknown as number )
		.map( ( { type, value } ) => ( type === 'currency' ? symbol : value ) )
		.join( '' );
}

interface MoneyProps {
	minor: number;
	currency: string;
}

/** An amount in words. */
export function Money( { minor, currency }: MoneyProps ) {
	const { config } = useConfig();
	return <span className="carnet-money">{ formatMoney( minor, currency, config ) }</span>;
}
