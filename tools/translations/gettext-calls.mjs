// The gettext functions of WordPress: what each argument is.
export const DOMAIN = 'carnet-crm';

const ORDERS = {
	__: [ 'text', 'domain' ],
	_x: [ 'text', 'context', 'domain' ],
	_n: [ 'text', 'plural', 'number', 'domain' ],
	_nx: [ 'text', 'plural', 'number', 'context', 'domain' ],
	_n_noop: [ 'text', 'plural', 'domain' ],
	_nx_noop: [ 'text', 'plural', 'context', 'domain' ],
};
for ( const name of [ '_e', 'esc_html__', 'esc_attr__', 'esc_html_e', 'esc_attr_e' ] ) {
	ORDERS[ name ] = ORDERS.__;
}
for ( const name of [ '_ex', 'esc_html_x', 'esc_attr_x' ] ) {
	ORDERS[ name ] = ORDERS._x;
}

/**
 * The string of one call, or null where it is none of ours.
 * `args` holds each argument's text, or null where it is not a literal: such a string cannot be translated, which is an error.
 */
export function stringOf( name, args, place ) {
	const order = Object.hasOwn( ORDERS, name ) ? ORDERS[ name ] : null;
	if ( ! order || args[ order.length - 1 ] !== DOMAIN ) {
		return null;
	}
	const string = { text: '', plural: '', context: '' };
	order.forEach( ( part, index ) => {
		if ( part !== 'number' && part !== 'domain' ) {
			if ( typeof args[ index ] !== 'string' || args[ index ] === '' ) {
				throw new Error( `${ place }: argument ${ index + 1 } of ${ name }() must be a text in quotes.` );
			}
			string[ part ] = args[ index ];
		}
	} );
	return string;
}

/** The words of a translators' comment, or null. */
export function noteOf( comment ) {
	const found = /translators:\s*([^]*?)\s*(?:\*\/)?$/i.exec( comment.trim() );
	return found ? `translators: ${ found[ 1 ].replace( /\s*\n\s*\*?\s*/g, ' ' ) }` : null;
}
