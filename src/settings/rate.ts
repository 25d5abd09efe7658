/**
 * A rate as typed, in the form that the API takes; null where it is none. `5,50 %` is `5.5`.
 *
 * @param typed Per cent, 0 to 100, at most two decimals.
 */
export function toRate( typed: string ): string | null {
	const plain = typed.replace( /[\s\u00a0\u202f%]/g, '' ).replace( ',', '.' );
	const match = /^0*(\d{1,3})(?:\.(\d{1,2}?)0*)?$/.exec( plain );
	if ( ! match || Number( plain ) > 100 ) {
		return null;
	}
	const [ , whole = '', fraction = '' ] = match;
	return fraction && fraction !== '0' ? `${ whole }.${ fraction }` : whole;
}
