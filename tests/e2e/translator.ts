import { po } from 'gettext-parser';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FILES: Record< string, string > = { fr: 'carnet-crm-fr_FR.po' };

/** Words of the plugin in a language, from its own catalogue, a plural by its plural; English stays as it is. */
export function translator( language: string ) {
	const name = FILES[ language ];
	const file = name ? join( __dirname, '../../languages', name ) : '';
	const catalogue = file && existsSync( file ) ? po.parse( readFileSync( file ) ).translations : {};
	return ( english: string, context = '' ) => {
		const entries = catalogue[ context ] ?? {};
		const plural = Object.values( entries ).find( ( entry ) => entry.msgid_plural === english );
		const translated = entries[ english ]?.msgstr[ 0 ] ?? plural?.msgstr[ 1 ];
		if ( name && ! translated ) {
			throw new Error( `No ${ language } translation of "${ english }".` );
		}
		return translated ?? english;
	};
}
