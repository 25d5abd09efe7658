/** Per cent to one decimal, half away from zero, in whole numbers throughout; null without leads. */
export function percentOf( part: number, whole: number ): string | null {
	if ( whole === 0 ) {
		return null;
	}
	const tenths = Math.floor( ( 2000 * part + whole ) / ( 2 * whole ) );
	return `${ Math.floor( tenths / 10 ) }.${ tenths % 10 }`;
}
