// A catalogue: the strings of the sources in order of occurrence, and their translation into one language.
import { mo, po } from 'gettext-parser';
import { DOMAIN } from './gettext-calls.mjs';

const keyOf = ( { text, context } ) => `${ context }\u0004${ text }`;

/** Joins the strings of all files: one entry a text and context, with every file that has it. */
export function entriesOf( strings ) {
	const entries = new Map();
	for ( const { file, note, ...string } of strings ) {
		const entry = entries.get( keyOf( string ) ) ?? { ...string, notes: [], files: [] };
		entry.plural ||= string.plural;
		entry.notes = [ ...new Set( [ ...entry.notes, note ].filter( Boolean ) ) ];
		entry.files = [ ...new Set( [ ...entry.files, file ] ) ];
		entries.set( keyOf( string ), entry );
	}
	return [ ...entries.values() ];
}

/** A .po or .pot: files are named without line numbers, so that moving a line does not change the catalogue. */
export function toPo( entries, headers, translate = () => [] ) {
	const translations = { '': { '': { msgid: '', msgstr: [ '' ], comments: { translator: headers.comment } } } };
	entries.forEach( ( entry, order ) => {
		const { text, plural, context, notes, files } = entry;
		const msgstr = translate( entry );
		( translations[ context ] ??= {} )[ text ] = {
			msgid: text,
			...( context && { msgctxt: context } ),
			...( plural && { msgid_plural: plural } ),
			msgstr: msgstr.length ? msgstr : Array( plural ? 2 : 1 ).fill( '' ),
			comments: { extracted: notes.join( '\n' ), reference: files.join( '\n' ) },
			order,
		};
	} );
	const table = { charset: 'utf-8', headers: headers.fields, translations };
	// Nothing is folded: a line a text is easier to search.
	return (
		`${ po.compile( table, { foldLength: 0, sort: ( a, b ) => ( a.order ?? -1 ) - ( b.order ?? -1 ) } ) }`.trimEnd() +
		'\n'
	);
}

/** The translations that a .po holds: `{ [key]: msgstr[] }`, and the keys marked fuzzy. */
export function readPo( content ) {
	const translations = new Map();
	const fuzzy = new Set();
	for ( const [ context, messages ] of Object.entries( po.parse( content ).translations ) ) {
		for ( const { msgid, msgstr, comments } of Object.values( messages ) ) {
			if ( msgid ) {
				translations.set( keyOf( { text: msgid, context } ), msgstr );
				if ( comments?.flag?.includes( 'fuzzy' ) ) {
					fuzzy.add( keyOf( { text: msgid, context } ) );
				}
			}
		}
	}
	return {
		get: ( entry ) => translations.get( keyOf( entry ) ) ?? [],
		isFuzzy: ( entry ) => fuzzy.has( keyOf( entry ) ),
		size: translations.size,
	};
}

/** The binary catalogue. */
export function toMo( content ) {
	return mo.compile( po.parse( content ) );
}

/** What WordPress 6.5 and later read before the .mo: the same as PHP, which the opcode cache keeps. */
export function toPhp( entries, translate, headers ) {
	const quote = ( text ) =>
		`'${ text.replace( /[\\']/g, '\\$&' ) }'`
			.replaceAll( '\0', `' . "\\0" . '` )
			.replaceAll( '\u0004', `' . "\\4" . '` );
	const lines = entries.map( ( entry ) => {
		const key = entry.context ? keyOf( entry ) : entry.text;
		return `\t\t${ quote( key ) } => ${ quote( translate( entry ).join( '\0' ) ) },`;
	} );
	const fields = Object.entries( headers ).map(
		( [ name, value ] ) => `\t${ quote( name.toLowerCase() ) } => ${ quote( value ) },`
	);
	return [ '<?php', 'return array(', ...fields, "\t'messages' => array(", ...lines, '\t),', ');', '' ].join( '\n' );
}

/** What wp.i18n reads: the strings of the program of the screens, lazy chunks included. */
export function toJson( entries, translate, headers ) {
	const messages = { '': { domain: DOMAIN, lang: headers.Language, 'plural-forms': headers[ 'Plural-Forms' ] } };
	for ( const entry of entries.filter( ( { files } ) => files.some( ( file ) => file.startsWith( 'src/' ) ) ) ) {
		messages[ entry.context ? keyOf( entry ) : entry.text ] = translate( entry );
	}
	return `${ JSON.stringify( { domain: 'messages', locale_data: { messages } }, null, '\t' ) }\n`;
}
