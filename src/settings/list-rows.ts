/**
 * The key of a new value: what is stored in records, made once from the label and never changed.
 *
 * @param label Label as typed.
 * @param taken Keys that are taken.
 */
export function keyOf( label: string, taken: string[] ): string {
	const base =
		label
			.normalize( 'NFKD' )
			.replace( /\p{M}/gu, '' )
			.toLowerCase()
			.replace( /[^a-z0-9]+/g, '_' )
			.replace( /^_+|_+$/g, '' )
			.slice( 0, 34 ) || 'value';
	let key = base;
	for ( let number = 2; taken.includes( key ); number++ ) {
		key = `${ base }_${ number }`;
	}
	return key;
}

/**
 * A list with one value moved up or down.
 *
 * @param items List.
 * @param index Which.
 * @param step  -1 up, 1 down.
 */
export function moved< T >( items: T[], index: number, step: number ): T[] {
	const item = items[ index ];
	const target = index + step;
	if ( ! item || target < 0 || target >= items.length ) {
		return items;
	}
	const rest = items.filter( ( _, position ) => position !== index );
	return [ ...rest.slice( 0, target ), item, ...rest.slice( target ) ];
}
