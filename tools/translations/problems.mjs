// What is wrong with a translation, in words.

const PLACEHOLDER = /%(?:\d+\$)?[sdf]|%%|<\/?[A-Za-z][^>]*>/g;

/** The problems of one entry; none where it is complete and good. */
export function problemsOf( entry, translated, isFuzzy ) {
	const forms = entry.plural ? 2 : 1;
	if ( translated.length !== forms || translated.some( ( text ) => text.trim() === '' ) ) {
		return [ 'not translated' ];
	}
	return [
		...( isFuzzy ? [ 'marked fuzzy' ] : [] ),
		...translated.flatMap( ( text, form ) => placeholderProblems( entry, text, form ) ),
		...translated.flatMap( typographyProblems ),
		...translated
			.filter( ( text ) => outerSpaces( text ) !== outerSpaces( entry.text ) )
			.map( () => 'other spaces at its ends' ),
	];
}

function placeholderProblems( entry, text, form ) {
	const found = placeholders( text );
	const wanted = placeholders( form === 0 ? entry.text : entry.plural );
	// French counts 0 as one: the first form may, but need not, name the number.
	const alsoWanted = form === 0 && entry.plural ? placeholders( entry.plural ) : wanted;
	return found === wanted || found === alsoWanted
		? []
		: [ `has ${ found || 'no placeholder' } where the original has ${ wanted || 'none' }` ];
}

const placeholders = ( text ) => ( text.match( PLACEHOLDER ) ?? [] ).sort().join( ' ' );
const outerSpaces = ( text ) => `${ /^\s*/.exec( text )[ 0 ] }|${ /\s*$/.exec( text )[ 0 ] }`;

/** French typography: ’ for an apostrophe, a non-breaking space before ; : ? ! » and after «. */
function typographyProblems( text ) {
	const words = text.replace( /<[^>]*>|\{[^}]*\}/g, '' );
	return [
		...( /'/.test( words ) ? [ "has ' for ’" ] : [] ),
		...( /[^\u00a0\u202f\s;:?!][;:?!](?=\s|$)|[ \t][;:?!](?=\s|$)/.test( words )
			? [ 'lacks a non-breaking space before ; : ? or !' ]
			: [] ),
		...( /«(?![\u00a0\u202f])|(?<![\u00a0\u202f])»|["“”]/.test( words )
			? [ 'quotes otherwise than « … » with non-breaking spaces' ]
			: [] ),
		...( /\.\.\./.test( words ) ? [ 'has ... for …' ] : [] ),
	];
}
