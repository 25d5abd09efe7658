// The strings of PHP files.
import phpParser from 'php-parser';
import { noteOf, stringOf } from './gettext-calls.mjs';

const HEADERS = [ 'Plugin Name', 'Description', 'Author' ];

/** The strings of one file in order: `{ text, plural, context, note }`. */
export function stringsInPhp( code, file ) {
	const engine = new phpParser.Engine( { parser: { extractDoc: true, version: 803 }, ast: { withPositions: true } } );
	const tree = engine.parseCode( code, file );
	const notes = new Map();
	for ( const comment of tree.comments ) {
		const note = noteOf( comment.value );
		if ( note ) {
			notes.set( comment.loc.end.line, note );
		}
	}
	const strings = headersOf( code );
	walk( tree, ( node ) => {
		if ( node.kind !== 'call' || node.what.kind !== 'name' ) {
			return;
		}
		const { line } = node.loc.start;
		const args = node.arguments.map( ( arg ) => ( arg.kind === 'string' ? arg.value : null ) );
		const string = stringOf( node.what.name.replace( /^\\/, '' ), args, `${ file }:${ line }` );
		if ( string ) {
			strings.push( { ...string, note: notes.get( line ) ?? notes.get( line - 1 ) ?? '' } );
		}
	} );
	return strings;
}

function walk( node, visit ) {
	visit( node );
	for ( const [ key, value ] of Object.entries( node ) ) {
		if ( key === 'loc' || key === 'comments' || key === 'leadingComments' || key === 'trailingComments' ) {
			continue;
		}
		for ( const child of Array.isArray( value ) ? value : [ value ] ) {
			if ( child && typeof child === 'object' ) {
				walk( child, visit );
			}
		}
	}
}

/** WordPress also translates what the header of the plugin says. */
function headersOf( code ) {
	if ( ! /^\s*\* Plugin Name:/m.test( code ) ) {
		return [];
	}
	return HEADERS.map( ( name ) => ( {
		text: new RegExp( `^\\s*\\* ${ name }:\\s*(.+)$`, 'm' ).exec( code )[ 1 ].trim(),
		plural: '',
		context: '',
		note: `${ name } of the plugin`,
	} ) );
}
