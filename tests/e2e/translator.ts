import { po } from 'gettext-parser';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FILES: Record< string, string > = { fr: 'carnet-crm-fr_FR.po' };

/** Words of the plugin in a language, from its own catalogue; English stays as it is. */
export function translator( language: string ) {
	const name = FILES[ language ];
	const file = name ? join( __dirname, '../../languages', name ) : '';
	const catalogue = file && existsSync( file ) ? po.parse( readFileSync( file ) ).translations : {};
	return ( english: string, context = '' ) => {
		const translated = catalogue[ context ]?.[ english ]?.msgstr[ 0 ];
		if ( name && ! translated ) {
			throw new Error( `No ${ language } translation of "${ english }".` );
		}
		return translated ?? english;
	};
}
