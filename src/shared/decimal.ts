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
 * What was typed, as minor units; null where it is no amount. Spaces and apostrophes may group thousands, a comma may
 * stand for the decimal point. `12,5` with two digits is 1250.
 *
 * @param text     As typed.
 * @param exponent Digits after the decimal point; more than these are refused, unless they are zeros.
 */
export function decimalToMinor( text: string, exponent: number ): number | null {
	let plain = text.replace( /[\s\u00a0\u202f'’]/g, '' ).replace( /\u2212/g, '-' );
	const last = Math.max( plain.lastIndexOf( ',' ), plain.lastIndexOf( '.' ) );
	if ( last >= 0 ) {
		plain = plain.slice( 0, last ).replace( /[.,]/g, '' ) + '.' + plain.slice( last + 1 );
	}
	const match = /^(-?)(\d*)(?:\.(\d*))?$/.exec( plain );
	const [ , sign = '', whole = '', fraction = '' ] = match ?? [];
	if ( ! match || ( ! whole && ! fraction ) || /[1-9]/.test( fraction.slice( exponent ) ) ) {
		return null;
	}
	const digits = ( whole + fraction.slice( 0, exponent ).padEnd( exponent, '0' ) ).replace( /^0+(?=\d)/, '' );
	// Ten to the fifteenth is the server's limit, and below what a JavaScript number holds exactly.
	const minor = digits.length > 15 ? null : Number( digits || '0' );
	return sign && minor ? -minor : minor;
}
