import { __, sprintf } from '@wordpress/i18n';
import type { CrmRecord } from '../entities/record';
import type { Line } from './line';
import { isOneAmount, linesOf } from './line';

/** What is wrong in a line, in words, by cell; nothing for the cells that are right. */
export type WrongCells = Partial< Record< 'description' | 'quantity' | 'unit_price' | 'discount_percent', string > >;

/** Above 0, at most nine digits and three decimals. */
const QUANTITY = /^(?!0*(?:\.0*)?$)\d{1,9}(?:\.\d{1,3})?$/;

/** 0 to 100, at most two decimals. */
const PERCENT = /^(?:100(?:\.0{1,2})?|\d{1,2}(?:\.\d{1,2})?)$/;

/**
 * Whether the server can add a line up.
 *
 * @param line Line.
 */
export function isCountable( line: Line ): boolean {
	return (
		QUANTITY.test( line.quantity ) && typeof line.unit_price !== 'string' && PERCENT.test( line.discount_percent )
	);
}

/**
 * What can be said about the lines of a quote before the server is asked, line by line.
 *
 * @param values Values of the form.
 */
export function checkLines( values: CrmRecord ): WrongCells[] {
	// One amount is called like the quote: its title is missed beside the title, and without its amount nothing is offered.
	const isShort = isOneAmount( values );
	return linesOf( values ).map( ( line ) => {
		const wrong: WrongCells = {};
		if ( ! isShort && ! line.description.trim() ) {
			wrong.description = sprintf(
				/* translators: %s: label of a field. */
				__( 'Fill in “%s”.', 'carnet-crm' ),
				__( 'Description', 'carnet-crm' )
			);
		}
		if ( ! QUANTITY.test( line.quantity ) ) {
			wrong.quantity = __( 'Enter a quantity above 0 such as 1.5, with at most 3 decimals.', 'carnet-crm' );
		}
		if ( typeof line.unit_price === 'string' ) {
			wrong.unit_price = __( 'Enter a price such as 1234.56.', 'carnet-crm' );
		} else if ( isShort && line.unit_price === undefined ) {
			wrong.unit_price = __( 'Enter an amount. It may be 0.', 'carnet-crm' );
		}
		if ( ! PERCENT.test( line.discount_percent ) ) {
			wrong.discount_percent = __( 'Enter a discount from 0 to 100, with at most 2 decimals.', 'carnet-crm' );
		}
		return wrong;
	} );
}

/**
 * The same for the form, which wants one message for all lines: the first.
 *
 * @param values Values of the form.
 */
export function lineMessages( values: CrmRecord ): Record< string, string > {
	const [ first ] = checkLines( values ).flatMap( ( cells ) => Object.values( cells ) );
	return first ? { lines: first } : {};
}
