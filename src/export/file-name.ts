/**
 * The name of a file after what is in it and the day: `contacts-customers-vip-2026-11-24.csv`.
 *
 * @param parts What is in it, in the reader's words.
 * @param day   Day, `2026-11-24`.
 */
export function fileName( parts: string[], day: string ): string {
	const words = parts.map( ( part ) =>
		part
			.normalize( 'NFD' )
			.replace( /\p{M}/gu, '' )
			.toLowerCase()
			.replace( /[^\p{L}\p{N}]+/gu, '-' )
			.replace( /^-|-$/g, '' )
	);
	return `${ words.filter( Boolean ).join( '-' ).slice( 0, 80 ) }-${ day }.csv`;
}
