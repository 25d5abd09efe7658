// The strings of TypeScript files.
import ts from 'typescript';
import { noteOf, stringOf } from './gettext-calls.mjs';

/** The strings of one file in order: `{ text, plural, context, note }`. */
export function stringsInTs( code, file ) {
	const kind = file.endsWith( 'x' ) ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
	const source = ts.createSourceFile( file, code, ts.ScriptTarget.Latest, true, kind );
	const lineAt = ( position ) => source.getLineAndCharacterOfPosition( position ).line;
	const strings = [];
	const visit = ( node ) => {
		if ( ts.isCallExpression( node ) ) {
			const line = lineAt( node.getStart() );
			const args = node.arguments.map( ( arg ) => ( ts.isStringLiteralLike( arg ) ? arg.text : null ) );
			const string = stringOf( calleeOf( node ), args, `${ file }:${ line + 1 }` );
			if ( string ) {
				strings.push( { ...string, note: noteBefore( node, line ) } );
			}
		}
		ts.forEachChild( node, visit );
	};
	visit( source );
	return strings;

	/** A translators' comment right above the call, or above what the call's line begins with. */
	function noteBefore( call, line ) {
		for ( let node = call; node && lineAt( node.getStart() ) >= line - 1; node = node.parent ) {
			for ( const { pos, end } of ts.getLeadingCommentRanges( code, node.getFullStart() ) ?? [] ) {
				const note = lineAt( end ) >= line - 1 ? noteOf( code.slice( pos, end ) ) : null;
				if ( note ) {
					return note;
				}
			}
		}
		return '';
	}
}

function calleeOf( { expression } ) {
	return ts.isPropertyAccessExpression( expression ) ? expression.name.text : ( expression.text ?? '' );
}
