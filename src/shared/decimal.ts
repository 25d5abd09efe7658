/**
 * Minor units as a decimal, exactly: no float takes part. 1234 with two digits is `12.34`.
 *
 * @param minor    Integer of minor units.
 * @param exponent Digits after the decimal point.
 */
export function minorToDecimal( minor: number, exponent: number ): string {
	const digits = String( Math.abs( minor ) ).padStart( exponent + 1, '0' );
	const whole = digits.slice( 0, digits.length - exponent );
	const fraction = exponent ? `.${ digits.slice( -exponent ) }` : '';
	return ( minor < 0 ? '-' : '' ) + whole + fraction;
}

/**
 * What was typed, as the API writes a decimal; null where it is none. Spaces and apostrophes may group thousands, a
 * comma may stand for the decimal point. `1 234,50` is `1234.50`.
 *
 * @param text As typed.
 */
export function toDecimal( text: string ): string | null {
	let plain = text.replace( /[\s\u00a0\u202f'’]/g, '' ).replace( /\u2212/g, '-' );
	const last = Math.max( plain.lastIndexOf( ',' ), plain.lastIndexOf( '.' ) );
	if ( last >= 0 ) {
		plain = plain.slice( 0, last ).replace( /[.,]/g, '' ) + '.' + plain.slice( last + 1 );
	}
	const match = /^(-?)(\d*)(?:\.(\d*))?$/.exec( plain );
	const [ , sign = '', whole = '', fraction = '' ] = match ?? [];
	if ( ! match || ( ! whole && ! fraction ) ) {
		return null;
	}
	return sign + ( whole || '0' ) + ( fraction && `.${ fraction }` );
}

/**
 * What was typed, as minor units; null where it is no amount. `12,5` with two digits is 1250.
 *
 * @param text     As typed.
 * @param exponent Digits after the decimal point; more than these are refused, unless they are zeros.
 */
export function decimalToMinor( text: string, exponent: number ): number | null {
	const decimal = toDecimal( text );
	const [ whole = '', fraction = '' ] = ( decimal ?? '' ).replace( '-', '' ).split( '.' );
	if ( decimal === null || /[1-9]/.test( fraction.slice( exponent ) ) ) {
		return null;
	}
	const digits = ( whole + fraction.slice( 0, exponent ).padEnd( exponent, '0' ) ).replace( /^0+(?=\d)/, '' );
	// Ten to the fifteenth is the server's limit, and below what a JavaScript number holds exactly.
	const minor = digits.length > 15 ? null : Number( digits || '0' );
	return decimal.startsWith( '-' ) && minor ? -minor : minor;
}
