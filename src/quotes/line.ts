import type { Config } from '../entities/boot';
import { boot } from '../entities/boot';
import type { CrmRecord } from '../entities/record';
import { rescale } from '../shared/rescale';

/** A line as the API takes it; decimals are strings. */
export interface Line {
	description: string;
	quantity: string;
	/** Minor units; as typed where that is no amount. */
	unit_price?: number | string;
	discount_percent: string;
	tax_rate: string;
}

/** A new line, at the default tax of the settings. */
export function emptyLine(): Line {
	const { taxes, default_tax: usual } = boot().config;
	return {
		description: '',
		quantity: '1',
		discount_percent: '0',
		tax_rate: taxes.find( ( { key } ) => key === usual )?.rate ?? '0',
	};
}

/**
 * The lines of a quote.
 *
 * @param values Values of its form.
 */
export function linesOf( values: CrmRecord ): Line[] {
	return Array.isArray( values.lines ) && values.lines.length ? values.lines : [ emptyLine() ];
}

/**
 * Whether a quote is one amount with one tax, called like the quote itself: the short form says all of it.
 *
 * @param values Values of the form.
 */
export function isOneAmount( values: CrmRecord ): boolean {
	const [ line, ...others ] = linesOf( values );
	return (
		! others.length &&
		line?.quantity === '1' &&
		line.discount_percent === '0' &&
		line.description === String( values.title ?? '' )
	);
}

/**
 * The one line of the short form takes the quote's title; prices keep their decimals in another currency.
 *
 * @param edits  What the person changed.
 * @param values Values before.
 * @param config The CRM's lists.
 */
export function quoteFollowUps( edits: Record< string, unknown >, values: CrmRecord, config: Config ) {
	const [ line ] = linesOf( values );
	if ( typeof edits.title === 'string' && line && isOneAmount( values ) ) {
		return { lines: [ { ...line, description: edits.title } ] };
	}
	const { currency } = edits;
	if ( typeof currency === 'string' ) {
		return {
			lines: linesOf( values ).map( ( each ) =>
				typeof each.unit_price === 'number'
					? {
							...each,
							unit_price: rescale( each.unit_price, String( values.currency ?? '' ), currency, config ),
						}
					: each
			),
		};
	}
	return {};
}
